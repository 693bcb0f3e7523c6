import { at, numberAt } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import { robustnessProblems as problems } from './problems.ts';

/** Whether more or less of an outcome is better. */
export type Direction = 'maximise' | 'minimise';

/** One outcome under every policy in every future. */
export interface PolicyOutcomes {
  /** Name of the outcome. */
  readonly objective: string;
  /** Which way is better. */
  readonly direction: Direction;
  readonly policies: readonly string[];
  readonly futures: readonly string[];
  /** Per policy a number per future, in the unit of the outcome. */
  readonly values: readonly Float64Array[];
  /** Per future how much it counts, on average 1; null where every future counts the same. */
  readonly weights: Float64Array | null;
}

/** The same before validation. */
export interface GivenOutcomes extends Omit<PolicyOutcomes, 'values' | 'weights'> {
  readonly values: readonly (readonly number[] | Float64Array)[];
  readonly weights?: ArrayLike<number> | null | undefined;
}

/**
 * Validates a table of outcomes and normalises weights to a mean of 1. A future of weight 0 is dropped, so that it cannot be the
 * worst case either; equal weights become null.
 *
 * @throws FuturesError with every fault: nothing in it, rows of unequal length, two of one name, numbers that are not
 *   finite, weights below zero or all zero
 *
 * @example
 * ```ts
 * import { policyOutcomes } from '@schaalsprong/methods/robustness';
 *
 * const outcomes = policyOutcomes({
 *   objective: 'homes',
 *   direction: 'maximise',
 *   policies: ['as is', 'faster'],
 *   futures: ['calm', 'crisis'],
 *   values: [
 *     [100, 60],
 *     [120, 50],
 *   ],
 *   weights: [3, 1],
 * });
 * outcomes.weights; // => Float64Array.of(1.5, 0.5)
 * ```
 */
export function policyOutcomes(given: GivenOutcomes): PolicyOutcomes {
  const { objective, direction, policies, futures } = given;
  const found: FuturesProblem[] = [];
  if (policies.length === 0 || futures.length === 0) found.push(problems.empty(objective));
  for (const [path, names] of [
    [`${objective}: policies`, policies],
    [`${objective}: futures`, futures],
  ] as const) {
    const seen = new Set<string>();
    for (const name of names) {
      if (seen.has(name)) found.push(problems.duplicate(path, name));
      seen.add(name);
    }
  }
  if (given.values.length !== policies.length) {
    found.push(problems.shape(objective, given.values.length, policies.length));
  }
  given.values.forEach((row, policy) => {
    const place = `${objective}: ${policies[policy] ?? policy}`;
    if (row.length !== futures.length) found.push(problems.shape(place, row.length, futures.length));
    row.forEach((value, future) => {
      if (!Number.isFinite(value)) found.push(problems.notFinite(`${place}, ${futures[future] ?? future}`));
    });
  });
  const { weights } = given;
  if (weights) {
    if (weights.length !== futures.length) {
      found.push(problems.shape(`${objective}: weights`, weights.length, futures.length));
    }
    Array.from(weights).forEach((weight, future) => {
      if (!(weight >= 0 && Number.isFinite(weight))) {
        found.push(problems.weights(`weights: ${futures[future] ?? future}`, String(weight)));
      }
    });
    if (!Array.from(weights).some((weight) => weight !== 0)) found.push(problems.weights('weights', '0'));
  }
  if (found.length > 0) throw new FuturesError(found);

  const values = given.values.map((row) => Float64Array.from(row));
  if (!weights) return { objective, direction, policies, futures, values, weights: null };
  const counting = futures.flatMap((_, future) => (at(weights, future) > 0 ? [future] : []));
  const kept = Float64Array.from(counting, (future) => at(weights, future));
  const mean = sumInOrder(kept) / kept.length;
  return {
    objective,
    direction,
    policies,
    futures: counting.map((future) => at(futures, future)),
    values: values.map((row) => Float64Array.from(counting, (future) => numberAt(row, future))),
    weights: kept.every((weight) => weight === kept[0]) ? null : kept.map((weight) => weight / mean),
  };
}

/** A sum in ascending order: bitwise independent of the order of the values. */
export function sumInOrder(values: Float64Array): number {
  let sum = 0;
  for (const value of Float64Array.from(values).sort()) sum += value;
  return sum;
}

/** Total weight of the futures; their number where they are unweighted. */
export const weightOf = ({ weights, futures }: PolicyOutcomes): number =>
  weights === null ? futures.length : sumInOrder(weights);
