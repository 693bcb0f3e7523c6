import { at, nearest } from '@schaalsprong/words';
import type { FuturesProblem } from '../../problems.ts';
import { cholesky, type Matrix } from './cholesky.ts';
import { correlationProblems } from './correlation-problems.ts';

/** How uncertainties are correlated: rank correlations (Spearman) of some of them; the others are independent. */
export interface Correlations {
  readonly names: readonly string[];
  /** By rows, in the order of the names. */
  readonly values: Matrix;
}

/** Two numbers of a matrix that was written by hand are the same up to this. */
const SAME = 1e-9;

/**
 * Everything that keeps numbers from being the correlations of these dimensions, with where: names, shape, values outside
 * -1 to 1, the diagonal, symmetry; and where all of that is right, which of them cannot exist together.
 *
 * @param known names of the dimensions that there are
 */
export function correlationFaults(
  { names, values }: Correlations,
  known: readonly string[],
): readonly FuturesProblem[] {
  const found: FuturesProblem[] = [];
  const widest = Math.max(0, ...values.map((row) => row.length));
  if (
    names.length < 2 ||
    values.length !== names.length ||
    values.some((row) => row.length !== names.length)
  ) {
    return [correlationProblems.shape(values.length, widest, names.length)];
  }
  names.forEach((name, i) => {
    if (names.indexOf(name) !== i) found.push(correlationProblems.nameTwice(name));
    if (!known.includes(name)) found.push(correlationProblems.nameUnknown(name, nearest(name, known)));
  });
  names.forEach((row, i) => {
    const own = at(at(values, i), i);
    if (!(Math.abs(own - 1) <= SAME)) found.push(correlationProblems.diagonal(row, own));
    for (let j = 0; j < i; j++) {
      const column = at(names, j);
      const one = at(at(values, i), j);
      const other = at(at(values, j), i);
      const wrong = [one, other].find((value) => !(Math.abs(value) <= 1));
      if (wrong !== undefined) found.push(correlationProblems.outside(row, column, wrong));
      else if (Math.abs(one - other) > SAME) {
        found.push(correlationProblems.asymmetric(row, column, one, other));
      }
    }
  });
  if (found.length > 0) return found;
  const failed = cholesky(values);
  if (typeof failed !== 'number') return [];
  const together = smallestImpossible(
    values,
    Array.from({ length: failed + 1 }, (_, i) => i),
  );
  return [
    correlationProblems.impossible(
      together.map((i) => at(names, i)),
      largestFactor(values),
    ),
  ];
}

const part = (matrix: Matrix, kept: readonly number[]): Matrix =>
  kept.map((i) => kept.map((j) => at(at(matrix, i), j)));

/** Leaves out what is not needed for the contradiction, so that it can be looked at. */
function smallestImpossible(matrix: Matrix, members: readonly number[]): readonly number[] {
  let kept = members;
  for (const member of members) {
    const without = kept.filter((one) => one !== member);
    if (typeof cholesky(part(matrix, without)) === 'number') kept = without;
  }
  return kept;
}

/** By how much all correlations must shrink at least, rounded down to two decimals; 0 always does. */
function largestFactor(matrix: Matrix): number {
  for (let hundredths = 99; hundredths > 0; hundredths--) {
    const factor = hundredths / 100;
    const shrunk = matrix.map((row, i) => row.map((value, j) => (i === j ? 1 : factor * value)));
    if (typeof cholesky(shrunk) !== 'number') return factor;
  }
  return 0;
}
