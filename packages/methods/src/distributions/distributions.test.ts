import { normalCdf, normalQuantile } from '@schaalsprong/model';
import { type Distribution, distributionFault } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdf, quantile } from './distributions.ts';

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
    .tuple(
      ends,
      fc.double({ min: -1.5, max: 2.5, noNaN: true }),
      fc.double({ min: 0.05, max: 5, noNaN: true }),
    )
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
    .tuple(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }))
    .map(([min, width]) => ({ kind: 'loguniform' as const, min, max: min + width })),
  fc
    .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e4 }))
    .map(([min, width]) => ({ kind: 'integer' as const, min, max: min + width })),
  fc
    .tuple(ends, fc.double({ min: 0.2, max: 50, noNaN: true }), fc.double({ min: 0.2, max: 50, noNaN: true }))
    .map(([e, alpha, beta]) => ({ kind: 'beta' as const, ...e, alpha, beta })),
  fc.tuple(ends, part).map(([e, f]) => ({
    kind: 'pert' as const,
    ...e,
    mode: Math.min(e.max, e.min + f * (e.max - e.min)),
  })),
  fc
    .tuple(
      fc.double({ min: 0.3, max: 10, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0.05, max: 3, noNaN: true }),
    )
    .map(([shape, scale, f, g]) => ({
      kind: 'weibull' as const,
      shape,
      scale,
      min: f * scale,
      max: (f + g) * scale,
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

  it('are the inverse of the distribution function, for every continuous distribution', () => {
    fc.assert(
      fc.property(
        anyDistribution.filter((d) => d.kind !== 'discrete' && d.kind !== 'integer'),
        part,
        (d, p) => {
          const x = quantile(d, p);
          // As far as neighbouring numbers of this size and width can be told apart.
          const steps = (2 ** -50 * Math.max(Math.abs(d.min), Math.abs(d.max))) / (d.max - d.min);
          const [below, above] = [cdf(d, x - steps * (d.max - d.min)), cdf(d, x + steps * (d.max - d.min))];
          expect(below).toBeLessThanOrEqual(p + 2e-8);
          expect(above).toBeGreaterThanOrEqual(p - 2e-8);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('loguniform is uniform on the logarithm: the middle is the geometric mean', () => {
    const d: Distribution = { kind: 'loguniform', min: 0.01, max: 100 };
    expect(quantile(d, 0.5)).toBeCloseTo(1, 14);
    expect(quantile(d, 0.75)).toBeCloseTo(10, 13);
    expect([quantile(d, 0), quantile(d, 1)]).toEqual([0.01, 100]);
  });

  it('integer gives every whole number, ends included, the same part', () => {
    const d: Distribution = { kind: 'integer', min: -2, max: 2 };
    expect([0, 0.199, 0.2, 0.5, 0.799, 0.8, 1].map((p) => quantile(d, p))).toEqual([-2, -2, -1, 0, 1, 2, 2]);
    expect([-3, -2, -1.5, 0, 2, 9].map((x) => cdf(d, x))).toEqual([0, 0.2, 0.2, 0.6, 1, 1]);
  });

  it('beta with 1 and 1 is uniform, and with 2 and 1 a square root', () => {
    const at = (alpha: number, beta: number, p: number): number =>
      quantile({ kind: 'beta', alpha, beta, min: 10, max: 20 }, p);
    for (const p of [0.1, 0.25, 0.5, 0.9]) {
      expect(at(1, 1, p)).toBeCloseTo(10 + 10 * p, 12);
      expect(at(2, 1, p)).toBeCloseTo(10 + 10 * Math.sqrt(p), 12);
      expect(at(0.5, 0.5, p)).toBeCloseTo(10 + 10 * Math.sin((Math.PI * p) / 2) ** 2, 12);
    }
    expect([at(3, 4, 0), at(3, 4, 1)]).toEqual([10, 20]);
  });

  it('pert with its mode in the middle is the beta with 3 and 3', () => {
    const pert: Distribution = { kind: 'pert', min: 0, mode: 5, max: 10 };
    const beta: Distribution = { kind: 'beta', alpha: 3, beta: 3, min: 0, max: 10 };
    for (const p of [0, 0.2, 0.5, 0.9, 1]) expect(quantile(pert, p)).toBe(quantile(beta, p));
  });

  it('weibull has scale (-ln(1 - p))^(1 / shape), and without memory for shape 1', () => {
    const whole: Distribution = { kind: 'weibull', shape: 2, scale: 3, min: 0, max: 1e6 };
    expect(quantile(whole, 0.5)).toBeCloseTo(3 * Math.sqrt(Math.LN2), 12);
    const late: Distribution = { kind: 'weibull', shape: 1, scale: 2, min: 1000, max: 1e6 };
    expect(quantile(late, 0.5)).toBeCloseTo(1000 + 2 * Math.LN2, 10);
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
    expect(distributionFault({ kind: 'pert', min: 0, mode: -1, max: 1 })?.found).toBe('mode -1, 0 .. 1');
    expect(distributionFault({ kind: 'loguniform', min: 0, max: 1 })?.expected.nl).toBe('min boven nul');
    expect(distributionFault({ kind: 'integer', min: 0.5, max: 3 })?.expected.en).toBe('whole numbers');
    expect(
      distributionFault({ kind: 'weibull', shape: 1, scale: 1, min: -1, max: 3 })?.expected.en,
    ).toContain('zero');
    const unknown = distributionFault({ kind: 'discrete', values: [{ value: Number.NaN, weight: 1 }] });
    expect(unknown?.expected.en).toContain('finite');
  });

  it('is at fault where its range lies so far out that nothing of it is there', () => {
    const normal = distributionFault({ kind: 'normal', mean: 0, sd: 1, min: 40, max: 50 });
    expect(normal?.expected.en).toContain('within 37 standard deviations');
    const lognormal = distributionFault({ kind: 'lognormal', median: 1, sigma: 0.1, min: 0, max: 1e-3 });
    expect(lognormal?.expected.nl).toContain('binnen 37 keer sigma');
  });

  it('is without fault whenever it has a range', () => {
    fc.assert(
      fc.property(anyDistribution, (d) => {
        expect(distributionFault(d)).toBeNull();
      }),
    );
  });
});
