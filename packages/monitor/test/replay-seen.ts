import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import type { ReplayDataset } from './replay-others.ts';
import type { ReplayCode, ReplayTable } from './replay-tables.ts';

/**
 * Measures of tables of Statistics Netherlands as they were seen in an answer of the service, in the header of a download, or in code
 * that was run against it: `v4 TABLE` or `v3 TABLE`, with per measure its code or column, its title (of a column: none) and its unit.
 */
type Seen = Readonly<Record<string, readonly (readonly [code: string, title: string, unit: string])[]>>;

/** Tables whose codes are taken from their successor, since no answer of their own was seen. */
const asSuccessor: Readonly<Record<string, string>> = { 'v4 85969NED': 'v4 86276NED' };

/** Periods that a table has, by what a series takes of it: the last of a year before, and the newest, which is provisional. */
const periodsOf = (every: string | undefined): string[] => {
  const part = { month: 'MM12', quarter: 'KW04' }[every ?? ''] ?? 'JJ00';
  return [`2023${part}`, `2024${part}`];
};

const areasOf = ({ area }: SourceSeries, region: Region): readonly string[] =>
  area.only ?? region.areas.map(({ code }) => code).filter((code) => code === 'NL01' || code === 'GM0772');

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The table of a source as the service would show it: the measures that were seen, and of each dimension the codes that are asked and one more. */
function tableOf(source: StatisticsSource, region: Region, seen: Seen): ReplayTable {
  const key = `${source.kind.slice(-2)} ${source.table}`;
  const measures = seen[asSuccessor[key] ?? key] ?? [];
  const where: Record<string, string[]> = {};
  for (const series of source.series) {
    for (const [dimension, asked] of Object.entries(series.where)) {
      where[dimension] = distinct([
        ...(where[dimension] ?? []),
        ...(typeof asked === 'string' ? [asked] : asked),
      ]);
    }
  }
  const listed = (kind: string, codes: readonly ReplayCode[]) => ({ kind, title: kind, codes: [...codes] });
  const code = (Identifier: string): ReplayCode => ({ Identifier, Title: Identifier });
  const areas = distinct(source.series.flatMap((series) => areasOf(series, region)));
  const periods = distinct(source.series.flatMap(({ period }) => periodsOf(period.every)));
  const first = source.series[0];
  const areaDimension = first?.area.dimension;
  const period = first?.period.dimension ?? 'Perioden';
  const rows: ReplayTable['rows'] = [];
  for (const series of source.series) {
    const codes = Object.entries(series.where).map(
      ([name, asked]) => [name, typeof asked === 'string' ? asked : (asked[0] ?? '')] as const,
    );
    const rest = Object.keys(where)
      .filter((name) => !(name in series.where))
      .map((name) => [name, where[name]?.[0] ?? ''] as const);
    for (const area of areasOf(series, region)) {
      for (const at of periodsOf(series.period.every)) {
        rows.push({
          Id: rows.length,
          Measure: series.measure ?? '',
          ValueAttribute: 'None',
          Value: 100 + rows.length,
          StringValue: null,
          ...Object.fromEntries([...codes, ...rest]),
          ...(areaDimension === undefined ? {} : { [areaDimension]: area }),
          [period]: at,
        });
      }
    }
  }
  return {
    title: source.title.nl,
    modified: '2026-10-01T02:00:00+02:00',
    measures: measures.map(([Identifier, Title, Unit]) => ({
      Identifier,
      Title: Title === '' ? Identifier : Title,
      Unit,
      Decimals: 0,
      ...(source.kind === 'cbs-odata-v3' ? { column: Identifier } : {}),
    })),
    measureGroups: [],
    dimensions: {
      ...Object.fromEntries(
        Object.entries(where).map(([name, codes]) => [
          name,
          listed('Dimension', [...codes.map(code), { Identifier: 'Z1', Title: 'synthetisch' }]),
        ]),
      ),
      ...(areaDimension === undefined ? {} : { [areaDimension]: listed('GeoDimension', areas.map(code)) }),
      [period]: listed(
        'TimeDimension',
        periods.map((one) => ({
          Identifier: one,
          Title: one.slice(0, 4),
          Status: one.startsWith('2024') ? 'Voorlopig' : 'Definitief',
        })),
      ),
    },
    rows,
  };
}

/** The dataset of a source as Eurostat would show it; the codes of its dimensions are those that are asked. */
function datasetOf(source: StatisticsSource): ReplayDataset {
  const dimensions: ReplayDataset['dimensions'] = {};
  const cells: ReplayDataset['cells'] = {};
  const add = (name: string, code: string): void => {
    dimensions[name] = { ...dimensions[name], [code]: code };
  };
  for (const { where, area } of source.series) {
    for (const [name, asked] of Object.entries(where)) {
      for (const code of typeof asked === 'string' ? [asked] : asked) add(name, code);
    }
    for (const code of Object.values(area.codes ?? {})) add(area.dimension ?? 'geo', code);
  }
  for (const year of ['2022', '2023']) add('time', year);
  const walk = (names: readonly string[], codes: readonly string[]): void => {
    const [name, ...rest] = names;
    if (name === undefined) {
      cells[codes.join(' ')] = { value: 100 + Object.keys(cells).length };
      return;
    }
    for (const code of Object.keys(dimensions[name] ?? {})) walk(rest, [...codes, code]);
  };
  walk(Object.keys(dimensions), []);
  return { label: source.title.en, updated: '2026-02-18T11:00:00+0100', dimensions, cells };
}

/**
 * Every table of the sources of a region in the shape in which its service answers. Codes, columns and units are those that were seen;
 * areas are Eindhoven and the country, periods two, and no figure is true.
 */
export function replayAsSeen(region: Region): {
  readonly tables: Record<string, ReplayTable>;
  readonly datasets: Record<string, ReplayDataset>;
} {
  const seen: Seen = JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures/measures-seen.json'), 'utf8'),
  );
  const asked = region.sources.filter(({ series }) => series.length > 0);
  const pairs = <T>(kind: RegExp, make: (source: StatisticsSource) => T): Record<string, T> =>
    Object.fromEntries(
      asked.filter((source) => kind.test(source.kind)).map((source) => [source.table ?? '', make(source)]),
    );
  return {
    tables: pairs(/^cbs-/, (source) => tableOf(source, region, seen)),
    datasets: pairs(/^eurostat$/, datasetOf),
  };
}
