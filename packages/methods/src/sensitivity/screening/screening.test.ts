import { describe, expect, it } from 'vitest';
import { fractionalFactorial, morrisPoints } from '../../designs/index.ts';
import { FuturesError } from '../../problems.ts';
import { dgsm, finiteDifferencePoints } from '../derivative/dgsm.ts';
import { namesOf } from '../reference-tests/functions.ts';
import { evaluateAll, ishigami, linearSum, scaleToInputs } from '../test-functions/index.ts';
import { factorialEffects } from './fractional-factorial.ts';
import { morrisEffects } from './morris.ts';

const codesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

const slopes = [1, -2, 0.5, 0];
const inputs = ['a', 'b', 'c', 'd'];
const along = (columns: readonly Float64Array[]): Float64Array =>
  Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, row) =>
    slopes.reduce((sum, slope, i) => sum + slope * (columns[i]?.[row] ?? 0), 0),
  );

describe('Morris', () => {
  const columns = morrisPoints(40, inputs, 1);
  const asked = { names: inputs, columns, outcome: 'Y', values: along(columns), levels: 4 };

  it('finds of a straight line its slopes, everywhere the same', () => {
    const { inputs: found, enough } = morrisEffects(asked);
    found.forEach(({ indices }, i) => {
      expect(indices.mu?.value).toBeCloseTo(slopes[i] ?? Number.NaN, 12);
      expect(indices.mu_star?.value).toBeCloseTo(Math.abs(slopes[i] ?? Number.NaN), 12);
      expect(indices.sigma?.value).toBeCloseTo(0, 12);
    });
    expect(enough).toBe(true);
  });

  it('gives of a group the size of its effect alone', () => {
    const groups = { names: ['ab', 'c', 'd'], of: [0, 0, 1, 2] };
    const grouped = morrisPoints(40, inputs, 1, { groups: groups.of });
    const found = morrisEffects({ ...asked, columns: grouped, values: along(grouped), groups });
    expect(found.inputs[0]?.indices).toMatchObject({ mu: null, sigma: null });
    expect(found.inputs[0]?.indices.mu_star?.value).toBeGreaterThan(0.5);
    expect(found.inputs[1]?.indices.mu?.value).toBeCloseTo(0.5, 12);
    expect(found.warnings.map(({ code }) => code)).toContain('SENSITIVITY_GROUP');
  });

  it('leaves out a trajectory with a missing outcome', () => {
    const values = asked.values.slice();
    values[3] = Number.NaN;
    const found = morrisEffects({ ...asked, values });
    expect([found.runs, found.dropped]).toEqual([195, 5]);
  });

  it('refuses rows that are no trajectories, and names the row', () => {
    const turned = columns.map((column) => column.slice().reverse());
    const mixed = [...turned.slice(0, 1), ...columns.slice(1)];
    expect(codesOf(() => morrisEffects({ ...asked, columns: mixed }))).toEqual([
      'FUTURES_SENSITIVITY_TRAJECTORY',
    ]);
    expect(codesOf(() => morrisEffects({ ...asked, levels: 3 }))).toEqual(['FUTURES_SENSITIVITY_SETTING']);
    expect(codesOf(() => morrisEffects({ ...asked, values: asked.values.subarray(1) }))).toEqual([
      'FUTURES_SENSITIVITY_DESIGN_SIZE',
    ]);
  });

  it('says that a constant outcome is driven by nothing', () => {
    const found = morrisEffects({ ...asked, values: asked.values.map(() => 3) });
    expect(found.inputs.map(({ indices }) => indices.mu_star?.value)).toEqual([0, 0, 0, 0]);
    expect(found.warnings.map(({ code }) => code)).toEqual(['SENSITIVITY_CONSTANT']);
  });
});

