import { at } from '../layout/at.ts';

/** Quantile classes: a few bins with about equal counts. */
export interface Classes {
  /** upper limit of each class but the last */
  readonly bounds: readonly number[];
  readonly of: (value: number) => number;
  readonly count: number;
}

/**
 * Quantile classes for a choropleth. Equal values share a class, so there may be fewer classes than asked.
 *
 * @param most maximum number of classes, at least 1
 */
export function classesOf(values: readonly number[], most: number): Classes {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const count = Math.max(1, Math.min(most, sorted.length));
  const bounds = Array.from({ length: count - 1 }, (_, i) =>
    at(sorted, Math.ceil(((i + 1) * sorted.length) / count) - 1),
  );
  return {
    bounds,
    count,
    of: (value) => {
      const found = bounds.findIndex((bound) => value <= bound);
      return found < 0 ? count - 1 : found;
    },
  };
}
