import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedRows } from '../data/sorted-rows.ts';
import { binomialUpperTail } from './binomial.ts';

it('adds up the chances of k successes and more', () => {
  // 1 - .5^3, 10 of 16 outcomes less one, and R: pbinom(6, 10, .3, lower.tail = FALSE).
  expect(binomialUpperTail(1, 3, 0.5)).toBeCloseTo(0.875, 14);
  expect(binomialUpperTail(2, 4, 0.5)).toBeCloseTo(11 / 16, 14);
  expect(binomialUpperTail(7, 10, 0.3)).toBeCloseTo(0.0105920784, 10);
  expect([binomialUpperTail(0, 5, 0), binomialUpperTail(1, 5, 0), binomialUpperTail(5, 5, 1)]).toEqual([
    1, 0, 1,
  ]);
  expect(binomialUpperTail(6, 5, 0.5)).toBe(0);
});

it('agrees with the sum of its terms', () => {
  const sum = (k: number, n: number, p: number): number => {
    let total = 0;
    let term = (1 - p) ** n;
    for (let i = 0; i <= n; i++) {
      if (i >= k) total += term;
      term *= ((n - i) / (i + 1)) * (p / (1 - p));
    }
    return total;
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      (n, k, p) => {
        fc.pre(k <= n);
        expect(binomialUpperTail(k, n, p)).toBeCloseTo(sum(k, n, p), 10);
      },
    ),
    { numRuns: 500 },
  );
});

it('sorts rows by value, equal ones in the order of the rows', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }))), (list) => {
      const values = Float64Array.from(list, (value) => value + 0);
      const rows = Int32Array.from(values, (_, row) => row);
      const expected = [...rows].sort((a, b) => {
        const [x, y] = [values[a] ?? 0, values[b] ?? 0];
        return x < y ? -1 : x > y ? 1 : a - b;
      });
      expect([...sortedRows(values, rows)]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
