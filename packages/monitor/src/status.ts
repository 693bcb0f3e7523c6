import type { Indicator, Region, Target } from '@schaalsprong/agenda';
import { periodEnd, periodStart } from '@schaalsprong/agenda/periods';
import { at, formatNumber, formatPeriod, type Text } from '@schaalsprong/words';
import { keyOf } from './batch.ts';
import type { VintageFact } from './facts.ts';
import { isMeasured, lastPublished, type Measured, meets, timeOf } from './figure.ts';
import {
  factsOf,
  geographySwitch,
  lagOf,
  pointOf,
  type SeriesRegion,
  type SeriesView,
  seriesOf,
} from './series.ts';
import type { MeasuredStanding, PathPoint, TargetStatus } from './status-types.ts';
import type { MonitorStore } from './store.ts';

/** What the standing of targets needs of a region. */
export type StandingRegion = SeriesRegion & Pick<Region, 'targets' | 'indicators' | 'judgements' | 'units'>;

/** Options of `measuredStandings`. */
export interface StandingOptions {
  /** the day on which it is asked, `2026-11-30` */
  readonly today: string;
  /** when sources were asked last, to tell a source that is late from one that nobody asked */
  readonly checks?: Awaited<ReturnType<MonitorStore['checks']>>;
  /** every version of the figures, oldest first, to see how far provisional figures moved before */
  readonly history?: readonly VintageFact[];
}

/** A base, a goal and a value in between; times in decimal years. */
export interface Progress {
  readonly base: PathPoint;
  readonly goal: PathPoint;
  readonly latest: PathPoint;
  readonly direction: Target['direction'];
}

/**
 * From which degree of change on a target has which status: 95, 60 and 0 %, as Eurostat has it for indicators with a
 * quantitative target in 'Sustainable development in the European Union: monitoring report on progress towards the SDGs in an EU
 * context' (significant, moderate and insufficient progress, movement away).
 */
export const thresholds = { onCourse: 0.95, lagging: 0.6, offCourse: 0 } as const;

/** Statuses from bad to good; `unknown` has no place among them. */
const order: readonly TargetStatus[] = ['away', 'off-course', 'lagging', 'on-course', 'reached'];

/**
 * Change reached over change required so far, `(x - x0) / (x* - x0) : (t - t0) / (t* - t0)`: 1 is exactly on the straight line
 * from the base `x0` at `t0` to the goal `x*` at `t*`, a negative one is movement away. After `t*` all of the change is required.
 * Eurostat divides the yearly growth rates instead; the straight line says the same of small changes and also holds for shares, ranks and
 * what begins at zero, of which no growth rate exists.
 * @returns null where no change is required, since the base meets the goal, or where no time has passed
 *
 * @example
 * ```ts
 * import { degreeOfChange, progressStatus } from '@schaalsprong/monitor';
 *
 * const progress = {
 *   base: { time: 2020, value: 100 },
 *   goal: { time: 2030, value: 200 },
 *   latest: { time: 2025, value: 140 },
 *   direction: 'at-least',
 * } as const;
 * // Half the time has passed and four tenths of the change came.
 * degreeOfChange(progress); // => 0.8
 * progressStatus(progress); // => 'lagging'
 * ```
 */
export function degreeOfChange({ base, goal, latest, direction }: Progress): number | null {
  if (meets(base.value, goal.value, direction)) return null;
  const passed = Math.min(1, (latest.time - base.time) / (goal.time - base.time));
  if (!(goal.time > base.time) || !(passed > 0)) return null;
  return (latest.value - base.value) / (goal.value - base.value) / passed;
}

/**
 * Status by the degree of change. Reached is what meets the goal now; a base that met it needs to stay, so that what no longer
 * meets it moved away; and once the horizon has passed nothing is on course any more.
 */
export function progressStatus(progress: Progress): TargetStatus {
  const { base, goal, latest, direction } = progress;
  if (meets(latest.value, goal.value, direction)) return 'reached';
  if (meets(base.value, goal.value, direction)) return 'away';
  const degree = degreeOfChange(progress);
  if (degree === null) return 'unknown';
  if (degree >= thresholds.onCourse) return latest.time >= goal.time ? 'lagging' : 'on-course';
  if (degree >= thresholds.lagging) return 'lagging';
  return degree >= thresholds.offCourse ? 'off-course' : 'away';
}

