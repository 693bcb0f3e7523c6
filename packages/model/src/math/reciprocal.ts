/** The points of the tables of logarithms are i/256 for i from the first to the last: from sqrt(1/2) to sqrt(2). */
export const points = { first: 181, last: 362 } as const;

/**
 * A number of at most eight bits near 256/i, so that its product with a number of 45 bits is exact, and its product with any
 * number from (i - 1/2)/256 to (i + 1/2)/256 is 1 plus an exact double below 2 ** -7. It is 1 at 255 too, so that the
 * logarithm of a number just below 1 is that double's alone.
 */
export function shortReciprocal(i: number): number {
  if (i === 255) return 1;
  return i < 256 ? Math.round(32768 / i) / 128 : Math.round(65536 / i) / 256;
}
