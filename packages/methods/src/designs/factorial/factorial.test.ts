import { describe, expect, it } from 'vitest';
import { fractionalFactorial, fullFactorial, levelsOf, smallestExponent } from './factorial.ts';

const rows = (columns: readonly Float64Array[]): string[] =>
  Array.from(columns[0] ?? [], (_, row) => columns.map((column) => column[row]).join(''));

describe('a full factorial', () => {
  it('has every combination of 100 levels, 11 whole numbers and 3 categories', () => {
    const categories = {
      kind: 'discrete',
      values: [1, 2, 3].map((value) => ({ value, weight: 1 })),
    } as const;
    const levels = [
      levelsOf({ kind: 'uniform', min: 0, max: 10 }, 100),
      levelsOf({ kind: 'integer', min: 0, max: 10 }, 100),
      levelsOf(categories, 100),
    ];
    const columns = fullFactorial(levels);
    expect(columns[0]).toHaveLength(3300);
    const keys = Array.from({ length: 3300 }, (_, row) => columns.map((column) => column[row]).join(' '));
    expect(new Set(keys).size).toBe(3300);
  });

  it('goes from end to end, the last dimension fastest', () => {
    const [first, second] = fullFactorial([2, 3]);
    expect([...(first ?? [])]).toEqual([0, 0, 0, 1, 1, 1]);
    expect([...(second ?? [])]).toEqual([0, 0.5, 1, 0, 0.5, 1]);
    expect([...(fullFactorial([1])[0] ?? [])]).toEqual([0.5]);
  });

  it('takes the middle of each value, however unequal the weights, and thins out many whole numbers', () => {
    const unequal = { kind: 'discrete', values: [9, 1].map((weight, value) => ({ value, weight })) } as const;
    expect(levelsOf(unequal, 2)).toEqual([0.45, 0.95]);
    expect(levelsOf({ kind: 'integer', min: 0, max: 99 }, 5)).toBe(5);
  });

  it('refuses levels that are none', () => {
    for (const levels of [[], [0], [2, 1.5], [[]], [[0.5, 1.5]]]) {
      expect(() => fullFactorial(levels)).toThrow('FUTURES_DESIGN_LEVELS');
    }
  });
});

describe('a fractional factorial', () => {
  it('of four variables has the eight published rows', () => {
    expect(rows(fractionalFactorial(4))).toEqual('1111 1010 1100 1001 0000 0101 0011 0110'.split(' '));
  });

  it('takes the smallest power of two that holds the variables', () => {
    expect([1, 2, 3, 4, 5, 8, 9, 16, 17, 32, 33].map(smallestExponent)).toEqual([
      0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6,
    ]);
    expect(fractionalFactorial(12)[0]).toHaveLength(32);
  });

  it('is balanced, and confuses no main effect with another or with an interaction of two', () => {
    for (const variables of [1, 3, 7, 12]) {
      const signs = fractionalFactorial(variables).map((column) => column.map((level) => 2 * level - 1));
      const product = (...columns: readonly (Float64Array | undefined)[]): number =>
        Array.from(signs[0] ?? [], (_, row) =>
          columns.reduce((all, column) => all * (column?.[row] ?? 0), 1),
        ).reduce((sum, value) => sum + value, 0);
      for (let i = 0; i < variables; i++) {
        expect(product(signs[i])).toBe(0);
        for (let j = 0; j < i; j++) {
          expect(product(signs[i], signs[j])).toBe(0);
          for (let k = 0; k < variables; k++) expect(product(signs[i], signs[j], signs[k])).toBe(0);
        }
      }
    }
  });

  it('refuses no variables and far too many', () => {
    expect(() => fractionalFactorial(0)).toThrow('FUTURES_DESIGN_DIMENSIONS');
    expect(() => fractionalFactorial(5000)).toThrow('FUTURES_DESIGN_DIMENSIONS');
  });
});
