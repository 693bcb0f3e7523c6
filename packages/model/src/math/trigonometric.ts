import {
  asinTail,
  atanTail,
  cosTail,
  halfPi,
  halfPi1,
  halfPi2,
  halfPi3,
  halfPiLow,
  sinTail,
  twoOverPi,
} from './coefficients.ts';
import { head, type Lanes, polynomial, wholeMagic } from './lanes.ts';

/** An angle r + low from -pi/4 to pi/4 and, as `n + wholeMagic`, the quarter turns taken off. */
interface Reduced<V> {
  readonly r: V;
  readonly low: V;
  readonly turns: V;
}

/**
 * Takes quarter turns off a positive angle: up to 2 ** 20 in three parts (Cody and Waite), of which the first two
 * products and their differences are exact. Beyond, and where so much cancels that those parts do not reach, exactly.
 */
function reduced<V, M>(l: Lanes<V, M>, x: V): Reduced<V> {
  const z = l.add(l.mul(x, twoOverPi), wholeMagic);
  const n = l.sub(z, wholeMagic);
  const a = l.sub(x, l.mul(n, halfPi1));
  const b = l.mul(n, halfPi2);
  const t = l.sub(a, b);
  const back = l.sub(t, a);
  const lost = l.sub(l.sub(a, l.sub(t, back)), l.add(b, back));
  const c = l.sub(l.mul(n, halfPi3), lost);
  const first = l.sub(t, c);
  const second = l.sub(l.sub(t, first), c);
  const far = l.not(l.le(x, 2 ** 20));
  const cancelled = l.lt(l.abs(first), l.mul(n, 2 ** -58));
  const [r, low, turns] = l.rare(l.or(far, cancelled), [first, second, z], () => [
    l.reduceAngle(x, 1),
    l.reduceAngle(x, 2),
    l.add(l.reduceAngle(x, 0), wholeMagic),
  ]);
  return { r: r ?? first, low: low ?? second, turns: turns ?? z };
}

/** What is to be added to r for sin (r + low), with z + zLow = r^2. */
function sinRest<V, M>(l: Lanes<V, M>, { r, low }: Reduced<V>, z: V, z2: V, zLow?: V): V {
  const curve = l.mul(r, polynomial(l, z, z2, sinTail));
  const part = zLow === undefined ? low : l.add(low, l.mul(zLow, curve));
  return l.add(l.mul(z, l.sub(curve, l.mul(0.5, low))), part);
}

/** cos (r + low) as an unrounded sum, with z + zLow = r^2. */
function cosParts<V, M>(l: Lanes<V, M>, { r, low }: Reduced<V>, z: V, z2: V, zLow?: V): [start: V, rest: V] {
  const half = l.mul(0.5, z);
  const start = l.sub(1, half);
  const lost = l.sub(l.sub(1, start), half);
  const curve = l.sub(l.mul(z2, polynomial(l, z, z2, cosTail)), l.mul(r, low));
  const rest = zLow === undefined ? curve : l.sub(curve, l.mul(0.5, zLow));
  return [start, l.add(lost, rest)];
}

function sinAndCos<V, M>(l: Lanes<V, M>, angle: Reduced<V>): [sin: V, cos: V] {
  const z = l.mul(angle.r, angle.r);
  const z2 = l.mul(z, z);
  const [start, rest] = cosParts(l, angle, z, z2);
  return [l.add(angle.r, sinRest(l, angle, z, z2)), l.add(start, rest)];
}

/** sin x, x in radians: below 0.85 ulp for every double. */
export function sin<V, M>(l: Lanes<V, M>, x: V): V {
  const angle = reduced(l, l.abs(x));
  const [s, c] = sinAndCos(l, angle);
  const value = l.select(l.bit(angle.turns, 0), c, s);
  return l.signed(l.negateWhere(l.bit(angle.turns, 1), value), x);
}

/** cos x, x in radians: below 0.85 ulp for every double. */
export function cos<V, M>(l: Lanes<V, M>, x: V): V {
  const angle = reduced(l, l.abs(x));
  const [s, c] = sinAndCos(l, angle);
  const value = l.select(l.bit(angle.turns, 0), s, c);
  return l.negateWhere(l.bit(l.add(angle.turns, 1), 1), value);
}

/**
 * tan x, x in radians, below 0.9 ulp for every double: the quotient of sine and cosine, each with its rounding error,
 * and the remainder of it.
 */
export function tan<V, M>(l: Lanes<V, M>, x: V): V {
  const angle = reduced(l, l.abs(x));
  const { r } = angle;
  const z = l.mul(r, r);
  const z2 = l.mul(z, z);
  const rHigh = head(l, r);
  const zLow = l.add(l.sub(l.mul(rHigh, rHigh), z), l.mul(l.sub(r, rHigh), l.add(r, rHigh)));
  const rest = sinRest(l, angle, z, z2, zLow);
  const s = l.add(r, rest);
  const sLow = l.add(l.sub(r, s), rest);
  const [start, more] = cosParts(l, angle, z, z2, zLow);
  const c = l.add(start, more);
  const cLow = l.add(l.sub(start, c), more);
  const odd = l.bit(angle.turns, 0);
  const up = l.select(odd, c, s);
  const upLow = l.select(odd, cLow, sLow);
  const under = l.select(odd, s, c);
  const underLow = l.select(odd, sLow, cLow);
  const [q, qLow] = quotient(l, up, upLow, under, underLow);
  return l.signed(l.negateWhere(odd, l.add(q, qLow)), x);
}

