import type { Indicator, Region, StatisticsSource } from '@schaalsprong/agenda';
import {
  factsOf,
  isMeasured,
  type MonitorStore,
  measuredSeries,
  nextDue,
  type Quarantined,
  type SourceChecks,
  timeOf,
  type Vintage,
  type VintageFact,
} from '@schaalsprong/monitor';
import {
  estimateFetch,
  type FetchEstimate,
  secondsPerAnswer,
  usualLimits,
} from '@schaalsprong/monitor/connect';
import type { Lang } from '@schaalsprong/words';
import { type Column, renderCards, renderTable, wrap } from '../../terminal/table.ts';
import { sayIngest } from './texts.ts';

/** How fresh an indicator is. */
export interface IndicatorFreshness {
  readonly id: string;
  /** sources of sources.yaml with its series, oldest table first, else what its figures say of where they come from */
  readonly sources: readonly string[];
  readonly lastPeriod: string | null;
  readonly lastPublished: string | null;
  readonly lastCheck: SourceChecks['last'] | null;
  /** whole days since it was published; null where that day is not known */
  readonly age: number | null;
  readonly overdue: boolean;
  readonly held: number;
}

/** How fresh a source is. */
export interface SourceFreshness {
  readonly id: string;
  readonly kind: StatisticsSource['kind'];
  readonly table: string | null;
  readonly series: number;
  /** targets whose own line a series of it feeds, or that wait for it */
  readonly targets: readonly string[];
  /** what a fetch asks of the network, estimated; null where a file must be given or no series was chosen */
  readonly fetch: FetchEstimate | null;
  readonly lastPublished: string | null;
  readonly lastCheck: SourceChecks['last'] | null;
  readonly age: number | null;
  readonly held: number;
}

