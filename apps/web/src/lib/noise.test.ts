import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNoise, isCountChange, isPairedChange, medianNoise } from './noise.ts';

/** A repeatable source of numbers from 0 to 1. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('noise of a count of the same futures', () => {
  it('is of the futures that changed sides only', () => {
    expect(isPairedChange(15, 0)).toBe(true);
    expect(isPairedChange(4, 0)).toBe(false);
    expect(isPairedChange(60, 45)).toBe(false);
    expect(isPairedChange(0, 0)).toBe(false);
  });

  it('takes fewer than one in ten of pure chance for a change, and is the same both ways', () => {
    const draw = draws(7);
    let taken = 0;
    for (let i = 0; i < 400; i += 1) {
      let gained = 0;
      for (let k = 0; k < 50; k += 1) gained += draw() < 0.5 ? 1 : 0;
      if (isPairedChange(gained, 50 - gained)) taken += 1;
      expect(isPairedChange(gained, 50 - gained)).toBe(isPairedChange(50 - gained, gained));
    }
    expect(taken / 400).toBeLessThan(0.1);
  });
});

describe('noise of a count of futures', () => {
  it('takes a change of a few futures for chance, and a large one not', () => {
    expect(isCountChange(0, 2, 10_000)).toBe(false);
    expect(isCountChange(1948, 2102, 10_000)).toBe(true);
    expect(isCountChange(150, 160, 300)).toBe(false);
    expect(isCountChange(150, 180, 300)).toBe(true);
  });

  it('is the same for as many that meet as that do not, and never nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(), (of, any) => {
        const count = any % (of + 1);
        expect(countNoise(count, of)).toBeCloseTo(countNoise(of - count, of), 6);
        expect(countNoise(count, of)).toBeGreaterThan(0);
        expect(isCountChange(count, count, of)).toBe(false);
      }),
    );
  });

  it('holds some 19 of 20 draws of the same futures', () => {
    const next = draws(7);
    const of = 300;
    const counts = Array.from({ length: 1000 }, () => {
      let count = 0;
      for (let i = 0; i < of; i += 1) if (next() < 0.3) count += 1;
      return count;
    });
    const inside = counts.filter((count) => Math.abs(count - 0.3 * of) <= countNoise(0.3 * of, of)).length;
    expect(inside).toBeGreaterThan(930);
    expect(inside).toBeLessThan(980);
  });
});

describe('noise of a median', () => {
  it('halves with four times the futures, and turns with the unit of its band', () => {
    const band = { p10: 38_000, p90: 43_000 };
    expect(medianNoise(band, 4000)).toBeCloseTo(medianNoise(band, 1000) / 2, 9);
    expect(medianNoise({ p10: 38, p90: 43 }, 1000)).toBeCloseTo(medianNoise(band, 1000) / 1000, 9);
    expect(medianNoise({ p10: 5, p90: 5 }, 1000)).toBe(0);
    expect(medianNoise(band, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
