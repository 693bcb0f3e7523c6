import {
  type Indicator,
  type Region,
  runningTotals,
  type StatisticsSource,
  type Target,
  withSums,
} from '@schaalsprong/agenda';
import { comparePeriods, parsePeriod, periodStart } from '@schaalsprong/agenda/periods';
import { at, compareTexts, type Text } from '@schaalsprong/words';
import { compareKeys, keyOf } from './batch.ts';
import type { Fact, Revision, VintageFact } from './facts.ts';
import { compareEditions, isMeasured, kindRank, type Measured, timeOf } from './figure.ts';
import type { LagOf } from './known.ts';
import { revisionOf } from './revise.ts';
import type { PathPoint } from './status-types.ts';

/** What of a region the series need. */
export type SeriesRegion = Pick<Region, 'area' | 'areas' | 'sources'>;

/** A moment from which figures may not be compared with those before, and why. */
export interface SeriesBreak {
  /** first period after it */
  readonly period: string;
  /** decimal year */
  readonly at: number;
  /** `stated` by indicators.yaml, another `table`, or a `merger` of areas */
  readonly kind: 'stated' | 'table' | 'merger';
  /** true where both sides were compared and agree: then a line may run through it */
  readonly comparable: boolean;
  readonly reason: Text;
}

/** The same figure in two tables that follow each other. */
export interface Overlap {
  readonly period: string;
  readonly older: Measured;
  readonly newer: Measured;
  /** newer over older; null where the older is zero */
  readonly ratio: number | null;
}

/** One line through all tables of a series. Values are in the unit of the indicator. */
export interface SeriesView {
  readonly area: string;
  readonly level: AreaLevel;
  /** one fact per period, sorted; what is secret, impossible or missing stays in */
  readonly facts: readonly VintageFact[];
  readonly breaks: readonly SeriesBreak[];
  readonly overlaps: readonly Overlap[];
  /** tables that it runs through, oldest first */
  readonly chain: readonly {
    readonly source: string;
    readonly table: string | null;
    readonly from: string | null;
  }[];
}

/** What of an indicator says which figures make its line. */
export type LineOf = Pick<Indicator, 'series' | 'additive' | 'divideBy' | 'area' | 'cumulativeFrom'> & {
  readonly unit: string;
};

/** Two tables agree where no figure that both have differs by more than this part. */
const sameWithin = 0.005;

/** Months from the end of a period to its first figure where no source says it: the default of sources.yaml. */
const usualLag = 6;

/** Levels of areas as people name them. A COROP region is recognized by the code of the office. */
export type AreaLevel = 'municipality' | 'subregion' | 'region' | 'corop' | 'province' | 'country' | 'other';

/** Level of an area: what a figure is a figure of. */
export function levelOf(region: Pick<Region, 'areas'>, code: string): AreaLevel {
  if (/^CR\d{2}$/.test(code)) return 'corop';
  return region.areas.find((area) => area.code === code)?.kind ?? 'other';
}

/** A fact as a point of a path. */
export const pointOf = ({ period, value }: Measured): PathPoint => ({ time: timeOf(period), value });

/** Sources of sources.yaml that hold a series, in the order in which they follow each other. */
export function chainOf(region: Pick<Region, 'sources'>, series: string): StatisticsSource[] {
  const holding = region.sources.filter((source) => source.series.some((one) => one.series === series));
  const depth = (source: StatisticsSource, seen = 0): number => {
    const before = holding.find((other) => other.id === source.after);
    return before === undefined || seen > holding.length ? 0 : 1 + depth(before, seen + 1);
  };
  return holding
    .map((source) => ({ source, depth: depth(source) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ source }) => source);
}

const owners = new WeakMap<readonly StatisticsSource[], Map<string, StatisticsSource | undefined>>();

/**
 * The source of a version: the longest source id that is a prefix of its id. Memoized, since it is called for every figure.
 */
