import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import { FuturesError } from '@schaalsprong/methods/problems';
import { type AskedSensitivity, planStudy } from '@schaalsprong/methods/sensitivity';
import { compile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { regionOutcome, runPoints } from './model-runs.ts';

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

const model = compile(`{UTF-8}
stock = INTEG(rate * factor, 0) ~ m ~ synthetic |
rate = 2 ~ m/Year ~ synthetic |
factor = 1 ~ Dmnl ~ synthetic |
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 10 ~ Year ~ |
TIME STEP = 1 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`);
const uniform = (id: string, min: number, max: number) => ({
  id,
  variable: id,
  distribution: { kind: 'uniform', min, max } as const,
});

describe('a model', () => {
  it('is run at the points of a study, with what is not varied held', async () => {
    const inputs = [uniform('rate', 1, 3), uniform('factor', 0, 1)];
    const question = asked('sobol', { outcome: 'stock' });
    const plan = planStudy(
      inputs.map(({ id, distribution }) => ({ name: id, distribution })),
      512,
      question,
    );
    const outcome = regionOutcome('stock', null, model, 5);
    const runner = createInProcessRunner(model);
    const { values, columns } = await runPoints(
      plan.unit,
      inputs,
      outcome,
      { levers: {}, held: {}, seed: 1 },
      runner,
    );
    expect(values[3]).toBeCloseTo(5 * (columns[0]?.[3] ?? 0) * (columns[1]?.[3] ?? 0), 9);
    // Of a product of independent inputs: V = E[x^2] E[y^2] - (E[x] E[y])^2, and the first of x is Var(x) E[y]^2.
    const variance = (4 + 1 / 3) / 3 - 1;
    const found = plan.analyse(values, columns);
    expect(found.inputs[0]?.indices.S1?.value).toBeCloseTo(1 / 3 / 4 / variance, 1);
    expect(found.inputs[1]?.indices.S1?.value).toBeCloseTo(4 / 12 / variance, 1);

    const one = planStudy(
      [{ name: 'factor', distribution: uniform('factor', 0, 1).distribution }],
      16,
      question,
    );
    const only = await runPoints(
      one.unit,
      [uniform('factor', 0, 1)],
      outcome,
      { levers: {}, held: { rate: 1 }, seed: 1 },
      runner,
    );
    expect(only.values[1]).toBeCloseTo(5 * (only.columns[0]?.[1] ?? 0), 9);
  });

  it('refuses a name that it does not have and a time that it does not reach', () => {
    expect(codesOf(() => regionOutcome('stok', null, model))).toEqual(['FUTURES_CASES_COLUMN']);
    expect(codesOf(() => regionOutcome('stock', null, model, 11))).toEqual(['FUTURES_SENSITIVITY_SETTING']);
  });
});
