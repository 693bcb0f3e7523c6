import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../../../scripts/testing/processor-time.ts';
import { sampleFutures } from '../ensemble/sampling.ts';
import { FuturesError } from '../problems.ts';
import { type DesignRequest, makeDesign } from './design.ts';
import { mostDesignNumbers } from './problems.ts';
import { designCases, designFutures, designValues } from './values.ts';

const names = ['grid', 'builders', 'permits'];
const sized: readonly DesignRequest[] = [
  { method: 'latin-hypercube', size: 64, seed: 3 },
  { method: 'monte-carlo', size: 64, seed: 3 },
  { method: 'sobol', size: 64, seed: 3, scramble: true },
  { method: 'sobol', size: 64, seed: 3, first: 64 },
  { method: 'halton', size: 64, seed: 3, scramble: true },
  { method: 'halton', size: 64, seed: 3 },
  { method: 'full-factorial', levels: [4, 3, [0.1, 0.9]] },
  { method: 'fractional-factorial' },
  { method: 'morris', size: 10, seed: 3, levels: 6 },
  { method: 'morris', size: 4, seed: 3, candidates: 20 },
  { method: 'saltelli', size: 16, seed: 3, secondOrder: true, scramble: true },
];

const codes = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe('a design', () => {
  it('is the same for the same request, inside the unit cube, and as long as it says', () => {
    for (const request of sized) {
      const design = makeDesign(names, request);
      expect(makeDesign(names, request)).toEqual(design);
      expect(design.columns).toHaveLength(3);
      for (const column of design.columns) {
        expect(column).toHaveLength(design.count);
        expect(column.every((value) => value >= 0 && value <= 1)).toBe(true);
      }
    }
  });

  it('follows its seed wherever something is drawn', () => {
    for (const request of sized) {
      if (!('seed' in request)) continue;
      const drawn = !('scramble' in request || 'first' in request) && request.method !== 'halton';
      const other = makeDesign(names, { ...request, seed: 4 }).columns;
      const scrambled = 'scramble' in request && request.scramble === true;
      if (drawn || scrambled) expect(other).not.toEqual(makeDesign(names, request).columns);
      else expect(other).toEqual(makeDesign(names, request).columns);
    }
  });

  it('of a Latin hypercube has one point per stratum and is that of the futures of a region', () => {
    const uncertainties = names.map((id) => ({
      id,
      variable: `the ${id}`,
      distribution: { kind: 'triangular', min: 0, mode: 1, max: 5 } as const,
    }));
    const design = makeDesign(names, { method: 'latin-hypercube', size: 500, seed: 11 });
    for (const column of design.columns) {
      expect(new Set(column.map((value) => Math.floor(value * 500))).size).toBe(500);
    }
    expect(designFutures(design, uncertainties)).toEqual(sampleFutures(uncertainties, 500, 11));
  });

  it('of Monte Carlo and of a Latin hypercube leaves a dimension as it is when another comes', () => {
    for (const method of ['latin-hypercube', 'monte-carlo'] as const) {
      const request = { method, size: 40, seed: 1 } as const;
      expect(makeDesign(['a', 'b', 'c'], request).columns[1]).toEqual(makeDesign(['b'], request).columns[0]);
    }
  });

  it('keeps every value in bounds: a real number, a whole one and one of three', () => {
    const design = makeDesign(names, { method: 'latin-hypercube', size: 100, seed: 1 });
    const inputs = [
      { name: 'grid', distribution: { kind: 'uniform', min: 0, max: 10 } },
      { name: 'builders', distribution: { kind: 'integer', min: 0, max: 10 } },
      {
        name: 'permits',
        distribution: { kind: 'discrete', values: [1, 2, 3].map((value) => ({ value, weight: 1 })) },
      },
    ] as const;
    const [real = [], whole = [], one = []] = designValues(design, inputs);
    for (let i = 0; i < 100; i++) {
      expect(real[i]).toBeGreaterThanOrEqual(0);
      expect(real[i]).toBeLessThanOrEqual(10);
      expect(Number.isInteger(whole[i])).toBe(true);
      expect(whole[i]).toBeLessThanOrEqual(10);
      expect([1, 2, 3]).toContain(one[i]);
    }
    // Equal mass per whole number: 100 points over eleven numbers are nine or ten each.
    for (let value = 0; value <= 10; value++) {
      expect(Math.abs([...whole].filter((found) => found === value).length - 100 / 11)).toBeLessThan(2);
    }
    expect(designCases(design, inputs).columns.map(({ kind }) => kind)).toEqual(['real', 'integer', 'real']);
  });

  it('warns where the balance of a sequence is lost, and is made all the same', () => {
    const warned = (request: DesignRequest, dimensions = 2): readonly string[] =>
      makeDesign(
        Array.from({ length: dimensions }, (_, i) => `x${i}`),
        request,
      ).warnings.map(({ code }) => code);
    expect(warned({ method: 'sobol', size: 100, seed: 1 })).toEqual(['FUTURES_DESIGN_BALANCE']);
    expect(warned({ method: 'sobol', size: 128, seed: 1, first: 5 })).toEqual(['FUTURES_DESIGN_START']);
    expect(warned({ method: 'sobol', size: 128, seed: 1, first: 256 })).toEqual([]);
    expect(warned({ method: 'saltelli', size: 100, seed: 1 })).toEqual(['FUTURES_DESIGN_BALANCE']);
    expect(warned({ method: 'halton', size: 100, seed: 1 }, 12)).toEqual(['FUTURES_DESIGN_STRIPES']);
    expect(warned({ method: 'halton', size: 100, seed: 1, scramble: true }, 12)).toEqual([]);
  });

  it('of a billion futures is refused by every method, with what is possible', () => {
    const billion = 1e9;
    const large: readonly DesignRequest[] = [
      { method: 'latin-hypercube', size: billion, seed: 1 },
      { method: 'monte-carlo', size: billion, seed: 1 },
      { method: 'sobol', size: billion, seed: 1 },
      { method: 'halton', size: billion, seed: 1 },
      { method: 'full-factorial', levels: [1000, 1000, 1000] },
      { method: 'morris', size: billion, seed: 1 },
      { method: 'saltelli', size: billion, seed: 1 },
    ];
    for (const request of large) {
      const spent = processorMs(() =>
        expect(codes(() => makeDesign(names, request))).toEqual(['FUTURES_DESIGN_SIZE']),
      );
      expect(spent).toBeLessThan(2000);
    }
    expect(codes(() => sampleFutures([], billion, 1))).toEqual(['FUTURES_DESIGN_SIZE']);
    try {
      makeDesign(['a', 'b'], { method: 'monte-carlo', size: billion, seed: 1 });
    } catch (error) {
      const [problem] = error instanceof FuturesError ? error.problems : [];
      expect(problem?.expected.en).toContain(`at most ${mostDesignNumbers / 2} futures`);
    }
    expect.assertions(2 * large.length + 2);
  });

  it('refuses what is no request, with every fault at once', () => {
    expect(codes(() => makeDesign(['a', 'b', 'a'], { method: 'sobol', size: 4, seed: -1 }))).toEqual([
      'FUTURES_DESIGN_NAME_TWICE',
      'FUTURES_SEED',
    ]);
    expect(codes(() => makeDesign([], { method: 'fractional-factorial' }))).toEqual(['FUTURES_DESIGN_EMPTY']);
    expect(codes(() => makeDesign(['a'], { method: 'monte-carlo', size: 0, seed: 1 }))).toEqual([
      'FUTURES_DESIGN_COUNT',
    ]);
    expect(codes(() => makeDesign(['a', 'b'], { method: 'full-factorial', levels: [2] }))).toEqual([
      'FUTURES_DESIGN_LEVELS',
    ]);
    expect(codes(() => makeDesign(['a'], { method: 'halton', size: 4, seed: 1, first: -1 }))).toEqual([
      'FUTURES_DESIGN_FIRST',
    ]);
  });

  it('says which distributions have no sound range', () => {
    const design = makeDesign(['a', 'b'], { method: 'monte-carlo', size: 4, seed: 1 });
    const upsideDown = { kind: 'uniform', min: 2, max: 1 } as const;
    expect(
      codes(() =>
        designValues(design, [
          { name: 'a', distribution: upsideDown },
          { name: 'b', distribution: upsideDown },
        ]),
      ),
    ).toEqual(['FUTURES_DISTRIBUTION', 'FUTURES_DISTRIBUTION']);
  });

  it('of Latin strata keeps them for any size and seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.maxSafeNat(), (size, seed) => {
        const [column = new Float64Array()] = makeDesign(['a'], {
          method: 'latin-hypercube',
          size,
          seed,
        }).columns;
        [...column]
          .sort((a, b) => a - b)
          .forEach((value, stratum) => {
            expect(value).toBeGreaterThanOrEqual(stratum / size);
            expect(value).toBeLessThanOrEqual((stratum + 1) / size);
          });
      }),
      { numRuns: 100 },
    );
  });
});
