import type { Indicator } from '@schaalsprong/agenda';
import { parsePeriod, periodStart } from '@schaalsprong/agenda/periods';
import { at, must, type Text } from '@schaalsprong/words';
import type { VintageFact } from './facts.ts';
import { isMeasured, type Measured, timeOf } from './figure.ts';
import { chainOf, factsOf, type SeriesRegion, seriesOf } from './series.ts';
import type { Nowcast } from './status-types.ts';

/** Fewer years in common say nothing of a relation. */
const fewestYears = 5;

/** Penalties that are tried on growth measured in its own spread: none, some, much. */
const penalties = [0, 0.1, 1, 10] as const;

/** Times closer than this are the same; a month is 0.083. */
const sameTime = 1e-6;

type Lead = Indicator['leads'][number];

/** What a lead says: the change of each year that the indicator knows, and of the year that is asked. */
interface LeadChanges {
  readonly lead: Lead;
  readonly known: ReadonlyMap<number, number>;
  readonly asked: number;
}

/**
 * What a series that is known sooner says of the first year of an indicator that is not measured yet, in its own area and unit.
 * The yearly growth of the indicator is regressed on that of its leads (`leads` of indicators.yaml), each shifted by its lag: least
 * squares, with a ridge penalty where that predicts left-out years better. Of a lead of which only some months or quarters are known
 * the same months of each year are compared. Of a running total it is that of its flow, on top of what stands. The 10 and 90 % points follow from the errors of each year when it is left out, with
 * Student's t for the few years that there are.
 * @param facts the current figures
 * @param today `2026-11-30`
 * @returns why there is none: no lead, nothing loaded, fewer than five years in common, or a lead that predicts no better than
 * the mean of past growth
 */
export function nowcastOf(
  region: SeriesRegion,
  indicator: Indicator,
  facts: readonly VintageFact[],
  today: string,
): Nowcast | Text {
  const { cumulativeFrom, ...flow } = indicator;
  if (cumulativeFrom === undefined) return ofYear(region, flow, facts, today);
  const year = ofYear(region, flow, facts, today);
  if (!('p50' in year)) return year;
  const start = periodStart(year.period);
  const before = factsOf(region, indicator, facts, year.area).findLast(
    ({ period }) => Math.abs(timeOf(period) - start) < sameTime,
  );
  const total = before?.value ?? (start === periodStart(cumulativeFrom) ? 0 : null);
  if (total === null) return refusals.gap;
  const { p10, p50, p90, period } = year;
  return {
    ...year,
    period: total === 0 ? period : `${cumulativeFrom}/${period}`,
    p10: total + p10,
    p50: total + p50,
    p90: total + p90,
  };
}

function ofYear(
  region: SeriesRegion,
  indicator: Indicator,
  facts: readonly VintageFact[],
  today: string,
): Nowcast | Text {
  const [first] = indicator.leads;
  if (first === undefined) return refusals.noLeads;
  const area = indicator.area ?? region.area;
  const loaded = indicator.leads.flatMap((lead) => {
    const of = leadFacts(region, indicator, lead, facts, area);
    return of.length === 0 ? [] : [{ lead, of }];
  });
  if (loaded.length === 0) return notLoaded(region, first);
  const view = seriesOf(region, indicator, facts, area);
  const years = yearly(view.facts);
  const last = years.at(-1);
  if (last === undefined) return refusals.noFigure;
  const asked = last.time + 1;
  // A year that has not begun cannot be seen in figures of today.
  if (asked - 1 > timeOf(today)) return refusals.complete;
  const logs = years.every(({ value }) => value > 0);
  const starts = new Map(years.map(({ time, fact }) => [time, periodStart(fact.period)]));
  const broken = view.breaks.filter(({ comparable }) => !comparable);
  const own = changesOf(new Map(years.map(({ time, value }) => [time, value])), logs, (time) =>
    broken.some(({ at }) => (starts.get(time - 1) ?? at) < at && (starts.get(time) ?? at) >= at),
  );

  // A lead that says nothing of the year yet takes no part; the others may.
  const leads = loaded.flatMap(({ lead, of }) => leadChanges(lead, of, [...own.keys()], asked, logs) ?? []);
  if (leads.length === 0) return notYet(first, periodAt(last.fact.period, asked));
  const common = [...own.keys()].filter((time) => leads.every(({ known }) => known.has(time)));
  if (common.length < Math.max(fewestYears, leads.length + 3)) {
    return tooFew(common.length, Math.max(fewestYears, leads.length + 3));
  }
  const y = common.map((time) => must(own, time));
  const x = common.map((time) => leads.map(({ known }) => must(known, time)));
  const fit = best(x, y);
  if (!(fit.error < leftOut(x, y, null).error)) return refusals.noBetter;

  const next = leads.map(({ asked: change }) => change);
  const center = fit.predict(next);
  const freedom = Math.max(1, common.length - leads.length - 1);
  const spread = fit.error * Math.sqrt((1 + fit.leverage(next)) / (1 + (leads.length + 1) / common.length));
  const value = (change: number): number => (logs ? last.value * Math.exp(change) : last.value + change);
  const reach = studentTenth(freedom) * spread;
  return {
    indicator: indicator.id,
    area,
    period: periodAt(last.fact.period, asked),
    p10: value(center - reach),
    p50: value(center),
    p90: value(center + reach),
    from: leads.map(({ lead: { series, lag } }) => ({ series, lag, years: common.length })),
    method: methodText(logs, common.length),
  };
}

