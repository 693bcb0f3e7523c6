import { exp, ln } from './elementary.ts';

/**
 * The gamma function and the two incomplete functions that the distributions need. Only arithmetic, `Math.sqrt` and our own
 * exponential and logarithm are used.
 */

/** B(2k) / (2k (2k - 1)) for k = 8 .. 1: the coefficients of Stirling's series, highest first. */
const STIRLING = [
  -3617 / 122400,
  1 / 156,
  -691 / 360360,
  1 / 1188,
  -1 / 1680,
  1 / 1260,
  -1 / 360,
  1 / 12,
] as const;

const HALF_LN_TWO_PI = 0.9189385332046727;

/**
 * ln Gamma(x) for x > 0, absolute error below 4e-15 times max(1, |ln Gamma(x)|); NaN for other x.
 *
 * Source: Abramowitz and Stegun 6.1.40 (Stirling's series), from x >= 10; below that Gamma(x + 1) = x Gamma(x).
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let z = x;
  let product = 1;
  while (z < 10) {
    product *= z;
    z += 1;
  }
  const inverse = 1 / z;
  const square = inverse * inverse;
  let series = 0;
  for (const coefficient of STIRLING) series = series * square + coefficient;
  return (z - 0.5) * ln(z) - z + HALF_LN_TWO_PI + series * inverse - ln(product);
}

const TINY = 1e-300;
const EPSILON = 2 ** -53;

/** Terms of a series or a fraction: enough for shapes up to 1e8, whose length grows with the square root. */
const MAX_TERMS = 100_000;

/**
 * P(a, x) and Q(a, x) = 1 - P: the regularised incomplete gamma functions, of which the smaller is computed.
 *
 * Source: Abramowitz and Stegun 6.5.29 (series, x < a + 1) and 6.5.31 (continued fraction, by Lentz's method).
 *
 * @param a above 0
 * @param x 0 or more
 * @param lnGammaOfA ln Gamma(a), where the caller has it already
 */
export function incompleteGamma(
  a: number,
  x: number,
  lnGammaOfA: number = lnGamma(a),
): { lower: number; upper: number } {
  if (!(a > 0 && x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const factor = exp(a * ln(x) - x - lnGammaOfA);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, sum * factor);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const an = -n * (n - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) <= EPSILON * 2) break;
  }
  const upper = Math.min(1, fraction * factor);
  return { lower: 1 - upper, upper };
}

/**
 * I_x(a, b): the regularised incomplete beta function.
 *
 * Source: Abramowitz and Stegun 26.5.8 (continued fraction, by Lentz's method), with I_x(a, b) = 1 - I_(1-x)(b, a).
 *
 * @param a above 0
 * @param b above 0
 * @param x from 0 to 1
 * @param scale ln of 1 / B(a, b), where the caller has it already
 */
export function incompleteBeta(
  a: number,
  b: number,
  x: number,
  scale: number = lnGamma(a + b) - lnGamma(a) - lnGamma(b),
): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return Number.NaN;
  if (x === 0 || x === 1) return x;
  const factor = exp(scale + a * ln(x) + b * ln(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (factor * betaFraction(a, b, x)) / a
    : 1 - (factor * betaFraction(b, a, 1 - x)) / b;
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let fraction = d;
  for (let m = 1; m < MAX_TERMS; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + term * d;
      if (Math.abs(d) < TINY) d = TINY;
      c = 1 + term / c;
      if (Math.abs(c) < TINY) c = TINY;
      d = 1 / d;
      fraction *= d * c;
    }
    if (Math.abs(d * c - 1) <= EPSILON * 2) break;
  }
  return fraction;
}
