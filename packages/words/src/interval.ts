/** A set of numbers between two ends; `null` is an end at infinity, `minOpen` and `maxOpen` leave the end itself out. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** True where every number of the first interval lies in the second. */
export function within(inner: Interval, outer: Interval): boolean {
  const above =
    outer.min === null ||
    (inner.min !== null &&
      (inner.min > outer.min || (inner.min === outer.min && (inner.minOpen || !outer.minOpen))));
  const below =
    outer.max === null ||
    (inner.max !== null &&
      (inner.max < outer.max || (inner.max === outer.max && (inner.maxOpen || !outer.maxOpen))));
  return above && below;
}

/** The numbers that lie in both. */
export function intersection(a: Interval, b: Interval): Interval {
  const [low, lowOther] =
    (a.min ?? Number.NEGATIVE_INFINITY) >= (b.min ?? Number.NEGATIVE_INFINITY) ? [a, b] : [b, a];
  const [high, highOther] =
    (a.max ?? Number.POSITIVE_INFINITY) <= (b.max ?? Number.POSITIVE_INFINITY) ? [a, b] : [b, a];
  return {
    min: low.min,
    max: high.max,
    minOpen: low.minOpen || (low.min === lowOther.min && lowOther.minOpen),
    maxOpen: high.maxOpen || (high.max === highOther.max && highOther.maxOpen),
  };
}

/** True where no number lies in the interval. */
export const isEmpty = ({ min, max, minOpen, maxOpen }: Interval): boolean =>
  min !== null && max !== null && (min > max || (min === max && (minOpen || maxOpen)));

/** True where the number lies in the interval. */
export const contains = ({ min, max, minOpen, maxOpen }: Interval, x: number): boolean =>
  (min === null || (minOpen ? x > min : x >= min)) && (max === null || (maxOpen ? x < max : x <= max));

/** True where the number lies in the interval or on its edge. */
export const touches = (interval: Interval, x: number): boolean =>
  contains({ ...interval, minOpen: false, maxOpen: false }, x);

/** An interval as people who maintain content write it: `[61500, 62500]`, `<12000, ∞]`. */
export const showInterval = ({ min, max, minOpen, maxOpen }: Interval): string =>
  `${minOpen ? '<' : '['}${min ?? '-∞'}, ${max ?? '∞'}${maxOpen ? '>' : ']'}`;
