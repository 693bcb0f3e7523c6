/** The places of numbers from smallest to largest; equal ones in the order in which they stand. */
export function orderOf(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  return order.sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0) || i - j);
}

/** Ranks from 1; equal numbers share the mean of their ranks. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = orderOf(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let k = from; k < to; k++) ranks[order[k] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
