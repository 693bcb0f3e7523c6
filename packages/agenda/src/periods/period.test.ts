import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods, parsePeriod, periodEnd, periodStart } from './period.ts';

const year = fc.integer({ min: 1900, max: 2100 });
const two = (n: number) => String(n).padStart(2, '0');
const month = fc.integer({ min: 1, max: 12 });
const single = fc.oneof(
  year.map(String),
  fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
  fc.tuple(year, month, fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
);
const period = fc.oneof(
  single,
  fc.tuple(year, fc.integer({ min: 0, max: 9 })).map(([y, n]) => `${y}/${y + n}`),
  single.map((p) => `${p} (?)`),
);

describe('periods', () => {
  it('a year begins at its number and ends at the next', () => {
    expect(periodStart('2030')).toBe(2030);
    expect(periodEnd('2030')).toBe(2031);
    expect([periodStart('2021/2022'), periodEnd('2021/2022')]).toEqual([2021, 2023]);
    expect([periodStart('2023-H2'), periodEnd('2023-H2')]).toEqual([2023.5, 2024]);
    expect([periodStart('2023-Q1'), periodEnd('2023-Q1')]).toEqual([2023, 2023.25]);
    expect([periodStart('2023-04'), periodEnd('2023-12')]).toEqual([2023.25, 2024]);
    expect(periodStart('2023-04-01')).toBe(2023.25);
  });

  it('a mark of doubt is kept apart from the period', () => {
    expect(parsePeriod('2020-01 (?)')).toMatchObject({ text: '2020-01', start: 2020, uncertain: true });
  });

  it.each([
    '',
    '20',
    '2023-13',
    '2023-02-30',
    '2023-00',
    '2023-Q5',
    '2023/2022',
    '2023 ?',
    'Q1-2023',
    '2023-4',
  ])('%j is no period', (text) => {
    expect(parsePeriod(text)).toBeNull();
    expect(() => periodEnd(text)).toThrow(RangeError);
  });

  it('a leap day exists in leap years only', () => {
    expect(parsePeriod('2024-02-29')).not.toBeNull();
    expect(parsePeriod('2023-02-29')).toBeNull();
  });

  it('every period begins before it ends', () => {
    fc.assert(
      fc.property(period, (p) => {
        expect(periodStart(p)).toBeLessThan(periodEnd(p));
      }),
    );
  });

  it('a day lies in its month, and a month in its year', () => {
    fc.assert(
      fc.property(year, month, fc.integer({ min: 1, max: 28 }), (y, m, d) => {
        const [inner, middle, outer] = [`${y}-${two(m)}-${two(d)}`, `${y}-${two(m)}`, `${y}`];
        expect(periodStart(inner)).toBeGreaterThanOrEqual(periodStart(middle));
        expect(periodEnd(inner)).toBeLessThanOrEqual(periodEnd(middle));
        expect(periodStart(middle)).toBeGreaterThanOrEqual(periodStart(outer));
        expect(periodEnd(middle)).toBeLessThanOrEqual(periodEnd(outer));
      }),
    );
  });

  it('comparing is a total order: antisymmetric, and transitive through sorting', () => {
    fc.assert(
      fc.property(period, period, period, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        expect(comparePeriods(a, a)).toBe(0);
        const [first = '', second = '', third = ''] = [a, b, c].sort(comparePeriods);
        expect(comparePeriods(first, second)).toBeLessThanOrEqual(0);
        expect(comparePeriods(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
