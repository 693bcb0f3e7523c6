import { orderStatistics } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';

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
  const { below, above, part } = placeOf(sorted.length, p);
  return between(at(sorted, below), at(sorted, above), part);
}

function placeOf(n: number, p: number) {
  const place = (n - 1) * p;
  const below = Math.floor(place);
  return { below, above: Math.min(below + 1, n - 1), part: place - below };
}

const isNegativeZero = (value: number): boolean => Object.is(value, -0);

// Equal neighbours stay exact.
const between = (low: number, high: number, part: number): number =>
  low === high ? low : low + part * (high - low);

/** Numbers from which a pass or two is faster than a sort, also where most of them are the same. */
const many = 4096;

/**
 * {@link quantileOfSorted} of numbers in any order, to the bit, without sorting them where that is slower: of ten thousand futures the
 * policy table reads two dozen targets twice per move of a lever.
 */
function quantilesAt(values: Float64Array, probabilities: readonly number[]): readonly number[] {
  if (values.length >= many) {
    const places = probabilities.map((p) => placeOf(values.length, p));
    const ranks = [...new Set(places.flatMap(({ below, above }) => [below, above]))].sort((a, b) => a - b);
    const found = orderStatistics(values, ranks);
    // A sort puts NaN last and tells -0 from 0; order statistics do neither.
    if (!found.some((value) => Number.isNaN(value) || (value === 0 && values.some(isNegativeZero)))) {
      const valueAt = (rank: number): number => numberAt(found, ranks.indexOf(rank));
      return places.map(({ below, above, part }) => between(valueAt(below), valueAt(above), part));
    }
  }
  const sorted = values.slice().sort();
  return probabilities.map((p) => quantileOfSorted(sorted, p));
}

/** p10, p50 and p90 of numbers in any order; the array is not changed. NaN for no numbers. */
export function quantilesOf(values: Float64Array): Quantiles {
  const [p10, p50, p90] = quantilesAt(values, [0.1, 0.5, 0.9]);
  return { p10: p10 ?? Number.NaN, p50: p50 ?? Number.NaN, p90: p90 ?? Number.NaN };
}

/** The median of numbers in any order; the array is not changed. */
export const medianOf = (values: Float64Array): number => quantilesAt(values, [0.5])[0] ?? Number.NaN;
