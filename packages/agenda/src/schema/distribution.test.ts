import type { Distribution as Range } from '@schaalsprong/words';
import { describe, expect, it } from 'vitest';
import { Distribution } from './schema.ts';

const good: readonly Range[] = [
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

describe('a distribution in a file', () => {
  it('of every kind is read as it is written', () => {
    expect(new Set(good.map(({ kind }) => kind)).size).toBe(Distribution.options.length);
    for (const distribution of good) expect(Distribution.parse(distribution)).toEqual(distribution);
  });

  it('whose numbers are outside what its kind allows is not read', () => {
    const refused = (distribution: object): boolean => !Distribution.safeParse(distribution).success;
    expect(refused({ kind: 'loguniform', min: 0, max: 1 })).toBe(true);
    expect(refused({ kind: 'integer', min: 0.5, max: 3 })).toBe(true);
    expect(refused({ kind: 'beta', alpha: 0, beta: 1, min: 0, max: 1 })).toBe(true);
    expect(refused({ kind: 'weibull', shape: -1, scale: 1, min: 0, max: 1 })).toBe(true);
    expect(refused({ kind: 'discrete', values: [{ value: 1, weight: 0 }] })).toBe(true);
  });
});
