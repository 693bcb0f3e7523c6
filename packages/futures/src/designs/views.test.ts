import type { Distribution } from '@schaalsprong/agenda';
import { describe, expect, it } from 'vitest';
import { sampleFutures } from '../sampling.ts';
import { type DisputedUncertainty, futuresApart, futuresTogether, holdersOf } from './views.ts';

const uniform = (min: number, max: number): Distribution => ({ kind: 'uniform', min, max });
const disputed: readonly DisputedUncertainty[] = [
  {
    id: 'grid',
    variable: 'grid delay',
    distribution: uniform(0, 1),
    views: [
      { by: 'operator', distribution: uniform(10, 11) },
      { by: 'ministry', distribution: uniform(20, 21) },
    ],
  },
  {
    id: 'demand',
    variable: 'demand',
    distribution: uniform(0, 1),
    views: [{ by: 'ministry', distribution: uniform(30, 31) }],
  },
  { id: 'builders', variable: 'builders', distribution: uniform(0, 1), views: [] },
];

describe('disputed assumptions', () => {
  it('have us and everybody who holds a range of any of them', () => {
    expect(holdersOf(disputed)).toEqual([null, 'operator', 'ministry']);
  });

  it('run apart take the ranges of the holder where there are some and ours elsewhere', () => {
    const apart = futuresApart(disputed, 50, 4);
    expect(apart.map(({ by }) => by)).toEqual([null, 'operator', 'ministry']);
    const [own, operator, ministry] = apart.map(({ futures }) => futures.byId);
    for (let future = 0; future < 50; future++) {
      // Common random numbers: the same place in another range.
      const place = own?.grid?.[future] ?? 0;
      expect(operator?.grid?.[future]).toBeCloseTo(10 + place, 12);
      expect(ministry?.grid?.[future]).toBeCloseTo(20 + place, 12);
    }
    expect(operator?.demand).toEqual(own?.demand);
    expect(ministry?.demand?.every((value) => value >= 30)).toBe(true);
    expect(ministry?.builders).toEqual(own?.builders);
    expect(apart[0]?.futures).toEqual(sampleFutures(disputed, 50, 4));
  });

  it('run together draw each future from the ranges of one holder, which is recorded', () => {
    const { futures, holders, holder } = futuresTogether(disputed, 300, 4);
    const apart = futuresApart(disputed, 300, 4);
    for (let future = 0; future < 300; future++) {
      const of = holder[future] ?? 0;
      expect(apart[of]?.by).toBe(holders[of]);
      for (const id of ['grid', 'demand', 'builders']) {
        expect(futures.byId[id]?.[future]).toBe(apart[of]?.futures.byId[id]?.[future]);
      }
    }
    expect(futures.values['grid delay']).toEqual(futures.byId.grid);
  });

  it('run together give every holder as many futures, in no order', () => {
    const { holder } = futuresTogether(disputed, 301, 4);
    const counts = [0, 1, 2].map((of) => holder.filter((one) => one === of).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(new Set(holder.subarray(0, 12)).size).toBe(3);
  });

  it('without other views are the futures as they were', () => {
    const alone = disputed.map((one) => ({ ...one, views: [] }));
    expect(futuresApart(alone, 20, 1)).toHaveLength(1);
    expect(futuresTogether(alone, 20, 1).futures).toEqual(sampleFutures(alone, 20, 1));
  });

  it('are refused where a range of any holder is upside down, or the futures are too many', () => {
    const wrong = disputed.map((one) => ({
      ...one,
      views: one.views.map((view) => ({ ...view, distribution: uniform(2, 1) })),
    }));
    expect(() => futuresApart(wrong, 10, 1)).toThrow('FUTURES_DISTRIBUTION');
    expect(() => futuresTogether(wrong, 10, 1)).toThrow('FUTURES_DISTRIBUTION');
    expect(() => futuresTogether(disputed, 1e9, 1)).toThrow('FUTURES_DESIGN_SIZE');
    expect(() => futuresTogether(disputed, 0, 1)).toThrow('FUTURES_COUNT');
  });
});
