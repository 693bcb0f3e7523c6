import { compile, createLocalPool, type Model } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { type Cause, type CausesAsk, type CausesExplained, explainCauses } from './explain-causes.ts';
import { limitChanges } from './limits.ts';

/** Nothing in these models is true of any place. */
const small = (equations: string, method = ''): Model =>
  compile(
    `${equations}
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 10 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 2 ~ Year ~ |
${method}`,
    { units: 'off' },
  );

const explained = async (
  model: Model,
  { from, to, reading, ...rest }: Pick<CausesAsk, 'from' | 'to' | 'reading'> & Partial<CausesAsk>,
): Promise<CausesExplained> => {
  const answer = await explainCauses({
    runner: createLocalPool(model),
    program: model.program,
    count: 2,
    from,
    to,
    reading,
    least: 0.001,
    ...rest,
  });
  if (answer.kind === 'none') throw new Error(answer.reason.en);
  return answer;
};

/** What is below a cause adds up to it, at every level. */
function addsUp(cause: Cause): void {
  if (cause.causes.length === 0) return;
  const sum = cause.causes.reduce((total, each) => total + each.contribution, cause.others.contribution);
  expect(sum + cause.remainder).toBeCloseTo(cause.contribution, 8);
  expect(Math.abs(cause.remainder)).toBeLessThan(1e-9 * (1 + Math.abs(cause.contribution)));
  for (const each of cause.causes) addsUp(each);
}
const partsOf = (cause: Cause | undefined): unknown =>
  cause?.causes.map(({ variable, contribution }) => [variable, expect.closeTo(contribution, 6)]);

const stock = small(`
homes = INTEG(built - demolished, 100) ~ homes ~ |
built = speed * builders ~ homes/Year ~ |
speed = 2 ~ homes ~ |
builders = 3 ~ people ~ |
demolished = homes * 0.1 ~ homes/Year ~ |
idle = 1 ~ ~ |`);
const atEnd = { take: 'at', variable: 'homes', time: 10 } as const;

