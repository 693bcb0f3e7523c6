import type { BackTestCountResponse } from '@schaalsprong/wire';

/** How many outcomes came, and how many of them outside the band. */
type Outside = NonNullable<BackTestCountResponse['all']>;

/**
 * The outcomes of the back-test that count for a fan: those of its own figure where that was tested, else all.
 *
 * @param indicator of the fan; null where a fan has none
 */
export function outsideOf(
  counts: BackTestCountResponse | null,
  indicator: string | null,
): { readonly found: Outside | null; readonly isOwn: boolean } {
  const own = indicator === null ? undefined : counts?.indicators[indicator];
  return own === undefined ? { found: counts?.all ?? null, isOwn: false } : { found: own, isOwn: true };
}
