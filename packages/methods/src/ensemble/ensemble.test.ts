import { compile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { syntheticModel } from '../../test/synthetic-model.ts';
import { createInProcessRunner, type EnsembleReading } from './ensemble.ts';

const model = compile(syntheticModel);
const certain = { count: 1, seed: 0, values: {}, byId: {} };
const levers = { 'builders relief': 1, 'grid relief': 1 };

const read = async (...readings: EnsembleReading[]) => {
  const [result] = await createInProcessRunner(model).run({ futures: certain, jobs: [{ levers, readings }] });
  return result?.values.map((values) => [...values]) ?? [];
};
// Nothing is held back: ten homes a year from 2020.
const variable = 'homes built';

describe('readings', () => {
  it('take a value at a saved time, or linearly between two', async () => {
    expect(
      await read(
        { take: 'at', variable, time: 2020 },
        { take: 'at', variable, time: 2031 },
        { take: 'at', variable, time: 2025.1 },
      ),
    ).toEqual([[0], [110], [expect.closeTo(51, 9)]]);
  });

  it('take the mean from a time up to but not including another, as a flow over that period', async () => {
    expect(await read({ take: 'mean', variable, from: 2021, to: 2022 })).toEqual([[13.75]]);
  });

  it('take the largest and smallest with both ends included', async () => {
    expect(
      await read(
        { take: 'max', variable, from: 2021, to: 2022 },
        { take: 'min', variable, from: 2021, to: 2022 },
      ),
    ).toEqual([[20], [10]]);
  });

  it('take a whole series over the saved times', async () => {
    const [series] = await read({ take: 'series', variable });
    expect(series).toEqual(Array.from({ length: 49 }, (_, k) => 2.5 * k));
  });

  it('keep apart what stands at other times in the same run', async () => {
    const together = await read(
      { take: 'at', variable, time: 2031 },
      { take: 'series', variable: 'building' },
      { take: 'max', variable: 'homes held back', from: 2030, to: 2031 },
    );
    expect([together[0], together[2], new Set(together[1])]).toEqual([[110], [0], new Set([10])]);
  });

  it('give no number rather than a wrong one for a period without a saved time', async () => {
    expect(await read({ take: 'mean', variable, from: 2050, to: 2051 })).toEqual([[Number.NaN]]);
    expect(await read({ take: 'at', variable, time: 2019 })).toEqual([[Number.NaN]]);
  });
});

describe('an ensemble in one thread', () => {
  it('runs nothing when it is closed or cancelled', async () => {
    const runner = createInProcessRunner(model);
    const request = { futures: certain, jobs: [{ levers, readings: [] }] };
    await expect(runner.run(request, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
    await runner.close();
    await expect(runner.run(request)).rejects.toThrow('closed');
  });
});
