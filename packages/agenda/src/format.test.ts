import { describe, expect, test } from 'vitest';
import { syntheticWith } from '../test/synthetic.ts';
import { formatMet, formatNumber, formatPeriod, type Lang, loadRegion, type NumberStyle } from './index.ts';

const { units } = await loadRegion(syntheticWith());
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const show = (value: number, unit: string, lang: Lang, style?: NumberStyle) =>
  plain(formatNumber(value, unit, lang, units, style));

describe('numbers', () => {
  test('are written as a reader of the language writes them', () => {
    expect(show(62_000, 'homes', 'nl')).toBe('62.000 woningen');
    expect(show(62_000, 'homes', 'en')).toBe('62,000 homes');
    expect(show(65, 'percent', 'nl')).toBe('65,0%');
    expect(show(151_800, 'eur', 'nl')).toBe('€ 151.800');
    expect(show(11.88e9, 'eur-bn', 'en')).toBe('€ 11.9 bn');
    expect(show(10, 'rank', 'nl')).toBe('plaats 10');
    expect(show(2030, 'year', 'nl')).toBe('2030');
  });

  test('never break between number and unit', () => {
    expect(formatNumber(1_000, 'homes', 'nl', units)).not.toContain(' ');
  });

  test('can stand bare, precise or with a sign', () => {
    expect(show(1_234.5, 'homes', 'nl', { bare: true })).toBe('1.235');
    expect(show(1_234.5, 'homes', 'nl', { precise: true })).toBe('1.234,5 woningen');
    expect(show(12, 'homes', 'nl', { signed: true })).toBe('+12 woningen');
    expect(show(-12, 'homes', 'nl', { signed: true })).toBe('-12 woningen');
    expect(show(0.2, 'homes', 'nl', { signed: true })).toBe('0 woningen');
  });

  test('never read as minus zero', () => {
    expect(show(-0.2, 'homes', 'nl')).toBe('0 woningen');
    expect(show(-0, 'percent', 'en')).toBe('0.0%');
  });

  test('say unknown where there is no number, and show an unknown unit as it is', () => {
    expect(show(Number.NaN, 'homes', 'nl')).toBe('onbekend');
    expect(show(Number.POSITIVE_INFINITY, 'homes', 'en')).toBe('unknown');
    expect(show(1.5, 'parsecs', 'nl')).toBe('1,5 parsecs');
  });
});

describe('counts of futures', () => {
  test('are counts, not chances', () => {
    expect(formatMet({ count: 713, of: 1_000 }, 'nl')).toBe('713 van 1.000 toekomsten');
    expect(formatMet({ count: 713, of: 1_000 }, 'en')).toBe('713 of 1,000 futures');
    expect(formatMet({ count: 1, of: 1 }, 'en')).toBe('1 of 1 future');
  });
});

describe('periods in words', () => {
  test.each([
    ['2023', '2023', '2023'],
    ['2023-04', 'april 2023', 'April 2023'],
    ['2023-04-01', '1 april 2023', '1 April 2023'],
    ['2023-H1', 'eerste helft van 2023', 'first half of 2023'],
    ['2023-Q4', 'vierde kwartaal van 2023', 'fourth quarter of 2023'],
    ['2021/2022', '2021/2022', '2021/2022'],
    ['2020-01 (?)', 'januari 2020 (?)', 'January 2020 (?)'],
    ['2020-01/2021-06', 'januari 2020 tot en met juni 2021', 'January 2020 to June 2021'],
    ['some day', 'some day', 'some day'],
  ])('%s', (period, nl, en) => {
    expect(plain(formatPeriod(period, 'nl'))).toBe(nl);
    expect(plain(formatPeriod(period, 'en'))).toBe(en);
  });
});
