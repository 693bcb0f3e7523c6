import { parsePeriod } from '@schaalsprong/agenda/format';
import type { Fact, Standing } from './facts.ts';

// The rules of a single figure. Nothing heavy is imported, so that a web page can have them cheaply.

/** Preference among standings of one figure: the lowest number is the most directly measured. */
export const standingRank: Readonly<Record<Standing, number>> = {
  final: 0,
  revised: 1,
  observed: 2,
  provisional: 3,
  derived: 4,
  expected: 5,
};

/** True for a figure that was measured or computed from measured ones, not for what is expected, secret or missing. */
export const isMeasured = (fact: Pick<Fact, 'state' | 'value' | 'standing'>): boolean =>
  fact.state === 'value' && fact.value !== null && fact.standing !== 'expected';

// Cache: a million figures have some hundreds of periods.
const times = new Map<string, number>();
const mostTimes = 10_000;

/**
 * The moment that a period stands for, in decimal years: the beginning of a day, the end of any other period.
 *
 * @throws RangeError where the text is no period
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
