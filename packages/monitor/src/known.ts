import type { VintageFact } from './facts.ts';
import { timeOf } from './figure.ts';
import { dayOf } from './periods.ts';

// What was known on a day: the one rule for the pages, the downloads, the back-test and the line of an indicator as it was. Nothing
// heavy is imported, so that a web page can have it cheaply.

/** Months from the end of the period of a figure to its first publication. */
export type LagOf = (fact: VintageFact) => number;

/**
 * The day of a decimal year, `2026-06-23`.
 *
 * @example
 * ```ts
 * import { calendarDay } from '@schaalsprong/monitor';
 *
 * calendarDay(2026.5); // => '2026-07-01'
 * ```
 */
export function calendarDay(time: number): string {
  const year = Math.floor(time);
  const months = (time - year) * 12;
  const month = Math.floor(months + 1e-9);
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(days, 1 + Math.floor((months - month) * days + 1e-6));
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** Day of a publication that is the first of its figure; null where there is none or it is that of a later edition. */
const publishedBy = ({ published }: VintageFact, due: number): string | null =>
  published !== null && timeOf(published) <= due + 1 ? dayOf(published, 'last-day') : null;

/**
 * What was known on a day: of each figure and source the last version that was known by then. A figure was known from the day of its
 * publication, unless that is more than a year after it was due: then it is a later edition of one that was known before. Where no
 * date is known, or only that of a later edition, the end of the period and the lag of the source are taken.
 *
 * @param versions every version, oldest first, as `MonitorStore.history` gives them
 * @param day `2020-12-31`
 * @returns the figures, and how many of them are there by the lag of their source: those may be as revised since
 */
export function knownBy(
  versions: readonly VintageFact[],
  day: string,
  lagOf: LagOf,
): { readonly facts: VintageFact[]; readonly assumed: number } {
  interface Last {
    fact: VintageFact;
    assumed: boolean;
  }
  // A little later, so that rounding of months does not lose the day itself.
  const until = timeOf(day) + 1e-6;
  // Maps within maps by texts that are there already: a million keys put together take ten times as long.
  const last = new Map<string, Map<string, Map<string, Map<string, Last>>>>();
  const within = <V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> => {
    const found = map.get(key) ?? new Map<string, V>();
    if (found.size === 0) map.set(key, found);
    return found;
  };
  const all: Last[] = [];
  for (const fact of versions) {
    const due = timeOf(fact.period) + lagOf(fact) / 12;
    const published = publishedBy(fact, due);
    if (published === null ? due > until : published > day) continue;
    const version = { fact, assumed: published === null };
    const periods = within(within(within(last, sourceIdOf(fact.vintage)), fact.series), fact.area);
    const before = periods.get(fact.period);
    if (before === undefined) {
      periods.set(fact.period, version);
      all.push(version);
    } else Object.assign(before, version);
  }
  const standing = all.filter(({ fact }) => fact.state !== 'withdrawn');
  return {
    facts: standing.map(({ fact }) => fact),
    assumed: standing.filter(({ assumed }) => assumed).length,
  };
}

/** Id of the source of a version: the part of its id before the `@`. */
const sourceIdOf = (vintage: string): string => {
  const end = vintage.indexOf('@');
  return end < 0 ? vintage : vintage.slice(0, end);
};
