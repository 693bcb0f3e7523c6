import {
  expShort,
  expTail,
  ln2High,
  ln2Low,
  ln2Part,
  ln2PartLow,
  lnShorter,
  partsOverLn2,
  sinhTail,
  tanhTail,
} from './coefficients.ts';
import { exponentMagic, firstPoint, halfMagic, type Lanes, polynomial, wholeMagic } from './lanes.ts';
import { lnRows } from './rows.ts';

/** Smallest normal double. */
const minNormal = 2 ** -1022;

/** `start + rest` times 2 ** (z - exponentMagic), where the sum of the two is not yet rounded. */
interface Power<V> {
  readonly start: V;
  readonly rest: V;
  readonly z: V;
}

/**
 * e ** x, unrounded; x from -800 to 800. With k the nearest whole
 * x / ln 2 and r = x - k ln 2: e^r = 1 + r + r^2/2 + r^3 P(r), and 1 + r is kept with its rounding error.
 */
function power<V, M>(l: Lanes<V, M>, x: V): Power<V> {
  const z = l.add(l.mul(x, Math.LOG2E), exponentMagic);
  const k = l.sub(z, exponentMagic);
  const high = l.sub(x, l.mul(k, ln2High));
  const less = l.mul(k, ln2Low);
  const r = l.sub(high, less);
  const r2 = l.mul(r, r);
  const tail = l.mul(r2, l.add(0.5, l.mul(r, polynomial(l, r, r2, expTail))));
  const start = l.add(1, high);
  const lost = l.sub(high, l.sub(start, 1));
  return { start, rest: l.sub(tail, l.sub(less, lost)), z };
}

/** v * 2 ** k in two steps, so that it overflows and underflows once, at the end. */
export function scaledTwice<V, M>(l: Lanes<V, M>, v: V, k: V): V {
  const first = l.floor(l.mul(k, 0.5));
  return l.mul(
    l.mul(v, l.powerOfTwo(l.add(first, exponentMagic))),
    l.powerOfTwo(l.add(l.sub(k, first), exponentMagic)),
  );
}

/** Beyond this e ** x is not a normal number times a power of two that is one. */
export const nearLimit = 708;

/** An exponent as the sum of two doubles, and that sum over ln 2 / 256 to a hundredth. */
export interface Exponent<V> {
  readonly high: V;
  readonly low?: V;
  readonly parts: V;
}

/**
 * e ** (high + low), with n the nearest whole number of parts of ln 2 / 256, and r = high + low - n ln 2 / 256:
 * 2 ** (n/256) (1 + (rest of that root) + r + r^2 P(r)).
 * @param rootOf gives the root of n + {@link wholeMagic}, or of n
 */
function expFrom<V, M>(
  l: Lanes<V, M>,
  { high, low, parts }: Exponent<V>,
  rootOf: (z: V, n: V) => readonly [root: V, rest: V],
): V {
  const z = l.add(parts, wholeMagic);
  const n = l.sub(z, wholeMagic);
  const [root, rest] = rootOf(z, n);
  const less = l.mul(n, ln2PartLow);
  const near = l.sub(high, l.mul(n, ln2Part));
  const r = low === undefined ? l.sub(near, less) : l.add(near, l.sub(low, less));
  const r2 = l.mul(r, r);
  const [c0, c1, c2] = expShort;
  const curve = l.add(l.add(c0, l.mul(r, c1)), l.mul(r2, c2));
  return l.add(root, l.mul(root, l.add(l.add(rest, r), l.mul(r2, curve))));
}

/** e ** (high + low) for abs(high) up to {@link nearLimit}: below 0.7 ulp and what is wrong in low. */
export const expNear = <V, M>(l: Lanes<V, M>, x: Exponent<V>): V =>
  expFrom(l, x, (z) => l.root(z, wholeMagic));

/** The same for any exponent, with the same bits where both may be had. */
export function expFar<V, M>(l: Lanes<V, M>, x: Exponent<V>): V {
  const within = (v: V, most: number): V => l.atLeast(l.atMost(v, most), -most);
  const high = within(x.high, 800);
  const near = l.eq(high, x.high);
  const parts = l.select(near, x.parts, l.mul(high, partsOverLn2));
  const low = x.low === undefined ? {} : { low: l.select(near, x.low, 0) };
  let octaves: V = high;
  const result = expFrom(l, { high, parts, ...low }, (_, n) => {
    octaves = l.floor(l.mul(n, 1 / 256));
    return l.root(l.add(l.sub(n, l.mul(octaves, 256)), wholeMagic), wholeMagic);
  });
  return scaledTwice(l, result, octaves);
}

const exponentOf = <V, M>(l: Lanes<V, M>, x: V): Exponent<V> => ({ high: x, parts: l.mul(x, partsOverLn2) });

/** e ** x, below 0.8 ulp, 0.7 where the result is normal. */
export function exp<V, M>(l: Lanes<V, M>, x: V): V {
  return l.apart(l.not(l.le(l.abs(x), nearLimit)), expNear(l, exponentOf(l, x)), expFarOf, x, x);
}

const expFarOf = <V, M>(l: Lanes<V, M>, x: V): V => expFar(l, exponentOf(l, x));

/** A positive normal number of the size of x (1 where there is none) and what to add to its exponent. */
export function normal<V, M>(l: Lanes<V, M>, x: V): [usable: V, scaled: V] {
  const size = l.abs(x);
  const low = l.lt(size, minNormal);
  const good = l.and(l.lt(0, size), l.le(size, Number.MAX_VALUE));
  const shifted = l.select(low, l.mul(size, 2 ** 54), size);
  return [l.select(good, shifted, 1), l.select(low, -54, 0)];
}

