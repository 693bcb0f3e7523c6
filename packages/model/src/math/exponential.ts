import { expTail, ln2High, ln2Low, lnTail, powTail, sinhTail, tanhTail } from './coefficients.ts';
import { exponentMagic, head, type Lanes, polynomial } from './lanes.ts';

/** High word of 0.6768: from there to twice as much f^2/2 stays below 1/16, so that its last bit counts for less. */
const lowOfLn = 0x3fe5a800;

/** High word of sqrt(1/2), from where the largest s is smallest. */
const rootHalf = 0x3fe6a09e;

/** Smallest normal double. */
const minNormal = 2 ** -1022;

/** `start + rest` times 2 ** (z - exponentMagic), where the sum of the two is not yet rounded. */
interface Power<V> {
  readonly start: V;
  readonly rest: V;
  readonly z: V;
}

/**
 * e ** (x + low), unrounded; abs(low) is at most half an ulp of x, x from -800 to 800. With k the nearest whole
 * x / ln 2 and r = x - k ln 2: e^r = 1 + r + r^2/2 + r^3 P(r), and 1 + r is kept with its rounding error.
 */
function power<V, M>(l: Lanes<V, M>, x: V, low?: V): Power<V> {
  const z = l.add(l.mul(x, Math.LOG2E), exponentMagic);
  const k = l.sub(z, exponentMagic);
  const high = l.sub(x, l.mul(k, ln2High));
  const less = low === undefined ? l.mul(k, ln2Low) : l.sub(l.mul(k, ln2Low), low);
  const r = l.sub(high, less);
  const r2 = l.mul(r, r);
  const tail = l.mul(r2, l.add(0.5, l.mul(r, polynomial(l, r, r2, expTail))));
  const start = l.add(1, high);
  const lost = l.sub(high, l.sub(start, 1));
  return { start, rest: l.sub(tail, l.sub(less, lost)), z };
}

/** v * 2 ** (z - exponentMagic) in two steps, so that it overflows and underflows once, at the end. */
function scaledTwice<V, M>(l: Lanes<V, M>, v: V, z: V): V {
  const k = l.sub(z, exponentMagic);
  const first = l.floor(l.mul(k, 0.5));
  return l.mul(
    l.mul(v, l.powerOfTwo(l.add(first, exponentMagic))),
    l.powerOfTwo(l.add(l.sub(k, first), exponentMagic)),
  );
}

/** Beyond this e ** x is not a normal number times a power of two that is one. */
const plainLimit = 708;

/** e ** x, below 0.8 ulp (0.65 where the result is normal); the largest and smallest results are scaled apart. */
export function exp<V, M>(l: Lanes<V, M>, x: V): V {
  const { start, rest, z } = power(l, x);
  const whole = l.add(start, rest);
  const plain = l.mul(whole, l.powerOfTwo(z));
  const [result] = l.rare(l.lt(plainLimit, l.abs(x)), [plain], () => [extreme(l, x, whole, z)]);
  return result ?? plain;
}

/** e ** x from its parts as far as doubles go, then infinity and 0. */
function extreme<V, M>(l: Lanes<V, M>, x: V, whole: V, z: V): V {
  // Far out the product would underflow, for which processors stop; it is not needed there.
  const near = l.select(l.le(l.abs(x), 750), z, exponentMagic);
  const bounded = l.select(l.lt(x, -750), 0, scaledTwice(l, whole, near));
  return l.select(l.lt(750, x), Number.POSITIVE_INFINITY, bounded);
}

/** Whether the logarithm of x is not to be had straight: x not positive and normal, or no number. */
function isStrange<V, M>(l: Lanes<V, M>, x: V): M {
  return l.not(l.and(l.le(minNormal, x), l.le(x, Number.MAX_VALUE)));
}

/** A positive normal number of the size of x (1 where there is none) and what to add to its exponent. */
function normal<V, M>(l: Lanes<V, M>, x: V): [usable: V, scaled: V] {
  const size = l.abs(x);
  const low = l.lt(size, minNormal);
  const good = l.and(l.lt(0, size), l.le(size, Number.MAX_VALUE));
  const shifted = l.select(low, l.mul(size, 2 ** 54), size);
  return [l.select(good, shifted, 1), l.select(low, -54, 0)];
}