function sourceOf(sources: readonly StatisticsSource[], vintage: string): StatisticsSource | undefined {
  const known = owners.get(sources) ?? new Map<string, StatisticsSource | undefined>();
  owners.set(sources, known);
  if (known.has(vintage)) return known.get(vintage);
  const found = sources
    .filter(
      ({ id }) => vintage === id || (vintage.startsWith(id) && /^[^a-z0-9]/.test(vintage.slice(id.length))),
    )
    .sort((a, b) => b.id.length - a.id.length)[0];
  known.set(vintage, found);
  return found;
}

/** Months from the end of a period to its first figure, as the source of a fact says it or as is usual. */
export function lagOf(
  region: Pick<Region, 'sources'>,
  fact: Pick<VintageFact, 'series' | 'vintage'>,
): number {
  const source = sourceOf(region.sources, fact.vintage) ?? chainOf(region, fact.series).at(-1);
  return source?.lagMonths ?? usualLag;
}

/** The lag of each figure of a region, as `knownBy` asks it. */
export const lagIn =
  (region: Pick<Region, 'sources'>): LagOf =>
  (fact) =>
    lagOf(region, fact);

const indexes = new WeakMap<readonly VintageFact[], Map<string, Map<string, VintageFact[]>>>();

/** Index of facts by series and area. Memoized per list, since every indicator and area needs the same one. */
function indexed(facts: readonly VintageFact[]): Map<string, Map<string, VintageFact[]>> {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const index = new Map<string, Map<string, VintageFact[]>>();
  for (const fact of facts) {
    if (fact.state === 'withdrawn') continue;
    const areas = index.get(fact.series) ?? new Map<string, VintageFact[]>();
    index.set(fact.series, areas);
    const list = areas.get(fact.area) ?? [];
    areas.set(fact.area, list);
    list.push(fact);
  }
  indexes.set(facts, index);
  return index;
}

/** Orders figures of one key from different sources, best first. */
function bestFirst(chain: readonly StatisticsSource[]): (a: VintageFact, b: VintageFact) => number {
  const place = new Map<string, number>();
  const placeOf = ({ vintage }: VintageFact): number => {
    const known = place.get(vintage);
    if (known !== undefined) return known;
    const source = sourceOf(chain, vintage);
    const found = source === undefined ? -1 : chain.indexOf(source);
    place.set(vintage, found);
    return found;
  };
  return (a, b) => kindRank(a) - kindRank(b) || placeOf(b) - placeOf(a) || compareEditions(a, b);
}

const latestOr = (dates: readonly (string | null)[]): string | null =>
  dates.reduce<string | null>(
    (last, on) => (last === null || on === null ? null : on > last ? on : last),
    dates[0] ?? null,
  );

function sumOf(area: string, period: string, parts: readonly Measured[]): Measured {
  const [first] = parts;
  if (first === undefined) throw new RangeError('a sum of nothing');
  return {
    ...first,
    area,
    period,
    value: parts.reduce((sum, { value }) => sum + value, 0),
    // A sum is no surer than its least sure part.
    standing:
      (['reported', 'provisional'] as const).find((least) => parts.some((part) => part.standing === least)) ??
      'derived',
    // null where one of the parts does not say
    decimals: parts
      .map(({ decimals }) => decimals)
      .reduce((most, one) => (most === null || one === null ? null : Math.max(most, one))),
    attribute: '',
    source: [...new Set(parts.map(({ source }) => source))].join(' ; '),
    note: `sum of ${parts.map((part) => part.area).join(', ')}`,
    vintage: [...new Set(parts.map(({ vintage }) => vintage))].join(' ; '),
    published: latestOr(parts.map(({ published }) => published)),
  };
}

interface Candidates {
  readonly chain: readonly StatisticsSource[];
  /** every figure of the area, several of one period, in the unit of the indicator */
  readonly all: readonly VintageFact[];
}

