/** The mean of numbers, summed from first to last; NaN for none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}

/**
 * The variance of numbers around their mean, in two passes.
 *
 * @param lost degrees of freedom: 0 for the population, 1 for an estimate from a sample
 */
export function varianceOf(values: ArrayLike<number>, lost: 0 | 1 = 0): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - mean) ** 2;
  return sum / (values.length - lost);
}

/**
 * Whether numbers are equal up to rounding. A model whose outcome is constant often differs in the last digit between runs, and an
 * index of that would be an index of noise.
 */
export function isConstant(values: ArrayLike<number>): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] ?? least);
    most = Math.max(most, values[i] ?? most);
  }
  return !(most - least > 1e-12 * Math.max(Math.abs(least), Math.abs(most)));
}
