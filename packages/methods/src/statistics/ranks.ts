import { at, numberAt } from '@schaalsprong/words';

/** Indices of values from smallest to largest; ties in the order of their indices. */
export function orderOf(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, i) => i);
  return order.sort((i, j) => numberAt(values, i) - numberAt(values, j) || i - j);
}

/** Ranks from 1; ties share the mean of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = orderOf(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    const value = values[at(order, from)];
    let to = from + 1;
    while (to < order.length && values[at(order, to)] === value) to++;
    for (const i of order.subarray(from, to)) ranks[i] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
