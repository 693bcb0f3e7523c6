import { ln2High, ln2Low, lnShort, log2Short, partsOverLn2, rootShort } from './coefficients.ts';
import { type Exponent, expFar, expNear, maxOctaves, nearLimit, normal, rootHalf } from './exponential.ts';
import { firstPoint, halfMagic, head, type Lanes, pointMagic } from './lanes.ts';
import { lnRows, log2Rows } from './rows.ts';

/**
 * ln (m 2^k) as the sum of two doubles, to about 2 ** -65 of itself, the first to 26 bits, and to 2 ** -24; m from sqrt(1/2) to sqrt(2).
 * With a short number q near 1/m and r = m q - 1, which is exact: ln m = -ln q + r - r^2/2 + r^3 P(r), where r is
 * also the sum of two numbers, of which the first has an exact square. (A table with exact remainders: P. Tang, ACM TOMS 16, 1990.)
 */
function lnInTwo<V, M>(l: Lanes<V, M>, k: V, m: V): { high: V; low: V; rough: V } {
  const [q, big, small] = l.row(lnRows, l.add(m, firstPoint)) as [V, V, V];
  const mHigh = l.sub(l.add(m, halfMagic), halfMagic);
  const rHigh = l.sub(l.mul(mHigh, q), 1);
  const rLow = l.mul(l.sub(m, mHigh), q);
  const r = l.add(rHigh, rLow);
  const half = l.mul(0.5, rHigh);
  const square = l.mul(half, rHigh);
  const cross = l.mul(rLow, l.add(half, l.mul(0.5, r)));
  const whole = l.add(l.mul(k, ln2High), big);
  const sum = l.add(whole, l.sub(r, square));
  const high = head(l, sum);
  const left = l.sub(l.add(l.sub(whole, high), r), square);
  const r2 = l.mul(r, r);
  const r3 = l.mul(r2, r);
  const [c0, c1, c2, c3, c4, c5] = lnShort;
  const next = l.add(l.add(c2, l.mul(r, c3)), l.mul(r2, l.add(c4, l.mul(r, c5))));
  const curve = l.mul(r3, l.add(l.add(c0, l.mul(r, c1)), l.mul(r2, next)));
  const rest = l.add(l.sub(l.add(l.mul(k, ln2Low), small), cross), curve);
  return { high, low: l.add(left, rest), rough: l.add(sum, l.mul(r3, c0)) };
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

/** y ln x. */
function exponent<V, M>(l: Lanes<V, M>, k: V, m: V, y: V): Exponent<V> {
  const { high, low, rough } = lnInTwo(l, k, m);
  const yHigh = head(l, y);
  return {
    high: l.mul(yHigh, high),
    low: l.add(l.mul(l.sub(y, yHigh), high), l.mul(y, low)),
    parts: l.mul(rough, l.mul(y, partsOverLn2)),
  };
}

/** x ** y through ln x in two doubles: below 0.8 ulp wherever the result lies. */
export function pow<V, M>(l: Lanes<V, M>, x: V, y: V): V {
  const [k, m] = l.split(x, rootHalf);
  const z = exponent(l, k, m, y);
  const usual = l.le(l.add(l.abs(k), l.abs(z.high)), nearLimit);
  return l.apart(l.not(usual), expNear(l, z), anyPower, x, y);
}

/** x ** y for any x and y: {@link pow} where both are usual. */
function anyPower<V, M>(l: Lanes<V, M>, x: V, y: V): V {
  const [usable, scaled] = normal(l, x);
  const [k, m] = l.split(usable, rootHalf);
  // An exponent so large that its head would overflow has a power of 0, 1 or infinity.
  const bounded = l.atLeast(l.atMost(y, 2 ** 80), -(2 ** 80));
  return specialPower(l, x, y, expFar(l, exponent(l, l.add(k, scaled), m, bounded)));
}

/** x ** y as 2 ** (y log2 x): below 3 (1 + abs(y ln x)) ulp, special cases as {@link pow}. */
export function fastPow<V, M>(l: Lanes<V, M>, x: V, y: V): V {
  const [k, m] = l.split(x, rootHalf);
  const z = l.mul(y, log2Of(l, k, m));
  const usual = l.le(l.add(l.abs(k), l.abs(z)), maxOctaves);
  const t = l.add(z, pointMagic);
  const [root] = l.root(t, pointMagic);
  const plain = times(l, root, l.sub(z, l.sub(t, pointMagic)));
  return l.apart(l.not(usual), plain, anyPower, x, y);
}

/** log2 (m 2^k) to about two ulp: with the nearest point c and s = (m - c) / (c ln 2), log2 m = log2 c + s + s^2 P(s). */
function log2Of<V, M>(l: Lanes<V, M>, k: V, m: V): V {
  const at = l.add(m, firstPoint);
  const [q, big] = l.row(log2Rows, at) as [V, V];
  const s = l.mul(l.sub(m, l.sub(at, firstPoint)), q);
  const s2 = l.mul(s, s);
  const [c0, c1, c2, c3, c4] = log2Short;
  const curve = l.add(l.add(c0, l.mul(s, c1)), l.mul(s2, l.add(l.add(c2, l.mul(s, c3)), l.mul(s2, c4))));
  return l.add(k, l.add(big, l.add(s, l.mul(s2, curve))));
}

/** root * 2 ** r, abs(r) up to 1/512. */
function times<V, M>(l: Lanes<V, M>, root: V, r: V): V {
  const [c0, c1, c2, c3] = rootShort;
  const slope = l.add(l.add(c0, l.mul(r, c1)), l.mul(l.mul(r, r), l.add(c2, l.mul(r, c3))));
  return l.add(root, l.mul(root, l.mul(r, slope)));
}
