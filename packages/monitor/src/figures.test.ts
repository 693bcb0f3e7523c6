import { loadRegion, type Region } from '@schaalsprong/agenda';
import { describe, expect, it } from 'vitest';
import { syntheticEdited, syntheticWith } from '../../agenda/test/synthetic.ts';
import {
  batchOf,
  factsOf,
  figuresOf,
  folderFigures,
  latestObserved,
  measuredRows,
  memoryStore,
  observedLine,
  regionBatches,
} from './index.ts';

const region = await loadRegion(syntheticWith());
const figures = await folderFigures(region);
const targetOf = (of: Region, id: string) => {
  const target = of.byId.targets.get(id);
  if (target === undefined) throw new Error(`no target ${id}`);
  return target;
};
const lineOf = async (of: Region, id: string, area?: string) => {
  const indicator = of.byId.indicators.get(id);
  if (indicator === undefined) throw new Error(`no indicator ${id}`);
  return factsOf(of, indicator, (await folderFigures(of)).facts, area);
};
const homes = targetOf(region, 'homes-2030');

describe('the observed line of a target', () => {
  it('has one value per period, the most direct, sorted by period, with what is expected at its end', () => {
    expect(observedLine(region, homes, figures).map((p) => [p.period, p.value, p.status])).toEqual([
      ['2019', 60, 'observed'],
      ['2021 (?)', 70, 'observed'],
      ['2022', 80, 'provisional'],
      ['2025', 150, 'expected'],
    ]);
  });

  it('is empty where nothing measures the target', () => {
    expect(observedLine(region, targetOf(region, 'rank-2030'), figures)).toEqual([]);
    expect(latestObserved(region, targetOf(region, 'rank-2030'), figures)).toBeNull();
  });

  it('ends with the last that was measured, never with what is only expected', () => {
    expect(latestObserved(region, homes, figures)).toMatchObject({ period: '2022', value: 80 });
  });
});

describe('the line of an indicator, of the observation files alone', () => {
  it('is in the unit of the indicator, and of a whole the sum of its parts where all are there', async () => {
    expect((await lineOf(region, 'people', 'GM0001'))[0]?.value).toBe(1);
    expect((await lineOf(region, 'people')).map((p) => [p.period, p.value, p.standing, p.area])).toEqual([
      ['2019-01-01', 7, 'derived', 'VAL'],
    ]);
    expect((await lineOf(region, 'people', 'East')).map((p) => [p.period, p.value])).toEqual([
      ['2019-01-01', 3],
      ['2020-01-01', 3.2],
    ]);
  });

  it('is not summed for a country, from what is only expected, nor where the indicator is not additive', async () => {
    expect(await lineOf(region, 'people', 'NL01')).toEqual([]);
    const expected = await loadRegion(
      syntheticEdited('observations/people.csv', '4000,people,observed', '4000,people,expected'),
    );
    expect(await lineOf(expected, 'people')).toEqual([]);
    const other = await loadRegion(
      syntheticEdited('indicators.yaml', 'additive: true\n    divideBy', 'additive: false\n    divideBy'),
    );
    expect(await lineOf(other, 'people')).toEqual([]);
  });

  it('is its running total where the indicator is cumulative', async () => {
    const cumulative = await loadRegion(
      syntheticEdited(
        'indicators.yaml',
        'series: homes_built\n',
        "series: homes_built\n    cumulativeFrom: '2021'\n",
      ),
    );
    expect((await lineOf(cumulative, 'homes-built')).map((p) => [p.period, p.value])).toEqual([
      ['2021 (?)', 70],
      ['2021/2022', 150],
    ]);
  });
});

describe('the rows of a series', () => {
  it('are in the unit of the source, and added up where an indicator of the series is additive', () => {
    expect(measuredRows(region, 'people', 'East', figures).map((p) => [p.period, p.value])).toEqual([
      ['2019-01-01', 3000],
      ['2020-01-01', 3200],
    ]);
    expect(measuredRows(region, 'nothing', 'East', figures)).toEqual([]);
  });
});

describe('the hash of the figures', () => {
  const office = {
    id: 'office',
    table: 'T1',
    classification: undefined,
    licence: '',
    attribution: 'Made up',
  };
  const stored = async (value: number | null, series = 'homes_built') => {
    const store = memoryStore();
    for (const batch of await regionBatches(region)) await store.importBatch(batch);
    if (value !== null) {
      const fact = {
        series,
        area: homes.area,
        period: '2023',
        value,
        state: 'value',
        standing: 'final',
        unit: 'homes',
        decimals: 0,
        attribute: '',
        source: 'Made up',
        note: '',
      } as const;
      await store.importBatch(
        await batchOf(office, [fact], {
          published: '2024-02-01',
          retrieved: '2024-02-01T00:00:00Z',
          address: '',
          covers: null,
        }),
      );
    }
    return figuresOf(region, await store.facts({}));
  };

  it('is that of the data of the region as long as no other figure is in use', async () => {
    expect(figures.hash).toBe(region.hashes.data);
    expect((await stored(null)).hash).toBe(region.hashes.data);
    expect((await stored(9, 'of-no-target')).hash).toBe(region.hashes.data);
  });

  it('is another one for every other figure that was ingested', async () => {
    const hashes = await Promise.all([90, 91, 90].map(async (value) => (await stored(value)).hash));
    expect(hashes[0]).toBe(hashes[2]);
    expect(new Set([...hashes, region.hashes.data]).size).toBe(3);
  });
});
