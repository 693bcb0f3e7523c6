import { incompleteBeta } from '@schaalsprong/model';

/**
 * P(X >= k) of X ~ Bin(n, p): a one-sided test of k successes in n.
 *
 * Source: Abramowitz and Stegun 26.5.24: I_p(k, n - k + 1).
 *
 * @param k whole number, 0 to n
 * @param n whole number
 * @param p 0 to 1
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : Math.min(1, Math.max(0, incompleteBeta(k, n - k + 1, p)));
}
