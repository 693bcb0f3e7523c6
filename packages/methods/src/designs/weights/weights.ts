import { at, must, nearest, numberAt, uint32At } from '@schaalsprong/words';
import type { FuturesProblem } from '../../problems.ts';
import { refuse } from '../problems.ts';
import { weightProblems } from './weight-problems.ts';

/**
 * How much each future counts, as a user wants it. A weight is a choice of who weighs and says nothing about how likely a
 * future is: what follows from it is a count of futures that do not all count alike, never a chance.
 */
export interface Weights {
  /** Per future; together as many as there are futures, so that a weighted count reads like a count. */
  readonly values: Float64Array;
  /**
   * To how many futures of equal weight this comes down: (sum w)^2 / sum w^2. Few where some futures count for much.
   *
   * Source: L. Kish, Survey Sampling (1965).
   */
  readonly effective: number;
}

/** Which side of a limit a rule speaks of. */
export const comparisons = ['above', 'at-least', 'below', 'at-most', 'equal'] as const;
/** Whether a rule is about values above or below its limit. */
export type Comparison = (typeof comparisons)[number];

/** Futures in which an uncertainty lies on one side of a limit count so many times. */
export interface WeightRule {
  readonly input: string;
  readonly comparison: Comparison;
  readonly limit: number;
  /** 2 to count twice, 0 to leave out. */
  readonly times: number;
}

/**
 * Weights, made to add up to the number of futures.
 *
 * @param given one per future, 0 or more, in any unit
 * @throws FuturesError where a weight is negative or no number (the first ten are named), or all are zero
 */
export function weightsOf(given: ArrayLike<number>): Weights {
  const found: FuturesProblem[] = [];
  let sum = 0;
  for (let future = 0; future < given.length; future++) {
    const weight = at(given, future);
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY) && found.length < mostNamed) {
      found.push(weightProblems.value(future + 1, weight));
    }
    sum += weight;
  }
  if (found.length === 0 && !(sum > 0 && sum < Number.POSITIVE_INFINITY))
    found.push(weightProblems.nothing());
  refuse(found);
  const values = Float64Array.from(given, (weight) => (weight / sum) * given.length);
  let squares = 0;
  for (const value of values) squares += value * value;
  return { values, effective: given.length ** 2 / squares };
}

/** So many faulty weights are named: a column that is no column of weights should not fill a screen. */
const mostNamed = 10;

/**
 * Weights by rules. Every rule that fits a future multiplies its weight, which starts at 1.
 *
 * @param columns uncertainty to its value in each future, in its own unit
 * @param count number of futures
 * @throws FuturesError with every rule that is wrong, or where the rules leave nothing
 */
export function weightsByRules(
  columns: Readonly<Record<string, Float64Array>>,
  count: number,
  rules: readonly WeightRule[],
): Weights {
  const byName = new Map(Object.entries(columns));
  const known = [...byName.keys()];
  refuse(
    rules.flatMap(({ input, limit, times }, i) => [
      ...(byName.has(input) ? [] : [weightProblems.input(i + 1, input, nearest(input, known))]),
      ...(Number.isNaN(limit) ? [weightProblems.rule(i + 1, limit)] : []),
      ...(times >= 0 && times < Number.POSITIVE_INFINITY ? [] : [weightProblems.rule(i + 1, times)]),
    ]),
  );
  const values = new Float64Array(count).fill(1);
  for (const { input, comparison, limit, times } of rules) {
    const column = must(byName, input);
    for (let future = 0; future < count; future++) {
      if (fits(numberAt(column, future), comparison, limit))
        values[future] = numberAt(values, future) * times;
    }
  }
  return weightsOf(values);
}

function fits(value: number, comparison: Comparison, limit: number): boolean {
  switch (comparison) {
    case 'above':
      return value > limit;
    case 'at-least':
      return value >= limit;
    case 'below':
      return value < limit;
    case 'at-most':
      return value <= limit;
    case 'equal':
      return value === limit;
  }
}

/** A count of futures, plainly and as they are weighed; both of the same number of futures. */
export interface WeightedCount {
  readonly count: number;
  /** The weights of those futures together: as many as the count where all weigh the same. */
  readonly weighed: number;
  readonly of: number;
}

/**
 * In how many futures something holds.
 *
 * @param holds per future, in the order of the weights
 */
export function weightedCount({ values }: Weights, holds: (future: number) => boolean): WeightedCount {
  let count = 0;
  let weighed = 0;
  for (let future = 0; future < values.length; future++) {
    if (!holds(future)) continue;
    count++;
    weighed += numberAt(values, future);
  }
  return { count, weighed, of: values.length };
}

/**
 * Quantiles of futures that do not all count alike: the sorted futures are laid out with a length each of their weight,
 * and read in the middle of each length of one, as if that were one future; between those as type 7 does (see `quantiles`). With equal
 * weights the numbers are those of the unweighted quantiles, bit for bit.
 *
 * @param outcome one number per future, in the order of the weights
 * @param probabilities from 0 to 1
 * @throws FuturesError where there are not as many numbers as weights
 */
export function weightedQuantiles(
  outcome: Float64Array,
  { values }: Weights,
  probabilities: readonly number[],
): readonly number[] {
  const count = values.length;
  if (outcome.length !== count) refuse([weightProblems.length(count, outcome.length)]);
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  order.sort((i, j) => numberAt(outcome, i) - numberAt(outcome, j) || i - j);
  const ends = new Float64Array(count);
  let end = 0;
  order.forEach((future, rank) => {
    end += numberAt(values, future);
    ends[rank] = end;
  });
  const outcomeAt = (place: number): number =>
    numberAt(outcome, uint32At(order, firstBeyond(ends, place + 0.5)));
  return probabilities.map((p) => {
    const place = (count - 1) * p;
    const below = Math.floor(place);
    const low = outcomeAt(below);
    const high = outcomeAt(Math.min(below + 1, count - 1));
    return low === high ? low : low + (place - below) * (high - low);
  });
}

/** The first whose end lies beyond a place; the last where rounding left none. */
function firstBeyond(ends: Float64Array, place: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(ends, middle) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
