import { parsePeriod } from '@schaalsprong/agenda/periods';
import { compareTexts } from '@schaalsprong/words';
import type { Certainty, Fact, VintageFact } from './facts.ts';

// The rules of a single figure. Nothing heavy is imported, so that a web page can have them cheaply.

/** Preference among figures of one key by their certainty: the lowest number is the most directly measured. */
export const certaintyRank: Readonly<Record<Certainty, number>> = {
  final: 0,
  revised: 1,
  observed: 2,
  provisional: 3,
  derived: 4,
  reported: 5,
  expected: 6,
};

/**
 * Preference by kind, however new: measured before computed before reported before expected, and any value before what is secret,
 * impossible or missing. So a count of the statistics office stands where a newspaper gives another.
 */
export const kindRank = ({ state, standing }: Pick<Fact, 'state' | 'standing'>): number =>
  state !== 'value'
    ? 4
    : standing === 'expected'
      ? 3
      : standing === 'reported'
        ? 2
        : standing === 'derived'
          ? 1
          : 0;

/** Orders figures of one key and one kind, best first: the later publication, then the surer figure; texts make it a total order. */
export const compareEditions = (a: VintageFact, b: VintageFact): number =>
  // a figure without a day of publication is older than any with one
  compareTexts(b.published ?? '', a.published ?? '') ||
  certaintyRank[a.standing] - certaintyRank[b.standing] ||
  compareTexts(a.source, b.source) ||
  compareTexts(a.vintage, b.vintage);

/** A figure that `isMeasured` let through: it has a value. */
export type Measured<F extends Pick<Fact, 'value'> = VintageFact> = F & { readonly value: number };

/** True for a figure that was measured, reported or computed from such, not for what is expected, secret or missing. */
export const isMeasured = <F extends Pick<Fact, 'state' | 'value' | 'standing'>>(
  fact: F,
): fact is Measured<F> => fact.state === 'value' && fact.value !== null && fact.standing !== 'expected';

/**
 * The last day on which a figure of a line was published; null where its newest figure has no such day, since then the
 * day of an older one would say that nothing came after it.
 *
 * @param line measured figures in the order of their periods
 */
export function lastPublished(line: readonly Pick<VintageFact, 'published'>[]): string | null {
  if ((line.at(-1)?.published ?? null) === null) return null;
  return line.reduce<string | null>(
    (last, { published }) => (published !== null && (last === null || published > last) ? published : last),
    null,
  );
}

/** Part of a goal by which a value may miss it and still meet it. */
const slack = 1e-9;

/**
 * Whether a value reaches a goal or is better. The slack of 1e-9 of the goal is for rounding: sums and quotients of figures and of
 * futures are off by as much. The one rule for observed figures and futures alike.
 *
 * @param value and `goal` in the same unit
 *
 * @example
 * ```ts
 * import { meets } from '@schaalsprong/monitor/figure';
 *
 * meets(0.1 + 0.2, 0.3, 'at-most'); // => true
 * meets(29, 30, 'at-least'); // => false
 * ```
 */
export function meets(value: number, goal: number, direction: 'at-least' | 'at-most'): boolean {
  const off = slack * Math.abs(goal);
  return direction === 'at-least' ? value >= goal - off : value <= goal + off;
}

// Memoized: a million figures have some hundreds of periods.
const times = new Map<string, number>();
const mostTimes = 10_000;

/**
 * The moment that a period stands for, in decimal years: the beginning of a day, the end of any other period.
 *
 * @throws RangeError where the text is no period
 *
 * @example
 * ```ts
 * import { timeOf } from '@schaalsprong/monitor/figure';
 *
 * // A year stands for its end, a day for its beginning.
 * timeOf('2023'); // => 2024
 * timeOf('2023-01-01'); // => 2023
 * ```
 */
export function timeOf(period: string): number {
  const known = times.get(period);
  if (known !== undefined) return known;
  const span = parsePeriod(period);
  if (span === null) throw new RangeError(`not a period: ${period}`);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(span.text) ? span.start : span.end;
  if (times.size < mostTimes) times.set(period, time);
  return time;
}
