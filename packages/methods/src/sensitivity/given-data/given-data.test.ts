import { streamOf, uniformPair } from '@schaalsprong/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cases, Column } from '../../cases/index.ts';
import { sobolPoints } from '../../designs/index.ts';
import { FuturesError } from '../../problems.ts';
import { ranksOf } from '../../statistics/ranks.ts';
import { ranked, type Sensitivity } from '../estimates/result.ts';
import { fTest } from '../feature-scoring/f-test.ts';
import { featureScores } from '../feature-scoring/features.ts';
import { deltaIndices } from '../moment-independent/delta.ts';
import { pawnIndices } from '../moment-independent/pawn.ts';
import { casesOf } from '../reference-tests/functions.ts';
import { regionalSensitivity } from '../regional/regional.ts';
import { ishigami, linearSum, sobolG } from '../test-functions/index.ts';
import { rbdFast } from '../variance/rbd-fast.ts';
import { dependentPairs } from './dependence.ts';
import { givenData } from './given-data.ts';

const codesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const warningsOf = ({ warnings }: Sensitivity): readonly string[] => warnings.map(({ code }) => code);
const number = (name: string, values: ArrayLike<number>): Column => ({
  name,
  kind: 'real',
  values: Float64Array.from(values),
});
const table = (...columns: Column[]): Cases => ({ count: columns[0]?.values.length ?? 0, columns });
const noise = (name: string, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => uniformPair(1, streamOf(name), i)[0]);
const words = (name: string, categories: readonly string[], values: ArrayLike<number>): Column => ({
  name,
  kind: 'category',
  categories,
  values: Int32Array.from(values),
});

/** Every method on given data, in the same words. */
const methods: Readonly<
  Record<'delta' | 'pawn' | 'rbd-fast' | 'features' | 'f-test', (cases: Cases) => Sensitivity>
> = {
  delta: (cases: Cases) => deltaIndices(cases, 'Y', { resamples: 10 }),
  pawn: (cases: Cases) => pawnIndices(cases, 'Y', { resamples: 10 }),
  'rbd-fast': (cases: Cases) => rbdFast(cases, 'Y', { resamples: 10 }),
  features: (cases: Cases) => featureScores(cases, 'Y', { trees: 40 }),
  'f-test': (cases: Cases) => fTest(cases, 'Y'),
};
const all = Object.entries(methods);

const x = noise('x', 400);
const other = noise('other', 400);
const simple = table(
  number('x', x),
  number('other', other),
  number(
    'Y',
    x.map((value) => value ** 2),
  ),
);

describe.each(all)('%s', (_, ask) => {
  it('finds the one input that matters, the same to the byte each time', () => {
    const found = ask(simple);
    expect(ranked(found)[0]?.name).toBe('x');
    expect(JSON.stringify(ask(simple))).toBe(JSON.stringify(found));
    expect(JSON.stringify(found)).not.toMatch(/NaN|"value":null/);
  });

  it('leaves out cases with a missing number and inputs that never differ, and says so', () => {
    const gaps = x.slice();
    gaps[3] = Number.NaN;
    gaps[9] = Number.POSITIVE_INFINITY;
    const found = ask(
      table(
        number('x', gaps),
        number(
          'fixed',
          x.map(() => 7),
        ),
        number(
          'Y',
          x.map((value) => value ** 2),
        ),
      ),
    );
    expect([found.runs, found.dropped]).toEqual([398, 2]);
    expect(found.inputs.map(({ name }) => name)).toEqual(['x']);
    expect(warningsOf(found)).toEqual(
      expect.arrayContaining(['SENSITIVITY_DROPPED', 'SENSITIVITY_FIXED_INPUT']),
    );
  });

  it('gives zeros for a constant outcome, without NaN', () => {
    const found = ask(
      table(
        number('x', x),
        number(
          'Y',
          x.map(() => 2),
        ),
      ),
    );
    expect(found.inputs[0]?.indices[found.decisive]?.value).toBe(0);
    expect(warningsOf(found)).toContain('SENSITIVITY_CONSTANT');
    expect(found.enough).toBe(true);
  });

  it('warns where inputs hang together', () => {
    const near = x.map((value, i) => value + 0.1 * (other[i] ?? 0));
    const found = ask(table(number('x', x), number('near', near), number('Y', x)));
    expect(warningsOf(found)).toContain('SENSITIVITY_DEPENDENT');
    expect(found.warnings.find(({ code }) => code === 'SENSITIVITY_DEPENDENT')?.text.nl).toContain(
      'x & near',
    );
  });

  it('refuses columns that are not there and too few cases', () => {
    const nowhere = table(number('x', x));
    expect(codesOf(() => ask(nowhere))[0]).toBe('FUTURES_CASES_COLUMN');
    const few = table(number('x', x.subarray(0, 5)), number('Y', x.subarray(0, 5)));
    expect(codesOf(() => ask(few))).toEqual(['FUTURES_SENSITIVITY_TOO_FEW']);
    const fixed = table(
      number(
        'x',
        x.map(() => 1),
      ),
      number('Y', x),
    );
    expect(codesOf(() => ask(fixed))).toEqual(['FUTURES_SENSITIVITY_NO_INPUTS']);
  });
});