/** Points of a trend: the last five, and no line through fewer than three. */
const trendPoints = { most: 5, least: 3 } as const;

/**
 * Least squares through the last points; null for fewer than three, or where all are of one time.
 *
 * @example
 * ```ts
 * import { trendOf } from '@schaalsprong/monitor';
 *
 * const points = [2020, 2021, 2022].map((time, i) => ({ time, value: 100 + 5 * i }));
 * trendOf(points); // => { perYear: 5, from: 2020, to: 2022, points: 3 }
 * trendOf(points.slice(1)); // => null
 * ```
 */
export function trendOf(points: readonly PathPoint[]): MeasuredStanding['trend'] {
  const last = points.slice(-trendPoints.most);
  const [first] = last;
  const end = last.at(-1);
  if (first === undefined || end === undefined || last.length < trendPoints.least) return null;
  const time = last.reduce((sum, p) => sum + p.time, 0) / last.length;
  const value = last.reduce((sum, p) => sum + p.value, 0) / last.length;
  const spread = last.reduce((sum, p) => sum + (p.time - time) ** 2, 0);
  if (spread === 0) return null;
  const perYear = last.reduce((sum, p) => sum + (p.time - time) * (p.value - value), 0) / spread;
  return { perYear, from: first.time, to: end.time, points: last.length };
}

/** How much provisional figures of a series moved before they were settled, as parts of the first figure; null for fewer than three. */
export function pastRevisions(
  history: readonly VintageFact[],
  series: string,
): { readonly low: number; readonly high: number; readonly count: number } | null {
  const versions = Map.groupBy(
    history.filter((fact) => fact.series === series && fact.state === 'value'),
    keyOf,
  );
  const moves = [...versions.values()].flatMap((of) => {
    const first = of.find(({ standing }) => standing === 'provisional');
    const last = of.at(-1);
    if (first?.value == null || last?.value == null || first === last || first.value === 0) return [];
    return [last.value / first.value - 1];
  });
  if (moves.length < 3) return null;
  return { low: Math.min(0, ...moves), high: Math.max(0, ...moves), count: moves.length };
}

/** Every status from the worse to the better of two. */
function between(a: TargetStatus, b: TargetStatus): TargetStatus[] {
  const places = [order.indexOf(a), order.indexOf(b)];
  return order.slice(Math.min(...places), Math.max(...places) + 1).toReversed();
}

/** @throws Unreachable where there are no values */
const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = at(sorted, middle);
  return sorted.length % 2 === 1 ? upper : (upper + at(sorted, middle - 1)) / 2;
};

/**
 * When the figure after the last one should be there: one usual step later, and then the lag of the source. Null where there are
 * fewer than three figures, which show no usual step.
 * @param measured of one indicator and area, by time
 * @returns a decimal year
 */
export function nextDue(region: SeriesRegion, measured: readonly VintageFact[]): number | null {
  const last = measured.at(-1);
  if (last === undefined || measured.length < 3) return null;
  const times = [...new Set(measured.map(({ period }) => timeOf(period)))];
  const steps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  return timeOf(last.period) + median(steps) + lagOf(region, last) / 12;
}

/** Years after which a figure without a known rhythm is called old. */
const oldAfter = 2;

const joined = (texts: readonly Text[]): Text | null =>
  texts.length === 0
    ? null
    : { nl: texts.map(({ nl }) => nl).join(' '), en: texts.map(({ en }) => en).join(' ') };

const reasons = {
  noSeries: {
    nl: 'Er is geen reeks met metingen van deze indicator.',
    en: 'There is no series of measurements of this indicator.',
  },
  noFigure: { nl: 'Er is nog geen cijfer gemeten.', en: 'No figure has been measured yet.' },
  noValue: {
    nl: 'Het doel noemt geen getal, dus is er niets om aan te toetsen.',
    en: 'The target names no number, so there is nothing to test against.',
  },
  noBase: {
    nl: 'Er is een enkele meting en geen beginpunt, dus de verandering is niet te zien.',
    en: 'There is a single measurement and no base, so the change cannot be seen.',
  },
  broken: {
    nl: 'Het beginpunt ligt voor een breuk in de reeks en mag niet met de cijfers daarna vergeleken worden.',
    en: 'The base lies before a break in the series and may not be compared with the figures after it.',
  },
  rebased: {
    nl: 'Het beginpunt van het doel wijkt af van het cijfer dat nu voor die periode geldt.',
    en: 'The base of the target differs from the figure that stands for that period now.',
  },
  provisional: {
    nl: 'Het laatste cijfer is voorlopig; hoeveel het nog kan veranderen is niet bekend, omdat er geen eerdere herzieningen bewaard zijn.',
    en: 'The last figure is provisional; how far it may still move is not known, since no earlier revisions are kept.',
  },
  late: {
    nl: 'Het horizonjaar is voorbij en het doel is niet gehaald.',
    en: 'The horizon has passed and the target was not reached.',
  },
} satisfies Record<string, Text>;

