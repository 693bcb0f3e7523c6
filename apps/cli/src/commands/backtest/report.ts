import type { Region } from '@schaalsprong/agenda';
import type { BackTest, BackTestSummary, ForecastCase } from '@schaalsprong/monitor';
import { compareTexts, formatNumber, formatPeriod, type Lang } from '@schaalsprong/words';
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

/** A back-test for people: the misses first. */
export function backTestTable(
  test: BackTest,
  region: Pick<Region, 'byId' | 'units'>,
  isKept: boolean,
  lang: Lang,
  width: number,
): readonly string[] {
  const text = (key: Parameters<typeof sayBackTest>[1]): string => sayBackTest(lang, key);
  const indicatorOf = (id: string) => region.byId.indicators.get(id);
  const name = ({ indicator, area }: { readonly indicator: string; readonly area: string }): string =>
    `${indicatorOf(indicator)?.title[lang] ?? indicator}, ${region.byId.areas.get(area)?.name ?? area}`;
  const number = (id: string, value: number, bare = true): string =>
    formatNumber(value, indicatorOf(id)?.unit ?? '', lang, region.units, { bare });
  const plain = (value: number): string => formatNumber(value, '', lang, region.units);
  const percent = (part: number): string => `${Math.round(100 * part)}%`;
  const atEndOf = (origin: number): string => String(Math.ceil(origin) - 1);
  const table = (...[columns, rows]: [Parameters<typeof renderTable>[0], string[][]]): readonly string[] =>
    width < 100
      ? renderCards(columns, [{ title: '', rows }], width, '')
      : renderTable(columns, [{ title: '', rows }], width);

  const misses = missesOf(test.cases);
  const missRow = (one: ForecastCase): string[] => [
    name(one),
    atEndOf(one.origin),
    formatPeriod(one.period, lang),
    number(one.indicator, one.came, false),
    [one.model[0], one.model[2], one.model[4]].map((value) => number(one.indicator, value)).join(' - '),
  ];
  const summaryRow = (one: BackTestSummary): string[] => [
    name(one),
    plain(one.cases),
    percent(one.coverage50),
    percent(one.coverage80),
    number(one.indicator, one.mean.model.crps),
    number(one.indicator, one.mean.trend.crps),
    number(one.indicator, one.mean.walk.crps),
    number(one.indicator, one.mean.model.pinball),
    number(one.indicator, one.mean.trend.pinball),
    number(one.indicator, one.mean.walk.pinball),
    text(`best-${one.better}`),
  ];
  const right = (
    key: Parameters<typeof sayBackTest>[1],
    of = '',
  ): Parameters<typeof renderTable>[0][number] => ({
    title: `${text(key)}${of === '' ? '' : ` ${of}`}`,
    align: 'right',
  });
  const found =
    test.cases.length === 0
      ? ['', ...wrap(text('no-cases'), width)]
      : [
          '',
          ...wrap(
            sayBackTest(lang, 'misses-heading', {
              misses: plain(misses.length),
              cases: plain(test.cases.length),
            }),
            width,
          ),
          '',
          ...table(
            [
              { title: text('what'), align: 'left', gives: true },
              right('origin'),
              { title: text('period'), align: 'left' },
              right('came'),
              right('band'),
            ],
            misses.slice(0, mostMisses).map(missRow),
          ),
          ...(misses.length > mostMisses
            ? wrap(sayBackTest(lang, 'more-misses', { count: plain(misses.length - mostMisses) }), width)
            : []),
          '',
          ...wrap(text('summaries-heading'), width),
          '',
          ...table(
            [
              { title: text('what'), align: 'left', gives: true },
              right('cases'),
              right('in50'),
              right('in80'),
              right('crps'),
              right('trend'),
              right('walk'),
              right('pinball'),
              right('trend'),
              right('walk'),
              { title: text('best'), align: 'left', gives: true },
            ],
            test.summaries.map(summaryRow),
          ),
        ];
  return [
    ...wrap(sayBackTest(lang, 'heading', { origins: test.origins.map(atEndOf).join(', ') }), width),
    ...wrap(sayBackTest(lang, 'settings', { futures: plain(test.futures), seed: test.seed }), width),
    ...(isKept ? [] : wrap(text('not-kept'), width)),
    ...found,
    ...section(
      text('untested-heading'),
      test.untested.map(
        ({ indicator, reason }) => `${indicatorOf(indicator)?.title[lang] ?? indicator}: ${reason[lang]}`,
      ),
      width,
    ),
    ...section(
      text('caveats-heading'),
      test.caveats.map((caveat) => caveat[lang]),
      width,
    ),
  ];
}
