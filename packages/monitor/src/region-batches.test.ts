import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { expect, it } from 'vitest';
import type { Fact } from './facts.ts';
import { memoryStore } from './memory-store.ts';
import { type ObservedRegion, regionBatches } from './region-batches.ts';

const row = (more: Partial<ObservedRegion['observations'][number]> = {}) => ({
  indicator: 'homes',
  area: 'A',
  period: '2020',
  value: 1,
  unit: 'homes',
  status: 'observed' as const,
  source: 'Office T1, revised 2024, CC BY 4.0, https://example.org/T1',
  note: '',
  published: '2024-02-03',
  ...more,
});
const source = {
  id: 'office-homes',
  table: 'T1',
  licence: 'CC0',
  attribution: 'Office',
  series: [{ series: 'homes' }],
};
const region = (observations: readonly ReturnType<typeof row>[], sources: readonly unknown[] = []) =>
  ({ observations, sources }) as unknown as ObservedRegion;

it('rows are one version per source and day of publication, and a month counts from its end', async () => {
  const batches = await regionBatches(
    region([
      row(),
      row({ period: '2021' }),
      row({ source: 'elsewhere', published: '2023-04' }),
      row({ source: 'x', published: '' }),
    ]),
  );
  expect(
    batches.map((b) => [b.facts.length, b.vintage.published, b.vintage.address, b.vintage.licence]),
  ).toEqual([
    [1, '2023-04-30', '', ''],
    [2, '2024-02-03', 'https://example.org/T1', 'CC BY 4.0'],
    [1, null, '', ''],
  ]);
});

it('a row that names the table of a source is a version of it; one computed from it is not', async () => {
  const rows = [
    row(),
    row({ area: 'ALL', status: 'derived' }),
    row({ indicator: 'people' }),
    row({ source: 'T10' }),
  ];
  const batches = await regionBatches(region(rows, [source]));
  const own = batches.filter((b) => b.vintage.source === 'office-homes');
  expect(own.map((b) => [b.facts.map((f) => f.area), b.covers, b.vintage.table])).toEqual([
    [['A'], null, 'T1'],
  ]);
  expect(batches).toHaveLength(3);
});

it('two rows of one source for the same figure stay apart', async () => {
  const batches = await regionBatches(region([row({ note: 'a' }), row({ note: 'b', value: 2 })]));
  expect(batches.flatMap((b) => b.facts.map((f) => f.value)).sort()).toEqual([1, 2]);
  expect(new Set(batches.map((b) => b.vintage.source)).size).toBe(2);
});

it('the order of the files makes no difference', async () => {
  const rows = [row(), row({ period: '2021' }), row({ note: 'b', value: 2 }), row({ note: 'c', value: 3 })];
  expect(await regionBatches(region(rows.toReversed()))).toEqual(await regionBatches(region(rows)));
});

it('every row of the region stands in a store that took its versions, with its words', async () => {
  const whole = await loadRegion(readRegionFolder('regions/brainport'));
  const store = memoryStore();
  for (const batch of await regionBatches(whole)) await store.importBatch(batch);
  const words = (
    f: Pick<Fact, 'area' | 'period' | 'value' | 'unit' | 'standing' | 'source' | 'note' | 'series'>,
  ) => JSON.stringify([f.series, f.area, f.period, f.value, f.unit, f.standing, f.source, f.note]);
  const rows = whole.observations.map((o) => words({ ...o, series: o.indicator, standing: o.status }));
  expect((await store.facts({})).map(words).sort()).toEqual(rows.sort());
});