describe('given data', () => {
  it('takes two words as 0 and 1, and refuses three where numbers are needed', () => {
    const two = words(
      'Y',
      ['false', 'true'],
      x.map((value) => (value > 0.5 ? 1 : 0)),
    );
    expect(givenData(table(number('x', x), two), 'Y', 10).outcomeCategories).toEqual(['false', 'true']);
    const three = words(
      'Y',
      ['a', 'b', 'c'],
      x.map((value) => Math.floor(3 * value)),
    );
    expect(codesOf(() => givenData(table(number('x', x), three), 'Y', 10))).toEqual([
      'FUTURES_SENSITIVITY_OUTCOME_CATEGORY',
    ]);
  });

  it('measures rank correlations, whatever the unit', () => {
    const inputOf = (name: string, values: Float64Array) => ({ name, values, categories: null });
    const pairs = dependentPairs([
      inputOf('x', x),
      inputOf('exp', x.map(Math.exp)),
      inputOf(
        'down',
        x.map((value) => -value),
      ),
      inputOf('other', other),
    ]);
    expect(pairs.map(({ inputs, correlation }) => [...inputs, Math.round(correlation * 1e6) / 1e6])).toEqual([
      ['x', 'exp', 1],
      ['x', 'down', -1],
      ['exp', 'down', -1],
    ]);
  });
});

describe('delta', () => {
  it('is near 1 for an input that decides all, and near 0 for one that does nothing', () => {
    const found = methods.delta(
      table(number('x', noise('x', 2000)), number('o', noise('o', 2000)), number('Y', noise('x', 2000))),
    );
    expect(found.inputs[0]?.indices.delta?.value).toBeGreaterThan(0.75);
    expect(Math.abs(found.inputs[1]?.indices.delta?.value ?? 1)).toBeLessThan(0.06);
  });

  it('takes classes with one outcome as point masses, and warns that an outcome of few values has no density', () => {
    const cut = x.map((value) => (value > 0.5 ? 1 : 0));
    const found = methods.delta(table(number('x', x), number('Y', cut)));
    expect(found.inputs[0]?.indices.delta?.value).toBeGreaterThan(0.4);
    expect(found.inputs[0]?.indices.delta?.value).toBeLessThanOrEqual(1);
    expect(warningsOf(found)).toContain('SENSITIVITY_FEW_VALUES');
  });
});

describe('PAWN', () => {
  it('depends on the ranks of the outcome and of the inputs alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const cases = casesOf(ishigami, sobolPoints(128, 3, { scramble: { seed } }));
        const columns = cases.columns.map((column) =>
          number(column.name, ranksOf(Float64Array.from(column.values))),
        );
        expect(methods.pawn({ count: cases.count, columns }).inputs).toEqual(methods.pawn(cases).inputs);
      }),
      { numRuns: 20 },
    );
  });

  it('names inputs below the noise level', () => {
    const found = methods.pawn(
      table(number('x', noise('x', 3000)), number('o', noise('o', 3000)), number('Y', noise('x', 3000))),
    );
    expect(found.inputs[0]?.indices.median?.value).toBeGreaterThan(0.4);
    expect(found.inputs[1]?.indices.median?.value).toBeLessThan(0.1);
    expect(found.settings.shuffled).toBeLessThan(0.1);
  });

  it('gives words an interval each', () => {
    const kind = words(
      'kind',
      ['a', 'b'],
      x.map((value) => (value > 0.5 ? 1 : 0)),
    );
    const found = methods.pawn(table(kind, number('Y', x)));
    expect(found.inputs[0]?.indices.minimum?.value).toBeCloseTo(0.5, 1);
  });
});

describe('RBD-FAST', () => {
  it('gives each of five equal inputs a fifth', () => {
    const cases = casesOf(linearSum, sobolPoints(1024, 5, { scramble: { seed: 2 } }));
    for (const { indices } of methods['rbd-fast'](cases).inputs)
      expect(indices.S1?.value).toBeCloseTo(0.2, 1);
  });
});

