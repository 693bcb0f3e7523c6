import { at, numberAt } from '@schaalsprong/words';
import { quantileOfSorted } from '../distributions/quantiles.ts';
import { sumInOrder } from './outcomes.ts';

/**
 * The mean of numbers, each counting as its weight. Terms are summed in ascending order, so that the order of the
 * futures does not change a bit.
 *
 * @param weights on average 1; null for all the same
 */
export function meanOf(values: Float64Array, weights: Float64Array | null): number {
  if (values.length === 0) return Number.NaN;
  if (values.every((value) => value === values[0])) return numberAt(values, 0);
  return weights === null
    ? sumInOrder(values) / values.length
    : sumInOrder(values.map((value, i) => value * numberAt(weights, i))) / sumInOrder(weights);
}

/** The population standard deviation (divided by n): the futures are the whole population, not a sample of one. */
export function deviationOf(values: Float64Array, weights: Float64Array | null): number {
  const mean = meanOf(values, weights);
  return Math.sqrt(
    meanOf(
      values.map((value) => (value - mean) ** 2),
      weights,
    ),
  );
}

/**
 * A percentile: type 7 of Hyndman and Fan, by linear interpolation between numbers in order. With weights its
 * generalisation, which gives type 7 for equal ones: each number spans its weight on [0, 1], and the percentile is the mean of what lies
 * under a window of width 1/n* that slides with p, n* being Kish's effective number of futures.
 *
 * Source: A. Akinshin, 'Weighted quantile estimators', arXiv:2304.07265 (2023), section 2.
 *
 * @param p from 0 to 1
 * @param weights on average 1; null for all the same
 */
export function percentileOf(values: Float64Array, weights: Float64Array | null, p: number): number {
  if (weights === null) return quantileOfSorted(Float64Array.from(values).sort(), p);
  const order = Array.from(values.keys()).sort(
    (i, j) => numberAt(values, i) - numberAt(values, j) || numberAt(weights, i) - numberAt(weights, j),
  );
  const total = sumInOrder(weights);
  const effective = total ** 2 / sumInOrder(weights.map((weight) => weight ** 2));
  const left = (p * (effective - 1)) / effective;
  const under = (t: number): number => Math.min(1, Math.max(0, (t - left) * effective));
  let passed = 0;
  let share = 0;
  let result = 0;
  for (const i of order) {
    passed += numberAt(weights, i);
    const next = under(passed / total);
    result += (next - share) * numberAt(values, i);
    share = next;
  }
  // Rounding may leave a sliver of the window: it goes to the largest value.
  return result + (1 - share) * numberAt(values, at(order, order.length - 1));
}
