import { processorMs } from '../../../scripts/testing/processor-time.ts';

/** The least milliseconds of processor time of a few rounds of work: what else the process does adds to the others. */
export const leastMs = (work: () => unknown): number =>
  Math.min(...[1, 2, 3].map(() => processorMs(() => void work())));

/**
 * How many times as long work takes on the large input as on the small one. For a law of growth: `growth(.., n, 8 * n)` is about 8 where
 * time is in proportion to length and 64 where it grows with the square, however fast or busy the machine is.
 * @param make prepares input of a size, outside the measurement, and gives the work on it
 */
export function growth(make: (size: number) => () => unknown, small: number, large: number): number {
  const first = make(small);
  first();
  return leastMs(make(large)) / Math.max(1, leastMs(first));
}
