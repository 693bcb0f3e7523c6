import {
  createInProcessRunner,
  type EnsembleRequest,
  type EnsembleRunner,
  sampleFutures,
} from '@schaalsprong/methods/ensemble';
import { createWorkerPool } from '@schaalsprong/methods/node';
import { compile, ModelError } from '@schaalsprong/model';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticModel, syntheticRegion } from '../../../futures/test/synthetic.ts';
import { assess } from '../assess/assess.ts';

const pools: EnsembleRunner[] = [];
const pool = (...settings: Parameters<typeof createWorkerPool>) => {
  const made = createWorkerPool(...settings);
  pools.push(made);
  return made;
};
afterAll(() => Promise.all(pools.map((each) => each.close())));

const request = async (count: number): Promise<EnsembleRequest> => {
  const { region } = await syntheticRegion();
  return {
    futures: sampleFutures(region.uncertainties, count, 11),
    jobs: [
      { levers: {}, readings: [{ take: 'series', variable: 'homes built' }] },
      { levers: { 'grid relief': 1 }, readings: [{ take: 'at', variable: 'homes built', time: 2031 }] },
    ],
  };
};

describe('a pool of worker threads', () => {
  it('gives the same as one thread to the last bit, for any number of threads', async () => {
    const { model } = await syntheticRegion();
    const asked = await request(700);
    const expected = await createInProcessRunner(model).run(asked);
    for (const threads of [1, 2, 3]) expect(await pool({ model, threads }).run(asked)).toEqual(expected);
  });

  it('assesses a region to the same bytes as one thread', async () => {
    const { region, model } = await syntheticRegion();
    const alone = await assess({ region, model, runner: createInProcessRunner(model) });
    const threaded = await assess({ region, model, runner: pool({ model, threads: 2 }) });
    expect(JSON.stringify(threaded)).toBe(JSON.stringify(alone));
  });

  it('answers several requests at once', async () => {
    const { model } = await syntheticRegion();
    const runner = pool({ model, threads: 2 });
    const [small, large] = [await request(200), await request(600)];
    const alone = createInProcessRunner(model);
    const both = await Promise.all([runner.run(large), runner.run(small)]);
    expect(both).toEqual([await alone.run(large), await alone.run(small)]);
  });

  it('rejects in the turn of the event loop of an abort, whatever its threads compute, and is fit for the next request', async () => {
    const { model } = await syntheticRegion();
    const runner = pool({ model, threads: 2 });
    const controller = new AbortController();
    const reason = new Error('enough');
    let started = (): void => {};
    const computing = new Promise<void>((resolve) => {
      started = resolve;
    });
    let rejection: unknown = null;
    const work = runner.run(await request(5000), { signal: controller.signal, onProgress: started });
    work.catch((error: unknown) => {
      rejection = error;
    });
    await computing;
    controller.abort(reason);
    // Only promises are settled before this: no message of a thread can arrive.
    await new Promise<void>((resolve) => process.nextTick(() => queueMicrotask(resolve)));
    await Promise.resolve();
    expect(rejection).toBe(reason);
    const small = await request(3);
    expect(await runner.run(small)).toEqual(await createInProcessRunner(model).run(small));
  });

  it('does nothing for a signal that was aborted before, and leaves no listener behind', async () => {
    const { model } = await syntheticRegion();
    const runner = pool({ model, threads: 1 });
    await expect(
      runner.run(await request(3), { signal: AbortSignal.abort(new Error('no')) }),
    ).rejects.toThrow('no');
    const signal = new AbortController().signal;
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...parts: Parameters<typeof add>) => {
      listeners++;
      add(...parts);
    };
    signal.removeEventListener = (...parts: Parameters<typeof remove>) => {
      listeners--;
      remove(...parts);
    };
    await runner.run(await request(3), { signal });
    expect(listeners).toBe(0);
  });

  it('passes on the problems of the model as such, and is fit for the next request', async () => {
    const { model } = await syntheticRegion();
    const runner = pool({ model, threads: 2 });
    const { futures } = await request(40);
    const bad = runner.run({
      futures,
      jobs: [{ levers: {}, readings: [{ take: 'at', variable: 'nothing', time: 2030 }] }],
    });
    await expect(bad).rejects.toBeInstanceOf(ModelError);
    const small = await request(3);
    expect(await runner.run(small)).toHaveLength(2);
  });

  it('names the same first fault, by its number in the whole ensemble, for any number of threads', async () => {
    // Of 600 futures one has a shortage of grid above 1.998 of 2, and no logarithm.
    const model = compile(
      syntheticModel.replace(
        'building = homes asked',
        'building = LN(1 - grid shortage / (0.1998 * homes asked)) * 0 * homes asked + homes asked',
      ),
    );
    const asked = await request(600);
    const shortages = [...(asked.futures.byId['grid-shortage'] ?? [])];
    const first = shortages.findIndex((shortage) => shortage > 1.998);
    expect(first).toBeGreaterThan(128);
    const fault = (runner: EnsembleRunner) =>
      runner.run(asked).then(
        () => 'nothing thrown',
        (error: unknown) => String(error),
      );
    const alone = await fault(createInProcessRunner(model));
    expect(alone).toContain(`in future ${first}`);
    for (const threads of [1, 2, 3]) {
      expect(await fault(pool({ model, threads }))).toBe(alone);
    }
  });

  it('rejects a request whose listener fails, and nothing else', async () => {
    const { model } = await syntheticRegion();
    const runner = pool({ model, threads: 1 });
    const bad = runner.run(await request(20), {
      onProgress: () => {
        throw new Error('the listener failed');
      },
    });
    await expect(bad).rejects.toThrow('the listener failed');
    expect(await runner.run(await request(3))).toHaveLength(2);
  });

  it('rejects what is under way when it is closed, and what comes after', async () => {
    const runner = pool({ model: compile(syntheticModel), threads: 1 });
    const work = runner.run(await request(2000));
    const after = expect(work).rejects.toThrow('closed');
    await runner.close();
    await after;
    await expect(runner.run(await request(1))).rejects.toThrow('closed');
  });

  it('tells how far it is without stepping back', async () => {
    const { model } = await syntheticRegion();
    const seen: number[] = [];
    await pool({ model, threads: 2 }).run(await request(50), {
      onProgress: ({ runs }) => seen.push(runs),
    });
    expect(seen.at(-1)).toBe(100);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});
