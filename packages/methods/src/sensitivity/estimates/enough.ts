import type { InputResult } from './result.ts';

/** Half-widths up to this part of the largest index count as narrow. */
export const narrowInterval = 0.1;

/** With fewer independent units the bootstrap spread itself is unreliable, however narrow the intervals. */
export const leastUnits = 32;

/** Safety factor: half-widths are estimates themselves, to some 7 % with a hundred resamples. */
const room = 1.2;

/** Whether there were enough runs. */
export interface Judgement {
  readonly enough: boolean;
  readonly runsNeeded: number | null;
  /** The widest half-width as a part of the largest index; 0 where no input weighs. */
  readonly width: number;
}

/**
 * The rule for 'enough runs': of the index that decides, the widest confidence interval over all inputs is at most 10 % of
 * the largest index to either side. The width over all inputs, not of each for itself, is the measure of Sarrazin, Pianosi
 * and Wagener, Environmental Modelling & Software 79 (2016); a tenth of the index is what the authors of SALib recommend
 * (issue 171). Half-widths shrink with the square root of the number of runs, from which the estimate of runs needed follows.
 *
 * @param runs runs used
 * @param units independent units among them: rows of a base sample, trajectories, runs
 * @param doubling whether the number of units must stay a power of two
 */
export function judgeRuns<Index extends string>(
  inputs: readonly InputResult<Index>[],
  decisive: Index,
  runs: number,
  units: number,
  doubling = false,
): Judgement {
  let largest = 0;
  let widest = 0;
  for (const { indices } of inputs) {
    // An input without the index, or an index without an interval, counts as 0: it widens nothing.
    largest = Math.max(largest, Math.abs(indices[decisive]?.value ?? 0));
    widest = Math.max(widest, indices[decisive]?.halfWidth ?? 0);
  }
  const width = largest > 0 ? widest / largest : 0;
  const enough = width <= narrowInterval && units >= leastUnits;
  if (enough) return { enough, runsNeeded: null, width };
  const needed = Math.max(leastUnits, units * ((room * width) / narrowInterval) ** 2);
  const whole = doubling ? 2 ** Math.ceil(Math.log2(needed)) : Math.ceil(needed);
  return { enough, runsNeeded: Math.ceil(whole * (runs / units)), width };
}
