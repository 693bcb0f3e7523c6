import { normalQuantile } from '@schaalsprong/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crpsOfEnsemble,
  crpsOfNormal,
  ensembleForecast,
  type Levels,
  pinball,
  trendForecast,
  walkForecast,
} from './scores.ts';

/** The members of a normal ensemble at evenly spread quantiles. */
const normal = (mean: number, sd: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => mean + sd * normalQuantile((i + 0.5) / count));

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const values = fc.array(value, { minLength: 1, maxLength: 30 });

describe('the continuous ranked probability score', () => {
  it('of a standard normal at its middle is (sqrt 2 - 1) / sqrt pi', () => {
    expect(crpsOfNormal(0, 1, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 12);
  });

  it.each([0, 0.5, -1, 3])('of a large ensemble is that of the normal that it comes from, at %d', (came) => {
    const members = normal(5, 2, 20_000);
    expect(crpsOfEnsemble(members, 5 + 2 * came)).toBeCloseTo(crpsOfNormal(5, 2, 5 + 2 * came), 3);
  });

  it('of one member is the absolute error, and so it is without spread', () => {
    expect(crpsOfEnsemble(Float64Array.of(3), 5)).toBe(2);
    expect(crpsOfNormal(3, 0, 5)).toBe(2);
  });

  it('is the mean error less half the mean difference of all pairs', () => {
    fc.assert(
      fc.property(values, value, (members, came) => {
        const n = members.length;
        const miss = members.reduce((sum, x) => sum + Math.abs(x - came), 0) / n;
        const pairs = members.flatMap((a) => members.map((b) => Math.abs(a - b)));
        const slow = miss - pairs.reduce((sum, d) => sum + d, 0) / (2 * n * n);
        const fast = crpsOfEnsemble(Float64Array.from(members).sort(), came);
        expect(fast).toBeCloseTo(slow, 6);
        expect(fast).toBeGreaterThan(-1e-9);
      }),
    );
  });

  it('grows with the unit, and not with where zero is', () => {
    fc.assert(
      fc.property(values, value, fc.integer({ min: 1, max: 50 }), value, (members, came, times, plus) => {
        const move = (x: number): number => x * times + plus;
        const before = crpsOfEnsemble(Float64Array.from(members).sort(), came);
        const after = crpsOfEnsemble(Float64Array.from(members, move).sort(), move(came));
        expect(after / times).toBeCloseTo(before, 5);
      }),
    );
  });

  it('is least on average for the spread that is true', () => {
    const draws = normal(0, 1, 500);
    const average = (sd: number): number =>
      draws.reduce((sum, came) => sum + crpsOfNormal(0, sd, came), 0) / draws.length;
    expect(average(1)).toBeLessThan(average(0.7));
    expect(average(1)).toBeLessThan(average(1.4));
  });
});

describe('the pinball loss', () => {
  it('of a forecast that is right is zero', () => {
    expect(pinball([7, 7, 7, 7, 7], 7)).toBe(0);
  });

  it('weighs what came above and below by the level', () => {
    // Above all: mean of 0.1 to 0.9 times 2. Below all: the same by symmetry.
    expect(pinball([5, 5, 5, 5, 5], 7)).toBeCloseTo(2 * 0.5, 12);
    const high: Levels = [0, 0, 0, 0, 10];
    expect(pinball(high, 0)).toBeCloseTo((0.1 * 10) / 5, 12);
    expect(pinball(high, 20)).toBeCloseTo((0.1 * 20 + 0.25 * 20 + 0.5 * 20 + 0.75 * 20 + 0.9 * 10) / 5, 12);
  });
});

describe('a forecast', () => {
  it('by an ensemble has its quantiles, whatever the order of the members', () => {
    const members = Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    expect(ensembleForecast(members).quantiles).toEqual([10, 25, 50, 75, 90]);
  });

  it('by trend goes on along a straight line, without spread where the line is exact', () => {
    const known = [0, 1, 2, 3].map((i) => ({ time: 2019 + i, value: 100 + 7 * i }));
    const { quantiles } = trendForecast(known, 2025);
    expect(quantiles[2]).toBeCloseTo(142, 9);
    expect(quantiles[4] - quantiles[0]).toBeLessThan(1e-6);
    expect(trendForecast(known.slice(0, 2), 2025).quantiles).toEqual([142, 142, 142, 142, 142]);
  });

  it('by trend has the spread of a prediction from a line', () => {
    const known = [1, 3, 2].map((y, i) => ({ time: i, value: y }));
    // Slope 0.5 through (1, 2); squares 1.5 over one degree of freedom, times 1 + 1/3 + 4/2.
    const sd = Math.sqrt(1.5 * (1 + 1 / 3 + 2));
    const { quantiles } = trendForecast(known, 3);
    expect(quantiles[2]).toBeCloseTo(3, 12);
    expect(quantiles[4]).toBeCloseTo(3 + sd * normalQuantile(0.9), 9);
  });

  it('by trend knows no more than the last five points', () => {
    const known = [1e6, 1, 2, 3, 4, 5].map((y, i) => ({ time: i, value: y }));
    expect(trendForecast(known, 6).quantiles[2]).toBeCloseTo(6, 9);
  });

  it('by a random walk stays where it was, wider with the root of time', () => {
    const known = [0, 3, -1].map((y, i) => ({ time: i, value: y }));
    const sd = Math.sqrt((9 + 16) / 2);
    const width = (time: number): number => {
      const { quantiles } = walkForecast(known, time);
      expect(quantiles[2]).toBe(-1);
      return quantiles[4] - quantiles[2];
    };
    expect(width(3)).toBeCloseTo(sd * normalQuantile(0.9), 9);
    expect(width(6)).toBeCloseTo(2 * width(3), 9);
  });
});
