import { compile, createLocalPool } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { sampleFutures } from '../../ensemble/sampling.ts';
import { type ChangeAsk, type ChangeExplained, explainChange } from './explain.ts';

/**
 * Nothing in it is true of any place. Two limits of which the scarcer decides, and a bonus that only adds:
 * homes at 10 is 10 (min(plans, builders) + bonus).
 */
const model = compile(
  `homes = INTEG(building, 0) ~ ~ |
building = MIN(plans, builders) + bonus ~ ~ |
plans = 4 ~ ~ |
builders = 4 ~ ~ |
bonus = 0 ~ ~ |
idle = 0 ~ ~ |
INITIAL TIME = 0 ~ ~ |
FINAL TIME = 10 ~ ~ |
TIME STEP = 1 ~ ~ |
SAVEPER = 1 ~ ~ |`,
  { units: 'off' },
);
const futures = sampleFutures(
  [{ id: 'builders', variable: 'builders', distribution: { kind: 'uniform', min: 2, max: 6 } }],
  100,
  1,
);
const drawn = futures.values.builders ?? new Float64Array();
const pool = createLocalPool(model);
const ask = (change: Partial<ChangeAsk>): ChangeAsk => ({
  runner: pool,
  time: model.time,
  count: 100,
  from: { plans: 4, builders: 4, bonus: 0, idle: 0 },
  to: { plans: 10, builders: 10, bonus: 2, idle: 0 },
  movers: [
    { id: 'more-plans', variables: ['plans'] },
    { id: 'more-builders', variables: ['builders'] },
    { id: 'a-bonus', variables: ['bonus'] },
    { id: 'nothing', variables: ['idle'] },
  ],
  measured: [
    {
      id: 'homes',
      reading: { take: 'at', variable: 'homes', time: 10 },
      statistic: { of: 'median' },
    },
  ],
  ...change,
});
const explained = async (change: Partial<ChangeAsk> = {}): Promise<ChangeExplained> => {
  const answer = await explainChange(ask(change));
  if (answer.kind === 'none') throw new Error(answer.reason.en);
  return answer;
};

describe('why a number changed', () => {
  it('divides the change over what moved, and leaves out what did not', async () => {
    const { measured, coalitions, runs, exact } = await explained();
    expect({ coalitions, runs, exact }).toEqual({ coalitions: 8, runs: 800, exact: true });
    const [homes] = measured;
    expect(homes).toMatchObject({ from: 40, to: 120, change: 80 });
    expect(homes?.movers.map(({ id, value, alone, last }) => [id, value, alone, last])).toEqual([
      ['more-plans', expect.closeTo(30, 9), 0, 60],
      ['more-builders', expect.closeTo(30, 9), 0, 60],
      ['a-bonus', expect.closeTo(20, 9), 20, 20],
    ]);
  });

  it('names what movers bring only together, and which two', async () => {
    const { measured } = await explained();
    expect(measured[0]?.together).toBeCloseTo(60, 9);
    expect(measured[0]?.strongestPair).toEqual({
      movers: ['more-plans', 'more-builders'],
      size: expect.closeTo(60, 9),
    });
  });

  it('adds up per group what the measures in it bring', async () => {
    const { measured } = await explained({
      movers: [
        { id: 'more-plans', variables: ['plans'], path: ['living', 'homes'] },
        { id: 'a-bonus', variables: ['bonus'], path: ['living', 'money'] },
        { id: 'more-builders', variables: ['builders'], path: ['talent'] },
      ],
    });
    const tree = measured[0]?.tree;
    expect(tree?.value).toBeCloseTo(80, 9);
    expect(tree?.members.map(({ id, value }) => [id, value])).toEqual([
      ['living', expect.closeTo(50, 9)],
      ['talent', expect.closeTo(30, 9)],
    ]);
  });

  it('explains several numbers with one set of runs', async () => {
    const reading = { take: 'at', variable: 'homes', time: 10 } as const;
    const { measured, coalitions } = await explained({
      from: { plans: 4, builders: drawn },
      to: { plans: 5, builders: drawn.map((value) => value + 1) },
      movers: [],
      measured: [
        { id: 'mean', reading, statistic: { of: 'mean' } },
        { id: 'p90', reading, statistic: { of: 'quantile', p: 0.9 } },
        { id: 'met', reading, statistic: { of: 'met', goal: 45, direction: 'at-least' } },
      ],
    });
    expect(coalitions).toBe(4);
    expect(measured.map(({ id }) => id)).toEqual(['mean', 'p90', 'met']);
    for (const { change, movers } of measured) {
      expect(movers.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(change, 9);
      expect(movers.every(({ futuresError }) => futuresError !== null && futuresError >= 0)).toBe(true);
    }
    // No future of 100 has 4.5 builders' worth of homes while plans are at 4.
    expect(measured[2]).toMatchObject({ from: 0, to: expect.closeTo(63, -1) });
  });

  it('takes an assumption that is free on one side and fixed on the other', async () => {
    const { measured } = await explained({
      from: { plans: 10, builders: drawn },
      to: { plans: 10, builders: 6 },
      movers: [{ id: 'assumed-builders', variables: ['builders'] }],
    });
    expect(measured[0]?.movers.map(({ id, value }) => [id, value])).toEqual([
      ['assumed-builders', expect.closeTo(20, 0)],
    ]);
  });

  it('gives an answer on few futures first, and counts all runs', async () => {
    const partial: number[] = [];
    const seen: number[] = [];
    const whole = await explained({
      first: [20, 50],
      onPartial: ({ futures: on }) => partial.push(on),
      onProgress: ({ runs }) => seen.push(runs),
    });
    expect(partial).toEqual([20, 50]);
    expect(whole.futures).toBe(100);
    expect(seen.at(-1)).toBe(8 * (20 + 50 + 100));
  });

  it('draws orders where there are too many combinations, within its error', async () => {
    const exact = await explained();
    const sampled = await explained({ exactUpTo: 2, tolerance: 0.02, seed: 3 });
    expect(sampled.exact).toBe(false);
    sampled.measured[0]?.movers.forEach(({ value, orderError }, i) => {
      const difference = Math.abs(value - (exact.measured[0]?.movers[i]?.value ?? Number.NaN));
      expect(difference).toBeLessThanOrEqual(4 * orderError + 1e-9);
    });
  });

  it('says that nothing differs, and refuses a column of another length', async () => {
    expect(await explainChange(ask({ to: { plans: 4, builders: 4, bonus: 0, idle: 0 } }))).toMatchObject({
      kind: 'none',
      code: 'nothing-differs',
    });
    await expect(explainChange(ask({ to: { plans: new Float64Array(3) } }))).rejects.toThrow(
      'FUTURES_WHY_LENGTH',
    );
  });

  it('stops on abort', async () => {
    await expect(explainChange(ask({ signal: AbortSignal.abort(new Error('enough')) }))).rejects.toThrow(
      'enough',
    );
  });
});