const missingWords: Readonly<Record<NonNullable<Target['missing']>['kind'], Text>> = {
  'not-fetched': { nl: 'Nog niet opgehaald.', en: 'Not fetched yet.' },
  'not-published': {
    nl: 'Geen bron die wij kennen publiceert dit.',
    en: 'No source that we know publishes this.',
  },
  secret: { nl: 'De bron houdt dit geheim.', en: 'The source keeps this secret.' },
  'no-definition': {
    nl: 'De agenda zegt niet hoe dit gemeten wordt.',
    en: 'The agenda does not say how this is measured.',
  },
  'no-baseline': {
    nl: 'Er is geen beginpunt om mee te vergelijken.',
    en: 'There is no base to compare with.',
  },
};

const nothingAfter = (period: string): Text => ({
  nl: `Na het beginpunt (${period}) is niets meer gemeten.`,
  en: `Nothing has been measured after the base (${period}).`,
});

const noUpdateSince = (period: string): Text => ({
  nl: `Geen nieuw cijfer sinds ${period}.`,
  en: `No update since ${period}.`,
});

/**
 * How every target of a region stands by what was measured, in the order of the targets.
 * @param facts the current figures, as `MonitorStore.facts` gives them
 */
export function measuredStandings(
  region: StandingRegion,
  facts: readonly VintageFact[],
  options: StandingOptions,
): MeasuredStanding[] {
  return region.targets.map((target) => standingOf(region, target, facts, options));
}

/** The base of a target, and whether the figures after it may be compared with it. */
interface Base {
  readonly point: PathPoint | null;
  readonly period: string | null;
  readonly broken: boolean;
}

function baseOf(indicator: Indicator, target: Target, view: SeriesView, measured: readonly Measured[]): Base {
  const last = measured.at(-1);
  const hard = view.breaks.filter((one) => !one.comparable);
  const separated = (period: string): boolean =>
    last !== undefined && hard.some(({ at }) => periodStart(period) < at && periodStart(last.period) >= at);
  const { baseline } = target;
  if (baseline !== null) {
    const point = { time: timeOf(baseline.period), value: baseline.value };
    return { point, period: baseline.period, broken: separated(baseline.period) };
  }
  const { cumulativeFrom } = indicator;
  if (cumulativeFrom !== undefined) {
    return {
      point: { time: periodStart(cumulativeFrom), value: 0 },
      period: cumulativeFrom,
      broken: separated(cumulativeFrom),
    };
  }
  const first = measured.find(({ period }) => !separated(period));
  if (first === undefined || first === last) return { point: null, period: null, broken: false };
  return { point: pointOf(first), period: first.period, broken: false };
}

