import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FuturesError } from '../../problems.ts';
import { makeDesign } from '../design.ts';
import type { Matrix } from './cholesky.ts';
import { correlate } from './correlate.ts';
import { type Correlations, correlationFaults } from './correlation-matrix.ts';
import { rankCorrelations } from './ranks.ts';

const names = ['grid', 'builders', 'permits', 'demand'];
const asked: Correlations = {
  names: ['grid', 'permits', 'demand'],
  values: [
    [1, 0.7, -0.3],
    [0.7, 1, 0.1],
    [-0.3, 0.1, 1],
  ],
};
const latin = makeDesign(names, { method: 'latin-hypercube', size: 1000, seed: 5 });
const codes = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

describe('correlations of a design', () => {
  it('are reached within 0.02 over a thousand futures, by either method', () => {
    for (const request of [
      { method: 'latin-hypercube', size: 1000, seed: 5 },
      { method: 'monte-carlo', size: 1000, seed: 5 },
      { method: 'sobol', size: 1024, seed: 5, scramble: true },
      { method: 'halton', size: 1000, seed: 5, scramble: true },
      { method: 'sobol', size: 1024, seed: 5 },
    ] as const) {
      const { dependent, correlations } = correlate(makeDesign(names, request), asked);
      expect(dependent).toBe(true);
      const tolerance = request.method === 'sobol' && !('scramble' in request) ? 0.03 : 0.02;
      correlations?.achieved.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(Math.abs(value - (asked.values[i]?.[j] ?? 0)), `${request.method} ${i} ${j}`).toBeLessThan(
            tolerance,
          );
        });
      });
    }
  });

  it('after Iman and Conover keep every value of a column, so the Latin strata', () => {
    const { columns } = correlate(latin, asked);
    columns.forEach((column, i) => {
      expect(Float64Array.from(column).sort()).toEqual(Float64Array.from(latin.columns[i] ?? []).sort());
    });
  });

  it('leave what is not named, and the first that is, as they were', () => {
    for (const method of ['iman-conover', 'copula'] as const) {
      const { columns } = correlate(latin, asked, method);
      expect(columns[0]).toEqual(latin.columns[0]);
      expect(columns[1]).toEqual(latin.columns[1]);
      expect(columns[2]).not.toEqual(latin.columns[2]);
    }
  });

  it('of zero take away what columns happen to share', () => {
    const none = { names, values: names.map((_, i) => names.map((_, j) => (i === j ? 1 : 0))) };
    const largest = (matrix: Matrix | undefined): number =>
      Math.max(...(matrix ?? []).flatMap((row, i) => row.filter((_, j) => i !== j).map(Math.abs)));
    for (let seed = 0; seed < 20; seed++) {
      const few = makeDesign(names, { method: 'latin-hypercube', size: 60, seed });
      const before = largest(rankCorrelations(few.columns));
      expect(before).toBeGreaterThan(0.08);
      expect(largest(correlate(few, none).correlations?.achieved)).toBeLessThan(before / 1.5);
    }
  });

  it('of one make columns follow each other, the same way or the opposite', () => {
    for (const r of [1, -1]) {
      const both = {
        names: ['grid', 'demand'],
        values: [
          [1, r],
          [r, 1],
        ],
      };
      for (const method of ['iman-conover', 'copula'] as const) {
        expect(correlate(latin, both, method).correlations?.achieved[0]?.[1]).toBeCloseTo(r, 12);
      }
    }
  });

  it('are the same for the same input', () => {
    expect(correlate(latin, asked)).toEqual(correlate(latin, asked));
  });

  it('are reached for any matrix that is one', () => {
    const triangle = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(triangle, fc.nat(), (parts, seed) => {
        // Three unit vectors: their products are a correlation matrix by construction.
        const vectors = [0, 2, 4].map((at) => {
          const [a = 0, b = 0] = [parts[at], parts[at + 1]];
          const length = Math.hypot(a, b, 1);
          return [a / length, b / length, 1 / length];
        });
        const values = vectors.map((one, i) =>
          vectors.map((other, j) =>
            i === j ? 1 : one.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0),
          ),
        );
        const three = ['a', 'b', 'c'];
        const design = makeDesign(three, { method: 'latin-hypercube', size: 400, seed });
        const { correlations } = correlate(design, { names: three, values });
        correlations?.achieved.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(Math.abs(value - (values[i]?.[j] ?? 0))).toBeLessThan(0.1);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are refused for a design with a plan of its own, and for too few futures', () => {
    const morris = makeDesign(names, { method: 'morris', size: 4, seed: 1 });
    expect(codes(() => correlate(morris, asked))).toEqual(['FUTURES_CORRELATION_METHOD correlations']);
    const few = makeDesign(names, { method: 'latin-hypercube', size: 3, seed: 1 });
    expect(codes(() => correlate(few, asked))).toEqual(['FUTURES_CORRELATION_TOO_FEW design.count']);
  });
});

describe('a matrix of correlations', () => {
  const faults = (values: readonly (readonly number[])[], some = ['a', 'b', 'c']): readonly string[] =>
    correlationFaults({ names: some, values }, ['a', 'b', 'c']).map(({ code, path }) => `${code} ${path}`);

  it('is refused with where, all faults at once', () => {
    expect(
      faults([
        [1, 0.5, 2],
        [0.4, 0.9, 0],
        [2, 0, 1],
      ]),
    ).toEqual([
      'FUTURES_CORRELATION_DIAGONAL correlations.b.b',
      'FUTURES_CORRELATION_ASYMMETRIC correlations.b.a',
      'FUTURES_CORRELATION_VALUE correlations.c.a',
    ]);
    const unit = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    expect(faults(unit, ['a', 'b', 'd'])).toEqual(['FUTURES_CORRELATION_NAME_UNKNOWN correlations.d']);
    expect(faults(unit, ['a', 'b', 'b'])).toEqual(['FUTURES_CORRELATION_NAME_TWICE correlations.b']);
    expect(
      faults([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual(['FUTURES_CORRELATION_SHAPE correlations']);
    expect(faults([[1]], ['a'])).toEqual(['FUTURES_CORRELATION_SHAPE correlations']);
    const holed = [
      [1, Number.NaN, 0],
      [Number.NaN, 1, 0],
      [0, 0, 1],
    ];
    expect(faults(holed)).toEqual(['FUTURES_CORRELATION_VALUE correlations.b.a']);
  });

  it('that cannot exist says which of them, and by how much they must shrink', () => {
    const known = ['a', 'b', 'c', 'd'];
    const values = [
      [1, 0.2, 0.9, 0.9],
      [0.2, 1, 0, 0],
      [0.9, 0, 1, -0.9],
      [0.9, 0, -0.9, 1],
    ];
    const [problem] = correlationFaults({ names: known, values }, known);
    expect(problem?.path).toBe('correlations.a.c.d');
    expect(problem?.hint.en).toMatch(/multiplied by 0\.\d+ all/);
    const factor = Number(/multiplied by ([\d.]+)/.exec(problem?.hint.en ?? '')?.[1]);
    const shrunk = values.map((row, i) => row.map((value, j) => (i === j ? 1 : factor * value)));
    expect(correlationFaults({ names: known, values: shrunk }, known)).toEqual([]);
  });

  it('may follow from others: semi-definite is enough', () => {
    expect(
      faults([
        [1, 1, -1],
        [1, 1, -1],
        [-1, -1, 1],
      ]),
    ).toEqual([]);
  });
});
