import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaDraw,
  binomialDraw,
  densityDraw,
  exponentialDraw,
  gammaDraw,
  negativeBinomialDraw,
  normalDraw,
  poissonDraw,
  triangularDraw,
  weibullDraw,
} from './draws.ts';
import { lnGamma } from './gamma.ts';

const far = Number.POSITIVE_INFINITY;

/** Mean and variance by the middles of `n` equal steps of probability. */
function moments(draw: (u: number) => number, n = 4000): [mean: number, variance: number] {
  const values = Array.from({ length: n }, (_, i) => draw((i + 0.5) / n));
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  return [mean, values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n];
}

type Draw = (u: number, low: number, high: number) => number;

const triangle: Draw = (u, low, high) => triangularDraw(u, low, high, -1, 2, 3);
const weibull: Draw = (u, low, high) => weibullDraw(u, low, high, 2);
const gamma: Draw = (u, low, high) => gammaDraw(u, low, high, 2.5);
const beta: Draw = (u, low, high) => betaDraw(u, low, high, 2, 3);
const poisson: Draw = (u, low, high) => poissonDraw(u, low, high, 4);
const binomial: Draw = (u, low, high) => binomialDraw(u, low, high, 0.3, 20);
const negative: Draw = (u, low, high) => negativeBinomialDraw(u, low, high, 0.4, 3);
// Rises from 0 to 2, then falls to 0: the triangle from 0 to 4 with its top at 1, so with mean 5/3, variance 13/18.
const density: Draw = (u, low, high) => densityDraw(u, low, high, [0, 0, 1, 2, 4, 0]);

const kinds: readonly (readonly [name: string, draw: Draw, mean: number, variance: number])[] = [
  ['normal', normalDraw, 0, 1],
  ['exponential', exponentialDraw, 1, 1],
  ['Weibull of shape 2', weibull, 1, 4 / Math.PI - 1],
  ['triangular', triangle, 4 / 3, (1 + 4 + 9 + 2 + 3 - 6) / 18],
  ['gamma of shape 2.5', gamma, 2.5, 2.5],
  ['beta of 2 and 3', beta, 0.4, 0.04],
  ['Poisson of mean 4', poisson, 4, 4],
  ['binomial', binomial, 6, 4.2],
  ['negative binomial', negative, 7.5, (3 * 0.6) / 0.16],
  ['density', density, 5 / 3, 13 / 18],
];

describe.each(kinds)('a draw of the %s', (_, draw, mean, variance) => {
  it('has the mean and the variance of the distribution', () => {
    const [m, v] = moments((u) => draw(u, -far, far));
    expect(Math.abs(m - mean)).toBeLessThan(0.004 * Math.max(1, Math.sqrt(variance)));
    expect(Math.abs(v - variance)).toBeLessThan(0.015 * Math.max(variance, 0.05));
  });

  it('rises with the uniform number and stays within its bounds', () => {
    const part = fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true });
    fc.assert(
      fc.property(part, part, part, fc.double({ min: 0.1, max: 1, noNaN: true }), (a, b, from, width) => {
        const low = draw(from * 0.9, -far, far);
        const high = Math.ceil(low + width);
        const [x, y] = [draw(Math.min(a, b), low, high), draw(Math.max(a, b), low, high)];
        if (Number.isNaN(x)) return;
        expect(x).toBeGreaterThanOrEqual(low);
        expect(y).toBeLessThanOrEqual(high);
        // Numbers that differ in their last digit may give draws in either order, as close together.
        expect(x).toBeLessThanOrEqual(y + 1e-12 * Math.abs(y));
      }),
      { numRuns: 50 },
    );
  });

  it('is cut, not heaped, at its bounds: half of what is kept lies below its median', () => {
    const whole = (u: number): number => draw(u, -far, far);
    // Values with probabilities 0.25 .. 0.75 are kept; for whole numbers that holds up to one of them.
    const [low, middle, high] = [whole(0.25), whole(0.5), whole(0.75)];
    const cut = draw(0.5, low, high);
    expect(Math.abs(cut - middle)).toBeLessThanOrEqual(Number.isInteger(low) ? 1 : 1e-9);
  });

  it('is no number where nothing of it lies between the bounds', () => {
    expect(draw(0.5, 1, 0)).toBeNaN();
  });
});

