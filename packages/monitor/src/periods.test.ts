import { parsePeriod, periodEnd, periodStart } from '@schaalsprong/agenda/periods';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, markedCertainty, readPeriod } from './periods.ts';

describe('a period as an office writes it', () => {
  it.each([
    ['2024JJ00', '2024'],
    ['2024KW01', '2024-Q1'],
    ['2024HJ02', '2024-H2'],
    ['2024MM03', '2024-03'],
    ['2022SJ00', '2022/2023'],
    ['2024', '2024'],
    ['2024*', '2024'],
    ['2024 **', '2024'],
    ['2024-Q1', '2024-Q1'],
    ['2024Q1', '2024-Q1'],
    ['2024-S2', '2024-H2'],
    ['2024-M03', '2024-03'],
    ['2024-A1', '2024'],
    ['20240229', '2024-02-29'],
    ['1-2-2024', '2024-02-01'],
    ['2024-01-01T00:00:00Z', '2024-01-01'],
    ['2024 1e kwartaal', '2024-Q1'],
    ['2024 maart', '2024-03'],
    ['March 2024', '2024-03'],
    [' 2022/2023 ', '2022/2023'],
    ['2020 (?)', '2020'],
  ])('%j is %j', (text, period) => {
    expect(readPeriod(text)).toBe(period);
  });

  it.each([
    '2024MM13',
    '2024KW05',
    '2024W101',
    '2024X000',
    '20240230',
    '31-2-2024',
    '2024-13',
    '2024-W05',
    '24',
    'maart',
    '2024 lente',
    '',
    'totaal',
    '2024JJ01',
  ])('%j is none', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it('carries a mark of how sure its figures are', () => {
    expect(['2024', '2024*', '2024**'].map(markedCertainty)).toEqual([null, 'provisional', 'revised']);
  });

  it('has a first and a last day that lie at its ends', () => {
    const period = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q4', '-02', '-12', '/'),
      )
      .map(([year, rest]) => (rest === '/' ? `${year}/${year + 1}` : `${year}${rest}`));
    fc.assert(
      fc.property(period, (text) => {
        expect(periodStart(dayOf(text, 'first-day'))).toBeCloseTo(periodStart(text), 9);
        expect(periodEnd(dayOf(text, 'last-day'))).toBeCloseTo(periodEnd(text), 9);
        expect(dayOf(text, 'whole')).toBe(text);
      }),
    );
    expect(dayOf('2024-01-01', 'last-day')).toBe('2024-01-01');
    expect(parsePeriod(dayOf('2023-02', 'last-day'))?.text).toBe('2023-02-28');
  });
});
