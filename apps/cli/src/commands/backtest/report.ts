import type { Region } from '@schaalsprong/agenda';
import type { BackTest, BackTestSummary, ForecastCase } from '@schaalsprong/monitor';
import { compareTexts, formatNumber, formatPeriod, type Lang, must } from '@schaalsprong/words';
import { renderCards, renderTable, section, wrap } from '../../terminal/table.ts';
import { sayBackTest } from './texts.ts';

/** Misses that are told: the others are in `--json`. */
const mostMisses = 20;

/** How far what came lies outside the 80 % band, in widths of the band; 0 inside it. */
export function missOf({ came, model: [p10, , , , p90] }: ForecastCase): number {
  const beyond = Math.max(0, p10 - came, came - p90);
  return beyond === 0 ? 0 : beyond / Math.max(p90 - p10, Number.EPSILON);
}

/** The cases that missed, furthest off first. */
export const missesOf = (cases: readonly ForecastCase[]): ForecastCase[] =>
  cases
    .filter(({ in80 }) => !in80)
    .sort((a, b) => missOf(b) - missOf(a) || a.origin - b.origin || compareTexts(a.area, b.area));

type Columns = Parameters<typeof renderTable>[0];
type Key = Parameters<typeof sayBackTest>[1];

/** What the parts of the report write with. */
interface Writer {
  readonly lang: Lang;
  readonly width: number;
  readonly text: (key: Key) => string;
  readonly titleOf: (indicator: string) => string;
  readonly name: (of: { readonly indicator: string; readonly area: string }) => string;
  readonly number: (indicator: string, value: number, bare?: boolean) => string;
  readonly plain: (value: number) => string;
}

function writerOf(region: Pick<Region, 'byId' | 'units'>, lang: Lang, width: number): Writer {
  const indicators: ReadonlyMap<string, Region['indicators'][number]> = region.byId.indicators;
  const indicatorOf = (id: string) => indicators.get(id);
  const titleOf = (id: string): string => indicatorOf(id)?.title[lang] ?? id;
  return {
    lang,
    width,
    text: (key) => sayBackTest(lang, key),
    titleOf,
    name: ({ indicator, area }) => `${titleOf(indicator)}, ${region.byId.areas.get(area)?.name ?? area}`,
    number: (id, value, bare = true) =>
      formatNumber(value, must(indicators, id).unit, lang, region.units, { bare }),
    plain: (value) => formatNumber(value, '', lang, region.units),
  };
}

/** A back-test for people: the misses first. */
export function backTestTable(
  test: BackTest,
  region: Pick<Region, 'byId' | 'units'>,
  isKept: boolean,
  lang: Lang,
  width: number,
): readonly string[] {
  const writer = writerOf(region, lang, width);
  const { text, plain, titleOf } = writer;
  return [
    ...wrap(sayBackTest(lang, 'heading', { origins: test.origins.map(endOf).join(', ') }), width),
    ...wrap(sayBackTest(lang, 'settings', { futures: plain(test.futures), seed: test.seed }), width),
    ...(isKept ? [] : wrap(text('not-kept'), width)),
    ...(test.cases.length === 0
      ? ['', ...wrap(text('no-cases'), width)]
      : [...missLines(test.cases, writer), ...summaryLines(test.summaries, writer)]),
    ...section(
      text('untested-heading'),
      test.untested.map(({ indicator, reason }) => `${titleOf(indicator)}: ${reason[lang]}`),
      width,
    ),
    ...section(
      text('caveats-heading'),
      test.caveats.map((caveat) => caveat[lang]),
      width,
    ),
  ];
}

/** The year at whose end a forecast begins. */
const endOf = (origin: number): string => String(Math.ceil(origin) - 1);

/** A table, or a card per row where the screen is too narrow for one. */
const tableOf = (columns: Columns, rows: string[][], width: number): readonly string[] =>
  width < 100
    ? renderCards(columns, [{ title: '', rows }], width, '')
    : renderTable(columns, [{ title: '', rows }], width);

/** What came outside the band, furthest off first. */
function missLines(
  cases: readonly ForecastCase[],
  { lang, width, text, name, number, plain }: Writer,
): readonly string[] {
  const misses = missesOf(cases);
  const columns: Columns = [
    { title: text('what'), align: 'left', gives: true },
    { title: text('origin'), align: 'right' },
    { title: text('period'), align: 'left' },
    { title: text('came'), align: 'right' },
    { title: text('band'), align: 'right' },
  ];
  const row = (one: ForecastCase): string[] => [
    name(one),
    endOf(one.origin),
    formatPeriod(one.period, lang),
    number(one.indicator, one.came, false),
    [one.model[0], one.model[2], one.model[4]].map((value) => number(one.indicator, value)).join(' - '),
  ];
  const counts = { misses: plain(misses.length), cases: plain(cases.length) };
  return [
    '',
    ...wrap(sayBackTest(lang, 'misses-heading', counts), width),
    '',
    ...tableOf(columns, misses.slice(0, mostMisses).map(row), width),
    ...(misses.length > mostMisses
      ? wrap(sayBackTest(lang, 'more-misses', { count: plain(misses.length - mostMisses) }), width)
      : []),
  ];
}

/** How the model did beside two forecasts that know nothing, per indicator and area. */
function summaryLines(
  summaries: readonly BackTestSummary[],
  { width, text, name, number, plain }: Writer,
): readonly string[] {
  const scores = ['cases', 'in50', 'in80', 'crps', 'trend', 'walk', 'pinball', 'trend', 'walk'] as const;
  const columns: Columns = [
    { title: text('what'), align: 'left', gives: true },
    ...scores.map((key) => ({ title: text(key), align: 'right' as const })),
    { title: text('best'), align: 'left', gives: true },
  ];
  const percent = (part: number): string => `${Math.round(100 * part)}%`;
  const row = (one: BackTestSummary): string[] => [
    name(one),
    plain(one.cases),
    percent(one.coverage50),
    percent(one.coverage80),
    ...(['crps', 'pinball'] as const).flatMap((score) =>
      (['model', 'trend', 'walk'] as const).map((by) => number(one.indicator, one.mean[by][score])),
    ),
    text(`best-${one.better}`),
  ];
  return ['', ...wrap(text('summaries-heading'), width), '', ...tableOf(columns, summaries.map(row), width)];
}
