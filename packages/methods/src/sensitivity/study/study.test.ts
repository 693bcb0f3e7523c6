import { describe, expect, it } from 'vitest';
import type { Cases } from '../../cases/index.ts';
import { FuturesError } from '../../problems.ts';
import { sensitivityMethods } from '../estimates/result.ts';
import { evaluateAll, ishigami, scaleToInputs } from '../test-functions/index.ts';
import { type AskedSensitivity, analyseSample, groupingOf, planStudy } from './study.ts';

const codesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const asked = (
  method: AskedSensitivity['method'],
  more: Partial<AskedSensitivity> = {},
): AskedSensitivity => ({
  method,
  outcome: 'Y',
  resamples: 10,
  seed: 4,
  ...more,
});

/** The runs of a study, as somebody would keep them in a file. */
const sampled = (plan: ReturnType<typeof planStudy>): Cases => {
  const columns = scaleToInputs(ishigami.inputs, plan.unit);
  const real = (name: string, values: Float64Array) => ({ name, kind: 'real', values }) as const;
  return {
    count: plan.runs,
    columns: [
      ...columns.map((values, i) => real(`x${i + 1}`, values)),
      real('Y', evaluateAll(ishigami, columns)),
    ],
  };
};

describe('a sample that was run elsewhere', () => {
  it.each(sensitivityMethods)('%s gives of it what it gives of the study that made it', (method) => {
    const interest = method === 'regional' ? { above: 6 } : undefined;
    const question = asked(method, { interest, secondOrder: method === 'sobol' });
    const plan = planStudy(ishigami.inputs, 128, question);
    const cases = sampled(plan);
    const columns = cases.columns.slice(0, 3).map(({ values }) => Float64Array.from(values));
    const direct = plan.analyse(Float64Array.from(cases.columns[3]?.values ?? []), columns);
    const ranges = Object.fromEntries(
      ['x1', 'x2', 'x3'].map((name) => [name, { min: -Math.PI, max: Math.PI }]),
    );
    const given = analyseSample(cases, question, { ranges });
    given.inputs.forEach(({ indices }, i) => {
      for (const index of given.indices) {
        if (method === 'dgsm' && index === 'v') continue;
        expect(indices[index]?.value).toBeCloseTo(direct.inputs[i]?.indices[index]?.value ?? Number.NaN, 6);
      }
    });
    expect(given.pairs?.length).toBe(direct.pairs?.length);
  });

  it('has the mean square of the slope per unit of the input, a study per whole range', () => {
    const question = asked('dgsm');
    const plan = planStudy(ishigami.inputs, 1024, question);
    const cases = sampled(plan);
    const columns = cases.columns.slice(0, 3).map(({ values }) => Float64Array.from(values));
    const whole = plan.analyse(Float64Array.from(cases.columns[3]?.values ?? []), columns);
    const each = analyseSample(cases, question);
    const slope = (found: typeof whole) => found.inputs[1]?.indices.v?.value;
    // Closed form 49 / 2 per unit of x2, which is uniform from -pi to pi.
    expect(slope(each)).toBeCloseTo(24.5, 0);
    expect(slope(whole)).toBeCloseTo((slope(each) ?? 0) * (2 * Math.PI) ** 2, 6);
  });

  it('is seen to have second order or not from its rows', () => {
    for (const secondOrder of [true, false]) {
      const cases = sampled(planStudy(ishigami.inputs, 64, asked('sobol', { secondOrder })));
      expect(analyseSample(cases, asked('sobol')).pairs === null).toBe(!secondOrder);
    }
  });

  it('is refused where its rows were moved, and the row is named', () => {
    const cases = sampled(planStudy(ishigami.inputs, 64, asked('sobol')));
    const columns = cases.columns.map((column) => {
      if (column.kind === 'category') return column;
      const values = column.values.slice();
      const kept = values[12] ?? 0;
      values[12] = values[13] ?? 0;
      values[13] = kept;
      return { ...column, values };
    });
    try {
      analyseSample({ ...cases, columns }, asked('sobol'));
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof FuturesError)) throw error;
      expect(error.problems[0]).toMatchObject({ code: 'FUTURES_SENSITIVITY_NOT_SALTELLI', path: 'row 13' });
    }
    const others = sampled(planStudy(ishigami.inputs, 65, asked('pawn')));
    expect(codesOf(() => analyseSample(others, asked('sobol')))).toEqual([
      'FUTURES_SENSITIVITY_NOT_SALTELLI',
    ]);
    expect(codesOf(() => analyseSample(others, asked('dgsm')))).toEqual(['FUTURES_SENSITIVITY_DESIGN_SIZE']);
  });

  it('counts groups as one', () => {
    const groups = groupingOf(['x1', 'x2', 'x3'], { together: ['x1', 'x3'] });
    const question = asked('sobol', { groups });
    const cases = sampled(planStudy(ishigami.inputs, 256, question));
    const found = analyseSample(cases, asked('sobol'), { groups: () => groups });
    expect(found.inputs.map(({ name }) => name)).toEqual(['together', 'x2']);
    expect(found.inputs[0]?.indices.ST?.value).toBeCloseTo(0.5576, 1);
  });
});

describe('groups', () => {
  it('of names that are no input, or twice, are refused all at once', () => {
    expect(codesOf(() => groupingOf(['a', 'b'], { one: ['a', 'c'], two: ['a'] }))).toEqual([
      'FUTURES_CASES_COLUMN',
      'FUTURES_SENSITIVITY_TWO_GROUPS',
    ]);
  });
});
