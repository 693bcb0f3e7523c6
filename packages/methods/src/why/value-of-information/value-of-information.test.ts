import { normalQuantile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { sampleFutures } from '../../ensemble/sampling.ts';
import { type Criterion, type Information, valueOfInformation } from './value-of-information.ts';

const names = ['x', 'y', 'idle'];
const count = 1000;
const futures = sampleFutures(
  names.map((id) => ({ id, variable: id, distribution: { kind: 'uniform', min: 0, max: 1 } })),
  count,
  1,
);
const at = (id: string, i: number): number => futures.byId[id]?.[i] ?? Number.NaN;
const inputs = names.map((id) => ({ id, values: futures.byId[id] ?? new Float64Array() }));
const policy = (id: string, of: (i: number) => number) => ({
  id,
  values: Float64Array.from({ length: count }, (_, i) => of(i)),
});
const mean = { of: 'mean', better: 'more' } as const;
const found = (
  policies: readonly ReturnType<typeof policy>[],
  criterion: Criterion = mean,
  more = {},
): Information => {
  const answer = valueOfInformation({ policies, inputs, criterion, ...more });
  if (answer.kind === 'none') throw new Error(answer.reason.en);
  return answer;
};
const standard = policy('a', () => 0);
/** Better above x = 0.6. */
const daring = policy('b', (i) => at('x', i) - 0.6);

describe('what knowing a number is worth to a choice', () => {
  it('is the gain of choosing afresh where another policy wins', () => {
    const { best, inputs, perfect, lead } = found([standard, daring]);
    expect(best).toBe('a');
    expect(lead).toMatchObject({ second: 'b', by: expect.closeTo(0.1, 3) });
    const [x] = inputs;
    // The integral of x - 0.6 from 0.6 to 1.
    expect(x).toMatchObject({ id: 'x', settles: true, asMuchByChance: { count: 0, of: 200 } });
    expect(x?.uncorrected).toBeCloseTo(0.08, 2);
    expect(perfect).toBeCloseTo(0.08, 3);
    expect(x?.stretches).toMatchObject([
      { from: null, best: 'a', ahead: 0 },
      { to: null, best: 'b', clear: true },
    ]);
    expect(x?.stretches[1]?.from).toBeCloseTo(0.6, 1);
  });

  it('is nothing for a number that does not matter, though chance gives it something', () => {
    const noisy = policy('b', (i) => at('x', i) - 0.51);
    const idle = found([standard, noisy]).inputs.find(({ id }) => id === 'idle');
    expect(idle?.uncorrected).toBeGreaterThan(0);
    expect(idle?.settles).toBe(false);
    expect(idle?.value).toBeLessThan(0.01);
  });

  it('is nothing where one policy is best whatever comes', () => {
    const better = policy('b', (i) => 1 + at('x', i));
    for (const { value, settles } of found([standard, better]).inputs) {
      expect(value).toBe(0);
      expect(settles).toBe(false);
    }
  });

  it('goes by counts of futures that meet a goal, and by a bad future', () => {
    const safe = policy('safe', (i) => 60 + 10 * at('y', i));
    const risky = policy('risky', (i) => 20 + 90 * at('x', i));
    const met = found([safe, risky], { of: 'met', goal: 65, direction: 'at-least' });
    expect(met.worth).toEqual([
      { id: 'safe', worth: expect.closeTo(50, 0) },
      { id: 'risky', worth: expect.closeTo(50, 0) },
    ]);
    expect(met.inputs.filter(({ settles }) => settles).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['x', 'y']),
    );
    const bad = found([safe, risky], { of: 'quantile', p: 0.1, better: 'more' });
    expect(bad).toMatchObject({ best: 'safe', perfect: null });
    expect(bad.inputs[0]).toMatchObject({ id: 'x', settles: true });
  });

  it('turns round where less is better', () => {
    const turned = found([standard, policy('b', (i) => 0.6 - at('x', i))], { of: 'mean', better: 'less' });
    const straight = found([standard, daring]);
    expect(turned.inputs).toEqual(straight.inputs);
    const quantiles = (sign: 1 | -1): Information =>
      found(
        [standard, policy('b', (i) => sign * (at('x', i) - 0.6))],
        {
          of: 'quantile',
          p: sign === 1 ? 0.25 : 0.75,
          better: sign === 1 ? 'more' : 'less',
        },
        { shuffles: 20 },
      );
    expect(quantiles(-1).inputs.map(({ id }) => id)).toEqual(quantiles(1).inputs.map(({ id }) => id));
    expect(quantiles(-1).best).toBe(quantiles(1).best);
  });

  it('keeps equal values of an input in one stretch', () => {
    const steps = { id: 'steps', values: Float64Array.from({ length: count }, (_, i) => i % 3) };
    const byStep = policy('b', (i) => (i % 3 === 2 ? 1 : -1));
    const answer = valueOfInformation({ policies: [standard, byStep], inputs: [steps], criterion: mean });
    expect(answer).toMatchObject({
      kind: 'information',
      inputs: [
        {
          settles: true,
          stretches: [
            { to: 1.5, best: 'a' },
            { from: 1.5, best: 'b', futures: 333 },
          ],
        },
      ],
    });
  });

  it('is rarely found in noise: in no more than one of twenty data sets or so', () => {
    // Policies that differ by a number that no input knows.
    let settled = 0;
    for (let set = 0; set < 40; set++) {
      const noise = sampleFutures(
        [...names, 'noise'].map((id) => ({
          id: `${id}${set}`,
          variable: id,
          distribution: { kind: 'uniform', min: 0, max: 1 } as const,
        })),
        200,
        set,
      );
      const column = (id: string): Float64Array => noise.byId[`${id}${set}`] ?? new Float64Array();
      const answer = valueOfInformation({
        policies: [
          { id: 'a', values: new Float64Array(200) },
          { id: 'b', values: column('noise').map((u) => normalQuantile(u)) },
        ],
        inputs: names.map((id) => ({ id, values: column(id) })),
        criterion: mean,
        shuffles: 100,
      });
      if (answer.kind === 'information' && answer.inputs.some(({ settles }) => settles)) settled++;
    }
    expect(settled).toBeLessThanOrEqual(5);
  });

  it('says why it cannot, and what is wrong', () => {
    const ask = { inputs, criterion: mean };
    expect(valueOfInformation({ ...ask, policies: [standard] })).toMatchObject({ code: 'one-policy' });
    expect(valueOfInformation({ ...ask, policies: [standard, { ...standard, id: 'same' }] })).toMatchObject({
      code: 'same-policies',
    });
    const few = { id: 'few', values: new Float64Array(20) };
    expect(
      valueOfInformation({ ...ask, inputs: [few], policies: [few, { ...few, id: 'other' }] }),
    ).toMatchObject({ code: 'not-enough-runs' });
    const still = [{ id: 'still', values: new Float64Array(count) }];
    expect(valueOfInformation({ ...ask, inputs: still, policies: [standard, daring] })).toMatchObject({
      code: 'constant-inputs',
    });
    expect(() => valueOfInformation({ ...ask, policies: [standard, daring], seed: 0.5, bins: 1 })).toThrow(
      /seed[\s\S]*bins/,
    );
  });
});
