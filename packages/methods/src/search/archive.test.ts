import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, EpsilonArchive } from './archive.ts';
import { compareCosts } from './dominance.ts';
import { solutionOf } from './state.ts';

const plain = (costs: readonly number[], violations: readonly number[] = []) =>
  solutionOf(new Float64Array(), costs, violations);
const point = fc.tuple(
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
);

describe('the epsilon-box archive', () => {
  it('puts a value on the edge into the box that begins there, whatever rounding does to the division', () => {
    expect(0.3 / 0.1).toBeLessThan(3);
    for (let k = -1000; k <= 1000; k++) {
      expect(boxOf(k / 10, 0.1)).toBe(k);
      expect(boxOf(k * 0.1, 0.1)).toBe(k);
      expect(boxOf(k * 0.01, 0.01)).toBe(k);
      expect(boxOf(k / 10 - 1e-9, 0.1)).toBe(k - 1);
    }
  });

  it('refuses a number of epsilons that is not that of the objectives, and epsilons of nothing', () => {
    expect(() => new EpsilonArchive([0.1], 2)).toThrow(
      /FUTURES_SEARCH_EPSILON_COUNT.*1 epsilons and 2 objectives/,
    );
    expect(() => new EpsilonArchive([0.1, 0], 2)).toThrow(/FUTURES_SEARCH_EPSILON /);
    expect(() => new EpsilonArchive([0.1, Number.NaN], 2)).toThrow(/NaN cannot be an epsilon/);
  });

  it('keeps the one that was there on an exact tie in a box', () => {
    const archive = new EpsilonArchive([1, 1], 2);
    const [first, second] = [plain([0.25, 0.5]), plain([0.5, 0.25])];
    expect([archive.add(first), archive.add(second)]).toEqual([true, false]);
    expect(archive.solutions).toEqual([first]);
    expect(archive.improvements).toBe(1);
  });

  it('measures the distance in a box in epsilons, so that units do not decide', () => {
    const archive = new EpsilonArchive([1000, 1], 2);
    archive.add(plain([10, 0.9]));
    // 90 more in the first is a little, 0.8 less in the second is a lot.
    expect(archive.add(plain([100, 0.1]))).toBe(true);
    expect(archive.improvements).toBe(1);
  });

  it('never lets in a solution that breaks a constraint', () => {
    const archive = new EpsilonArchive([1], 1);
    expect(archive.add(plain([-100], [0.001]))).toBe(false);
    expect(archive.add(plain([5], [0]))).toBe(true);
  });

  it('holds one solution a box, none dominated, and covers every solution offered', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const archive = new EpsilonArchive([0.5, 0.5, 0.5], 3);
        for (const costs of points) archive.add(plain(costs));
        const boxes = archive.solutions.map(({ costs }) => Float64Array.from(costs, (c) => boxOf(c, 0.5)));
        expect(new Set(boxes.map((box) => box.join())).size).toBe(boxes.length);
        for (const a of boxes) for (const b of boxes) expect(compareCosts(a, b)).toBe('neither');
        for (const costs of points) {
          const box = Float64Array.from(costs, (c) => boxOf(c, 0.5));
          expect(boxes.some((other) => other.every((o, i) => o <= (box[i] ?? 0)))).toBe(true);
        }
        expect(archive.improvements).toBeGreaterThanOrEqual(boxes.length);
      }),
    );
  });
});
