import fc from 'fast-check';
import { expect, it } from 'vitest';
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