/** Values of whole years, or of the same day of each year, that follow each other. */
function yearly(facts: readonly VintageFact[]): { time: number; value: number; fact: VintageFact }[] {
  return facts.flatMap((fact) =>
    isMeasured(fact) && fact.value !== null && /^\d{4}(-01-01)?$/.test(fact.period)
      ? [{ time: timeOf(fact.period), value: fact.value, fact }]
      : [],
  );
}

const periodAt = (like: string, time: number): string =>
  like.includes('-') ? `${time}-01-01` : String(time - 1);

/**
 * Change from the year before, where both are there: growth as a natural logarithm, or a difference.
 * @param apart true where the two may not be compared
 */
function changesOf(
  values: ReadonlyMap<number, number>,
  logs: boolean,
  apart: (time: number) => boolean = () => false,
): Map<number, number> {
  const changes = new Map<number, number>();
  for (const [time, value] of values) {
    const before = values.get(time - 1);
    if (before === undefined || apart(time)) continue;
    changes.set(time, logs ? Math.log(value / before) : value - before);
  }
  return changes;
}

function leadFacts(
  region: SeriesRegion,
  indicator: Indicator,
  lead: Lead,
  facts: readonly VintageFact[],
  area: string,
): Measured[] {
  const { series, additive } = lead;
  const like: Indicator = { ...indicator, series, additive, divideBy: 1, breaks: [] };
  return factsOf(region, like, facts, lead.area ?? area).filter(isMeasured);
}

/** Parts of a year that a lead is known by: quarters, months, or the year itself. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/**
 * How a lead changed in each of the years that are asked, over the same parts of the year as are known of the last one. Null
 * where nothing is known of that, or not of the year before it.
 */
function leadChanges(
  lead: Lead,
  facts: readonly VintageFact[],
  known: readonly number[],
  asked: number,
  ownLogs: boolean,
): LeadChanges | null {
  const parts = facts.flatMap(({ period, value }): Part[] => {
    const span = parsePeriod(period);
    return span === null || value === null ? [] : [{ start: span.start, end: span.end, value }];
  });
  // One length at a time: a table may hold months, quarters and years beside each other.
  const lengths = Map.groupBy(parts, ({ start, end }) => Math.round((end - start) * 12 * 100) / 100);
  const options = [...lengths.values()].flatMap((of) => {
    const inYear = (time: number): Part[] =>
      of.filter(
        ({ start, end }) => start >= time - 1 - lead.lag - sameTime && end <= time - lead.lag + sameTime,
      );
    const places = inYear(asked).map(({ start }) => start - asked);
    if (places.length === 0) return [];
    const total = (time: number): number | null => {
      const found = places.flatMap(
        (place) => of.find(({ start }) => Math.abs(start - time - place) < sameTime) ?? [],
      );
      return found.length < places.length ? null : found.reduce((sum, { value }) => sum + value, 0);
    };
    const totals = new Map(
      [...new Set([...known, ...known.map((time) => time - 1), asked, asked - 1])].flatMap((time) => {
        const value = total(time);
        return value === null ? [] : [[time, value] as const];
      }),
    );
    // Differences of the one go with differences of the other.
    const logs = ownLogs && [...totals.values()].every((value) => value > 0);
    const changes = changesOf(totals, logs);
    const last = changes.get(asked);
    if (last === undefined) return [];
    const covered = inYear(asked).reduce((sum, { start, end }) => sum + end - start, 0);
    changes.delete(asked);
    return [{ lead, known: changes, asked: last, covered }];
  });
  return options.sort((a, b) => b.covered - a.covered || b.known.size - a.known.size)[0] ?? null;
}

/** A fitted line: its error when each year is left out, and what it says of another year. */
interface Fit {
  /** root of the mean square of the errors of left-out years */
  readonly error: number;
  predict(x: readonly number[]): number;
  /** how far a year lies from those it was fitted on, 1 / n in their middle */
  leverage(x: readonly number[]): number;
}

