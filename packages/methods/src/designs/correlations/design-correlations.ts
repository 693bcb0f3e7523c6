import type { Matrix } from './cholesky.ts';
import type { Correlations } from './correlation-matrix.ts';

/**
 * How correlations are put into a design:
 * - iman-conover: the values of each column stay and change places, so Latin strata stay whole
 * - copula: each point moves (a Gaussian copula), so a sequence of low discrepancy stays one
 */
export const correlationMethods = ['iman-conover', 'copula'] as const;
/** How rank correlations are imposed on a design. */
export type CorrelationMethod = (typeof correlationMethods)[number];

/** What a design was made to follow, and what became of it. */
export interface CorrelationsOfDesign extends Correlations {
  readonly method: CorrelationMethod;
  /** Rank correlations that the points have, by rows in the order of the names. */
  readonly achieved: Matrix;
}
