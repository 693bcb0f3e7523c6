/** The mean of numbers, summed from first to last; NaN for none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  // Within the length, so never a default; a checked read would slow the bootstraps, which call this with two kinds of arrays.
  for (let i = 0; i < values.length; i++) sum += values[i] ?? Number.NaN;
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
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? Number.NaN) - mean) ** 2;
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
    const value = values[i] ?? Number.NaN;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return !(most - least > 1e-12 * Math.max(Math.abs(least), Math.abs(most)));
}
