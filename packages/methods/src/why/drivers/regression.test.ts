import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterInputs, correlationsOf, fit } from './regression.ts';

const rows = Array.from({ length: 30 }, (_, row) => row);
const table = fc
  .array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 30, maxLength: 30 }), {
    minLength: 5,
    maxLength: 5,
  })
  .map((columns) => columns.map((column) => Float64Array.from(column)));

describe('a regression on some inputs', () => {
  it('explains as much in whatever order the inputs come in', () => {
    fc.assert(
      fc.property(table, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (columns, order) => {
        const correlations = correlationsOf(columns, rows);
        expect(fit(correlations, order).r2).toBeCloseTo(fit(correlations, [0, 1, 2, 3]).r2, 6);
      }),
    );
  });

  it('is the same when some of its inputs were taken out first', () => {
    fc.assert(
      fc.property(table, (columns) => {
        const correlations = correlationsOf(columns, rows);
        const left = afterInputs(correlations, [2, 3]);
        const byFirst = 1 - (left.matrix[24] ?? Number.NaN);
        expect(byFirst + fit(left, [0, 1]).r2).toBeCloseTo(fit(correlations, [0, 1, 2, 3]).r2, 6);
      }),
    );
  });

  it('leaves out an input that the others say already', () => {
    const a = Float64Array.from(rows, (row) => (row * 7) % 11);
    const y = a.map((value) => 3 - 2 * value);
    const { r2, coefficients } = fit(correlationsOf([a, a.map((value) => 2 * value), y], rows), [0, 1]);
    expect(r2).toBeCloseTo(1, 9);
    expect([...coefficients]).toEqual([expect.closeTo(-1, 9), 0]);
  });

  it('solves for the coefficients', () => {
    const a = Float64Array.from(rows, (row) => (row * 7) % 11);
    const b = Float64Array.from(rows, (row) => (row * 5) % 13);
    const spread = (values: Float64Array): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    };
    const y = a.map((value, i) => 2 * value - 3 * (b[i] ?? 0));
    const { coefficients } = fit(correlationsOf([a, b, y], rows), [0, 1]);
    expect(coefficients[0]).toBeCloseTo((2 * spread(a)) / spread(y), 9);
    expect(coefficients[1]).toBeCloseTo((-3 * spread(b)) / spread(y), 9);
  });
});
