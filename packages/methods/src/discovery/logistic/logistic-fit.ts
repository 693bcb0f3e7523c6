import { exp, ln } from '@schaalsprong/model';
import { numberAt } from '@schaalsprong/words';
import { sameLength } from '../../linear/dot.ts';
import { solveSymmetric } from './symmetric.ts';

/** A logistic regression that was fitted. */
export interface Fit {
  /** The intercept first, then one per column. */
  readonly coefficients: Float64Array;
  /** Per row the fitted chance. */
  readonly fitted: Float64Array;
  /** -2 ln likelihood. */
  readonly deviance: number;
  /** Whether the steps came to rest. */
  readonly converged: boolean;
}

/**
 * Ridge on all coefficients but the intercept, of columns with standard deviation 1: too little to be seen where a fit exists,
 * enough to keep it finite where the futures can be separated without an error.
 */
const RIDGE = 1e-3;
const MOST_STEPS = 100;
const AT_REST = 1e-9;
/** Chances stay this far from 0 and 1, so that their logarithms and weights are numbers. */
const EDGE = 1e-12;
/** Rows whose likelihoods are multiplied before the logarithm: even at the edge their product is far above the least double. */
const TOGETHER = 20;

/**
 * Fits ln(p / (1 - p)) = b0 + sum b x by iteratively reweighted least squares, with a small ridge. Steps that make the
 * penalised deviance worse are halved.
 *
 * @param columns with mean 0 and standard deviation 1
 * @param interest per row 0 or 1, both present
 * @param start coefficients of a fit of the first of these columns, from which this one starts
 */
export function fitLogistic(
  columns: readonly Float64Array[],
  interest: Uint8Array,
  start: Float64Array = new Float64Array(),
): Fit {
  let coefficients = new Float64Array(columns.length + 1);
  coefficients.set(start);
  let now = evaluate(columns, interest, coefficients);
  let converged = false;
  for (let step = 0; step < MOST_STEPS && !converged; step++) {
    const { hessian, gradient } = derivatives(columns, interest, now.fitted, coefficients);
    const direction = solveSymmetric(hessian, gradient);
    if (direction === null) break;
    let next = now;
    let moved = coefficients;
    for (let scale = 1; scale > 1e-6; scale /= 2) {
      moved = coefficients.map((each, i) => each + scale * numberAt(direction, i));
      next = evaluate(columns, interest, moved);
      if (next.penalised <= now.penalised) break;
    }
    converged = now.penalised - next.penalised <= AT_REST * (Math.abs(now.penalised) + 1);
    if (next.penalised <= now.penalised) [coefficients, now] = [moved, next];
  }
  return { coefficients, fitted: now.fitted, deviance: now.deviance, converged };
}

function evaluate(
  columns: readonly Float64Array[],
  interest: Uint8Array,
  coefficients: Float64Array,
): { readonly fitted: Float64Array; readonly deviance: number; readonly penalised: number } {
  const linear = new Float64Array(interest.length).fill(numberAt(coefficients, 0));
  columns.forEach((column, place) => {
    const b = numberAt(coefficients, place + 1);
    sameLength(linear, column);
    for (let row = 0; row < linear.length; row++)
      linear[row] = (linear[row] ?? Number.NaN) + b * (column[row] ?? Number.NaN);
  });
  const fitted = linear.map((each) => Math.min(1 - EDGE, Math.max(EDGE, 1 / (1 + exp(-each)))));
  // The logarithm of a product of some, not of each: our own logarithm is what takes time here.
  let deviance = 0;
  for (let from = 0; from < fitted.length; from += TOGETHER) {
    let likelihood = 1;
    for (let row = from; row < Math.min(from + TOGETHER, fitted.length); row++) {
      const p = numberAt(fitted, row);
      likelihood *= interest[row] ? p : 1 - p;
    }
    deviance -= 2 * ln(likelihood);
  }
  const squares = coefficients.reduce((sum, each, at) => sum + (at === 0 ? 0 : each * each), 0);
  return { fitted, deviance, penalised: deviance + RIDGE * squares };
}

function derivatives(
  columns: readonly Float64Array[],
  interest: Uint8Array,
  fitted: Float64Array,
  coefficients: Float64Array,
): { readonly hessian: Float64Array; readonly gradient: Float64Array } {
  const size = columns.length + 1;
  const hessian = new Float64Array(size * size);
  const gradient = new Float64Array(size);
  const x = new Float64Array(size);
  x[0] = 1;
  sameLength(fitted, interest);
  for (const column of columns) sameLength(column, interest);
  // Plain reads: every place below is within the lengths checked above.
  for (let row = 0; row < interest.length; row++) {
    const p = fitted[row] ?? Number.NaN;
    const residual = (interest[row] ? 1 : 0) - p;
    const weight = p * (1 - p);
    let place = 1;
    for (const column of columns) x[place++] = column[row] ?? Number.NaN;
    for (let i = 0; i < size; i++) {
      const xi = x[i] ?? Number.NaN;
      gradient[i] = (gradient[i] ?? Number.NaN) + residual * xi;
      for (let j = 0; j <= i; j++) {
        hessian[i * size + j] = (hessian[i * size + j] ?? Number.NaN) + weight * xi * (x[j] ?? Number.NaN);
      }
    }
  }
  for (let i = 0; i < size; i++) {
    if (i > 0) {
      hessian[i * size + i] = numberAt(hessian, i * size + i) + RIDGE;
      gradient[i] = numberAt(gradient, i) - RIDGE * numberAt(coefficients, i);
    }
    for (let j = 0; j < i; j++) hessian[j * size + i] = numberAt(hessian, i * size + j);
  }
  return { hessian, gradient };
}

/**
 * Rao's score statistic of adding columns to a fit: how much the deviance would fall, to first order, without refitting.
 *
 * @returns 0 where the new columns are a combination of those in the fit
 */
export function scoreStatistic(
  columns: readonly Float64Array[],
  added: readonly Float64Array[],
  interest: Uint8Array,
  fitted: Float64Array,
): number {
  const all = [...columns, ...added];
  const { hessian, gradient } = derivatives(all, interest, fitted, new Float64Array(all.length + 1));
  const direction = solveSymmetric(hessian, gradient);
  if (direction === null) return 0;
  return direction.reduce((sum, each, at) => sum + each * numberAt(gradient, at), 0);
}
