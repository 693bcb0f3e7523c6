import type { Band } from '@schaalsprong/futures/table';
import { describe, expect, it } from 'vitest';
import { type BalanceTheme, themeBalance } from './balance.ts';

const themes: readonly BalanceTheme[] = [
  { id: 'roads', unit: 'index', good: 'up' },
  { id: 'homes', unit: 'index', good: 'up' },
  { id: 'noise', unit: 'index', good: 'down' },
  { id: 'still', unit: 'index', good: 'up' },
];
/** A band that goes straight from 1 in 2023 to `end` in 2033. */
const to = (end: number): Band => ({
  time: [2023, 2033],
  p10: [0.9, end - 0.1],
  p25: [0.95, end - 0.05],
  p50: [1, end],
  p75: [1.05, end + 0.05],
  p90: [1.1, end + 0.1],
});
const bands = { roads: to(0.95), homes: to(1.2), noise: to(0.7), still: to(1.0001) };
const isSeen = (difference: number): boolean => Math.abs(difference) >= 0.005;

describe('the balance of broad prosperity', () => {
  it('shows what gains and what loses, beside what it is compared with', () => {
    const { gained, lost } = themeBalance(themes, bands, { ...bands, homes: to(1.1) }, 2033, isSeen);
    expect(gained.map(({ theme, gain }) => [theme.id, Number(gain.toFixed(6))])).toEqual([
      ['noise', 0.3],
      ['homes', 0.2],
    ]);
    expect(lost.map(({ theme, gain }) => [theme.id, Number(gain.toFixed(6))])).toEqual([
      ['roads', -0.05],
      ['still', 0],
    ]);
    expect(gained[1]).toMatchObject({ start: 1, p50: 1.2, before: 1.1 });
  });

  it('counts as no gain what is less than chance in a band that wide', () => {
    const asked: number[] = [];
    const { gained, lost } = themeBalance(themes, { homes: to(1.2) }, null, 2033, (_, __, { p10, p90 }) => {
      asked.push(p90 - p10);
      return false;
    });
    expect(gained).toEqual([]);
    expect(lost).toMatchObject([{ theme: { id: 'homes' }, gain: 0 }]);
    expect(asked.map((width) => Number(width.toFixed(6)))).toEqual([0.2]);
  });

  it('takes a value between saved times, and leaves out a theme that the answer does not have then', () => {
    const { gained } = themeBalance(themes, { homes: to(1.2) }, null, 2028, isSeen);
    expect(gained).toMatchObject([{ theme: { id: 'homes' }, p50: 1.1, before: null }]);
    expect(themeBalance(themes, bands, null, 2040, isSeen)).toEqual({ gained: [], lost: [] });
  });
});
