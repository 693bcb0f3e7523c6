import type { Distribution } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FuturesError } from '../problems.ts';
import { medianFuture, type SampledUncertainty, sampleFutures } from './sampling.ts';

const uniform = (id: string, min = 0, max = 1): SampledUncertainty => ({
  id: id,
  variable: id.replaceAll('-', ' '),
  distribution: { kind: 'uniform', min, max },
});

const codes = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map((p) => p.code);
    throw error;
  }
  return [];
};

describe('a sample of futures', () => {
  it('has in every dimension exactly one future per stratum of equal probability', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.maxSafeNat(), (count, seed) => {
        const { byId } = sampleFutures([uniform('a'), uniform('b')], count, seed);
        for (const column of Object.values(byId)) {
          [...column]
            .sort((x, y) => x - y)
            .forEach((value, stratum) => {
              expect(value).toBeGreaterThanOrEqual(stratum / count);
              expect(value).toBeLessThanOrEqual((stratum + 1) / count);
            });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives each value of a discrete uncertainty its exact part of the futures', () => {
    const distribution: Distribution = {
      kind: 'discrete',
      values: [
        { value: 1, weight: 1 },
        { value: 2, weight: 3 },
      ],
    };
    const sample = sampleFutures([{ ...uniform('a'), distribution }], 400, 3);
    expect(sample.byId.a?.filter((v) => v === 1)).toHaveLength(100);
  });

  it('is the same for the same seed and another for another seed', () => {
    const one = sampleFutures([uniform('a')], 100, 1);
    expect(sampleFutures([uniform('a')], 100, 1)).toEqual(one);
    expect(sampleFutures([uniform('a')], 100, 2).byId.a).not.toEqual(one.byId.a);
  });

  it('does not change for the others when an uncertainty is added, removed or moved', () => {
    const alone = sampleFutures([uniform('a'), uniform('b')], 64, 9);
    const more = sampleFutures([uniform('c'), uniform('b'), uniform('a')], 64, 9);
    expect(more.byId.a).toEqual(alone.byId.a);
    expect(more.byId.b).toEqual(alone.byId.b);
  });

  it('keeps a future close to what it was when more futures are asked', () => {
    const few = sampleFutures([uniform('a')], 500, 4).byId.a ?? new Float64Array();
    const many = sampleFutures([uniform('a')], 5000, 4).byId.a ?? new Float64Array();
    const moved = Math.max(...[...few].map((value, i) => Math.abs(value - (many[i] ?? Number.NaN))));
    // The rank of n uniform numbers strays from the number itself by about 1 / sqrt(n).
    expect(moved).toBeLessThan(2 / Math.sqrt(500));
  });

  it('spreads two uncertainties without a pattern between them', () => {
    const { byId } = sampleFutures([uniform('a'), uniform('b')], 4000, 20230425);
    const a = byId.a ?? new Float64Array();
    const b = byId.b ?? new Float64Array();
    let cross = 0;
    for (let i = 0; i < a.length; i++) cross += ((a[i] ?? 0) - 0.5) * ((b[i] ?? 0) - 0.5);
    expect(Math.abs((12 * cross) / a.length)).toBeLessThan(3 / Math.sqrt(4000));
  });

  it('has the same numbers by variable and by id', () => {
    const sample = sampleFutures([uniform('grid-delay')], 10, 1);
    expect(sample.values['grid delay']).toBe(sample.byId['grid-delay']);
  });

  it('keeps these numbers for ever, since results are stored by seed', () => {
    const sample = sampleFutures([uniform('grid-delay', 2, 10)], 4, 20230425);
    expect([...(sample.byId['grid-delay'] ?? [])].map((v) => v.toFixed(12))).toMatchInlineSnapshot(`
      [
        "3.027358873836",
        "8.803222986931",
        "5.079884104503",
        "7.841589324690",
      ]
    `);
  });

  it('is refused with every fault at once', () => {
    expect(codes(() => sampleFutures([uniform('a', 2, 1), uniform('a')], 0, -1))).toEqual([
      'FUTURES_COUNT',
      'FUTURES_SEED',
      'FUTURES_DISTRIBUTION',
      'FUTURES_DUPLICATE_UNCERTAINTY',
      'FUTURES_DUPLICATE_VARIABLE',
    ]);
    expect(codes(() => sampleFutures([], 1.5, 0))).toEqual(['FUTURES_COUNT']);
  });
});

describe('the median future', () => {
  it('has every uncertainty at its median', () => {
    expect(medianFuture([uniform('a', 2, 4)]).values.a).toEqual(Float64Array.of(3));
  });
});