/** How one target stands by what was measured: see `MeasuredStanding`. */
export function standingOf(
  region: StandingRegion,
  target: Target,
  facts: readonly VintageFact[],
  options: StandingOptions,
): MeasuredStanding {
  const indicator = region.indicators.find(({ id }) => id === target.indicator);
  if (indicator === undefined) throw new RangeError(`no indicator ${target.indicator}`);
  const view = seriesOf(region, indicator, facts, target.area);
  const measured = view.facts.filter(isMeasured);
  const latest = measured.at(-1) ?? null;
  const now = timeOf(options.today);
  const horizon = periodEnd(target.horizon);
  const { point: base, period: basePeriod, broken } = baseOf(indicator, target, view, measured);
  const goal = target.value === null ? null : { time: horizon, value: target.value };
  const required = base === null || goal === null || broken ? null : pathOf(base, goal, target.direction);
  const lastBreak = Math.max(
    -Infinity,
    ...view.breaks.flatMap(({ comparable, at: from }) =>
      comparable || latest === null || from > periodStart(latest.period) ? [] : [from],
    ),
  );
  const trend = trendOf(measured.filter(({ period }) => periodStart(period) >= lastBreak).map(pointOf));
  const due = nextDue(region, measured);
  const overdue = due !== null && now > due;
  const point = latest === null ? null : pointOf(latest);
  const gap = required === null || point === null ? null : point.value - valueOnPath(required, point.time);
  const texts: Text[] = [];

  const judge = (value: number): TargetStatus => {
    if (goal === null || point === null) return 'unknown';
    const there = { time: point.time, value };
    if (base === null) return meets(value, goal.value, target.direction) ? 'reached' : 'unknown';
    return point.time <= base.time
      ? 'unknown'
      : progressStatus({ base, goal, latest: there, direction: target.direction });
  };

  let computed: TargetStatus = 'unknown';
  if (goal === null) texts.push(reasons.noValue);
  else if (point === null || latest === null) texts.push(whyNothing(region, indicator, target, facts));
  else if (broken) texts.push(reasons.broken);
  else if (base !== null && basePeriod !== null && point.time <= base.time)
    texts.push(nothingAfter(basePeriod));
  else {
    computed = judge(point.value);
    if (computed === 'unknown') texts.push(reasons.noBase);
    else if (point.time >= horizon && computed !== 'reached') texts.push(reasons.late);
  }
  const missing = computed === 'unknown' ? (target.missing ?? null) : null;
  if (missing !== null) texts.push(missingInWords(missing));
  const proxy = point === null ? proxyOf(region, target, facts) : null;
  if (proxy !== null && target.proxy !== undefined)
    texts.push(proxyInWords(region, proxy, target.proxy.distance));
  if (point !== null && target.caution !== undefined) texts.push(target.caution);
  if (latest !== null && (overdue || now - timeOf(latest.period) > oldAfter)) {
    texts.push(noUpdateSince(latest.period), ...lateness(region, latest, due, options));
  }
  if (isRebased(target, measured)) texts.push(reasons.rebased);

  let possible: readonly TargetStatus[] = [computed];
  if (computed !== 'unknown' && latest?.standing === 'provisional' && point !== null) {
    const moves = pastRevisions(options.history ?? [], latest.series);
    if (moves === null) texts.push(reasons.provisional);
    else {
      const ends = [moves.low, moves.high].map((part) => judge(point.value * (1 + part)));
      possible = between(ends[0] ?? computed, ends[1] ?? computed);
    }
  }
  return {
    target: target.id,
    indicator: target.indicator,
    computed,
    reason: joined(texts),
    possible,
    judgement: region.judgements.find((one) => one.target === target.id) ?? null,
    required,
    pace:
      required === null || point === null || base === null ? null : paceOf(computed, required, base, point),
    missing: missing?.kind ?? null,
    proxy,
    observed: measured.map((fact) => ({ ...pointOf(fact), fact })),
    latest,
    gap,
    goodGap: gap === null ? null : target.direction === 'at-least' ? gap >= 0 : gap <= 0,
    trend,
    degree:
      base === null || goal === null || point === null || broken
        ? null
        : degreeOfChange({ base, goal, latest: point, direction: target.direction }),
    lastUpdate: lastPublished(measured),
    overdue,
  };
}

/** Straight from the base to the goal; along the goal itself where the base was at least as good, since no more is asked. */
function pathOf(
  base: PathPoint,
  goal: PathPoint,
  direction: Target['direction'],
): NonNullable<MeasuredStanding['required']> | null {
  if (!(goal.time > base.time)) return null;
  const from = meets(base.value, goal.value, direction) ? { time: base.time, value: goal.value } : base;
  return { from, to: goal, perYear: (goal.value - from.value) / (goal.time - from.time) };
}

/** Change a year: asked by the path, come since the base, needed from now on. */
function paceOf(
  computed: TargetStatus,
  { to, perYear }: NonNullable<MeasuredStanding['required']>,
  base: PathPoint,
  point: PathPoint,
): MeasuredStanding['pace'] {
  if (computed === 'unknown' || computed === 'reached' || point.time >= to.time) return null;
  return {
    asked: perYear,
    came: (point.value - base.value) / (point.time - base.time),
    needed: (to.value - point.value) / (to.time - point.time),
  };
}