describe('derivatives', () => {
  const ask = (of: typeof ishigami, base: number, discrete: readonly string[] = []) => {
    const unit = finiteDifferencePoints(base, of.inputs.length);
    return dgsm({
      names: namesOf(of),
      columns: unit,
      ranges: unit.map(() => ({ min: 0, max: 1 })),
      outcome: 'Y',
      values: evaluateAll(of, scaleToInputs(of.inputs, unit)),
      discrete,
    });
  };

  it('bound the total index from above', () => {
    for (const of of [ishigami, linearSum]) {
      ask(of, 1024).inputs.forEach(({ indices }, i) => {
        expect(indices.bound?.value).toBeGreaterThan(of.exact.total[i] ?? Number.NaN);
      });
    }
    expect(ask(linearSum, 1024).inputs[0]?.indices.bound?.value).toBeCloseTo(12 / 5 / Math.PI ** 2, 2);
  });

  it('say the same whatever unit the inputs are in', () => {
    const unit = finiteDifferencePoints(64, 3);
    const columns = scaleToInputs(ishigami.inputs, unit);
    const values = evaluateAll(ishigami, columns);
    const common = { names: namesOf(ishigami), outcome: 'Y', values };
    const bare = dgsm({ ...common, columns: unit, ranges: unit.map(() => ({ min: 0, max: 1 })) });
    const ranges = unit.map(() => ({ min: -Math.PI, max: Math.PI }));
    expect(() => dgsm({ ...common, columns, ranges: ranges.slice(1) })).toThrow('no element 2 of 2');
    dgsm({ ...common, columns, ranges }).inputs.forEach(({ indices }, i) => {
      expect(indices.bound?.value).toBeCloseTo(bare.inputs[i]?.indices.bound?.value ?? Number.NaN, 6);
    });
  });

  it('do not exist for a discrete input, with a warning', () => {
    const found = ask(ishigami, 64, ['x2']);
    expect(found.inputs[1]?.indices).toEqual({ bound: null, v: null });
    expect(found.warnings.map(({ code }) => code)).toContain('SENSITIVITY_DISCRETE');
  });

  it('keep every step inside the unit cube', () => {
    for (const column of finiteDifferencePoints(64, 2, { step: 0.4 })) {
      for (const point of column) expect(point).toBeLessThanOrEqual(1);
      for (const point of column) expect(point).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a two-level design', () => {
  const ask = (columns: readonly Float64Array[], values: Float64Array, secondOrder = true) =>
    factorialEffects({
      names: columns.map((_, i) => `x${i + 1}`),
      columns,
      outcome: 'Y',
      values,
      secondOrder,
    });

  it('finds half of what a step from low to high does', () => {
    const columns = fractionalFactorial(4);
    const found = ask(columns, along(columns));
    expect(found.inputs.map(({ indices }) => indices.effect?.value)).toEqual([0.5, -1, 0.25, 0]);
  });

  it('names the aliased pairs', () => {
    const columns = fractionalFactorial(4);
    const product = columns[0]?.map((x, row) => (2 * x - 1) * (2 * (columns[1]?.[row] ?? 0) - 1));
    const found = ask(columns, product ?? new Float64Array());
    const pair = found.pairs?.find(({ inputs: both }) => both.join() === 'x1,x2');
    expect(pair).toMatchObject({ estimate: { value: 1 }, aliases: [['x3', 'x4']] });
    expect(found.warnings.map(({ code }) => code)).toEqual(['SENSITIVITY_ALIASED']);
  });

  it('refuses three levels, rows that are out of balance and a missing outcome', () => {
    const columns = fractionalFactorial(3);
    const values = along(columns);
    const third = columns.map((column, i) =>
      i === 1 ? column.map((x, row) => (row === 0 ? 2 : x)) : column,
    );
    expect(codesOf(() => ask(third, values))).toEqual(['FUTURES_SENSITIVITY_LEVELS']);
    const short = columns.map((column) => column.subarray(0, 5));
    expect(codesOf(() => ask(short, values.subarray(0, 5)))).toEqual(['FUTURES_SENSITIVITY_UNBALANCED']);
    expect(
      codesOf(() =>
        ask(
          columns,
          values.map(() => Number.NaN),
        ),
      ),
    ).toEqual(['FUTURES_SENSITIVITY_MISSING']);
  });
});
