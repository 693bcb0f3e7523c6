import { normalCdf } from '@schaalsprong/model';
import type { Distribution } from '@schaalsprong/words';
import { describe, expect, it } from 'vitest';
import { quantile } from './distributions.ts';
import { momentsOf } from './moments.ts';

/** Mean and variance over the middles of many equal parts of the probability. */
function byMiddles(distribution: Distribution, parts: number): { mean: number; variance: number } {
  const values = Array.from({ length: parts }, (_, i) => quantile(distribution, (i + 0.5) / parts));
  const mean = values.reduce((sum, value) => sum + value, 0) / parts;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / parts };
}

const all: readonly Distribution[] = [
  { kind: 'uniform', min: -3, max: 5 },
  { kind: 'loguniform', min: 0.5, max: 20 },
  { kind: 'loguniform', min: 10, max: 10.2 },
  { kind: 'integer', min: -2, max: 7 },
  { kind: 'triangular', min: 1, mode: 2, max: 7 },
  { kind: 'normal', mean: 2, sd: 3, min: -1, max: 9 },
  { kind: 'lognormal', median: 3, sigma: 0.6, min: 1, max: 12 },
  { kind: 'beta', alpha: 2, beta: 5, min: 10, max: 20 },
  { kind: 'pert', min: 0, mode: 2, max: 10 },
  { kind: 'weibull', shape: 1.5, scale: 4, min: 1, max: 9 },
  {
    kind: 'discrete',
    values: [
      { value: 4, weight: 1 },
      { value: 1, weight: 3 },
    ],
  },
];

describe('mean and variance', () => {
  it('are those of the numbers that are drawn, for every kind', () => {
    for (const distribution of all) {
      const { mean, variance } = momentsOf(distribution);
      const drawn = byMiddles(distribution, 5_000);
      expect(mean).toBeCloseTo(drawn.mean, 2);
      expect(variance / drawn.variance).toBeCloseTo(1, 2);
    }
  });

  it('of a normal cut far out are its own, and cut at one end those of the closed form', () => {
    const wide = momentsOf({ kind: 'normal', mean: 10, sd: 2, min: -90, max: 110 });
    expect(wide.mean).toBeCloseTo(10, 12);
    expect(wide.variance).toBeCloseTo(4, 9);
    const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const [a, b] = [-0.5, 1.25];
    const part = normalCdf(b) - normalCdf(a);
    const shift = (density(a) - density(b)) / part;
    const cut = momentsOf({ kind: 'normal', mean: 10, sd: 2, min: 10 + 2 * a, max: 10 + 2 * b });
    expect(cut.mean).toBeCloseTo(10 + 2 * shift, 11);
    expect(cut.variance).toBeCloseTo(4 * (1 + (a * density(a) - b * density(b)) / part - shift ** 2), 10);
  });

  it('of a lognormal cut far out are the closed form', () => {
    const sigma = 0.5;
    const { mean, variance } = momentsOf({ kind: 'lognormal', median: 3, sigma, min: 1e-9, max: 1e9 });
    expect(mean).toBeCloseTo(3 * Math.exp(sigma ** 2 / 2), 8);
    expect(variance).toBeCloseTo(9 * Math.exp(sigma ** 2) * (Math.exp(sigma ** 2) - 1), 5);
  });

  it('of a weibull cut far out are the closed form with the gamma function', () => {
    // Gamma(3/2) = sqrt(pi) / 2 and Gamma(2) = 1.
    const { mean, variance } = momentsOf({ kind: 'weibull', shape: 2, scale: 4, min: 0, max: 1e6 });
    expect(mean).toBeCloseTo(2 * Math.sqrt(Math.PI), 9);
    expect(variance).toBeCloseTo(16 * (1 - Math.PI / 4), 8);
  });

  it('keep their digits where the cut is narrow: nearly uniform', () => {
    for (const distribution of [
      { kind: 'normal', mean: 0, sd: 1, min: 0.3, max: 0.3 + 1e-6 },
      { kind: 'lognormal', median: 1, sigma: 1, min: 2, max: 2 + 1e-6 },
      { kind: 'loguniform', min: 2, max: 2 + 1e-6 },
    ] as const) {
      expect(momentsOf(distribution).variance / (1e-12 / 12)).toBeCloseTo(1, 4);
    }
  });

  it('of a discrete value that stands alone are that value and nothing', () => {
    expect(momentsOf({ kind: 'discrete', values: [{ value: 0.1, weight: 3 }] })).toEqual({
      mean: 0.1,
      variance: 0,
    });
  });
});