describe('draws', () => {
  it('have their closed forms', () => {
    for (const u of [0.01, 0.3, 0.5, 0.99]) {
      expect(exponentialDraw(u, 0, far)).toBeCloseTo(-Math.log(1 - u), 13);
      expect(gammaDraw(u, 0, far, 1)).toBeCloseTo(-Math.log(1 - u), 12);
      expect(betaDraw(u, 0, 1, 1, 3)).toBeCloseTo(1 - (1 - u) ** (1 / 3), 13);
      expect(weibullDraw(u, 0, far, 1)).toBeCloseTo(-Math.log(1 - u), 13);
      expect(weibullDraw(u, 0, far, 3)).toBeCloseTo(
        (-Math.log(1 - u)) ** (1 / 3) / Math.exp(lnGamma(4 / 3)),
        13,
      );
      expect(triangularDraw(u, -far, far, 0, 0, 1)).toBeCloseTo(1 - Math.sqrt(1 - u), 13);
      expect(densityDraw(u, -far, far, [0, 1, 2, 1])).toBeCloseTo(2 * u, 13);
      expect(densityDraw(u, -far, far, [0, 0, 2, 5])).toBeCloseTo(2 * Math.sqrt(u), 13);
      // The first trial that succeeds, with probability 1/4: 1 - (3/4)^t reaches u.
      expect(negativeBinomialDraw(u, 0, far, 0.25, 1)).toBe(Math.ceil(Math.log(1 - u) / Math.log(0.75)));
    }
  });

  it('of whole numbers change where the sums of probabilities say', () => {
    const reaches = Math.exp(-2) * 3; // P(X <= 1) for mean 2
    expect([reaches - 1e-9, reaches + 1e-9].map((u) => poissonDraw(u, 0, far, 2))).toEqual([1, 2]);
    const heads = 1 / 8 + 3 / 8; // P(X <= 1) of three coins
    expect([heads - 1e-9, heads + 1e-9].map((u) => binomialDraw(u, 0, far, 0.5, 3))).toEqual([1, 2]);
    // Only 1 and 2 of three coins are kept, alike in probability.
    expect([0.49, 0.51].map((u) => binomialDraw(u, 0.5, 2.5, 0.5, 3))).toEqual([1, 2]);
  });

  it('keep their digits far out in a tail', () => {
    expect(normalDraw(0.5, 10, far)).toBeCloseTo(10.0684118361, 7);
    expect(exponentialDraw(0.5, 600, far)).toBeCloseTo(600 + Math.LN2, 9);
  });

  it('are certain where the distribution leaves no choice', () => {
    expect(poissonDraw(0.7, 0, far, 0)).toBe(0);
    expect(binomialDraw(0.7, 0, far, 1, 5)).toBe(5);
    expect(negativeBinomialDraw(0.7, 0, far, 1, 5)).toBe(5);
    expect(triangularDraw(0.7, -far, far, 2, 2, 2)).toBe(2);
  });

  it('are no number beyond a distribution that ends, or whose tail is too thin for a double', () => {
    for (const draw of [normalDraw, triangle, gamma, beta, poisson, binomial, negative, density]) {
      expect(draw(0.5, 900, 901)).toBeNaN();
    }
    expect([exponentialDraw, weibull, gamma, beta, poisson].map((draw) => draw(0.5, -2, -1))).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });

  it('are no number for parameters that make no distribution', () => {
    expect(triangularDraw(0.5, -far, far, 2, 1, 3)).toBeNaN();
    expect(gammaDraw(0.5, 0, far, 0)).toBeNaN();
    expect(binomialDraw(0.5, 0, far, 1.5, 3)).toBeNaN();
    expect(densityDraw(0.5, -far, far, [0, 1, 1, -1])).toBeNaN();
    expect(densityDraw(0.5, -far, far, [0, 0, 1, 0])).toBeNaN();
  });

  it('manage large shapes and means', () => {
    expect(poissonDraw(0.5, 0, far, 1e6)).toBe(1e6);
    expect(gammaDraw(0.5, 0, far, 1e5)).toBeCloseTo(1e5 - 1 / 3, 3);
    expect(binomialDraw(0.5, 0, far, 0.5, 1e6)).toBe(5e5);
  });
});
