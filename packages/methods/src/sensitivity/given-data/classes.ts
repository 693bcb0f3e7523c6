import { at } from '@schaalsprong/words';
import { orderOf } from '../../statistics/ranks.ts';
import type { GivenInput } from './given-data.ts';

/** Cases binned by the value of one input. */
export interface Classes {
  /** Per class the places of its cases; no class is empty. */
  readonly members: readonly Uint32Array[];
}

/**
 * Bins cases by an input: by category, or into quantile bins. Ties are never split over bins, so an input with few distinct values
 * has a bin per value, and bins may differ in size.
 *
 * @param classes number of quantile bins
 */
export function divide({ values, categories }: GivenInput, classes: number): Classes {
  if (categories !== null) {
    const members = Array.from({ length: categories }, (_, category) =>
      Uint32Array.from(placesWhere(values, (value) => value === category)),
    );
    return { members: members.filter(({ length }) => length > 0) };
  }
  const order = orderOf(values);
  const members: Uint32Array[] = [];
  let from = 0;
  for (let k = 1; k <= classes; k++) {
    let to = Math.max(from, Math.round((k * order.length) / classes));
    while (to > from && to < order.length && values[at(order, to)] === values[at(order, to - 1)]) to++;
    if (to > from) members.push(order.slice(from, to));
    from = to;
  }
  return { members };
}

function placesWhere(values: Float64Array, holds: (value: number) => boolean): number[] {
  const places: number[] = [];
  values.forEach((value, i) => {
    if (holds(value)) places.push(i);
  });
  return places;
}