describe('why an outcome differs along the causes of the model', () => {
  it('gives every flow of a stock the integral of its difference', async () => {
    const { tree, from, to } = await explained(stock, {
      from: { speed: 2, builders: 3 },
      to: { speed: 4, builders: 3 },
      reading: atEnd,
    });
    expect(tree.contribution).toBeCloseTo(to - from, 9);
    // Six more a year in ten years; what is demolished of them is the rest.
    const [built, demolished] = tree.causes;
    expect(built).toMatchObject({ variable: 'built', contribution: expect.closeTo(60, 9) });
    expect(demolished?.contribution).toBeCloseTo(to - from - 60, 9);
    expect(built?.own).toEqual({ from: 6, to: 12 });
    expect(built?.causes).toMatchObject([
      { variable: 'speed', end: 'given', contribution: expect.closeTo(60, 9), own: { from: 2, to: 4 } },
    ]);
    addsUp(tree);
  });

  it('divides a product evenly over what changed in it, and says what came only together', async () => {
    const { tree } = await explained(stock, {
      from: { speed: 2, builders: 3 },
      to: { speed: 4, builders: 6 },
      reading: atEnd,
    });
    const built = tree.causes.find(({ variable }) => variable === 'built');
    // Alone six more each, together eighteen: ten years long.
    expect(partsOf(built)).toEqual([
      ['speed', 90],
      ['builders', 90],
    ]);
    expect(built?.together).toBeCloseTo(60, 9);
    addsUp(tree);
  });

  it('follows each future by itself', async () => {
    const { tree } = await explained(stock, {
      from: { speed: 2, builders: Float64Array.of(1, 5) },
      to: { speed: 3, builders: Float64Array.of(1, 5) },
      reading: { take: 'mean', variable: 'built', from: 0, to: 10 },
    });
    expect(tree.contribution).toBeCloseTo(3, 12);
    expect(tree.error).toBeCloseTo(2, 12);
  });

  it('passes through delays and smoothing to what went into them', async () => {
    const delayed = small(`
ready = DELAY3I(started, 2, 10) ~ ~ |
started = demand * share ~ ~ |
share = 0.5 ~ ~ |
demand = SMOOTHI(wish, 3, 20) ~ ~ |
wish = 20 + STEP(more, 1) ~ ~ |
more = 0 ~ ~ |
done = INTEG(ready + DELAY FIXED(started, 2, 0), 0) ~ ~ |`);
    const { tree } = await explained(delayed, {
      from: { more: 0, share: 0.5 },
      to: { more: 10, share: 0.75 },
      reading: { take: 'at', variable: 'done', time: 10 },
    });
    addsUp(tree);
    const leaves = (cause: Cause): string[] =>
      cause.causes.length === 0 ? [`${cause.variable} ${cause.end}`] : cause.causes.flatMap(leaves);
    expect(new Set(leaves(tree))).toEqual(new Set(['share given', 'more given']));
  });

  it('takes a stock and what leaves it by itself as one', async () => {
    const chain = small(`
finished = INTEG(starts, 0) ~ homes ~ |
starts = ready * limit ~ homes/Year ~ |
ready = permitted / 2 ~ homes/Year ~ |
permitted = INTEG(permits - starts - dropped, 10) ~ homes ~ |
dropped = permitted * 0.1 ~ homes/Year ~ |
permits = 4 ~ homes/Year ~ |
limit = 0.8 ~ ~ |`);
    const { tree } = await explained(chain, {
      from: { permits: 4, limit: 0.8 },
      to: { permits: 6, limit: 0.7 },
      reading: { take: 'at', variable: 'finished', time: 10 },
    });
    const [starts] = tree.causes;
    expect(new Set(starts?.through)).toEqual(new Set(['permitted', 'ready', 'dropped']));
    expect(starts?.causes.map(({ variable }) => variable)).toEqual(['permits', 'limit']);
    addsUp(tree);
  });

  it('stops where a cause stands above already', async () => {
    const { tree } = await explained(
      small(`
support = INTEG(gain - loss, 1) ~ ~ |
gain = homes * gained ~ ~ |
gained = 0.01 ~ ~ |
loss = support / 5 ~ ~ |
homes = INTEG(built, 10) ~ ~ |
built = permits * 2 ~ ~ |
permits = MIN(5, asked) ~ ~ |
asked = 2 * support ~ ~ |`),
      { from: { gained: 0.01 }, to: { gained: 0.02 }, reading: { take: 'at', variable: 'homes', time: 10 } },
    );
    addsUp(tree);
    const ends = (cause: Cause): unknown[] => [cause.end, ...cause.causes.flatMap(ends)];
    expect(ends(tree)).toContain('comes-back');
    expect(ends(tree)).toContain('given');
  });

  it('sums elements of one variable, and leaves out those that do not differ', async () => {
    const areas = small(`
Area: north, south ~ ~ |
all = SUM(homes[Area!]) ~ homes ~ |
homes[Area] = INTEG(built[Area], 0) ~ homes ~ |
built[Area] = base[Area] + help[Area] * effort ~ homes/Year ~ |
base[Area] = 1, 2 ~ homes/Year ~ |
help[Area] = 1, 0 ~ homes/Year ~ |
effort = 0 ~ ~ |`);
    const { tree } = await explained(areas, {
      from: { effort: 0 },
      to: { effort: 3 },
      reading: { take: 'at', variable: 'all', time: 10 },
    });
    expect(tree.causes).toMatchObject([
      { variable: 'homes', elements: ['homes[north]'], contribution: expect.closeTo(30, 9) },
    ]);
    addsUp(tree);
  });

  it('gives nothing where nothing differs', async () => {
    const { tree } = await explained(stock, { from: { idle: 1 }, to: { idle: 2 }, reading: atEnd });
    expect(tree).toMatchObject({ contribution: 0, causes: [] });
  });

  it('says why it cannot: another method, a largest value, a time outside the model, no such variable', async () => {
    const ask = { runner: createLocalPool(stock), program: stock.program, count: 1, from: {}, to: {} };
    expect(
      await explainCauses({ ...ask, reading: { take: 'max', variable: 'homes', from: 0, to: 10 } }),
    ).toMatchObject({ kind: 'none', code: 'not-linear' });
    expect(
      await explainCauses({ ...ask, reading: { take: 'at', variable: 'homes', time: 99 } }),
    ).toMatchObject({ kind: 'none', code: 'outside-time' });
    await expect(
      explainCauses({ ...ask, reading: { take: 'at', variable: 'houses', time: 10 } }),
    ).rejects.toThrow('FUTURES_WHY_VARIABLE');
    const program = { ...stock.program, time: { ...stock.program.time, method: 'rk4' as const } };
    expect(await explainCauses({ ...ask, program, reading: atEnd })).toMatchObject({
      kind: 'none',
      code: 'not-euler',
    });
  });
});

describe('what constraints hold back', () => {
  it('is compared on both sides, and added up per constraint', async () => {
    const model = small(`
held by grid = grid short * (1 - relief) ~ ~ |
held by plans = 1 + relief ~ ~ |
grid short = 4 ~ ~ |
relief = 0 ~ ~ |`);
    const changes = await limitChanges({
      runner: createLocalPool(model),
      time: model.time,
      count: 2,
      from: { relief: 0, 'grid short': Float64Array.of(2, 6) },
      to: { relief: 0.5, 'grid short': Float64Array.of(2, 6) },
      limits: [
        { constraint: 'plans', variable: 'held by plans' },
        { constraint: 'grid', variable: 'held by grid' },
        { constraint: 'grid', variable: 'held by grid' },
      ],
      period: { from: 0, to: 10 },
    });
    expect(changes).toEqual([
      { constraint: 'grid', from: 8, to: 4, change: -4, error: 2 },
      { constraint: 'plans', from: 1, to: 1.5, change: 0.5, error: 0 },
    ]);
  });
});