/**
 * ln (m 2^k): with f = m - 1 and s = f / (2 + f), ln m = f - f^2/2 + s (f^2/2 + s^2 P(s^2)) (the form of P. Tang,
 * ACM TOMS 16, 1990); k ln 2 + f is kept with its rounding error.
 */
function lnOf<V, M>(l: Lanes<V, M>, k: V, m: V): V {
  const f = l.sub(m, 1);
  const s = l.div(f, l.add(2, f));
  const s2 = l.mul(s, s);
  const half = l.mul(0.5, l.mul(f, f));
  const curve = l.mul(s2, polynomial(l, s2, l.mul(s2, s2), lnTail));
  const large = l.mul(k, ln2High);
  const start = l.add(large, f);
  const lost = l.sub(f, l.sub(start, large));
  const more = l.add(l.mul(k, ln2Low), lost);
  const less = l.sub(half, l.add(l.mul(s, l.add(half, curve)), more));
  return l.sub(start, less);
}

function scaledLn<V, M>(l: Lanes<V, M>, x: V): V {
  const [usable, scaled] = normal(l, x);
  const [k, m] = l.split(usable, lowOfLn);
  return lnOf(l, l.add(k, scaled), m);
}

/** ln x, below 0.8 ulp; -infinity at 0, NaN below. */
export function ln<V, M>(l: Lanes<V, M>, x: V): V {
  const core = lnOf(l, ...l.split(x, lowOfLn));
  const [result] = l.rare(isStrange(l, x), [core], () => {
    const special = l.select(l.eq(x, 0), Number.NEGATIVE_INFINITY, Number.NaN);
    const infinite = l.select(l.eq(x, Number.POSITIVE_INFINITY), x, special);
    return [l.select(l.and(l.lt(0, x), l.le(x, Number.MAX_VALUE)), scaledLn(l, x), infinite)];
  });
  return result ?? core;
}

/**
 * ln (m 2^k) as the sum of two doubles, to about 2 ** -65 of itself, the first to 26 bits. With
 * s = f / (1.5 (2 + f)): ln m = s (3 + 2.25 s^2 + s^4 P(s^2)), where the heads of s and of the bracket are cut so
 * short that their products are exact, and the rounding error of each part is kept.
 */
function lnInTwo<V, M>(l: Lanes<V, M>, k: V, m: V): [high: V, low: V] {
  /** Cuts a number from 1 to 4 off at 22, and at 24, bits after the point. */
  const [coarse, fine] = [1.5 * 2 ** 30, 1.5 * 2 ** 28];
  const f = l.sub(m, 1);
  const d = l.add(m, 1);
  const over = l.div(1, l.mul(1.5, d));
  const s = l.mul(f, over);
  const sHigh = head(l, s, 24);
  const cut = l.sub(l.add(d, coarse), coarse);
  const dHigh = l.mul(1.5, cut);
  const dLow = l.mul(1.5, l.sub(f, l.sub(cut, 2)));
  const sLow = l.mul(l.sub(l.sub(f, l.mul(sHigh, dHigh)), l.mul(sHigh, dLow)), over);
  const square = l.mul(sHigh, sHigh);
  const sAll = l.add(sHigh, sLow);
  const cross = l.mul(sLow, l.add(sHigh, sAll));
  const s2 = l.add(square, cross);
  const s4 = l.mul(s2, s2);
  const rest = l.add(l.mul(s4, polynomial(l, s2, s4, powTail)), l.mul(2.25, cross));
  const exact = l.mul(2.25, square);
  const tHigh = l.sub(l.add(l.add(l.add(3, exact), rest), fine), fine);
  const tLow = l.sub(rest, l.sub(l.sub(tHigh, 3), exact));
  const main = l.mul(sHigh, tHigh);
  const less = l.add(l.mul(sLow, tHigh), l.mul(tLow, sAll));
  const large = l.mul(k, ln2High);
  const sum = l.add(large, main);
  const lost = l.sub(main, l.sub(sum, large));
  const high = head(l, sum);
  return [high, l.add(l.sub(sum, high), l.add(lost, l.add(less, l.mul(k, ln2Low))))];
}

