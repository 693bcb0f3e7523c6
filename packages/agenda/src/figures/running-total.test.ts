import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningTotals } from '../index.ts';
import { parsePeriod } from '../periods/period.ts';

interface Flow {
  readonly period: string;
  readonly value: number;
}
const totals = (flows: readonly Flow[], from = '2022'): (string | number)[][] =>
  runningTotals(flows, from, (period, parts) => ({
    period,
    value: parts.reduce((sum, { value }) => sum + value, 0),
  })).map(({ period, value }) => [period, value]);
const flow = (period: string, value = 1): Flow => ({ period, value });

describe('running totals', () => {
  it('begin with their first period and go as far as none is missing', () => {
    expect(totals(['2021', '2022', '2023', '2025'].map((year) => flow(year)))).toEqual([
      ['2022', 1],
      ['2022/2023', 2],
    ]);
    expect(totals([flow('2023')])).toEqual([]);
  });

  it('take a year before its parts, and parts of the year under way', () => {
    const flows = [flow('2022-Q1', 50), flow('2022', 4), flow('2023-Q1', 1), flow('2023-Q2', 1)];
    expect(totals(flows)).toEqual([
      ['2022', 4],
      ['2022/2023-03', 5],
      ['2022/2023-06', 6],
    ]);
    expect(totals([flow('2022-H1'), flow('2022-07'), flow('2022-08 (?)')])).toEqual([
      ['2022-H1', 1],
      ['2022-H1/2022-07', 2],
      ['2022-H1/2022-08', 3],
    ]);
  });

  it('stand for periods that exist and end where their last part ends, whatever the order', () => {
    const months = Array.from({ length: 30 }, (_, i) =>
      flow(`${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(months), (some) => {
        const found = totals(some);
        const until = months.findIndex((month) => !some.includes(month));
        expect(found).toHaveLength(until < 0 ? months.length : until);
        found.forEach(([period], i) => {
          const span = parsePeriod(String(period));
          expect(span?.start).toBe(2022);
          expect(span?.end).toBeCloseTo(2022 + (i + 1) / 12, 9);
        });
      }),
    );
  });
});
