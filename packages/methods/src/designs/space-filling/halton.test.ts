import { describe, expect, it } from 'vitest';
import { haltonPoints } from './halton.ts';

describe('the Halton sequence', () => {
  it('mirrors the digits of a number in bases 2, 3 and 5', () => {
    const [two, three, five] = haltonPoints(6, 3);
    expect([...(two ?? [])]).toEqual([0, 1 / 2, 1 / 4, 3 / 4, 1 / 8, 5 / 8]);
    expect([...(three ?? [])]).toEqual([0, 1 / 3, 2 / 3, 1 / 9, 4 / 9, 7 / 9]);
    expect([...(five ?? [])]).toEqual([0, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 25]);
  });

  it('has one point in each of base^k equal parts, scrambled or not', () => {
    for (const options of [
      {},
      { scramble: { seed: 5 } },
      { first: 3 ** 5 * 2 ** 5, scramble: { seed: 6 } },
    ]) {
      const [two = [], three = []] = haltonPoints(243, 2, options);
      expect(new Set(Array.from(three, (value) => Math.floor(value * 243 + 1e-9))).size).toBe(243);
      expect(new Set(Array.from(two, (value) => Math.floor(value * 128))).size).toBe(128);
    }
  });

  it('goes on where a shorter run stopped', () => {
    for (const scramble of [{}, { scramble: { seed: 2 } }]) {
      const whole = haltonPoints(50, 4, scramble);
      expect(haltonPoints(20, 4, { first: 30, ...scramble })).toEqual(
        whole.map((column) => column.slice(30)),
      );
    }
  });

  it('is scrambled by the seed, away from the origin', () => {
    const one = haltonPoints(10, 3, { scramble: { seed: 1 } });
    expect(haltonPoints(10, 3, { scramble: { seed: 2 } })).not.toEqual(one);
    expect(one.every((column) => (column[0] ?? 0) > 0)).toBe(true);
  });

  it('goes to a thousand dimensions and no further', () => {
    expect(haltonPoints(2, 1000).at(-1)?.[1]).toBe(1 / 7919);
    expect(() => haltonPoints(2, 1001)).toThrow('FUTURES_DESIGN_DIMENSIONS');
    expect(() => haltonPoints(2, 1, { scramble: { seed: 0.5 } })).toThrow('FUTURES_SEED');
  });
});
