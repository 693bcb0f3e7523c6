import { streamOf, uniformPair } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { areaBetween, DensityGrid } from './density.ts';

const values = Float64Array.from({ length: 300 }, (_, i) => uniformPair(3, streamOf('values'), i)[0] ** 2);
const once = new Float64Array(values.length).fill(1);
const everybody = Uint32Array.from(values, (_, i) => i);
const some = everybody.filter((i) => (values[i] ?? 0) < 0.3);

/** A normal kernel for every value, as the definition says. */
function direct(members: Uint32Array, points: readonly number[]): number[] {
  const own = [...members].map((i) => values[i] ?? 0);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1);
  const bandwidth = ((3 * own.length) / 4) ** -0.2 * Math.sqrt(variance);
  const scale = 1 / (own.length * bandwidth * Math.sqrt(2 * Math.PI));
  return points.map((point) =>
    own.reduce((sum, value) => sum + scale * Math.exp(-(((point - value) / bandwidth) ** 2) / 2), 0),
  );
}

describe('a density on a grid', () => {
  const grid = new DensityGrid(values);
  const least = Math.min(...values);
  const points = Array.from({ length: 100 }, (_, k) => least + k * grid.step);

  it('is that of a kernel per value, to what the cells are wide', () => {
    for (const members of [everybody, some]) {
      const expected = direct(members, points);
      const height = Math.max(...expected);
      grid.of(members, once)?.forEach((density, k) => {
        expect(Math.abs(density - (expected[k] ?? Number.NaN)) / height).toBeLessThan(1e-3);
      });
    }
  });

  it('counts a value as often as it was drawn', () => {
    const twice = once.map(() => 2);
    const whole = grid.of(everybody, once) ?? new Float64Array();
    const doubled = grid.of(everybody, twice) ?? new Float64Array();
    // Twice the cases have a narrower bandwidth, and are otherwise the same.
    expect(areaBetween(whole, doubled, grid.step)).toBeLessThan(0.1);
    const half = once.map((_, i) => (i % 2 === 0 ? 2 : 0));
    const evens = everybody.filter((i) => i % 2 === 0);
    const drawn = grid.of(everybody, half) ?? new Float64Array();
    const listed = grid.of(evens, twice) ?? new Float64Array();
    drawn.forEach((density, k) => {
      expect(density).toBeCloseTo(listed[k] ?? Number.NaN, 12);
    });
  });

  it('does not exist for one value, however often it was drawn', () => {
    const one = once.map((_, i) => (i === 4 ? 50 : 0));
    expect(grid.of(everybody, one)).toBeNull();
    expect(grid.of(new Uint32Array(), once)).toBeNull();
  });
});

describe('the area between two densities', () => {
  it('is that of the trapezium rule', () => {
    expect(areaBetween(Float64Array.of(1, 2, 4), Float64Array.of(1, 1, 1), 0.5)).toBeCloseTo(
      0.5 * (1 + 1.5),
      12,
    );
  });
});
