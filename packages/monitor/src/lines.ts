import { parsePeriod } from '@schaalsprong/agenda/periods';
import type { VintageFact } from './facts.ts';
import { compareEditions, isMeasured, kindRank, timeOf } from './figure.ts';
import { knownBy, type LagOf } from './known.ts';

// The line of an indicator: which figures are on it, where it has a gap and where it breaks. Published as `@schaalsprong/monitor/lines`
// for the pages and used by the charts that the server draws, so that no two drawings of one indicator can differ.

export { timeOf } from './figure.ts';

/** A break as indicators.yaml states it; `at` is the first period whose figures cannot be compared with those before. */
export interface StatedBreak {
  readonly at: string;
}

/** A figure with its moment. */
export interface LinePoint {
  /** decimal years */
  readonly time: number;
  readonly value: number;
  readonly fact: VintageFact;
}

/**
 * The figures of one area, sorted by time, one per moment: the best of those that there are, by the rule of `factsOf` (without the order
 * of tables, which only the region knows). So a value is taken before a cell that is secret, whatever the source says of its certainty.
 */
export function factsAt(
  facts: readonly VintageFact[],
  area: string,
): readonly { readonly time: number; readonly fact: VintageFact }[] {
  const best = new Map<number, VintageFact>();
  for (const fact of facts) {
    if (fact.area !== area || parsePeriod(fact.period) === null) continue;
    const time = timeOf(fact.period);
    const known = best.get(time);
    const order = known === undefined ? -1 : kindRank(fact) - kindRank(known) || compareEditions(fact, known);
    if (order < 0) best.set(time, fact);
  }
  return [...best].map(([time, fact]) => ({ time, fact })).sort((a, b) => a.time - b.time);
}

/** The values of one area in the order of time; what is secret, impossible or missing is no value. */
export const pointsOf = (facts: readonly VintageFact[], area: string): readonly LinePoint[] =>
  factsAt(facts, area).flatMap(({ time, fact }) =>
    fact.value === null ? [] : [{ time, value: fact.value, fact }],
  );

/** Decimal years at which a series breaks: the beginning of the period that a break names. */
export const breakTimes = (breaks: readonly StatedBreak[]): readonly number[] =>
  breaks.flatMap(({ at }) => parsePeriod(at)?.start ?? []).sort((a, b) => a - b);

const beginOf = ({ period }: VintageFact, otherwise: number): number =>
  parsePeriod(period)?.start ?? otherwise;

/** The breaks that have figures of an area on both sides, in the order of time: others break nothing that is drawn. */
export function breaksWithin<B extends StatedBreak>(
  breaks: readonly B[],
  facts: readonly VintageFact[],
  area: string,
): readonly B[] {
  const begins = pointsOf(facts, area).map(({ fact, time }) => beginOf(fact, time));
  return breaks
    .flatMap((one) => breakTimes([one]).map((time) => ({ one, time })))
    .filter(({ time }) => begins.some((begin) => begin < time) && begins.some((begin) => begin >= time))
    .sort((a, b) => a.time - b.time)
    .map(({ one }) => one);
}

/**
 * Where a break is marked on the axis of time: halfway the figures that it keeps apart, since the moment itself can lie within the period of
 * the last figure before it, whose line runs on to the end of that period. The moment itself where several lines leave no room between.
 *
 * @param breaks decimal years, as `breakTimes` gives them
 * @param areas of the lines that are drawn
 * @returns decimal years, one for each break
 */
export function breakMarks(
  breaks: readonly number[],
  facts: readonly VintageFact[],
  areas: readonly string[],
): readonly number[] {
  const lines = areas.map((area) => pointsOf(facts, area));
  return breaks.map((at) => {
    const sides = lines.flatMap((line) => {
      const after = line.findIndex(({ fact, time }) => beginOf(fact, time) >= at);
      const [last, next] = [line[after - 1], line[after]];
      return last === undefined || next === undefined ? [] : [{ last: last.time, next: next.time }];
    });
    const from = Math.max(...sides.map(({ last }) => last));
    const to = Math.min(...sides.map(({ next }) => next));
    return from < to ? (from + to) / 2 : at;
  });
}

