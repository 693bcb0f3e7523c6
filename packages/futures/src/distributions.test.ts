import { type Distribution, distributionFault } from '@schaalsprong/agenda';
import { normalCdf, normalQuantile } from '@schaalsprong/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from './distributions.ts';

const ends = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([min, width]) => ({ min, max: min + width }));
const part = fc.double({ min: 0, max: 1, noNaN: true });
const anyDistribution: fc.Arbitrary<Distribution> = fc.oneof(
  ends.map((e) => ({ kind: 'uniform' as const, ...e })),
  fc.tuple(ends, part).map(([e, f]) => ({
    kind: 'triangular' as const,
    ...e,
    mode: Math.min(e.max, e.min + f * (e.max - e.min)),
  })),
  fc
    .tuple(ends, fc.double({ min: -2, max: 3, noNaN: true }), fc.double({ min: 0.05, max: 5, noNaN: true }))
    .map(([e, f, s]) => ({
      kind: 'normal' as const,
      ...e,
      mean: e.min + f * (e.max - e.min),
      sd: s * (e.max - e.min),
    })),
  fc
    .tuple(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0.05, max: 2, noNaN: true }),
      part,
    )
    .map(([median, sigma, f]) => ({
      kind: 'lognormal' as const,
      median,
      sigma,
      min: f * median,
      max: median * (1.5 + f),
    })),
  fc
    .array(fc.tuple(fc.integer(), fc.double({ min: 0.1, max: 9, noNaN: true })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((pairs) => ({
      kind: 'discrete' as const,
      values: pairs.map(([value, weight]) => ({ value, weight })),
    })),
);

describe('quantile functions', () => {
  it('never leave the range of the distribution and never give a NaN', () => {
    fc.assert(
      fc.property(anyDistribution, part, (d, p) => {
        const x = quantile(d, p);
        if (d.kind === 'discrete') expect(d.values.map((v) => v.value)).toContain(x);
        else {
          expect(x).toBeGreaterThanOrEqual(d.min);
          expect(x).toBeLessThanOrEqual(d.max);
        }
      }),
    );
  });

  it('never fall as p rises, for every continuous distribution', () => {
    fc.assert(
      fc.property(
        anyDistribution.filter((d) => d.kind !== 'discrete'),
        part,
        part,
        (d, p, q) => {
          const slack = 1e-9 * (1 + Math.abs(quantile(d, p)));
          expect(quantile(d, Math.min(p, q))).toBeLessThanOrEqual(quantile(d, Math.max(p, q)) + slack);
        },
      ),
    );
  });

  it('uniform is linear', () => {
    expect(quantile({ kind: 'uniform', min: 2, max: 6 }, 0.25)).toBe(3);
  });

  it('triangular inverts its distribution function, (x - a)^2 / ((b - a)(c - a)) below the mode', () => {
    const d: Distribution = { kind: 'triangular', min: 1, mode: 2, max: 5 };
    expect(quantile(d, 1 / 4)).toBeCloseTo(2, 14);
    expect(quantile(d, 1 / 16)).toBeCloseTo(1.5, 14);
    expect(quantile(d, 1 - 3 / 16)).toBeCloseTo(3.5, 14);
    expect([quantile(d, 0), quantile(d, 1)]).toEqual([1, 5]);
  });

  it('triangular works with its mode at an end and with no width at all', () => {
    expect(quantile({ kind: 'triangular', min: 0, mode: 0, max: 1 }, 0.75)).toBe(0.5);
    expect(quantile({ kind: 'triangular', min: 0, mode: 1, max: 1 }, 0.25)).toBe(0.5);
    expect(quantile({ kind: 'triangular', min: 3, mode: 3, max: 3 }, 0.4)).toBe(3);
  });

  it('normal cut far out is the normal itself', () => {
    const d: Distribution = { kind: 'normal', mean: 10, sd: 2, min: -90, max: 110 };
    for (const p of [0.01, 0.3, 0.5, 0.9]) expect(quantile(d, p)).toBeCloseTo(10 + 2 * normalQuantile(p), 12);
  });

  it('normal cut symmetrically keeps its mean as median, and has the closed-form quartile', () => {
    const d: Distribution = { kind: 'normal', mean: 5, sd: 1, min: 4, max: 6 };
    expect(quantile(d, 0.5)).toBeCloseTo(5, 14);
    const lower = normalCdf(-1);
    expect(quantile(d, 0.25)).toBeCloseTo(5 + normalQuantile(lower + 0.25 * (1 - 2 * lower)), 14);
  });

  it('normal cut in its upper tail keeps its digits: close to an exponential there', () => {
    const d: Distribution = { kind: 'normal', mean: 0, sd: 1, min: 10, max: 20 };
    const median = quantile(d, 0.5);
    // Phi(-m) = Phi(-10) / 2 up to Phi(-20), which is nothing beside it.
    expect(normalCdf(-median) / normalCdf(-10)).toBeCloseTo(0.5, 8);
  });

  it('lognormal has its median at one half when cut evenly on the logarithm', () => {
    const d: Distribution = { kind: 'lognormal', median: 3, sigma: 0.4, min: 1.5, max: 6 };
    expect(quantile(d, 0.5)).toBeCloseTo(3, 13);
    expect(quantile({ kind: 'lognormal', median: 3, sigma: 0.4, min: 0, max: 1e9 }, 0.9)).toBeCloseTo(
      3 * Math.exp(0.4 * normalQuantile(0.9)),
      12,
    );
  });

  it('discrete gives each value its part of the weight', () => {
    const d: Distribution = {
      kind: 'discrete',
      values: [
        { value: 5, weight: 1 },
        { value: 1, weight: 3 },
      ],
    };
    expect([0, 0.2, 0.249, 0.25, 0.9, 1].map((p) => quantile(d, p))).toEqual([5, 5, 5, 1, 1, 1]);
  });
});

describe('a distribution', () => {
  it('is at fault with an empty range, a mode outside it or a number that is not finite', () => {
    expect(distributionFault({ kind: 'uniform', min: 2, max: 1 })?.expected.en).toBe('min below max');
    expect(distributionFault({ kind: 'uniform', min: 1, max: 1 })?.found).toBe('1 .. 1');
    expect(distributionFault({ kind: 'triangular', min: 0, mode: 2, max: 1 })?.found).toBe('mode 2, 0 .. 1');
    const cut = distributionFault({ kind: 'lognormal', median: 1, sigma: 1, min: -1, max: 2 });
    expect(cut?.expected.en).toContain('zero');
    const unknown = distributionFault({ kind: 'discrete', values: [{ value: Number.NaN, weight: 1 }] });
    expect(unknown?.expected.en).toContain('finite');
  });

  it('is without fault whenever it has a range', () => {
    fc.assert(
      fc.property(anyDistribution, (d) => {
        expect(distributionFault(d)).toBeNull();
      }),
    );
  });
});
