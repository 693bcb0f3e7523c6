import { parsePeriod } from '@schaalsprong/agenda/periods';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prices } from '../../../test/region.ts';
import { bareUnit, gather, sameUnit, toFact } from '../facts.ts';
import { periodOf } from './structure.ts';

describe('a period is read from its code and its title', () => {
  it.each([
    ['2024JJ00', '2024', '2024'],
    ['2024JJ00', '2024*', '2024'],
    ['2024KW01', '2024 1e kwartaal*', '2024-Q1'],
    ['2024MM03', '2024 maart', '2024-03'],
    ['2026JJ00', '2026 januari-april', '2026-01/2026-04'],
    ['2026X000', '2026 januari - april*', '2026-01/2026-04'],
    ['2026X000', '2026 1e halfjaar', '2026-H1'],
    ['2024W101', '2024 week 1', '2024-01-01/2024-01-07'],
    ['2020W153', '2020 week 53', '2020-12-28/2021-01-03'],
  ])('%s titled "%s" is %s', (code, title, period) => {
    expect(periodOf(code, title)).toBe(period);
    expect(parsePeriod(period)).not.toBeNull();
  });

  it.each([
    ['2026JJ00', '2026 tot nu toe'],
    ['2026JJ00', '2025'],
    ['2026X000', ''],
    ['2026X000', '2026 april-januari'],
    ['2023W153', '2023 week 53'],
    ['2024MM13', '2024'],
  ])('%s titled "%s" is none', (code, title) => {
    expect(periodOf(code, title)).toBeNull();
  });
});

describe('a unit', () => {
  it('is the same however it is spelled, but a power of ten more is another one', () => {
    for (const spelled of ['x 1 000', 'x1000', 'X 1.000', ' x 1000 '])
      expect(sameUnit(spelled, 'x 1 000')).toBe(true);
    expect(sameUnit('x 1 000', 'x 1 000 000')).toBe(false);
    expect(sameUnit('euro', 'x 1 000 euro')).toBe(false);
    expect(sameUnit('1 000 euro', 'euro')).toBe(false);
  });

  it('that was made bare stays as it is when made bare again', () => {
    fc.assert(
      fc.property(fc.string(), (unit) => {
        expect(bareUnit(bareUnit(unit))).toBe(bareUnit(unit));
      }),
    );
  });
});

describe('facts of cells', () => {
  const [series] = prices({}, { times: 1000 }).series;
  if (series === undefined) throw new Error('the source has no series');
  const cell = (value: number | string | null, area = 'NL01') =>
    toFact(series, { area, period: '2024JJ00', value, standing: 'final', decimals: 1 }, 'CBS');

  it('in thousands with one decimal become whole numbers without crumbs', () => {
    expect(cell(12.3)).toMatchObject({ value: 12_300, decimals: 0 });
    expect(cell(0.1)).toMatchObject({ value: 100 });
    expect(cell(0)).toMatchObject({ value: 0, state: 'value' });
    expect(cell(Number.POSITIVE_INFINITY)).toMatchObject({ code: 'MONITOR_CELL_TEXT' });
  });

  it('of several codes are added up only when all are there, as sure as the least sure', () => {
    const secret = toFact(
      series,
      { area: 'NL01', period: '2024', value: null, state: 'secret', standing: 'provisional', decimals: 0 },
      'CBS',
    );
    expect(gather([cell(1), cell(2)], 2).facts).toMatchObject([{ value: 3_000, standing: 'final' }]);
    expect(gather([cell(1)], 2).facts).toMatchObject([{ value: null, state: 'missing', attribute: '1/2' }]);
    expect(gather([cell(1), secret], 2).facts).toMatchObject([
      { value: null, state: 'secret', standing: 'provisional' },
    ]);
  });

  it('that are there twice with two values wait, and with one value count once', () => {
    expect(gather([cell(1), cell(1)], 1).facts).toHaveLength(1);
    const { facts, doubts } = gather([cell(1), cell(2), cell(3, 'GM0772')], 1);
    expect(facts).toMatchObject([{ area: 'GM0772' }]);
    expect(doubts).toMatchObject([{ code: 'MONITOR_VALUE_TWICE', area: 'NL01', found: '1000, 2000' }]);
  });

  it('of a sum are those of its parts, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 9 }), (values) => {
        const { facts } = gather(
          values.map((value) => cell(value)),
          values.length,
        );
        expect(facts[0]?.value).toBe(values.reduce((sum, value) => sum + value * 1000, 0));
      }),
    );
  });
});