/**
 * The pieces in which a line is drawn. It has a gap where a figure is secret, impossible or missing, and it does not run to a figure that
 * is only expected. It breaks before the first period that begins at or after a break: a period in which the break falls still holds months
 * of the old series and stands with it, as in the verdict on a target (`standingOf`), which compares no figures across that same point.
 *
 * @param breaks decimal years, as `breakTimes` gives them
 */
export function segmentsOf(
  facts: readonly VintageFact[],
  area: string,
  breaks: readonly number[],
): readonly (readonly LinePoint[])[] {
  const segments: LinePoint[][] = [];
  let open: LinePoint[] | null = null;
  for (const { time, fact } of factsAt(facts, area)) {
    if (fact.value === null) open = null;
    if (fact.value === null || !isMeasured(fact)) continue;
    const before = open?.at(-1);
    const begins = beginOf(fact, time);
    const broken =
      before !== undefined && breaks.some((at) => beginOf(before.fact, before.time) < at && begins >= at);
    if (open === null || broken) {
      open = [];
      segments.push(open);
    }
    open.push({ time, value: fact.value, fact });
  }
  return segments;
}

/** A line of figures, with the places in it, from 0, at which a piece begins. */
export interface LineWithGaps<P> {
  readonly line: readonly P[];
  readonly begins: readonly number[];
}

/** Pieces as one line that remembers where each begins. */
export const joinPieces = <P>(pieces: readonly (readonly P[])[]): LineWithGaps<P> => ({
  line: pieces.flat(),
  begins: pieces.map((_, i) => pieces.slice(0, i).reduce((sum, { length }) => sum + length, 0)),
});

/** The pieces of such a line. */
export const linePieces = <P>({ line, begins }: LineWithGaps<P>): readonly (readonly P[])[] =>
  begins.map((from, i) => line.slice(from, begins[i + 1]));

/** An earlier edition of a line. */
export interface EarlierLine {
  /** day of publication */
  readonly published: string;
  readonly segments: readonly (readonly LinePoint[])[];
  /** the figures that have been revised since */
  readonly revised: readonly LinePoint[];
}

/**
 * Earlier editions of the line of an area that differ from the current one, newest first, at most `most` of them.
 *
 * @param facts the current figures
 * @param history all versions of those that were revised
 * @param breaks decimal years
 */
export function earlierLines(
  facts: readonly VintageFact[],
  history: readonly VintageFact[],
  area: string,
  breaks: readonly number[],
  most: number,
  lagOf: LagOf,
): readonly EarlierLine[] {
  const own = history.filter((fact) => fact.area === area);
  const versions = [...own, ...facts.filter((fact) => fact.area === area)];
  const days = [...new Set(own.flatMap(({ published }) => published ?? []))].sort().reverse();
  const stands = new Map(pointsOf(facts, area).map(({ time, value }) => [time, value]));
  const found: EarlierLine[] = [];
  for (const published of days) {
    const then = knownBy(versions, published, lagOf).facts;
    const revised = pointsOf(then, area).filter(({ time, value }) => stands.get(time) !== value);
    if (revised.length > 0) found.push({ published, segments: segmentsOf(then, area, breaks), revised });
    if (found.length === most) break;
  }
  return found;
}

/** Lines of several areas as index numbers: 100 at the first moment that all of them have a value other than 0; null where there is none. */
export function indexed(
  lines: readonly (readonly LinePoint[])[],
): { readonly base: LinePoint; readonly lines: readonly (readonly LinePoint[])[] } | null {
  const [first] = lines;
  const base = first?.find(({ time }) =>
    lines.every((line) => line.some((point) => point.time === time && point.value !== 0)),
  );
  if (base === undefined) return null;
  return {
    base,
    lines: lines.map((line) => {
      const at = line.find(({ time }) => time === base.time)?.value ?? 1;
      return line.map((point) => ({ ...point, value: (point.value / at) * 100 }));
    }),
  };
}

/** True where all figures are of whole years: then the point at the end of a year is labelled with that year. */
export const inWholeYears = (facts: readonly Pick<VintageFact, 'period'>[]): boolean =>
  facts.length > 0 && facts.every(({ period }) => /^\d{4}( \(\?\))?$/.test(period));
