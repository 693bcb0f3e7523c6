import { compile, createLocalPool } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { type ReliefAnswer, type ReliefAsk, reliefOf } from './relief.ts';

/** Nothing in it is true of any place: grid and builders bind together, plans are ample. */
const model = compile(
  `homes = INTEG(MIN(grid, MIN(builders, plans)), 0) ~ ~ |
grid = 4 ~ ~ |
builders = 4 ~ ~ |
plans = 20 ~ ~ |
INITIAL TIME = 0 ~ ~ |
FINAL TIME = 10 ~ ~ |
TIME STEP = 1 ~ ~ |
SAVEPER = 1 ~ ~ |`,
  { units: 'off' },
);
const count = 50;
const builders = Float64Array.from({ length: count }, (_, i) => 4 + (i % 5) / 10);
const ask: ReliefAsk = {
  runner: createLocalPool(model),
  time: model.time,
  count,
  setting: { builders },
  reliefs: [
    { id: 'grid', variable: 'grid', by: 2, own: 4 },
    { id: 'builders', variable: 'builders', by: 2, own: 4 },
    { id: 'plans', variable: 'plans', by: 5, own: 20 },
  ],
  measured: [
    { id: 'homes', reading: { take: 'at', variable: 'homes', time: 10 }, statistic: { of: 'mean' } },
  ],
};

describe('what relief of a constraint buys', () => {
  it('gives what it buys alone, last, and as its share, per unit too', async () => {
    const answer = (await reliefOf(ask)) as ReliefAnswer;
    const [homes] = answer.outcomes;
    expect(homes).toMatchObject({ without: 40, withAll: expect.closeTo(60, 9) });
    const gains = new Map(homes?.reliefs.map((each) => [each.id, each]));
    // The grid alone gives what builders allow: 0 to 0.4 more a year; builders alone nothing.
    expect(gains.get('grid')?.alone.value).toBeCloseTo(2, 9);
    expect(gains.get('grid')?.perUnit).toBeCloseTo(1, 9);
    expect(gains.get('builders')?.alone.value).toBeCloseTo(0, 9);
    expect(gains.get('grid')?.share.value).toBeCloseTo(11, 9);
    expect(gains.get('builders')?.share.value).toBeCloseTo(9, 9);
    expect(gains.get('plans')).toMatchObject({ share: { value: 0 }, alone: { value: 0 } });
    expect(gains.get('grid')?.last.value).toBeCloseTo(20, 9);
  });

  it('names the two that bind together', async () => {
    const answer = (await reliefOf(ask)) as ReliefAnswer;
    expect(answer.outcomes[0]?.pairs).toMatchObject([
      {
        ids: ['grid', 'builders'],
        both: { value: expect.closeTo(20, 9) },
        extra: { value: expect.closeTo(18, 9) },
      },
    ]);
    expect(answer).toMatchObject({ coalitions: 8, runs: 400, exact: true });
  });

  it('asks the pairs too where orders are drawn', async () => {
    const answer = (await reliefOf({ ...ask, exactUpTo: 2 })) as ReliefAnswer;
    expect(answer.exact).toBe(false);
    expect(answer.outcomes[0]?.pairs[0]?.ids).toEqual(['grid', 'builders']);
  });

  it('says that nothing can be relieved', async () => {
    expect(await reliefOf({ ...ask, reliefs: [] })).toMatchObject({ kind: 'none', code: 'no-relief' });
  });
});
