import type { Band } from '@schaalsprong/futures/table';
import { at } from '../lib/time.ts';

/** A theme of broad prosperity. */
export interface BalanceTheme {
  readonly id: string;
  readonly unit: string;
  readonly good: 'up' | 'down';
}

/** How a theme is at the horizon. */
export interface ThemeStanding<T extends BalanceTheme = BalanceTheme> {
  readonly theme: T;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** The middle in the year of reference; null where the model does not have that year. */
  readonly start: number | null;
  /** The middle of what it is compared with, at the same time. */
  readonly before: number | null;
  /** From the year of reference to the horizon, turned so that more is better; 0 where nobody can see a difference. */
  readonly gain: number;
}

/** Both sides of the balance, each by the size of its gain, largest first. */
export interface ThemeBalance<T extends BalanceTheme = BalanceTheme> {
  readonly gained: readonly ThemeStanding<T>[];
  /** Also what stands still. */
  readonly lost: readonly ThemeStanding<T>[];
}

/** Whether a difference of medians is one, in its unit and in a band of the futures. */
type SeenDifference = (
  difference: number,
  unit: string,
  band: { readonly p10: number; readonly p90: number },
) => boolean;

/** Year that the themes are measured against, where the model has it. */
export const reference = 2023;

/**
 * Divides the themes into what gains and what loses since the year of reference, so that neither hides the other.
 *
 * @param themes in any order; one without a band at `when` is left out
 * @param bands by theme
 * @param before the same of what is compared with; null for nothing
 * @param when decimal year of the horizon
 * @param isSeen whether a difference in a unit survives rounding for display, and is more than chance in a band that wide
 */
export function themeBalance<T extends BalanceTheme>(
  themes: readonly T[],
  bands: Readonly<Record<string, Band>>,
  before: Readonly<Record<string, Band>> | null,
  when: number,
  isSeen: SeenDifference,
): ThemeBalance<T> {
  const standings = themes.flatMap((theme) => {
    const standing = standingOf(theme, bands[theme.id], before?.[theme.id], when, isSeen);
    return standing === null ? [] : [standing];
  });
  const bySize = standings.toSorted((a, b) => Math.abs(b.gain) - Math.abs(a.gain));
  return { gained: bySize.filter(({ gain }) => gain > 0), lost: bySize.filter(({ gain }) => gain <= 0) };
}

function standingOf<T extends BalanceTheme>(
  theme: T,
  band: Band | undefined,
  before: Band | undefined,
  when: number,
  isSeen: SeenDifference,
): ThemeStanding<T> | null {
  if (band === undefined) return null;
  const [p10, p50, p90] = [band.p10, band.p50, band.p90].map((line) => at(band.time, line, when));
  if (typeof p10 !== 'number' || typeof p50 !== 'number' || typeof p90 !== 'number') return null;
  const start = at(band.time, band.p50, reference);
  const turn = theme.good === 'up' ? 1 : -1;
  return {
    theme,
    p10,
    p50,
    p90,
    start,
    before: before === undefined ? null : at(before.time, before.p50, when),
    gain: start === null || !isSeen(p50 - start, theme.unit, { p10, p90 }) ? 0 : (p50 - start) * turn,
  };
}