describe('feature scores', () => {
  it('add up to 1, with words counted as one input', () => {
    const kind = words(
      'kind',
      ['a', 'b', 'c'],
      x.map((value) => Math.floor(3 * value)),
    );
    const found = methods.features(
      table(
        kind,
        number('o', other),
        number(
          'Y',
          x.map((value, i) => Math.floor(3 * value) + 0.2 * (other[i] ?? 0)),
        ),
      ),
    );
    expect(found.inputs.map(({ name }) => name)).toEqual(['kind', 'o']);
    const sum = found.inputs.reduce((total, { indices }) => total + (indices.score?.value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(found.inputs[0]?.indices.score?.value).toBeGreaterThan(0.8);
  });

  it('classify a categorical outcome', () => {
    const three = words(
      'Y',
      ['a', 'b', 'c'],
      x.map((value) => Math.floor(3 * value)),
    );
    const found = methods.features(table(number('x', x), number('o', other), three));
    expect(found.settings.kind).toBe('classification');
    expect(found.inputs[0]?.indices.score?.value).toBeGreaterThan(0.8);
  });

  it('find an input that works through another alone', () => {
    const both = x.map((value, i) => (value - 0.5) * ((other[i] ?? 0) - 0.5));
    const found = methods.features(
      table(number('x', x), number('o', other), number('n', noise('n', 400)), number('Y', both)),
    );
    expect(ranked(found)[2]?.name).toBe('n');
    expect(
      methods['f-test'](table(number('x', x), number('Y', both))).inputs[0]?.indices.F?.value,
    ).toBeLessThan(10);
  });

  it('of more trees begin with the same trees', () => {
    const cases = casesOf(sobolG(), sobolPoints(128, 8));
    const few = featureScores(cases, 'Y', { trees: 40 }).inputs[0]?.indices.score?.value ?? Number.NaN;
    const more = featureScores(cases, 'Y', { trees: 200 }).inputs[0]?.indices.score?.value ?? Number.NaN;
    expect(Math.abs(few - more)).toBeLessThan(0.1);
  });
});

describe('the F test', () => {
  it('is that of the closed form: three groups of three, F = 13, p = (1 + 13/3)^-3', () => {
    const repeat = [0, 0, 0, 1, 1, 1, 2, 2, 2];
    const values = [1, 2, 3, 2, 3, 4, 5, 6, 7];
    const many = (list: readonly number[]) => list;
    const found = fTest(
      table(words('kind', ['a', 'b', 'c'], many([...repeat, -1])), number('Y', [...values, 9])),
      'Y',
    );
    expect(found.dropped).toBe(1);
    expect(found.inputs[0]?.indices.F?.value).toBeCloseTo(13, 10);
    expect(found.inputs[0]?.indices.p?.value).toBeCloseTo((1 + 13 / 3) ** -3, 10);
  });

  it('of a straight line without noise is very large, and finite', () => {
    const found = fTest(
      table(
        number('x', x),
        number(
          'Y',
          x.map((value) => 2 * value),
        ),
      ),
      'Y',
    );
    expect(found.inputs[0]?.indices.F?.value).toBeGreaterThan(1e9);
    expect(Number.isFinite(found.inputs[0]?.indices.F?.value)).toBe(true);
  });
});

describe('regional sensitivity', () => {
  it('is 1 for an input that decides on its own, and tells what chance gives', () => {
    const found = regionalSensitivity(simple, 'Y', { above: 0.25 }, { resamples: 10 });
    expect(found.inputs[0]?.indices.distance?.value).toBe(1);
    expect(found.inputs[1]?.indices.distance?.value).toBeLessThan(0.2);
    expect(found.settings.limit).toBeCloseTo(0.136, 2);
  });

  it('refuses a limit that almost nothing exceeds', () => {
    expect(codesOf(() => regionalSensitivity(simple, 'Y', { above: 0.99 }))).toEqual([
      'FUTURES_SENSITIVITY_ONE_SIDED',
    ]);
  });

  it('takes the cases with one word', () => {
    const kind = words(
      'Y',
      ['low', 'high'],
      x.map((value) => (value > 0.3 ? 1 : 0)),
    );
    const found = regionalSensitivity(
      table(number('x', x), kind),
      'Y',
      { equals: 'high' },
      { resamples: 10 },
    );
    expect(found.inputs[0]?.indices.distance?.value).toBe(1);
  });
});
