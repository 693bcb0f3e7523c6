import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, incompleteGamma, lnGamma } from './gamma.ts';
import { normalCdf } from './normal.ts';

const near = (found: number, wanted: number, digits: number): void => {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(digits * Math.max(1, Math.abs(wanted)));
};

describe('ln Gamma', () => {
  it('is the logarithm of the factorial at whole numbers', () => {
    let logarithm = 0;
    for (let n = 1; n <= 200; n++) {
      near(lnGamma(n), logarithm, 5e-15);
      logarithm += Math.log(n);
    }
  });

  it('is half of ln pi at one half, and ln of 3 sqrt(pi)/4 at two and a half', () => {
    near(lnGamma(0.5), Math.log(Math.PI) / 2, 4e-15);
    near(lnGamma(2.5), Math.log((3 * Math.sqrt(Math.PI)) / 4), 4e-15);
  });

  it('obeys Gamma(x) Gamma(1 - x) = pi / sin(pi x)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (x) => {
        near(lnGamma(x) + lnGamma(1 - x), Math.log(Math.PI / Math.sin(Math.PI * x)), 1e-14);
      }),
    );
  });

  it('is no number at and below zero', () => {
    expect([0, -1, -0.5, Number.NaN].map(lnGamma)).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('the incomplete gamma functions', () => {
  it('are the exponential distribution for shape 1', () => {
    for (const x of [0, 0.1, 1, 5, 40]) near(incompleteGamma(1, x).lower, -Math.expm1(-x), 1e-15);
  });

  it('are the normal distribution for shape one half', () => {
    for (const z of [0.1, 1, 2, 5])
      near(incompleteGamma(0.5, (z * z) / 2).lower, 2 * normalCdf(z) - 1, 2e-15);
  });

  it('are sums of Poisson probabilities for whole shapes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (k, mean) => {
          let term = Math.exp(-mean);
          let sum = 0;
          for (let i = 0; i < k; i++) {
            sum += term;
            term *= mean / (i + 1);
          }
          near(incompleteGamma(k, mean).upper, sum, 2e-13);
        },
      ),
    );
  });

  it('are one together, and no number outside their domain', () => {
    const { lower, upper } = incompleteGamma(3.7, 2.9);
    expect(lower + upper).toBe(1);
    expect(incompleteGamma(0, 1).lower).toBeNaN();
    expect(incompleteGamma(1, -1).lower).toBeNaN();
  });
});

describe('the incomplete beta function', () => {
  it('has closed forms where a parameter is 1', () => {
    for (const x of [0, 0.2, 0.7, 1]) {
      near(incompleteBeta(1, 3.5, x), 1 - (1 - x) ** 3.5, 1e-14);
      near(incompleteBeta(2.5, 1, x), x ** 2.5, 1e-14);
    }
  });

  it('is one half in the middle of a symmetric one, and the arcsine law for halves', () => {
    near(incompleteBeta(7.3, 7.3, 0.5), 0.5, 1e-14);
    for (const x of [0.1, 0.5, 0.9])
      near(incompleteBeta(0.5, 0.5, x), (2 / Math.PI) * Math.asin(Math.sqrt(x)), 1e-14);
  });

  it('is a sum of binomial probabilities for whole parameters', () => {
    // P(at least 3 of 5) with probability 0.3.
    near(incompleteBeta(3, 3, 0.3), 10 * 0.3 ** 3 * 0.7 ** 2 + 5 * 0.3 ** 4 * 0.7 + 0.3 ** 5, 1e-15);
  });
});
