import { describe, expect, test } from 'vitest';
import { syntheticEdited, syntheticWith } from '../test/synthetic.ts';
import { latestObservation, loadRegion, observedRows, observedSeries } from './index.ts';

const region = await loadRegion(syntheticWith());

describe('the observed series of an indicator', () => {
  test('is sorted by period, keeps every status and the source, and every source of one period', () => {
    const series = observedSeries(region, 'homes-built');
    expect(series.map((p) => [p.period, p.value, p.status])).toEqual([
      ['2019', 60, 'observed'],
      ['2021 (?)', 70, 'observed'],
      ['2022', 80, 'provisional'],
      ['2022', 81, 'derived'],
      ['2025', 150, 'expected'],
    ]);
    expect(series[3]?.source).toBe('made up, "otherwise"');
  });

  test('is in the unit of the indicator', () => {
    expect(observedSeries(region, 'people', 'GM0001')[0]?.value).toBe(1);
  });

  test('of a whole is the sum of its parts where all are there, marked as derived', () => {
    expect(observedSeries(region, 'people').map((p) => [p.period, p.value, p.status, p.area])).toEqual([
      ['2019-01-01', 7, 'derived', 'VAL'],
    ]);
    expect(observedSeries(region, 'people', 'East').map((p) => [p.period, p.value])).toEqual([
      ['2019-01-01', 3],
      ['2020-01-01', 3.2],
    ]);
  });

  test('is never summed for a country, of which only a part is listed', () => {
    expect(observedSeries(region, 'people', 'NL01')).toEqual([]);
  });

  test('is never summed from what was only expected', async () => {
    const expected = await loadRegion(
      syntheticEdited('observations/people.csv', '4000,people,observed', '4000,people,expected'),
    );
    expect(observedSeries(expected, 'people')).toEqual([]);
  });

  test('is not summed where the indicator is not additive', async () => {
    const other = await loadRegion(
      syntheticEdited('indicators.yaml', 'additive: true\n    divideBy', 'additive: false\n    divideBy'),
    );
    expect(observedSeries(other, 'people')).toEqual([]);
  });

  test('is empty for an indicator without a series and for one that does not exist', () => {
    expect(observedSeries(region, 'place-in-list')).toEqual([]);
    expect(observedSeries(region, 'nothing')).toEqual([]);
  });
});

test('the rows of a series are in their own unit, and added up where its indicator is additive', () => {
  expect(observedRows(region, 'people', 'East').map((p) => [p.period, p.value])).toEqual([
    ['2019-01-01', 3000],
    ['2020-01-01', 3200],
  ]);
  expect(observedRows(region, 'nothing', 'East')).toEqual([]);
});

describe('the latest observation of a target', () => {
  test('is the last that was measured, the most direct of its period, never one that was only expected', () => {
    const target = region.byId.targets.get('homes-2030');
    if (target === undefined) throw new Error('expected the target');
    expect(latestObservation(region, target)).toMatchObject({
      period: '2022',
      value: 80,
      status: 'provisional',
    });
  });

  test('is null where nothing was measured', () => {
    const target = region.byId.targets.get('rank-2030');
    if (target === undefined) throw new Error('expected the target');
    expect(latestObservation(region, target)).toBeNull();
  });
});