/** High word of sqrt(1/2): the logarithms of the numbers from there to twice as much are least. */
export const rootHalf = 0x3fe6a09e;

/** `split` gives no more octaves for any positive number but the largest and least, and more for what is no such number. */
export const maxOctaves = 1021;

/**
 * ln (m 2^k), m from sqrt(1/2) to sqrt(2): with a short number q near 1/m and r = m q - 1, which is exact, it is
 * k ln 2 - ln q + r - r^2/2 + r^3 P(r) (a table with exact remainders: P. Tang, ACM TOMS 16, 1990).
 */
function lnOf<V, M>(l: Lanes<V, M>, k: V, m: V): V {
  const [q, big, small] = l.row(lnRows, l.add(m, firstPoint)) as [V, V, V];
  const mHigh = l.sub(l.add(m, halfMagic), halfMagic);
  const r = l.add(l.sub(l.mul(mHigh, q), 1), l.mul(l.sub(m, mHigh), q));
  const whole = l.add(l.mul(k, ln2High), big);
  const sum = l.add(whole, r);
  const lost = l.sub(r, l.sub(sum, whole));
  const r2 = l.mul(r, r);
  const [c0, c1, c2, c3, c4] = lnShorter;
  const first = l.add(-0.5, l.mul(r, c0));
  const next = l.add(l.add(c1, l.mul(r, c2)), l.mul(r2, l.add(c3, l.mul(r, c4))));
  const curve = l.mul(r2, l.add(first, l.mul(r2, next)));
  return l.add(sum, l.add(l.add(lost, l.add(l.mul(k, ln2Low), small)), curve));
}

/** ln x, below 0.55 ulp; -infinity at 0, NaN below. */
export function ln<V, M>(l: Lanes<V, M>, x: V): V {
  const [k, m] = l.split(x, rootHalf);
  return l.apart(l.lt(maxOctaves, l.abs(k)), lnOf(l, k, m), anyLn, x, x);
}

/** ln x for any x. */
function anyLn<V, M>(l: Lanes<V, M>, x: V): V {
  const [usable, scaled] = normal(l, x);
  const [k, m] = l.split(usable, rootHalf);
  const special = l.select(l.eq(x, 0), Number.NEGATIVE_INFINITY, Number.NaN);
  const infinite = l.select(l.eq(x, Number.POSITIVE_INFINITY), x, special);
  const finite = l.and(l.lt(0, x), l.le(x, Number.MAX_VALUE));
  return l.select(finite, lnOf(l, l.add(k, scaled), m), infinite);
}

/** Half of e^x as the sum of two doubles, and half of e^-x; x from 0 to 800. */
function halves<V, M>(l: Lanes<V, M>, x: V): { up: V; low: V; down: V; whole: V; half: V } {
  const { start, rest, z } = power(l, x);
  const whole = l.add(start, rest);
  const half = l.sub(z, 1);
  const scale = l.powerOfTwo(half);
  const up = l.mul(whole, scale);
  const low = l.mul(l.add(l.sub(start, whole), rest), scale);
  const down = l.div(0.25, up);
  return { up, low, down: l.sub(down, l.mul(l.mul(4, low), l.mul(down, down))), whole, half };
}

/** Where half of e^x needs two steps to be scaled, half of e^-x is far below its last bit. */
function unlessHuge<V, M>(l: Lanes<V, M>, v: V, whole: V, half: V): V {
  const huge = l.lt(exponentMagic + 1021, half);
  const [result] = l.rare(huge, [v], () => [
    l.select(huge, scaledTwice(l, whole, l.sub(half, exponentMagic)), v),
  ]);
  return result ?? v;
}

/** (e^x - e^-x) / 2, below 0.85 ulp; below 1 a polynomial. */
export function sinh<V, M>(l: Lanes<V, M>, x: V): V {
  const size = l.atMost(l.abs(x), 800);
  const { up, low, down, whole, half } = halves(l, size);
  const large = unlessHuge(l, l.add(up, l.sub(low, down)), whole, half);
  const x2 = l.mul(size, size);
  const small = l.add(size, l.mul(l.mul(size, x2), polynomial(l, x2, l.mul(x2, x2), sinhTail)));
  return l.signed(l.select(l.lt(size, 1), small, large), x);
}

/** (e^x + e^-x) / 2, below 0.9 ulp. */
export function cosh<V, M>(l: Lanes<V, M>, x: V): V {
  const { up, low, down, whole, half } = halves(l, l.atMost(l.abs(x), 800));
  return unlessHuge(l, l.add(up, l.add(low, down)), whole, half);
}

/** tanh x = 1 - 2 / (e^2x + 1), below 0.85 ulp; below 0.55 a polynomial. */
export function tanh<V, M>(l: Lanes<V, M>, x: V): V {
  const size = l.abs(x);
  // From 20 the result is 1 to the last bit.
  const { up, low } = halves(l, l.mul(2, l.atMost(size, 20)));
  const under = l.add(up, 0.5);
  const lost = l.add(l.sub(up, l.sub(under, 0.5)), low);
  const q = l.div(1, under);
  const above = l.sub(1, q);
  const cut = l.sub(l.sub(1, above), q);
  const large = l.add(above, l.add(cut, l.mul(l.mul(q, q), lost)));
  const x2 = l.mul(size, size);
  const small = l.add(size, l.mul(l.mul(size, x2), polynomial(l, x2, l.mul(x2, x2), tanhTail)));
  return l.signed(l.select(l.lt(size, 0.55), small, large), x);
}
