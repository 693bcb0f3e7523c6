import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morrisPoints, morrisStep } from './morris.ts';
import { mostSpread, trajectoryDistance } from './spread.ts';

const named = (dimensions: number): string[] => Array.from({ length: dimensions }, (_, i) => `x${i}`);

describe('trajectories of Morris', () => {
  it('move every dimension once by the step, on the grid and inside the cube', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(2, 4, 6, 8),
        fc.maxSafeNat(),
        (trajectories, dimensions, levels, seed) => {
          const columns = morrisPoints(trajectories, named(dimensions), seed, { levels });
          const rows = dimensions + 1;
          expect(columns[0]).toHaveLength(trajectories * rows);
          for (let start = 0; start < trajectories * rows; start += rows) {
            const movers = new Set<number>();
            for (let row = start; row < start + dimensions; row++) {
              const moved = columns.flatMap((column, dimension) => {
                const step = (column[row + 1] ?? 0) - (column[row] ?? 0);
                if (step === 0) return [];
                expect(Math.abs(step)).toBeCloseTo(morrisStep(levels), 12);
                return [dimension];
              });
              expect(moved).toHaveLength(1);
              for (const dimension of moved) movers.add(dimension);
            }
            expect(movers.size).toBe(dimensions);
          }
          for (const column of columns) {
            for (const value of column) {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1 + 1e-15);
              expect(value * (levels - 1)).toBeCloseTo(Math.round(value * (levels - 1)), 10);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('start anywhere on the grid, go up as often as down and in every order', () => {
    const columns = morrisPoints(4000, ['a', 'b', 'c'], 1);
    const [a = new Float64Array()] = columns;
    const starts = Array.from({ length: 4000 }, (_, t) => a[t * 4] ?? 0);
    for (const level of [0, 1, 2, 3]) {
      const count = starts.filter((start) => Math.round(start * 3) === level).length;
      expect(Math.abs(count - 1000)).toBeLessThan(120);
    }
    const orders = Array.from({ length: 4000 }, (_, t) =>
      columns
        .map((column) =>
          column.subarray(t * 4, t * 4 + 4).findIndex((value, row) => row > 0 && value !== column[t * 4]),
        )
        .join(''),
    );
    for (const order of ['123', '132', '213', '231', '312', '321']) {
      expect(Math.abs(orders.filter((one) => one === order).length - 4000 / 6)).toBeLessThan(110);
    }
  });

  it('move the dimensions of a group together', () => {
    const [a = [], b = [], c = []] = morrisPoints(5, ['a', 'b', 'c'], 3, { groups: [0, 1, 0] });
    expect(a).toHaveLength(15);
    for (let row = 0; row < 15; row++) {
      if (row % 3 === 2) continue;
      const moves = [a, b, c].map((column) => column[row + 1] !== column[row]);
      expect(moves[0]).toBe(moves[2]);
      expect(moves[0]).not.toBe(moves[1]);
    }
  });

  it('are chosen from candidates for their spread, and lie farther apart than the first ones', () => {
    const spread = (columns: readonly Float64Array[]): number => {
      let sum = 0;
      for (let i = 0; i < 6; i++)
        for (let j = 0; j < i; j++) sum += trajectoryDistance(columns, 5, i, j) ** 2;
      return sum;
    };
    const chosen = morrisPoints(6, named(4), 2, { candidates: 100 });
    expect(chosen[0]).toHaveLength(30);
    expect(spread(chosen)).toBeGreaterThan(1.2 * spread(morrisPoints(6, named(4), 2)));
  });

  it('are refused where the request is none', () => {
    expect(() => morrisPoints(0, ['a'], 1)).toThrow('FUTURES_DESIGN_COUNT');
    expect(() => morrisPoints(3, ['a'], 1, { levels: 5 })).toThrow('FUTURES_DESIGN_MORRIS_LEVELS');
    expect(() => morrisPoints(3, ['a'], 1, { candidates: 2 })).toThrow('FUTURES_DESIGN_CANDIDATES');
    expect(() => morrisPoints(3, ['a'], 1, { candidates: 5000 })).toThrow('FUTURES_DESIGN_CANDIDATES');
    expect(() => morrisPoints(3, ['a', 'b'], 1, { groups: [0, 2] })).toThrow('FUTURES_DESIGN_GROUPS');
    expect(() => morrisPoints(3, [], 1)).toThrow('FUTURES_DESIGN_DIMENSIONS');
  });
});

describe('the most spread trajectories', () => {
  // A. Saltelli and others, Global Sensitivity Analysis: the Primer (2008), exercise 3a of chapter 3, in thirds.
  const thirds = [
    [0, 1, 0, 3, 2, 3],
    [0, 1, 2, 1, 2, 3],
    [2, 0, 2, 2, 0, 2],
    [1, 3, 3, 3, 3, 1],
    [1, 3, 1, 1, 3, 1],
    [1, 2, 1, 0, 3, 0],
  ].flat();
  const columns = [0, 1].map((dimension) =>
    Float64Array.from({ length: 18 }, (_, row) => (thirds[2 * row + dimension] ?? 0) / 3),
  );

  it('of the published six are 1, 3, 4 and 6, with the published distances', () => {
    expect(mostSpread(columns, 3, 4)).toEqual([0, 2, 3, 5]);
    expect(trajectoryDistance(columns, 3, 0, 2)).toBeCloseTo(6.18, 2);
    expect(trajectoryDistance(columns, 3, 0, 5)).toBeCloseTo(7.52, 2);
    expect(trajectoryDistance(columns, 3, 0, 0)).toBe(0);
  });

  it('by exchange lie farther apart than sets as they come', () => {
    const many = morrisPoints(40, named(3), 5);
    const sum = (kept: readonly number[]): number =>
      kept.flatMap((i) => kept.map((j) => trajectoryDistance(many, 4, i, j) ** 2)).reduce((a, b) => a + b, 0);
    // 40 over 8 is far more sets than are tried.
    const best = sum(mostSpread(many, 4, 8));
    for (let start = 0; start < 32; start++) {
      expect(best).toBeGreaterThan(sum(Array.from({ length: 8 }, (_, i) => start + i)));
    }
    expect(mostSpread(many, 4, 40)).toHaveLength(40);
  });
});