/** (up + upLow) / (under + underLow) as the sum of two doubles. */
function quotient<V, M>(l: Lanes<V, M>, up: V, upLow: V, under: V, underLow: V): [high: V, low: V] {
  const over = l.div(1, under);
  const q = l.mul(up, over);
  const qHigh = head(l, q);
  const qLow = l.sub(q, qHigh);
  const dHigh = head(l, under);
  const dLow = l.sub(under, dHigh);
  const main = l.sub(l.sub(up, l.mul(qHigh, dHigh)), l.add(l.mul(qHigh, dLow), l.mul(qLow, dHigh)));
  const rest = l.sub(upLow, l.add(l.mul(q, underLow), l.mul(qLow, dLow)));
  return [q, l.mul(l.add(main, rest), over)];
}

/**
 * arctan x, below 0.7 ulp: of x itself, of (x - 1) / (x + 1) or of -1 / x, whichever is small, and of the quarter or eighth turn that
 * this leaves.
 */
export function atan<V, M>(l: Lanes<V, M>, x: V): V {
  // From 2 ** 66 the result is pi/2 to the last bit.
  const size = l.atMost(l.abs(x), 2 ** 66);
  const small = l.le(size, 0.41421356237309503);
  const large = l.lt(2.414213562373095, size);
  const less = l.sub(size, 1);
  const more = l.add(size, 1);
  const pick = (a: V | number, b: V | number, c: V | number): V => l.select(small, a, l.select(large, c, b));
  const up = pick(size, less, -1);
  const upLow = pick(0, l.sub(size, l.add(less, 1)), 0);
  const under = pick(1, more, size);
  const underLow = pick(0, l.sub(size, l.sub(more, 1)), 0);
  const [r, rLow] = quotient(l, up, upLow, under, underLow);
  const z = l.mul(r, r);
  const curve = l.mul(l.mul(r, z), polynomial(l, z, l.mul(z, z), atanTail));
  const base = pick(0, halfPi / 2, halfPi);
  const start = l.add(base, r);
  const lost = l.sub(r, l.sub(start, base));
  // arctan rises by 1 / (1 + z) there.
  const part = l.sub(rLow, l.mul(rLow, z));
  const rest = l.add(l.add(part, pick(0, halfPiLow / 2, halfPiLow)), curve);
  return l.signed(l.add(start, l.add(lost, rest)), x);
}

/** What arcsin (v + low) is beyond v, for v from 0 to 1/2. */
function asinRest<V, M>(l: Lanes<V, M>, v: V, low: V): V {
  const z = l.mul(v, v);
  return l.add(l.mul(l.mul(v, z), polynomial(l, z, l.mul(z, z), asinTail)), low);
}

/**
 * For a size from 1/2 to 1 the angle v = arcsin sqrt((1 - size) / 2), for smaller ones v = size; with what the root
 * lost, and NaN above 1.
 */
function halfAngle<V, M>(l: Lanes<V, M>, size: V): { steep: M; v: V; low: V } {
  const steep = l.lt(0.5, size);
  const w = l.mul(0.5, l.sub(1, size));
  const root = l.sqrt(w);
  const rHigh = head(l, root);
  const rLow = l.sub(root, rHigh);
  const missing = l.sub(
    l.sub(l.sub(w, l.mul(rHigh, rHigh)), l.mul(l.mul(2, rHigh), rLow)),
    l.mul(rLow, rLow),
  );
  // The root is 0 at 1: the smallest number keeps 0 / 0 away.
  const low = l.div(missing, l.add(l.mul(2, root), Number.MIN_VALUE));
  return { steep, v: l.select(steep, root, size), low: l.select(steep, low, 0) };
}

/** arcsin x, below 0.75 ulp; NaN beyond 1. */
export function asin<V, M>(l: Lanes<V, M>, x: V): V {
  const { steep, v, low } = halfAngle(l, l.abs(x));
  const rest = asinRest(l, v, low);
  const twice = l.mul(2, v);
  const start = l.sub(halfPi, twice);
  const lost = l.sub(l.sub(halfPi, start), twice);
  const far = l.add(start, l.add(lost, l.sub(halfPiLow, l.mul(2, rest))));
  return l.signed(l.select(steep, far, l.add(v, rest)), x);
}

/** arccos x, below 0.7 ulp; NaN beyond 1. */
export function acos<V, M>(l: Lanes<V, M>, x: V): V {
  const size = l.abs(x);
  const below = l.lt(x, 0);
  const { steep, v, low } = halfAngle(l, size);
  const rest = asinRest(l, v, low);
  // The angle is base + sign (v + rest): pi/2 - asin x near 0, 2 asin towards 1, pi - 2 asin towards -1.
  const high = l.select(steep, l.select(below, 2 * halfPi, 0), halfPi);
  const highLow = l.select(steep, l.select(below, 2 * halfPiLow, 0), halfPiLow);
  const factor = l.select(steep, l.select(below, -2, 2), l.select(below, 1, -1));
  const part = l.mul(factor, v);
  const start = l.add(high, part);
  const lost = l.sub(part, l.sub(start, high));
  return l.add(start, l.add(lost, l.add(highLow, l.mul(factor, rest))));
}