function candidates(
  region: SeriesRegion,
  indicator: LineOf,
  facts: readonly VintageFact[],
  area: string,
): Candidates {
  const { series, divideBy, unit, additive } = indicator;
  if (series === null) return { chain: [], all: [] };
  const byArea = indexed(facts).get(series);
  const chain = chainOf(region, series);
  const order = bestFirst(chain);
  const all = withSums<VintageFact, Measured>(
    {
      areas: region.areas,
      additive,
      own: (code) =>
        (byArea?.get(code) ?? []).flatMap((fact) =>
          parsePeriod(fact.period) === null
            ? []
            : [{ ...fact, unit, value: fact.value === null ? null : fact.value / divideBy }],
        ),
      best: (points) => {
        const best = new Map<string, Measured>();
        for (const point of points) {
          if (!isMeasured(point)) continue;
          const before = best.get(point.period);
          if (before === undefined || order(point, before) < 0) best.set(point.period, point);
        }
        return best;
      },
      sum: sumOf,
    },
    area,
  );
  return { chain, all };
}

function chosen(indicator: LineOf, { chain, all }: Candidates): VintageFact[] {
  const order = bestFirst(chain);
  const best = new Map<string, VintageFact>();
  for (const fact of all) {
    const before = best.get(fact.period);
    if (before === undefined || order(fact, before) < 0) best.set(fact.period, fact);
  }
  const line = [...best.values()].sort((a, b) => comparePeriods(a.period, b.period));
  const { cumulativeFrom } = indicator;
  if (cumulativeFrom === undefined) return line;
  return runningTotals(line.filter(isMeasured), cumulativeFrom, (period, parts) => ({
    ...sumOf(at(parts, 0).area, period, parts),
    note: `running total from ${cumulativeFrom}`,
  }));
}

/**
 * What is known of an indicator in an area (by default its own, else that of the region): one figure per period, in the unit of
 * the indicator, sorted by period. Of several sources the best is taken: a value before what is secret or missing, measured before
 * computed before expected, the newer table before the one that it follows, the later publication, the surer figure. Where the
 * indicator is additive a missing region or subregion is summed from its parts, if all are there; of one that
 * is cumulative the running totals are given, as far as no period is missing.
 */
export function factsOf(
  region: SeriesRegion,
  indicator: LineOf,
  facts: readonly VintageFact[],
  area?: string,
): VintageFact[] {
  return chosen(indicator, candidates(region, indicator, facts, area ?? indicator.area ?? region.area));
}

/** The same for every area that has a figure, sorted by area and period. */
export function factsOfAreas(
  region: SeriesRegion,
  indicator: Indicator,
  facts: readonly VintageFact[],
): VintageFact[] {
  const own = indicator.series === null ? [] : [...(indexed(facts).get(indicator.series)?.keys() ?? [])];
  const codes = [...new Set([...own, ...region.areas.map(({ code }) => code)])].sort(compareTexts);
  return codes.flatMap((code) => factsOf(region, indicator, facts, code));
}

/** One line through all tables of an indicator, with the breaks in it and how the tables agree where they overlap. */
export function seriesOf(
  region: SeriesRegion,
  indicator: Indicator,
  facts: readonly VintageFact[],
  area: string = indicator.area ?? region.area,
): SeriesView {
  const found = candidates(region, indicator, facts, area);
  const line = chosen(indicator, found);
  const overlaps = overlapsOf(found);
  const tables = found.chain
    .map((source) => ({
      source,
      from: line.find((fact) => sourceOf(found.chain, fact.vintage) === source)?.period ?? null,
    }))
    .filter(({ from }) => from !== null);
  return {
    area,
    level: levelOf(region, area),
    facts: line,
    breaks: [
      ...statedBreaks(indicator),
      ...tables
        .slice(1)
        .flatMap(({ source, from }) => (from === null ? [] : [tableBreak(source, from, overlaps)])),
      ...mergers(region, area, indicator.additive),
    ].sort((a, b) => a.at - b.at),
    overlaps,
    chain: tables.map(({ source, from }) => ({ source: source.id, table: source.table ?? null, from })),
  };
}

const statedBreaks = (indicator: Indicator): SeriesBreak[] =>
  indicator.breaks.map(({ at, reason }) => ({
    period: at,
    at: periodStart(at),
    kind: 'stated',
    comparable: false,
    reason,
  }));

