import { at } from '@schaalsprong/words';

/**
 * The quantile of PRIM: ties are skipped, so that a limit lies midway between two values that differ. Place i = (n - 1) q
 * between the values before and after it; where these are equal, above the middle the lower one moves down, else the
 * higher one up, to the next value or the end.
 *
 * Source: sdtoolkit (B. Bryant) by way of EMA Workbench 3.0, `prim_util.get_quantile`.
 *
 * @param sorted ascending, at least one number
 * @param q between 0 and 1
 */
export function peelQuantile(sorted: ArrayLike<number>, q: number): number {
  const place = (sorted.length - 1) * q;
  let low = Math.floor(place);
  let high = Math.ceil(place);
  if (q > 0.5) {
    while (at(sorted, low) === at(sorted, high) && low > 0) low--;
  } else {
    while (at(sorted, low) === at(sorted, high) && high < sorted.length - 1) high++;
  }
  // Adding zero makes one zero of the two.
  return (at(sorted, low) + at(sorted, high)) / 2 + 0;
}
