import { at, type Distribution } from '@schaalsprong/words';
import { designProblems, refuse } from '../problems.ts';
import { sizeProblems } from '../size.ts';

/** Levels of one dimension: how many, evenly from 0 to 1 with both ends; or the places themselves. */
export type Levels = number | readonly number[];

/**
 * Every combination of the levels of all dimensions; the last dimension changes fastest.
 *
 * @param levels per dimension; a single level lies in the middle
 * @returns one column per dimension, as many rows as the product of the levels
 * @throws FuturesError where a dimension has no levels, or there are too many combinations
 */
export function fullFactorial(levels: readonly Levels[]): readonly Float64Array[] {
  const wrong = levels.findIndex(
    (given) =>
      (typeof given === 'number' ? !Number.isSafeInteger(given) || given < 1 : given.length === 0) ||
      (typeof given !== 'number' && given.some((place) => !(place >= 0 && place <= 1))),
  );
  if (levels.length === 0 || wrong >= 0) refuse([designProblems.levels(wrong + 1, levels[wrong])]);
  const counts = levels.map((given) => (typeof given === 'number' ? given : given.length));
  const rows = counts.reduce((product, count) => product * count, 1);
  refuse(sizeProblems(rows, levels.length));
  let repeat = rows;
  return levels.map((given, dimension) => {
    const count = at(counts, dimension);
    repeat /= count;
    const places = typeof given === 'number' ? evenly(given) : given;
    return Float64Array.from({ length: rows }, (_, row) => at(places, Math.floor(row / repeat) % count));
  });
}

/**
 * Levels that suit a distribution: every value of a discrete one, every whole number of an integer one that has no more
 * than asked, and else as many as asked from end to end.
 *
 * @param most number of levels of what is continuous, and the most of what is whole
 */
export function levelsOf(distribution: Distribution, most: number): Levels {
  if (distribution.kind === 'discrete') {
    const total = distribution.values.reduce((sum, { weight }) => sum + weight, 0);
    let below = 0;
    return distribution.values.map(({ weight }) => {
      const middle = (below + weight / 2) / total;
      below += weight;
      return middle;
    });
  }
  if (distribution.kind !== 'integer') return most;
  const values = distribution.max - distribution.min + 1;
  return values > most ? most : Array.from({ length: values }, (_, i) => (i + 0.5) / values);
}

/** The most variables of a two-level design: with 4,096 its 8,192 rows are still within the limit of all designs. */
const mostFactors = 4096;

const evenly = (count: number): readonly number[] =>
  count === 1 ? [0.5] : Array.from({ length: count }, (_, i) => i / (count - 1));

/** The smallest k for which 2^k is at least a number of variables: 0 for 1, 2 for 3 and 4, 3 for 5 to 8. */
export function smallestExponent(variables: number): number {
  let exponent = 0;
  while (2 ** exponent < variables) exponent++;
  return exponent;
}

/**
 * A two-level fractional factorial of resolution IV: a Hadamard matrix of Sylvester's kind, folded over, so that no main
 * effect is confused with an interaction of two. Levels are 1 (high) and 0 (low); of columns beyond the variables nothing
 * is kept.
 *
 * @param variables number of dimensions, at least 1
 * @returns one column per dimension, 2^(k + 1) rows with k of {@link smallestExponent}
 * @throws FuturesError where there are too many variables
 *
 * Source: A. Saltelli and others, Global Sensitivity Analysis: the Primer (2008), chapter 2; rows as those of SALib.
 */
export function fractionalFactorial(variables: number): readonly Float64Array[] {
  if (!Number.isSafeInteger(variables) || variables < 1 || variables > mostFactors) {
    refuse([designProblems.dimensions(variables, mostFactors)]);
  }
  const half = 2 ** smallestExponent(variables);
  refuse(sizeProblems(2 * half, variables));
  return Array.from({ length: variables }, (_, column) =>
    Float64Array.from({ length: 2 * half }, (_, row) => {
      const high = oddBits((row % half) & column) === 0;
      return high === row < half ? 1 : 0;
    }),
  );
}

/** Whether a number has an odd number of bits that are set: the sign of an element of Sylvester's matrix. */
function oddBits(number: number): number {
  let odd = 0;
  for (let rest = number; rest > 0; rest &= rest - 1) odd ^= 1;
  return odd;
}
