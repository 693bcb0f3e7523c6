import type { ForecastCase } from '@schaalsprong/monitor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMisses } from './misses.ts';

const score = { crps: 1, pinball: 1 };
const made = (indicator: string, area: string, time: number, in80: boolean): ForecastCase => ({
  indicator,
  area,
  origin: 2021,
  time,
  period: String(time - 1),
  came: 1,
  source: 'made for tests',
  model: [0, 1, 2, 3, 4],
  in50: false,
  in80,
  scores: { model: score, trend: score, walk: score },
});
const cases = fc.array(
  fc
    .tuple(
      fc.constantFrom('homes', 'people'),
      fc.constantFrom('a', 'b'),
      fc.integer({ min: 2021, max: 2026 }),
      fc.boolean(),
    )
    .map((all) => made(...all)),
);

describe('forecasts by what they missed', () => {
  it('lose no case, keep each series together, and begin with the one that missed most', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const groups = byMisses({ cases: all });
        expect(groups.reduce((sum, group) => sum + group.cases.length, 0)).toBe(all.length);
        expect(groups.reduce((sum, { missed }) => sum + missed, 0)).toBe(
          all.filter(({ in80 }) => !in80).length,
        );
        for (const { indicator, area, cases: own } of groups) {
          expect(own.every((one) => one.indicator === indicator && one.area === area)).toBe(true);
        }
        const missed = groups.map((group) => group.missed);
        expect(missed).toEqual(missed.toSorted((a, b) => b - a));
      }),
    );
  });
});
