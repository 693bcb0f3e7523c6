import { at } from '@schaalsprong/words';

/** p10, p50, p90 over futures of one number, in the unit of the target. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/**
 * The quantile of sorted numbers by linear interpolation between order statistics: type 7 of R. Hyndman and Y. Fan,
 * 'Sample quantiles in statistical packages' (1996); place (n - 1) p counted from zero.
 *
 * @param sorted ascending; NaN for no numbers
 * @param p from 0 to 1
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = at(sorted, below);
  const high = at(sorted, Math.min(below + 1, sorted.length - 1));
  // Equal neighbours stay exact.
  return low === high ? low : low + (place - below) * (high - low);
}

/** p10, p50 and p90 of numbers in any order; the array is not changed. NaN for no numbers. */
export function quantilesOf(values: Float64Array): Quantiles {
  const sorted = values.slice().sort();
  return {
    p10: quantileOfSorted(sorted, 0.1),
    p50: quantileOfSorted(sorted, 0.5),
    p90: quantileOfSorted(sorted, 0.9),
  };
}

/** The median of numbers in any order; the array is not changed. */
export function medianOf(values: Float64Array): number {
  return quantileOfSorted(values.slice().sort(), 0.5);
}