function overlapsOf({ chain, all }: Candidates): Overlap[] {
  if (chain.length < 2) return [];
  const byPeriod = Map.groupBy(
    all.filter(isMeasured).filter((fact) => sourceOf(chain, fact.vintage) !== undefined),
    ({ period }) => period,
  );
  return [...byPeriod].flatMap(([period, of]) => {
    const sorted = of.toSorted(bestFirst(chain));
    const [newer] = sorted;
    const older = sorted.find(
      (fact) => newer && sourceOf(chain, fact.vintage) !== sourceOf(chain, newer.vintage),
    );
    if (newer === undefined || older === undefined) return [];
    return [{ period, older, newer, ratio: older.value === 0 ? null : newer.value / older.value }];
  });
}

function tableBreak(source: StatisticsSource, from: string, overlaps: readonly Overlap[]): SeriesBreak {
  const shared = overlaps.filter(({ newer }) => sourceOf([source], newer.vintage) !== undefined);
  const agree = shared.every(({ older, newer, ratio }) =>
    ratio === null ? newer.value === older.value : Math.abs(ratio - 1) <= sameWithin,
  );
  const name = source.table ?? source.id;
  const how: Text =
    shared.length === 0
      ? {
          nl: 'De twee tabellen hebben geen periode gemeen, dus of zij aansluiten is niet te zien.',
          en: 'The two tables share no period, so whether they fit cannot be seen.',
        }
      : agree
        ? {
            nl: 'In de periodes die beide hebben, zijn de cijfers gelijk.',
            en: 'In the periods that both have, the figures are the same.',
          }
        : {
            nl: 'In de periodes die beide hebben, verschillen de cijfers.',
            en: 'In the periods that both have, the figures differ.',
          };
  return {
    period: from,
    at: periodStart(from),
    kind: 'table',
    comparable: shared.length > 0 && agree,
    reason: {
      nl: `Vanaf hier een andere tabel: ${name}. ${how.nl}`,
      en: `From here another table: ${name}. ${how.en}`,
    },
  };
}

/** Areas that joined this one: a break where their figures cannot be added up, and a note where they are. */
function mergers(region: SeriesRegion, area: string, additive: boolean): SeriesBreak[] {
  return region.areas.flatMap(({ code, name, joined_into: into, joined_on: on }) =>
    into !== area || on === ''
      ? []
      : [
          {
            period: on,
            at: periodStart(on),
            kind: 'merger',
            comparable: additive,
            reason: additive
              ? {
                  nl: `${name} (${code}) hoort hier sindsdien bij; cijfers van daarvoor zijn opgeteld.`,
                  en: `${name} (${code}) belongs to it since; figures of before are added up.`,
                }
              : {
                  nl: `${name} (${code}) hoort hier sindsdien bij; cijfers van daarvoor gaan over een kleiner gebied.`,
                  en: `${name} (${code}) belongs to it since; figures of before are of a smaller area.`,
                },
          } as const,
        ],
  );
}

/** A place where a figure is asked of one area and there is only one of another: said in words, null where there is nothing to say. */
export function geographySwitch(
  region: Pick<Region, 'areas'>,
  target: Pick<Target, 'area'>,
  measuredIn: string,
): Text | null {
  if (target.area === measuredIn) return null;
  const name = (code: string): string => region.areas.find((area) => area.code === code)?.name ?? code;
  return {
    nl: `Gemeten is het voor ${name(measuredIn)}; het doel gaat over ${name(target.area)}.`,
    en: `It is measured for ${name(measuredIn)}; the target is about ${name(target.area)}.`,
  };
}

/**
 * What differs between two versions of one source, sorted by series, area and period, of which kind as `revisionOf` says. Each key
 * at most once in either list.
 */
export function diffFacts(before: readonly Fact[], after: readonly Fact[]): Revision[] {
  const byKey = (facts: readonly Fact[]): Map<string, Fact> =>
    new Map(facts.map((fact) => [keyOf(fact), fact]));
  const old = byKey(before);
  const now = byKey(after);
  const facts = new Map([...old, ...now]);
  return [...facts]
    .flatMap(([key, fact]) => revisionOf(fact, old.get(key) ?? null, now.get(key) ?? null) ?? [])
    .sort(compareKeys);
}
