import { Unreachable } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../../../../scripts/testing/processor-time.ts';
import { saltelliPoints } from '../../designs/index.ts';
import { FuturesError } from '../../problems.ts';
import { sobolOf } from '../reference-tests/functions.ts';
import {
  constant,
  evaluateAll,
  ishigami,
  linearSum,
  scaleToInputs,
  sobolG,
} from '../test-functions/index.ts';
import { sobolIndices, sobolLayout } from './sobol.ts';

const names = ['x1', 'x2', 'x3'];
const outcomes = (base: number, secondOrder: boolean, seed?: number): Float64Array => {
  const sequence = seed === undefined ? {} : { scramble: { seed } };
  const unit = saltelliPoints(base, 3, { secondOrder, ...sequence });
  return evaluateAll(ishigami, scaleToInputs(ishigami.inputs, unit));
};
const first = (values: Float64Array, secondOrder = false) =>
  sobolIndices({ names, outcome: 'Y', values, secondOrder });
const codesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe("the places of Sobol' indices", () => {
  it('are one each, and an input or pair that slipped by one is an error and not the index of another', () => {
    const { size, first: s1, total, pair } = sobolLayout(3, 3);
    const each = [0, 1, 2];
    expect([...each.map(s1), ...each.map(total), ...each.map(pair)]).toEqual(
      Array.from({ length: size }, (_, place) => place),
    );
    for (const place of [s1, total, pair]) {
      for (const slipped of [-1, 3]) expect(() => place(slipped)).toThrow(Unreachable);
    }
    expect(() => sobolLayout(3, 0).pair(0)).toThrow(Unreachable);
  });
});

