import { incompleteBeta } from '@schaalsprong/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from './beta-quantile.ts';

const GOLDEN = [
  [2.3, 4.7, 1e-6, 0.0007118988439179889],
  [2.3, 4.7, 0.01, 0.040860636152145455],
  [2.3, 4.7, 0.3, 0.22290340875258194],
  [2.3, 4.7, 0.5, 0.3114767009345289],
  [2.3, 4.7, 0.77, 0.4529446564490478],
  [2.3, 4.7, 0.99, 0.7460116246152337],
  [0.4, 0.7, 1e-6, 1.6125502533136285e-15],
  [0.4, 0.7, 0.01, 1.6125446812016062e-5],
  [0.4, 0.7, 0.3, 0.07813500674855711],
  [0.4, 0.7, 0.5, 0.26755992832498654],
  [0.4, 0.7, 0.77, 0.6848264389749437],
  [0.4, 0.7, 0.99, 0.9959448136286126],
  [40, 3, 1e-6, 0.6268173271773553],
  [40, 3, 0.01, 0.8145257203952084],
  [40, 3, 0.3, 0.9155613642628689],
  [40, 3, 0.5, 0.9368401830235272],
  [40, 3, 0.77, 0.9605120108560495],
  [40, 3, 0.99, 0.9894187913294388],
  [1, 5, 1e-6, 2.0000008000004803e-7],
  [1, 5, 0.01, 0.0020080483385741996],
  [1, 5, 0.3, 0.0688500849051623],
  [1, 5, 0.5, 0.12944943670387585],
  [1, 5, 0.77, 0.25467520861214654],
  [1, 5, 0.99, 0.6018928294465027],
] as const;

describe('the quantile function of a beta distribution', () => {
  it('is that of SciPy 1.17', () => {
    // scipy.stats.beta.ppf(p, alpha, beta)
    for (const [alpha, beta, p, value] of GOLDEN) {
      expect(betaQuantile(alpha, beta)(p) / value, `${alpha} ${beta} ${p}`).toBeCloseTo(1, 12);
    }
  });

  it('is the inverse of the distribution function and rises, for any shape', () => {
    const shape = fc.double({ min: -1.5, max: 3, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (alpha, beta, p) => {
        const quantile = betaQuantile(alpha, beta);
        const x = quantile(p);
        const step = 2 ** -47 * Math.max(x, 2 ** -53);
        expect(incompleteBeta(alpha, beta, Math.max(0, x - step))).toBeLessThanOrEqual(p + 1e-11);
        expect(incompleteBeta(alpha, beta, Math.min(1, x + step + 2 ** -53))).toBeGreaterThanOrEqual(
          p - 1e-11,
        );
        expect(quantile(p / 2)).toBeLessThanOrEqual(x);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its digits far out in the tail', () => {
    expect(betaQuantile(0.1, 1)(1e-200)).toBe(0);
    // With beta 1 the distribution function is a power.
    for (const alpha of [0.9, 2, 150]) {
      for (const p of [1e-250, 1e-160, 1e-20, 1e-9, 0.3]) {
        const x = betaQuantile(alpha, 1)(p);
        expect(Math.abs(Math.log(x) * alpha - Math.log(p))).toBeLessThan(1e-11 * Math.abs(Math.log(p)));
      }
    }
  });

  it('ends at 0 and 1', () => {
    for (const alpha of [0.1, 1, 30]) expect([0, 1].map(betaQuantile(alpha, 2))).toEqual([0, 1]);
  });
});