/** Ridge regression with the intercept free; null leaves the leads out, so that the mean is left. */
function ridge(
  x: readonly (readonly number[])[],
  y: readonly number[],
  penalty: number | null,
): Omit<Fit, 'error'> {
  const n = y.length;
  const [width, added] = penalty === null ? [0, 0] : [at(x, 0).length, penalty + 1e-12];
  const mean = y.reduce((sum, v) => sum + v, 0) / n;
  const centers = Array.from({ length: width }, (_, k) => x.reduce((sum, row) => sum + at(row, k), 0) / n);
  const scales = centers.map((center, k) => {
    const spread = Math.sqrt(x.reduce((sum, row) => sum + (at(row, k) - center) ** 2, 0) / n);
    return spread > 0 ? spread : 1;
  });
  const standard = (row: readonly number[]): number[] =>
    centers.map((center, k) => (at(row, k) - center) / at(scales, k));
  const rows = x.map(standard);
  const gram = centers.map((_, i) =>
    centers.map(
      (_2, j) => rows.reduce((sum, row) => sum + at(row, i) * at(row, j), 0) + (i === j ? added : 0),
    ),
  );
  const moments = centers.map((_, i) =>
    rows.reduce((sum, row, r) => sum + at(row, i) * (at(y, r) - mean), 0),
  );
  const weights = solve(gram, moments);
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * at(b, i), 0);
  return {
    predict: (row) => mean + dot(weights, standard(row)),
    leverage: (row) => {
      const z = standard(row);
      return 1 / n + dot(z, solve(gram, z));
    },
  };
}

/** Solves a small symmetric positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((row, i) => [...row, at(right, i)]);
  const n = a.length;
  for (let k = 0; k < n; k++) {
    const pivot = at(a, k);
    for (let i = k + 1; i < n; i++) {
      const row = at(a, i);
      const times = at(row, k) / at(pivot, k);
      for (let j = k; j <= n; j++) row[j] = at(row, j) - times * at(pivot, j);
    }
  }
  const found = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    const row = at(a, k);
    let rest = at(row, n);
    for (let j = k + 1; j < n; j++) rest -= at(row, j) * at(found, j);
    found[k] = rest / at(row, k);
  }
  return found;
}

function leftOut(x: readonly (readonly number[])[], y: readonly number[], penalty: number | null): Fit {
  const squares = y.map((value, i) => {
    const without = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== i);
    return (value - ridge(without(x), without(y), penalty).predict(x[i] ?? [])) ** 2;
  });
  const error = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / y.length);
  return { ...ridge(x, y, penalty), error };
}

/** The penalty that predicts left-out years best; none where that is as good. */
const best = (x: readonly (readonly number[])[], y: readonly number[]): Fit =>
  penalties
    .map((penalty) => leftOut(x, y, penalty))
    .reduce((before, fit) => (fit.error < before.error * (1 - 1e-9) ? fit : before));

/**
 * The 90 % point of Student's t, by the expansion of Abramowitz and Stegun (1964), 26.7.5; within 0.005 from 3 degrees of
 * freedom on.
 */
export function studentTenth(freedom: number): number {
  const z = 1.2815515655446004;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

const refusals = {
  noLeads: {
    nl: 'Voor deze indicator is geen reeks bekend die voorloopt.',
    en: 'No series is known that leads this indicator.',
  },
  noFigure: {
    nl: 'Er zijn geen jaarcijfers van deze indicator om mee te vergelijken.',
    en: 'There are no yearly figures of this indicator to compare with.',
  },
  gap: {
    nl: 'Het lopende totaal reikt niet tot het begin van het jaar.',
    en: 'The running total does not reach the beginning of the year.',
  },
  complete: {
    nl: 'Het lopende jaar is al gemeten.',
    en: 'The current year has been measured already.',
  },
  noBetter: {
    nl: 'De reeks die voorloopt voorspelt weggelaten jaren niet beter dan de gemiddelde groei, dus zegt zij hier niets.',
    en: 'The leading series predicts left-out years no better than the mean growth, so it says nothing here.',
  },
} satisfies Record<string, Text>;

/** With the source that holds the series, or whose table is named as where the lead comes from: an administrator can fetch it. */
function notLoaded({ sources }: SeriesRegion, { series, source: named }: Lead): Text {
  const source =
    chainOf({ sources }, series).at(-1) ??
    sources.find(({ table }) => table !== undefined && named.split(/[^\w-]+/).includes(table));
  if (source === undefined) {
    return {
      nl: `De cijfers die voorlopen (${series}) zijn niet geladen. Er is geen bron voor bekend.`,
      en: `The leading figures (${series}) are not loaded. No source of them is known.`,
    };
  }
  return {
    nl: `De cijfers die voorlopen zijn nog niet geladen. Een beheerder kan ze ophalen bij de bron '${source.title.nl}'.`,
    en: `The leading figures are not loaded yet. An administrator can fetch them from the source '${source.title.en}'.`,
  };
}

const notYet = ({ series }: Lead, period: string): Text => ({
  nl: `De reeks die voorloopt (${series}) zegt nog niets over ${period}.`,
  en: `The leading series (${series}) says nothing of ${period} yet.`,
});

const tooFew = (found: number, needed: number): Text => ({
  nl: `De reeksen hebben ${found} jaren met groei gemeen; er zijn er ten minste ${needed} nodig.`,
  en: `The series share ${found} years of growth; at least ${needed} are needed.`,
});

const methodText = (logs: boolean, years: number): Text => ({
  nl: `Regressie van de jaarlijkse ${logs ? 'groei' : 'verandering'} op die van wat voorloopt, over ${years} jaren; de band komt uit de fouten van telkens een weggelaten jaar.`,
  en: `Regression of the yearly ${logs ? 'growth' : 'change'} on that of what leads, over ${years} years; the band comes from the errors of one left-out year at a time.`,
});