describe("Sobol' indices", () => {
  it('are the same to the byte for the same outcomes and seed, and only intervals differ for another seed', () => {
    const values = outcomes(128, true);
    const once = sobolIndices({ names, outcome: 'Y', values, secondOrder: true }, { seed: 1 });
    const again = sobolIndices({ names, outcome: 'Y', values, secondOrder: true }, { seed: 1 });
    const other = sobolIndices({ names, outcome: 'Y', values, secondOrder: true }, { seed: 2 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    expect(other.inputs.map(({ indices }) => indices.S1?.value)).toEqual(
      once.inputs.map(({ indices }) => indices.S1?.value),
    );
    expect(other.inputs[0]?.indices.S1?.halfWidth).not.toBe(once.inputs[0]?.indices.S1?.halfWidth);
  });

  it('do not depend on the unit of the outcome', () => {
    const values = outcomes(64, false);
    const bare = first(values);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        (scale, shift) => {
          const moved = first(values.map((value) => value * scale + shift * scale));
          moved.inputs.forEach(({ indices }, i) => {
            expect(indices.S1?.value).toBeCloseTo(bare.inputs[i]?.indices.S1?.value ?? Number.NaN, 6);
            expect(indices.ST?.value).toBeCloseTo(bare.inputs[i]?.indices.ST?.value ?? Number.NaN, 6);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('of outcomes that are very large or very small are the same', () => {
    const values = outcomes(64, false);
    const bare = first(values).inputs[0]?.indices.ST?.value ?? Number.NaN;
    for (const scale of [1e290, 1e-290]) {
      const found = first(values.map((value) => value * scale));
      expect(found.inputs[0]?.indices.ST?.value).toBeCloseTo(bare, 9);
    }
  });

  it('lie within their interval of the closed form about as often as the interval says', () => {
    let inside = 0;
    const turns = 60;
    for (let seed = 0; seed < turns; seed++) {
      const { inputs } = first(outcomes(256, false, seed));
      inputs.forEach(({ indices: { ST } }, i) => {
        const exact = ishigami.exact?.total[i] ?? Number.NaN;
        if (Math.abs((ST?.value ?? Number.NaN) - exact) <= (ST?.halfWidth ?? 0)) inside++;
      });
    }
    // Scrambled points are better than chance, so the bootstrap is rather too wide than too narrow.
    expect(inside / (3 * turns)).toBeGreaterThan(0.92);
  });

  it('of a small effect may be below zero, and are not clipped', () => {
    const found = [1, 2, 3, 4, 5, 6].flatMap(
      (seed) => first(outcomes(64, false, seed)).inputs[2]?.indices.S1?.value ?? [],
    );
    expect(Math.min(...found)).toBeLessThan(0);
  });

  it('of a constant outcome are zero with a warning and no NaN, also where only rounding differs', () => {
    const exact = sobolOf(constant, 16, true);
    expect(JSON.stringify(exact)).not.toMatch(/NaN|"(value|halfWidth)":null/);
    expect(exact.warnings.map(({ code }) => code)).toEqual(['SENSITIVITY_CONSTANT']);
    expect(exact.enough).toBe(true);
    const noisy = first(outcomes(16, false).map((value) => 1e9 + value * 1e-7));
    expect(noisy.inputs.map(({ indices }) => indices.ST)).toEqual(Array(3).fill({ value: 0, halfWidth: 0 }));
  });

  it('leave out every base row of which an outcome is missing, and say how many runs that were', () => {
    const values = outcomes(512, false);
    values[7] = Number.NaN;
    values[8] = Number.NaN;
    values[1000] = Number.POSITIVE_INFINITY;
    const found = first(values);
    expect([found.runs, found.dropped]).toEqual([510 * 5, 10]);
    expect(found.warnings.map(({ code }) => code)).toContain('SENSITIVITY_DROPPED');
    expect(found.inputs[1]?.indices.ST?.value).toBeCloseTo(0.44, 1);
  });

  it('need outcomes that fit the scheme', () => {
    expect(codesOf(() => first(outcomes(16, false).subarray(1)))).toEqual([
      'FUTURES_SENSITIVITY_DESIGN_SIZE',
    ]);
    expect(codesOf(() => first(new Float64Array(0)))).toEqual(['FUTURES_SENSITIVITY_DESIGN_SIZE']);
    expect(codesOf(() => first(new Float64Array(80).fill(Number.NaN)))).toEqual([
      'FUTURES_SENSITIVITY_TOO_FEW',
    ]);
    expect(
      codesOf(() =>
        sobolIndices(
          { names, outcome: 'Y', values: outcomes(16, false), secondOrder: false },
          { resamples: 1, confidence: 2, seed: -1 },
        ),
      ),
    ).toEqual(['FUTURES_SENSITIVITY_RESAMPLES', 'FUTURES_SENSITIVITY_CONFIDENCE', 'FUTURES_SEED']);
  });

  it('say when there were not enough runs, and with as many as they ask there are enough', () => {
    const few = first(outcomes(256, false, 3));
    expect(few.enough).toBe(false);
    const needed = few.runsNeeded ?? Number.NaN;
    expect(few.warnings.map(({ text }) => text.en).join()).toContain(`About ${needed} runs`);
    expect(Math.log2(needed / 5) % 1).toBe(0);
    expect(first(outcomes(needed / 5, false, 3)).enough).toBe(true);
  });

  it('of a sum add up to one, and its pairs do nothing', () => {
    const { inputs, pairs } = sobolOf(linearSum, 1024, true);
    const sum = inputs.reduce((total, { indices }) => total + (indices.S1?.value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 2);
    expect(pairs).toHaveLength(10);
    for (const { estimate } of pairs ?? []) expect(Math.abs(estimate.value)).toBeLessThan(0.03);
  });

  it('of rows in another order warn that the numbers cannot be', () => {
    const values = outcomes(512, false);
    const turned = values.map((_, i) => values[(i * 7) % values.length] ?? 0);
    const codes = first(turned).warnings.map(({ code }) => code);
    expect(codes).toContain('SENSITIVITY_NOT_ENOUGH_RUNS');
  });

  it('of a hundred inputs take little processor time', () => {
    const wide = sobolG(Array.from({ length: 100 }, (_, i) => i));
    const spent = processorMs(() => expect(sobolOf(wide, 256, false).inputs).toHaveLength(100));
    expect(spent).toBeLessThan(5000);
  });
});