/** What a path asks at a time; after its end, its end. */
const valueOnPath = (
  { from, to, perYear }: NonNullable<MeasuredStanding['required']>,
  time: number,
): number => (time >= to.time ? to.value : from.value + perYear * (time - from.time));

/** Why nothing judges a target, in words. */
function missingInWords({ kind, where }: NonNullable<Target['missing']>): Text {
  const { nl, en } = missingWords[kind];
  return where === undefined ? { nl, en } : { nl: `${nl} Zie: ${where}.`, en: `${en} See: ${where}.` };
}

/** The last figure of the series that comes nearest to what a target asks. */
function proxyOf(region: StandingRegion, { proxy }: Target, facts: readonly VintageFact[]): Measured | null {
  if (proxy === undefined) return null;
  const { series, area } = proxy;
  // without a figure of the series there is no line, so that its unit is not used
  const unit = facts.find((fact) => fact.series === series)?.unit ?? '';
  const line = { series, area, unit, additive: false, divideBy: 1 };
  return factsOf(region, line, facts, area).filter(isMeasured).at(-1) ?? null;
}

function proxyInWords(region: StandingRegion, { value, unit, area, period }: Measured, distance: Text): Text {
  const name = region.areas.find(({ code }) => code === area)?.name ?? area;
  const say = (lang: 'nl' | 'en'): string => formatNumber(value, unit, lang, region.units);
  return {
    nl: `Het dichtst erbij: ${say('nl')} (${name}, ${formatPeriod(period, 'nl')}). ${distance.nl}`,
    en: `The nearest figure: ${say('en')} (${name}, ${formatPeriod(period, 'en')}). ${distance.en}`,
  };
}

function whyNothing(
  region: StandingRegion,
  indicator: Indicator,
  target: Target,
  facts: readonly VintageFact[],
): Text {
  if (indicator.series === null) return reasons.noSeries;
  const { area } = indicator;
  if (area !== null && area !== target.area && factsOf(region, indicator, facts, area).some(isMeasured)) {
    const other = geographySwitch(region, target, area);
    if (other !== null) return other;
  }
  return reasons.noFigure;
}

/** Whether the source is late, or was not asked since. */
function lateness(
  region: StandingRegion,
  latest: VintageFact,
  due: number | null,
  { checks, today }: StandingOptions,
): Text[] {
  if (due === null || timeOf(today) <= due || checks === undefined) return [];
  const ids = new Set(
    region.sources
      .filter((source) => source.series.some(({ series }) => series === latest.series))
      .map(({ id }) => id as string),
  );
  const good = checks
    .flatMap(({ lastGood }) =>
      lastGood !== null && ids.has(lastGood.source) ? [lastGood.at.slice(0, 10)] : [],
    )
    .sort()
    .at(-1);
  if (good === undefined)
    return [{ nl: 'De bron is nog nooit opgevraagd.', en: 'The source has never been queried.' }];
  return timeOf(good) < due
    ? [
        {
          nl: `De bron is sinds ${formatPeriod(good, 'nl')} niet opgevraagd.`,
          en: `The source has not been queried since ${formatPeriod(good, 'en')}.`,
        },
      ]
    : [
        {
          nl: `De bron had op ${formatPeriod(good, 'nl')} niets nieuwers.`,
          en: `The source had nothing newer on ${formatPeriod(good, 'en')}.`,
        },
      ];
}

/** True where the figure that now stands for the period of the baseline differs from it by more than half a per cent. */
function isRebased({ baseline }: Target, measured: readonly VintageFact[]): boolean {
  if (baseline === null) return false;
  const now = measured.find(({ period }) => period === baseline.period)?.value;
  return now != null && Math.abs(now - baseline.value) > 0.005 * Math.abs(baseline.value);
}

/** Targets whose computed status differs between two states of the figures: what a revision moved. */
export function movedTargets(
  region: StandingRegion,
  before: readonly VintageFact[],
  after: readonly VintageFact[],
  today: string,
): { readonly target: string; readonly from: TargetStatus; readonly to: TargetStatus }[] {
  const was = measuredStandings(region, before, { today });
  return measuredStandings(region, after, { today }).flatMap(({ target, computed: to }, i) => {
    const from = was[i]?.computed ?? 'unknown';
    return from === to ? [] : [{ target, from, to }];
  });
}
