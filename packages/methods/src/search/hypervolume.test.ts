import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypervolume } from './hypervolume.ts';

const dimensions = 4;
const unit = fc.double({ min: 0, max: 1.2, noNaN: true });
const point = fc.array(unit, { minLength: dimensions, maxLength: dimensions });
const corner = new Array(dimensions).fill(1);

/** By inclusion and exclusion over all subsets: slow, and plainly right. */
function byInclusion(points: readonly number[][]): number {
  let total = 0;
  for (let subset = 1; subset < 1 << points.length; subset++) {
    const chosen = points.filter((_, i) => subset & (1 << i));
    const volume = corner
      .map((_, d) => Math.max(0, 1 - Math.max(...chosen.map((p) => p[d] ?? 0))))
      .reduce((product, side) => product * side, 1);
    total += chosen.length % 2 === 1 ? volume : -volume;
  }
  return total;
}

describe('the hypervolume', () => {
  it('is what inclusion and exclusion give', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), (points) => {
        expect(Math.abs(hypervolume(points, corner) - byInclusion(points))).toBeLessThan(1e-12);
      }),
    );
  });

  it('changes by no more than rounding when points or objectives come in another order', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 15 }), (points) => {
        const volume = hypervolume(points, corner);
        expect(Math.abs(hypervolume([...points].reverse(), corner) - volume)).toBeLessThan(1e-12);
        const turned = points.map((p) => [...p].reverse());
        expect(Math.abs(hypervolume(turned, corner) - volume)).toBeLessThan(1e-12);
      }),
    );
  });

  it('never shrinks with a point more, and stays as it is with one that is dominated', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), point, (points, more) => {
        const volume = hypervolume(points, corner);
        expect(hypervolume([...points, more], corner)).toBeGreaterThanOrEqual(volume - 1e-12);
        const worse = (points[0] ?? []).map((x) => x + 0.01);
        expect(hypervolume([...points, worse], corner)).toBeCloseTo(volume, 12);
      }),
    );
  });

  it('counts nothing that is worse than the reference, and nothing at all for no points', () => {
    expect(hypervolume([[0, 0, 0, 1]], corner)).toBe(0);
    expect(hypervolume([], corner)).toBe(0);
    expect(hypervolume([[0.25]], [1])).toBe(0.75);
  });
});