/**
 * The power of abs(x), made that of x by the rules of ECMAScript: as IEEE 754, but for 1 ** infinity and
 * (-1) ** infinity, which are NaN.
 */
function specialPower<V, M>(l: Lanes<V, M>, x: V, y: V, core: V): V {
  const infinity = Number.POSITIVE_INFINITY;
  const size = l.abs(x);
  const half = l.mul(y, 0.5);
  const whole = l.eq(l.floor(y), y);
  const odd = l.and(whole, l.not(l.eq(l.floor(half), half)));
  const up = l.lt(0, y);
  let r: V = core;
  r = l.select(l.eq(size, 0), l.select(up, 0, infinity), r);
  r = l.select(l.eq(size, infinity), l.select(up, infinity, 0), r);
  const large = l.select(up, infinity, 0);
  const small = l.select(up, 0, infinity);
  const endless = l.select(l.lt(1, size), large, l.select(l.lt(size, 1), small, Number.NaN));
  r = l.select(l.eq(l.abs(y), infinity), endless, r);
  r = l.select(odd, l.signed(r, x), r);
  const root = l.and(l.lt(x, 0), l.and(l.lt(size, infinity), l.not(whole)));
  r = l.select(root, Number.NaN, r);
  r = l.select(l.and(l.eq(x, x), l.eq(y, y)), r, Number.NaN);
  return l.select(l.eq(y, 0), 1, r);
}

/** e ** (sum + low) as x ** y; `rough` is the same exponent, which stays right where `sum` overflows on its way. */
function powerOf<V, M>(l: Lanes<V, M>, x: V, y: V, strange: M, rough: V, sum: V, low?: V): V {
  const { start, rest, z } = power(l, sum, low);
  const whole = l.add(start, rest);
  const plain = l.mul(whole, l.powerOfTwo(z));
  const unusual = l.or(strange, l.not(l.le(l.abs(sum), plainLimit)));
  const [result] = l.rare(unusual, [plain], () => {
    const bounded = l.select(l.eq(rough, 0), 1, extreme(l, rough, whole, z));
    return [specialPower(l, x, y, l.select(l.le(l.abs(sum), plainLimit), plain, bounded))];
  });
  return result ?? plain;
}

/** x ** y through ln x in two doubles: below 0.9 ulp wherever the result lies. */
export function pow<V, M>(l: Lanes<V, M>, x: V, y: V): V {
  const strange = isStrange(l, x);
  const [high, low] = l.rare(strange, lnInTwo(l, ...l.split(x, rootHalf)), () => {
    const [usable, scaled] = normal(l, x);
    const [k, m] = l.split(usable, rootHalf);
    return lnInTwo(l, l.add(k, scaled), m);
  });
  if (high === undefined || low === undefined) throw new Error('a function of two parts gave one');
  const yHigh = head(l, y);
  const main = l.mul(yHigh, high);
  const part = l.add(l.mul(l.sub(y, yHigh), high), l.mul(y, low));
  const sum = l.add(main, part);
  return powerOf(l, x, y, strange, l.mul(y, high), sum, l.sub(part, l.sub(sum, main)));
}

/** x ** y as e ** (y ln x): below 2 (1 + abs(y ln x)) ulp, special cases as {@link pow}. */
export function fastPow<V, M>(l: Lanes<V, M>, x: V, y: V): V {
  const strange = isStrange(l, x);
  const core = lnOf(l, ...l.split(x, lowOfLn));
  const [log] = l.rare(strange, [core], () => [scaledLn(l, x)]);
  const product = l.mul(y, log ?? core);
  return powerOf(l, x, y, strange, product, product);
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
  const [result] = l.rare(huge, [v], () => [l.select(huge, scaledTwice(l, whole, half), v)]);
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
