import { at } from '@schaalsprong/words';
import { orderOf } from '../../statistics/ranks.ts';
import type { GivenInput } from './given-data.ts';

/** The cases, divided by the value of one input. */
export interface Classes {
  /** Per class the places of its cases; no class is empty. */
  readonly members: readonly Uint32Array[];
}

/**
 * Divides cases by an input: words by word, numbers into classes of equally many. Equal numbers are never in two classes, so
 * an input with few different values has a class for each, and classes may differ in size.
 *
 * @param classes how many, for numbers
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
