import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianOf, quantileOfSorted, quantilesOf } from './quantiles.ts';

describe('quantiles of type 7', () => {
  it('interpolate between order statistics, as R does by default', () => {
    // R: quantile(c(1, 3, 4, 8), c(.1, .5, .9)) gives 1.6 3.5 6.8
    const q = quantilesOf(Float64Array.of(8, 1, 4, 3));
    expect(q.p10).toBeCloseTo(1.6, 14);
    expect(q.p50).toBeCloseTo(3.5, 14);
    expect(q.p90).toBeCloseTo(6.8, 14);
  });

  it('are the number itself for one number', () => {
    expect(quantilesOf(Float64Array.of(7))).toEqual({ p10: 7, p50: 7, p90: 7 });
  });

  it('are of no number where there is none', () => {
    expect(quantilesOf(new Float64Array())).toEqual({ p10: Number.NaN, p50: Number.NaN, p90: Number.NaN });
  });

  it('lie in order, inside the numbers, whatever the order of those', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }), (numbers) => {
        const q = quantilesOf(Float64Array.from(numbers));
        expect(q).toEqual(quantilesOf(Float64Array.from(numbers.toReversed())));
        expect(q.p10).toBeGreaterThanOrEqual(Math.min(...numbers) - 1e-6);
        expect(q.p50).toBeGreaterThanOrEqual(q.p10);
        expect(q.p90).toBeGreaterThanOrEqual(q.p50);
        expect(q.p90).toBeLessThanOrEqual(Math.max(...numbers) + 1e-6);
        expect(medianOf(Float64Array.from(numbers))).toBe(q.p50);
      }),
    );
  });

  it('are the ends at zero and one', () => {
    expect([quantileOfSorted([1, 2, 9], 0), quantileOfSorted([1, 2, 9], 1)]).toEqual([1, 9]);
  });

  it('of many numbers are those of the sorted ones to the bit, with ties, zeros of both signs, infinities and NaN among them', () => {
    const some = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e3, max: 1e3 }),
      fc.constantFrom(0, -0, 1, 1e-300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    );
    const drawn = fc.tuple(
      fc.array(some, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 4096, max: 4200 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(drawn, ([given, length, odd]) => {
        const values = Float64Array.from(
          { length },
          (_, i) => (given[i % given.length] ?? 0) * (odd ? 1 : i % 97),
        );
        const sorted = values.slice().sort();
        const [p10, p50, p90] = [0.1, 0.5, 0.9].map((p) => quantileOfSorted(sorted, p));
        expect(quantilesOf(values)).toEqual({ p10, p50, p90 });
        expect(medianOf(values)).toBe(p50);
      }),
    );
  });
});
