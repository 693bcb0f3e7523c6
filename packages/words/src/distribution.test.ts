import { describe, expect, it } from 'vitest';
import { type Distribution, distributionFault } from './distribution.ts';

const good: readonly Distribution[] = [
  { kind: 'uniform', min: 0, max: 1 },
  { kind: 'loguniform', min: 0.1, max: 1 },
  { kind: 'integer', min: 0, max: 10 },
  { kind: 'triangular', min: 0, mode: 0, max: 1 },
  { kind: 'pert', min: 0, mode: 1, max: 1 },
  { kind: 'normal', mean: 0, sd: 1, min: -1, max: 30 },
  { kind: 'lognormal', median: 1, sigma: 1, min: 0, max: 9 },
  { kind: 'beta', alpha: 2, beta: 3, min: 0, max: 1 },
  { kind: 'weibull', shape: 1, scale: 1, min: 0, max: 9 },
  { kind: 'discrete', values: [{ value: 1, weight: 2 }] },
];

describe('a distribution', () => {
  it('of every kind is without fault where it has a range', () => {
    for (const distribution of good) {
      expect(distributionFault(distribution)).toBeNull();
    }
  });

  it('with its range upside down, empty or endless is at fault, in both languages', () => {
    for (const distribution of good) {
      if (distribution.kind === 'discrete') continue;
      for (const [min, max] of [
        [9, 8],
        [9, 9],
        [Number.NaN, 9],
        [9, Number.POSITIVE_INFINITY],
      ] as const) {
        const fault = distributionFault({ ...distribution, min, max });
        expect(fault?.expected.nl, distribution.kind).toBe('min kleiner dan max');
        expect(fault?.expected.en, distribution.kind).toBe('min below max');
        expect(fault?.found).toBe(`${min} .. ${max}`);
      }
    }
  });
});
