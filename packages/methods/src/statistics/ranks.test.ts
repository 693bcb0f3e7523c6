import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, ranksOf } from './ranks.ts';

describe('ranks', () => {
  it('give ties the mean of their ranks', () => {
    expect([...ranksOf(Float64Array.of(3, 1, 3, 2))]).toEqual([3.5, 1, 3.5, 2]);
    expect([...ranksOf(new Float64Array())]).toEqual([]);
  });

  it('sum to n (n + 1) / 2, tied or not, and follow the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const ranks = ranksOf(Float64Array.from(numbers));
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((numbers.length * (numbers.length + 1)) / 2);
        numbers.forEach((one, i) => {
          numbers.forEach((other, j) => {
            expect(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0))).toBe(Math.sign(one - other));
          });
        });
      }),
    );
  });

  it('order ties by index', () => {
    expect([...orderOf(Float64Array.of(2, 1, 2, 1))]).toEqual([1, 3, 0, 2]);
  });
});
