import { exp, ln } from '@schaalsprong/model';

/**
 * ln(1 + x) that keeps its digits for small x: the rounding of 1 + x is the same in numerator and denominator.
 *
 * Source: W. Kahan; see N. Higham, Accuracy and Stability of Numerical Algorithms (2002), section 1.14.1 and problem 1.5.
 */
export function ln1p(x: number): number {
  const one = 1 + x;
  return one === 1 || one === Number.POSITIVE_INFINITY ? x : (ln(one) * x) / (one - 1);
}

/** e^x - 1 that keeps its digits for small x; from the same source. */
export function expm1(x: number): number {
  const power = exp(x);
  if (power === 1) return x;
  const above = power - 1;
  return above === -1 || power === Number.POSITIVE_INFINITY ? above : (above * x) / ln(power);
}
