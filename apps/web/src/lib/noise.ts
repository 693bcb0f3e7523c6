/**
 * When a change is more than chance. Every page asks here, so that none gives a colour or an arrow to what is noise. Two things hide a
 * change: the digits that it is shown in, which the caller checks, and that the futures are a sample: other draws give other counts.
 */

/** How many standard errors a change must be: about 19 of 20 draws differ by less. */
const standardErrors = 2;

/**
 * How far a count of futures may differ by chance alone, in futures: two standard errors of a count out of n. A count of none or all
 * has no spread of its own, so the share is first drawn two futures towards the middle (Agresti and Coull, 1998).
 *
 * @param count futures that meet the target
 * @param of futures drawn
 */
export function countNoise(count: number, of: number): number {
  const share = (count + 2) / (of + 4);
  return standardErrors * Math.sqrt(of * share * (1 - share));
}

/** Whether a count of futures that became another is more than chance. */
export const isCountChange = (before: number, after: number, of: number): boolean =>
  Math.abs(after - before) > countNoise(before, of);

/**
 * Whether a count became another by more than chance, where both are of the same futures: the sign test over the futures that changed
 * sides (McNemar, 1947). The others say nothing, so a small change that is the same in every draw is told from chance.
 *
 * @param gained futures that meet the target and did not
 * @param lost futures that no longer meet it
 */
export const isPairedChange = (gained: number, lost: number): boolean =>
  Math.abs(gained - lost) > standardErrors * Math.sqrt(gained + lost);

/** Width of the 10-90 % band of a normal distribution, in standard deviations. */
const bandWidth = 2.5631;
/** Standard error of a median against that of a mean, for a normal distribution: the root of half pi. */
const medianAgainstMean = Math.sqrt(Math.PI / 2);

/**
 * How far the median of n futures may differ by chance alone: two standard errors, with the spread read from the 10-90 % band.
 *
 * @param band p10 and p90 in any unit; the answer is in that unit
 * @param of futures drawn
 */
export const medianNoise = (
  { p10, p90 }: { readonly p10: number; readonly p90: number },
  of: number,
): number =>
  of === 0
    ? Number.POSITIVE_INFINITY
    : (standardErrors * medianAgainstMean * Math.abs(p90 - p10)) / bandWidth / Math.sqrt(of);
