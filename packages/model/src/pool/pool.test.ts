import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { processorMsAsync } from '../../../../scripts/testing/processor-time.ts';
import { small } from '../../test/small-model.ts';
import { createPool } from '../node/pool.ts';
import { ModelError } from '../problems/problems.ts';
import type { Ask } from '../summary/asks.ts';
import { createLocalPool, WorkerPool } from './pool.ts';
import type { FromWorker, Pool } from './protocol.ts';
import { serve } from './serve.ts';

/** Water in a leaking tank: falls by `leak` of itself each step, and has no logarithm once `leak` exceeds 1. */
const model = small(
  `tank = INTEG(- leak * tank, start) ~ litre ~ |
leak = 0.1 ~ 1 ~ |
start = 100 ~ litre ~ |
logarithm = LN(tank) ~ 1 ~ |`,
  { stop: 20 },
);
const { program } = model;
const leaks = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => ((i * 7919) % count) / count / 2);
const request = <const A extends readonly Ask[]>(count: number, asks: A) => ({
  futures: { count, values: { leak: leaks(count) } },
  levers: { start: 80 },
  asks,
});
const asks = [
  { take: 'quantiles', outcome: 'tank', probabilities: [0.1, 0.5, 0.9] },
  { take: 'quantiles', outcome: 'tank', probabilities: [0.5], method: 'sketch' },
  { take: 'moments', outcome: 'logarithm' },
  { take: 'crossing', outcome: 'tank', line: 40, direction: 'down', probabilities: [0.5, 0.95] },
] as const satisfies readonly Ask[];

const pools: Pool[] = [];
const kept = (pool: Pool): Pool => {
  pools.push(pool);
  return pool;
};
afterAll(() => Promise.all(pools.map((pool) => pool.close())));
const local = kept(createLocalPool(model));
const threads = (count: number): Pool => kept(createPool({ program, threads: count }));