/** Everything that `ingest status` tells. */
export interface Freshness {
  readonly indicators: readonly IndicatorFreshness[];
  readonly sources: readonly SourceFreshness[];
  /** indicators that have no series: nothing measures them yet */
  readonly without: readonly string[];
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** How fresh every indicator and source of a region is. */
export async function freshness(region: Region, store: MonitorStore, today: string): Promise<Freshness> {
  const facts = await store.facts({ series: measuredSeries(region) });
  const [checks, vintages, held] = [await store.checks(), await store.vintages(), await store.held(true)];
  const checkOf = new Map(checks.map(({ last }) => [last.source, last]));
  const vintageOf = new Map(vintages.map((vintage) => [vintage.id, vintage]));
  const age = (published: string | null): number | null =>
    published === null ? null : daysBetween(published, today);

  const about = (indicator: Indicator): IndicatorFreshness => {
    const { series } = indicator;
    const measured = factsOf(region, indicator, facts).filter(isMeasured);
    const last = measured.at(-1);
    const own = region.sources.filter((source) => source.series.some((of) => of.series === series));
    const all = facts.filter((fact) => fact.series === series);
    const named = [...new Set(all.map((fact) => publisherOf(fact, vintageOf.get(fact.vintage))))];
    const lastPublished = latest(all.map(({ published }) => published));
    const due = nextDue(region, measured);
    const asked = own.flatMap(({ id }) => checkOf.get(id) ?? []);
    return {
      id: indicator.id,
      sources: own.length > 0 ? own.map(({ id }): string => id) : named,
      lastPeriod: last?.period ?? null,
      lastPublished,
      lastCheck: asked.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null,
      age: age(lastPublished),
      overdue: due !== null && timeOf(today) > due,
      held: held.filter((item) => item.series === series).length,
    };
  };
  return {
    indicators: region.indicators.filter(({ series }) => series !== null).map(about),
    sources: region.sources.map((source): SourceFreshness => {
      const lastPublished = latest(
        vintages.filter((vintage) => vintage.source === source.id).map(({ published }) => published),
      );
      return {
        id: source.id,
        kind: source.kind,
        table: source.table ?? null,
        series: source.series.length,
        targets: targetsOf(region, source),
        fetch: estimateFetch(source, region),
        lastPublished,
        lastCheck: checkOf.get(source.id) ?? null,
        age: age(lastPublished),
        held: heldOf(held, source.id),
      };
    }),
    without: region.indicators.filter(({ series }) => series === null).map(({ id }): string => id),
  };
}

/** Targets whose indicator reads a series that the source feeds, or that say to wait for its table. */
function targetsOf(region: Region, { series, table }: StatisticsSource): string[] {
  const fed = new Set(series.map((one) => one.series));
  const named = table?.split('/', 1)[0];
  return region.targets.flatMap(({ id, indicator, missing }) => {
    const read = region.byId.indicators.get(indicator)?.series;
    const waits =
      named !== undefined && missing?.kind === 'not-fetched' && missing.where?.includes(named) === true;
    return waits || (read != null && fed.has(read)) ? [id] : [];
  });
}

const heldOf = (held: readonly Quarantined[], source: string): number =>
  held.filter((item) => item.source === source).length;

/** Letters of a name that are shown. */
const mostLetters = 40;

/** Who published a figure of a source that sources.yaml does not have: what its text begins with. Empty where we computed it. */
function publisherOf({ standing, source }: VintageFact, vintage: Vintage | undefined): string {
  if (standing === 'derived') return '';
  const text = vintage === undefined || vintage.attribution === '' ? source : vintage.attribution;
  const host = /^https?:\/\/(?:www\.)?([^/]+)/.exec(text)?.[1];
  const name = host ?? text.split(/[,;(]| via /, 1)[0]?.trim() ?? text;
  return name.length > mostLetters ? `${name.slice(0, mostLetters).trimEnd()}...` : name;
}

const mostSources = 3;

/** What `ingest all` would ask of the network and bring, per source and in all: an estimate. */
function networkLines(
  sources: readonly SourceFreshness[],
  lang: Lang,
  width: number,
  draw: (heading: string, titles: Column[], rows: string[][]) => readonly string[],
): readonly string[] {
  const text = (key: Parameters<typeof sayIngest>[1]): string => sayIngest(lang, key);
  const asked = sources.flatMap((source) =>
    source.fetch === null ? [] : [{ ...source, fetch: source.fetch }],
  );
  if (asked.length === 0) return [];
  const time = (seconds: number): string =>
    seconds < 90
      ? sayIngest(lang, 'seconds', { seconds: Math.ceil(seconds) })
      : sayIngest(lang, 'minutes', { minutes: Math.ceil(seconds / 60) });
  const columns: Column[] = [
    { title: text('source'), align: 'left' },
    { title: text('series-count'), align: 'right' },
    { title: text('targets'), align: 'left', gives: true },
    { title: text('requests'), align: 'right' },
    { title: text('duration'), align: 'right' },
  ];
  const rows = asked.map(({ id, series, targets, fetch }) => [
    id,
    String(series),
    targets.join(', ') || text('none'),
    String(fetch.requests),
    time(fetch.seconds),
  ]);
  const total = (of: (source: (typeof asked)[number]) => number): number =>
    asked.reduce((sum, source) => sum + of(source), 0);
  return [
    ...draw(text('network-heading'), columns, rows),
    ...wrap(
      sayIngest(lang, 'network-total', {
        sources: asked.length,
        series: total(({ series }) => series),
        targets: new Set(asked.flatMap(({ targets }) => targets)).size,
        requests: total(({ fetch }) => fetch.requests),
        time: time(total(({ fetch }) => fetch.seconds)),
        pause: usualLimits.between / 1000,
        answer: secondsPerAnswer,
      }),
      width,
    ),
    '',
  ];
}

/** The same for people. */
export function statusLines(
  { indicators, sources, without }: Freshness,
  region: Region,
  lang: Lang,
  width: number,
): readonly string[] {
  const none = sayIngest(lang, 'none');
  const checked = (check: SourceChecks['last'] | null): string => {
    if (check === null) return sayIngest(lang, 'never');
    const day = check.at.slice(0, 10);
    return check.outcome === 'failed'
      ? sayIngest(lang, 'check-failed', { day, code: check.code ?? '' })
      : day;
  };
  const days = (age: number | null): string =>
    age === null ? sayIngest(lang, 'unknown') : sayIngest(lang, 'days', { days: age });
  const columns = (first: readonly Column[]): Column[] => [
    ...first,
    { title: sayIngest(lang, 'published'), align: 'left' },
    { title: sayIngest(lang, 'checked'), align: 'left', gives: true },
    { title: sayIngest(lang, 'age'), align: 'right' },
    { title: sayIngest(lang, 'held'), align: 'right' },
    { title: sayIngest(lang, 'state'), align: 'left', gives: true },
  ];
  const tail = (one: IndicatorFreshness | SourceFreshness, notes: readonly string[]): string[] => [
    one.lastPublished ?? sayIngest(lang, 'unknown'),
    checked(one.lastCheck),
    days(one.age),
    one.held === 0 ? none : String(one.held),
    notes.join('; ') || none,
  ];
  const draw = (heading: string, titles: Column[], rows: string[][]): readonly string[] => [
    heading,
    '',
    ...(width < 100
      ? renderCards(titles, [{ title: '', rows }], width, none)
      : renderTable(titles, [{ title: '', rows }], width)),
    '',
  ];
  const text = (key: Parameters<typeof sayIngest>[1]): string => sayIngest(lang, key);
  const names = (sources: readonly string[]): string => {
    const listed = sources.map((name) => (name === '' ? text('computed') : name));
    return (
      [...listed.slice(0, mostSources), ...(listed.length > mostSources ? ['...'] : [])].join(', ') || none
    );
  };
  const indicatorRows = indicators.map((one) => [
    region.byId.indicators.get(one.id)?.title[lang] ?? one.id,
    names(one.sources),
    one.lastPeriod ?? none,
    ...tail(one, [
      ...(one.lastPeriod === null ? [text('not-measured')] : []),
      ...(one.overdue ? [text('overdue')] : []),
    ]),
  ]);
  const sourceRows = sources.map((one) => [
    one.id,
    one.table === null ? one.kind : `${one.kind} ${one.table}`,
    ...tail(one, one.series === 0 && one.kind !== 'pdok' ? [text('no-series')] : []),
  ]);
  return [
    ...(indicators.length === 0
      ? [text('no-indicators')]
      : draw(
          text('indicators-heading'),
          columns([
            { title: text('indicator'), align: 'left', gives: true },
            { title: text('source'), align: 'left', gives: true },
            { title: text('last-period'), align: 'left' },
          ]),
          indicatorRows,
        )),
    ...(sources.length === 0
      ? wrap(text('no-sources'), width)
      : draw(
          text('sources-heading'),
          columns([
            { title: text('source'), align: 'left' },
            { title: text('table'), align: 'left', gives: true },
          ]),
          sourceRows,
        )),
    ...networkLines(sources, lang, width, draw),
    ...(without.length === 0
      ? []
      : wrap(sayIngest(lang, 'without-series', { names: without.join(', ') }), width)),
  ];
}
