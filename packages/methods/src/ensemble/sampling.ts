import { isSeed } from '@schaalsprong/model';
import { type Distribution, distributionFault } from '@schaalsprong/words';
import { sizeProblems } from '../designs/size.ts';
import { latinColumn } from '../designs/space-filling/latin-hypercube.ts';
import { quantile, quantileFunction } from '../distributions/distributions.ts';
import { FuturesError, type FuturesProblem, problems } from '../problems.ts';

/** Many futures: one number per uncertainty and future. Plain data: can be posted to a worker thread. */
export interface Futures {
  /** Number of futures; every array below is this long. */
  readonly count: number;
  readonly seed: number;
  /** Model variable (as the uncertainty names it) to its value in each future, in the variable's own unit. */
  readonly values: Readonly<Record<string, Float64Array>>;
  /** The same arrays by the id of the uncertainty. */
  readonly byId: Readonly<Record<string, Float64Array>>;
}

/** The fields of an uncertainty that sampling needs. */
export interface SampledUncertainty {
  readonly id: string;
  readonly variable: string;
  readonly distribution: Distribution;
}

/**
 * A Latin hypercube of `count` futures: for every uncertainty each of `count` strata of equal probability holds
 * exactly one future.
 *
 * Future i of uncertainty x has two uniform numbers, from the seed, the stream of x's id and i alone
 * (Philox4x32-10). The rank of the first among all futures is the stratum, the second is the place inside it:
 * `quantile((rank + second) / count)`. Hence
 * - the same seed gives the same futures for every scenario (common random numbers), on every machine;
 * - adding, removing or reordering uncertainties changes no number of the others;
 * - with a larger sample an existing future moves by a few strata at most: future 17 of 100 is close to future 17 of
 *   1,000, because its rank follows from the same first number.
 *
 * @param count whole number, at least 1
 * @param seed whole number from 0 to 2^53 - 1
 * @throws FuturesError with every fault found: count, seed, too many numbers, an empty range, two uncertainties on one id or variable
 *
 * Source: M. McKay, R. Beckman, W. Conover, Technometrics 21 (1979).
 *
 * @example
 * ```ts
 * import { sampleFutures } from '@schaalsprong/methods/ensemble';
 *
 * const price = { id: 'price', variable: 'price', distribution: { kind: 'uniform', min: 100, max: 200 } } as const;
 * const futures = sampleFutures([price], 1000, 1);
 * futures.values.price?.length; // => 1000
 * futures.values.price?.filter((value) => value < 110).length; // => 100
 * ```
 */
export function sampleFutures(
  uncertainties: readonly SampledUncertainty[],
  count: number,
  seed: number,
): Futures {
  const found: FuturesProblem[] = [];
  if (!Number.isSafeInteger(count) || count < 1) found.push(problems.count(count));
  else found.push(...sizeProblems(count, Math.max(1, uncertainties.length)));
  if (!isSeed(seed)) found.push(problems.seed(seed));
  const ids = new Set<string>();
  const variables = new Map<string, string>();
  for (const { id, variable, distribution } of uncertainties) {
    if (ids.has(id)) found.push(problems.duplicateUncertainty(id));
    ids.add(id);
    const other = variables.get(variable);
    if (other !== undefined) found.push(problems.duplicateVariable(variable, other, id));
    variables.set(variable, id);
    const fault = distributionFault(distribution);
    if (fault !== null) found.push(problems.distribution(id, fault));
  }
  if (found.length > 0) throw new FuturesError(found);

  const columns = columnsOf(uncertainties, ({ distribution, id }) =>
    latinColumn(id, count, seed).map(quantileFunction(distribution)),
  );
  return { count, seed, ...columns };
}

function columnsOf(
  uncertainties: readonly SampledUncertainty[],
  columnOf: (uncertainty: SampledUncertainty) => Float64Array,
): Pick<Futures, 'values' | 'byId'> {
  const columns = uncertainties.map((of) => ({ of, column: columnOf(of) }));
  return {
    values: Object.fromEntries(columns.map(({ of, column }) => [of.variable, column])),
    byId: Object.fromEntries(columns.map(({ of, column }) => [of.id, column])),
  };
}

/**
 * One future with every uncertainty at its median: the base run. The seed has no effect and is reported as 0.
 *
 * @example
 * ```ts
 * import { medianFuture } from '@schaalsprong/methods/ensemble';
 *
 * const base = medianFuture([
 *   { id: 'price', variable: 'price', distribution: { kind: 'uniform', min: 100, max: 200 } },
 * ]);
 * base.values; // => { price: Float64Array.of(150) }
 * ```
 */
export function medianFuture(uncertainties: readonly SampledUncertainty[]): Futures {
  const columns = columnsOf(uncertainties, ({ distribution }) =>
    Float64Array.of(quantile(distribution, 0.5)),
  );
  return { count: 1, seed: 0, ...columns };
}
