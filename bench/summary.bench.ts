/**
 * What summaries and workers cost beside the simulation itself, all in one process and interleaved, of each side the
 * least time of all rounds:
 *
 * - the blocks of the kernel alone, on one core, and with eight fan charts (p10, p50, p90 at every saved time) made of
 *   them, exact and sketched: the charts must cost less than the simulation
 * - the same question to a pool of one worker and of two
 * - from an abort until the question is rejected, and until the workers run the next
 *
 *   npx node bench/summary.bench.ts [--futures N] [--rounds N] [NAME...]
 */
import { parseArgs } from 'node:util';
import { type Ask, compile, createLocalPool, type Pool } from '@schaalsprong/model';
import { createPool } from '@schaalsprong/model/node';
import { type BenchModel, counties, towns, village } from './models.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    futures: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
  },
});
const count = Number(options.futures);
const rounds = Number(options.rounds);
const models = [village(), towns(), counties()].filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
const probabilities = [0.1, 0.5, 0.9];

interface Side {
  readonly name: string;
  readonly run: () => Promise<unknown> | unknown;
  best: number;
}

const spent = async (work: () => unknown): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

async function cancelled(pool: Pool, request: Parameters<Pool['run']>[0]): Promise<[number, number]> {
  const stop = new AbortController();
  const work = pool.run(request, { signal: stop.signal }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const at = performance.now();
  stop.abort();
  await work;
  const rejected = performance.now() - at;
  await pool.run({ ...request, futures: { count: 1 }, asks: request.asks.slice(0, 1) });
  return [rejected, performance.now() - at];
}

async function measure(bench: BenchModel): Promise<void> {
  const model = compile(bench.text, { units: 'off' });
  const outcomes = bench.outcomes.slice(0, 8);
  const values = Object.fromEntries(
    bench.inputs.map((name, input) => {
      const own = model.variables.find((v) => v.name === name)?.value ?? Number.NaN;
      const drawn = (future: number): number =>
        own * (0.95 + 0.1 * (((future + 1) * (input + 3) * 0.6180339887) % 1));
      return [name, Float64Array.from({ length: count }, (_, future) => drawn(future))];
    }),
  );
  const futures = { count, values };
  const asks = (method: 'exact' | 'sketch'): Ask[] =>
    outcomes.map((outcome) => ({ take: 'quantiles', outcome, probabilities, method }));
  const alone = createLocalPool(model);
  const one = createPool({ program: model.program, threads: 1 });
  const two = createPool({ program: model.program, threads: 2 });
  const blocks = (): void => {
    for (const block of model.blocks({ futures, outcomes }))
      if (block.count < 1) throw new Error('an empty block');
  };
  const sides: Side[] = [
    { name: 'blocks of the kernel alone', run: blocks, best: Number.POSITIVE_INFINITY },
    ...(
      [
        ['with 8 exact fans, same thread', alone, 'exact'],
        ['with 8 sketched fans, same thread', alone, 'sketch'],
        ['with 8 exact fans, 1 worker', one, 'exact'],
        ['with 8 exact fans, 2 workers', two, 'exact'],
      ] as const
    ).map(([name, pool, method]) => ({
      name,
      run: () => pool.run({ futures, asks: asks(method) }),
      best: Number.POSITIVE_INFINITY,
    })),
  ];
  const stops: [number, number][] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const side of sides) {
      const time = await spent(side.run);
      // The first round warms up.
      if (round > 0) side.best = Math.min(side.best, time);
    }
    if (round > 0) stops.push(await cancelled(two, { futures, asks: asks('exact') }));
  }
  const kernel = sides[0]?.best ?? Number.NaN;
  console.log(`\n${bench.name}: ${count} futures, ${outcomes.length} outcomes`);
  for (const { name, best } of sides) {
    console.log(`  ${name.padEnd(36)} ${best.toFixed(1).padStart(8)} ms  ${(best / kernel).toFixed(2)}`);
  }
  const [exact, worker, workers] = [sides[1], sides[3], sides[4]].map((side) => side?.best ?? Number.NaN);
  console.log(`  fans over simulation: ${(((exact ?? 0) - kernel) / kernel).toFixed(2)} (bar: under 1)`);
  console.log(`  two workers over one: ${((worker ?? 0) / (workers ?? 0)).toFixed(2)}`);
  const worst = (i: 0 | 1): string => Math.max(...stops.map((stop) => stop[i])).toFixed(1);
  console.log(`  abort: rejected within ${worst(0)} ms, workers at the next question within ${worst(1)} ms`);
  await Promise.all([alone, one, two].map((pool) => pool.close()));
}

for (const model of models) await measure(model);