describe('a pool of workers', () => {
  it('gives the same summary to the last bit with any number of threads, and with none', async () => {
    const expected = await local.run(request(3000, asks));
    for (const count of [1, 2, 3]) expect(await threads(count).run(request(3000, asks))).toEqual(expected);
  });

  it('answers with what the model says, future by future', async () => {
    // After k steps of 1 the tank holds 80 (1 - leak)^k.
    const { answers, time, count } = await local.run(
      request(300, [{ take: 'each', outcome: 'tank', reading: { of: 'at', time: 20 } }]),
    );
    expect([time[0], time[20], time.length, count]).toEqual([0, 20, 21, 300]);
    const all = leaks(300);
    for (const i of [0, 1, 150, 299]) {
      expect(answers[0].values[i]).toBeCloseTo(80 * (1 - (all[i] ?? 0)) ** 20, 9);
    }
  });

  it('draws for every future what one run of all draws, whoever computes it', async () => {
    const noisy = small('noise = RANDOM UNIFORM(0, 1, 7) ~ 1 ~ |', { stop: 3 });
    const pool = kept(createPool({ program: noisy.program, threads: 2 }));
    const whole = { futures: { count: 700, first: 40 }, seed: 5 };
    const drawn = await pool.run({
      ...whole,
      asks: [{ take: 'each', outcome: 'noise', reading: { of: 'series' } }],
    });
    const alone = noisy.run({ ...whole, outcomes: ['noise'] }).get('noise');
    expect(drawn.answers[0].values).toEqual(alone);
    expect(new Set(alone).size).toBe(4 * 700);
  });

  it('tells of the first 512 futures and of 2,048 before all, and as it would tell of those alone', async () => {
    const first = (count: number) => {
      const values = { leak: leaks(3000).subarray(0, count) };
      return local.run({ ...request(3000, asks), futures: { count, values } });
    };
    const whole = await first(3000);
    for (const pool of [local, threads(2)]) {
      const early: Awaited<ReturnType<typeof first>>[] = [];
      expect(await pool.run(request(3000, asks), { onSummary: (summary) => early.push(summary) })).toEqual(
        whole,
      );
      const counts = early.map(({ count }) => count);
      // One that is overtaken by the next is left out.
      expect(pool === local ? [[512, 2048]] : [[512, 2048], [512], [2048], []]).toContainEqual(counts);
      for (const summary of early) expect(summary).toEqual(await first(summary.count));
    }
  });

  it('makes no early summary of a request that is answered sooner than it was wanted', async () => {
    const early: number[] = [];
    const wanted = { onSummary: ({ count }: { count: number }) => early.push(count), earlyAfter: 1e9 };
    expect(await local.run(request(3000, asks), wanted)).toEqual(await local.run(request(3000, asks)));
    expect(early).toEqual([]);
  });

  it('tells how far it is without stepping back', async () => {
    const seen: number[] = [];
    await threads(2).run(request(1000, asks), { onProgress: ({ done }) => seen.push(done) });
    expect(seen.at(-1)).toBe(1000);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('has nothing to run where nothing is asked', async () => {
    const { time, answers } = await local.run(request(10, []));
    expect(answers).toEqual([]);
    expect(time).toEqual((await local.run(request(10, asks))).time);
  });

  it('answers several requests at once', async () => {
    const pool = threads(2);
    const both = await Promise.all([pool.run(request(2000, asks)), pool.run(request(100, asks))]);
    expect(both).toEqual([await local.run(request(2000, asks)), await local.run(request(100, asks))]);
  });
});

describe('stopping', () => {
  const long = (): ReturnType<typeof request> => request(1_000_000, [asks[1]]);

  it('rejects on abort, and the workers drop the rest of the run', async () => {
    const pool = threads(2);
    const twentieth = await processorMsAsync(() => pool.run(request(50_000, [asks[1]])));
    const free: number[] = [];
    for (let round = 0; round < 3; round++) {
      const controller = new AbortController();
      const started = Promise.withResolvers<void>();
      const work = pool.run(long(), { signal: controller.signal, onProgress: () => started.resolve() });
      await started.promise;
      const reason = new Error('enough');
      controller.abort(reason);
      await expect(work).rejects.toBe(reason);
      free.push(await processorMsAsync(() => pool.run(request(1, [asks[0]]))));
    }
    // The next request would wait for the whole run, of a million futures, if the workers went on with it.
    expect(Math.min(...free)).toBeLessThan(twentieth);
  });

  it('does nothing for a signal that was aborted before, and leaves no listener behind', async () => {
    const gone = local.run(request(3, asks), { signal: AbortSignal.abort(new Error('no')) });
    await expect(gone).rejects.toThrow('no');
    const { signal } = new AbortController();
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
    await local.run(request(3, asks), { signal });
    expect(listeners).toBe(0);
  });

  it('lets the newest of questions with one name go before the older', async () => {
    const pool = threads(2);
    const old = pool.run(long(), { latest: 'slider' });
    const other = pool.run(request(10, asks), { latest: 'elsewhere' });
    const gone = expect(old).rejects.toThrow('a newer question');
    expect(await pool.run(request(100, asks), { latest: 'slider' })).toEqual(
      await local.run(request(100, asks)),
    );
    await gone;
    await expect(other).resolves.toBeDefined();
  });

  it('lets live questions go before one that takes long, which goes on behind them', async () => {
    const pool = threads(1);
    await pool.run(request(200, asks));
    const order: string[] = [];
    // Answers of an ask each: making them is interrupted too.
    const long = pool.run(request(60_000, asks), { lane: 'behind' }).then((found) => {
      order.push('behind');
      return found;
    });
    for (let i = 0; i < 5; i++) {
      expect(await pool.run(request(100, asks))).toEqual(await local.run(request(100, asks)));
      order.push('live');
    }
    expect(await long).toEqual(await local.run(request(60_000, asks)));
    expect(order).toEqual(['live', 'live', 'live', 'live', 'live', 'behind']);
  });

  it('rejects what is under way when it is closed, and what comes after', async () => {
    const pool = createPool({ program, threads: 1 });
    const gone = expect(pool.run(long())).rejects.toThrow('closed');
    await pool.close();
    await gone;
    await expect(pool.run(request(1, asks))).rejects.toThrow('closed');
  });
});

describe('what goes wrong', () => {
  const message = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'nothing thrown',
      (error: unknown) => String(error),
    );

  it('is reported by its first future in the whole, the same for any number of threads', async () => {
    // From future 1,501 on the tank is emptied below zero and has no logarithm.
    const bad = {
      futures: {
        count: 4000,
        values: { leak: Float64Array.from({ length: 4000 }, (_, i) => (i > 1500 ? 1.5 : 0.1)) },
      },
      asks: [{ take: 'moments', outcome: 'logarithm' }],
    } as const;
    const alone = await message(local.run(bad));
    expect(alone).toContain('MODEL_NOT_A_NUMBER');
    expect(alone).toContain('future 1501');
    for (const count of [1, 2, 3]) expect(await message(threads(count).run(bad))).toBe(alone);
  });

  it('is reported before anything runs where the question itself is wrong', async () => {
    const wrong = { ...request(10, asks), futures: { count: 10, values: { leak: leaks(9) } } };
    expect(await message(local.run(wrong))).toContain('"leak" has 9 values');
    expect(await message(local.run({ ...wrong, futures: { count: 0 } }))).toContain(
      'The number of futures is 0',
    );
    const unknown = request(10, [{ take: 'moments', outcome: 'tnak' }]);
    await expect(threads(2).run(unknown)).rejects.toBeInstanceOf(ModelError);
  });

  it('rejects a request whose listener fails, and nothing else', async () => {
    const pool = threads(1);
    const bad = pool.run(request(500, asks), {
      onProgress: () => {
        throw new Error('the listener failed');
      },
    });
    const good = pool.run(request(20, asks));
    await expect(bad).rejects.toThrow('the listener failed');
    expect(await good).toEqual(await local.run(request(20, asks)));
  });

  it('names a worker that stopped, and puts another in its place', async () => {
    const workers: { fail: (reason: string) => void; stopped: boolean }[] = [];
    let mute = true;
    const pool = new WorkerPool(program, 2, (tell, fail) => {
      const worker = { fail, stopped: false };
      workers.push(worker);
      const silent = mute;
      const handle = serve({
        post: (message: FromWorker) => silent || queueMicrotask(() => tell(message)),
        yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
      });
      return {
        post: handle,
        keepAlive: () => undefined,
        stop: async () => {
          worker.stopped = true;
        },
      };
    });
    const lost = message(pool.run(request(2000, asks)));
    mute = false;
    for (const { fail } of workers) fail('out of memory');
    expect(await lost).toMatch(/MODEL_WORKER A worker of the model stopped: out of memory/);
    expect(await pool.run(request(2000, asks))).toEqual(await local.run(request(2000, asks)));
    expect(workers.map(({ stopped }) => stopped)).toEqual([true, true, false, false]);
    await pool.close();
    expect(workers.every(({ stopped }) => stopped)).toBe(true);
  });

  it('hears of a thread that dies, as often as one does', async () => {
    const broken = kept(createPool({ program: { ...program, elements: null as never }, threads: 1 }));
    for (let i = 0; i < 2; i++) {
      expect(await message(broken.run(request(5, asks)))).toContain(
        'A worker of the model stopped: Cannot read',
      );
    }
  });

  it('hears of a question that cannot be sent, and leaves the pool fit for the next', async () => {
    const pool = threads(1);
    const poison = { ...request(5, asks), levers: { start: (() => 80) as never } };
    expect(await message(pool.run(poison))).toContain('could not be cloned');
    expect(await pool.run(request(5, asks))).toEqual(await local.run(request(5, asks)));
  });
});

it('holds no more after a thousand runs than after a hundred, some of them cut short', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const pool = threads(2);
  const some = async (runs: number): Promise<number> => {
    for (let i = 0; i < runs; i++) {
      const stop = new AbortController();
      if (i % 5 === 4) setImmediate(() => stop.abort());
      await pool.run(request(64, [asks[0]]), { signal: stop.signal }).catch(() => undefined);
    }
    await pool.run(request(1, [asks[0]]));
    collect();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    return arrayBuffers + heapUsed;
  };
  const before = await some(100);
  const after = await some(900);
  // A run hands over 64 x 21 values in each direction: kept, 900 of them would be 19 MB.
  expect(after - before).toBeLessThan(5e6);
});
