import { resolve } from 'node:path';
import { sampleFutures } from '@schaalsprong/methods/ensemble';
import type { RunRequest } from '@schaalsprong/model';
import { createPool } from '@schaalsprong/model/node';
import type { Asked } from './ask.ts';
import type { FoundModel } from './find-model.ts';
import { writeArchive } from './keep.ts';
import { type OutcomeSummary, provenanceOf, type Simulation, unitsOf } from './report.ts';
import type { SimulateRequest } from './request.ts';
import type { RunContext } from './run-context.ts';
import { writeFutures } from './write.ts';

/** Above this many bytes of values quantiles are sketched instead of held. */
const mostHeld = 512 * 1024 ** 2;

/**
 * Runs a model as a command says, and writes the numbers of all futures where it says so.
 *
 * @returns what came of it; null where the file holds all that was asked
 * @throws UsageError, CommandFault, RegionError, ModelError or FuturesError; the reason of the signal on abort
 */
export async function simulate(
  command: SimulateRequest,
  asked: Asked,
  context: RunContext,
): Promise<Simulation | null> {
  const { signal } = context;
  const { found, futures, outcomes, levers } = asked;
  const { model } = found;
  const request: RunRequest = {
    futures: { count: futures, values: sampleFutures(asked.uncertainties, futures, command.seed).values },
    levers,
    outcomes,
    mode: command.mode,
    seed: command.seed,
  };
  signal.throwIfAborted();
  if (command.out !== null) {
    const { path, form } = command.out;
    const file = { path: resolve(context.cwd, path), typed: path };
    if (form === 'tar.gz') await writeArchive(command, asked, file, context);
    else await writeFutures(model, request, { ...file, form }, context);
    if (command.form !== 'json') return null;
  }
  const { time, quantiles, summaries } =
    futures === 1 ? oneFuture(found, request) : await manyFutures(found, request, command.threads, context);
  return {
    model: { file: found.file, time: model.time },
    provenance: provenanceOf(command, asked),
    ...(quantiles === undefined ? {} : { quantiles }),
    time,
    outcomes: summaries,
  };
}

interface Summed {
  readonly time: readonly number[];
  readonly quantiles?: 'exact' | 'sketch';
  readonly summaries: readonly OutcomeSummary[];
}

function oneFuture({ model }: FoundModel, request: RunRequest): Summed {
  const result = model.run(request);
  const unit = unitsOf(model);
  return {
    time: [...result.time],
    summaries: request.outcomes.map((name) => ({ name, unit: unit(name), values: [...result.get(name)] })),
  };
}

const probabilities = [0.1, 0.5, 0.9];

async function manyFutures(
  { model }: FoundModel,
  request: RunRequest,
  threads: number | null,
  { signal, onProgress }: RunContext,
): Promise<Summed> {
  const { outcomes, ...question } = request;
  const { start, stop, saveEvery } = model.time;
  const times = Math.floor((stop - start) / saveEvery) + 1;
  const held = 8 * request.futures.count * outcomes.length * times;
  const method = held > mostHeld ? 'sketch' : 'exact';
  const pool = createPool({ program: model.program, threads: threads ?? undefined });
  try {
    const [bands, means] = [
      outcomes.map((outcome) => ({ take: 'quantiles', outcome, probabilities, method }) as const),
      outcomes.map((outcome) => ({ take: 'moments', outcome }) as const),
    ];
    const summary = await pool.run({ ...question, asks: [...bands, ...means] }, { signal, onProgress });
    const time = [...summary.time];
    const unit = unitsOf(model);
    const row = (values: Float64Array, p: number): number[] => [
      ...values.subarray(p * time.length, (p + 1) * time.length),
    ];
    return {
      time,
      quantiles: method,
      summaries: outcomes.map((name, o) => {
        const band = summary.answers[o];
        const moments = summary.answers[outcomes.length + o];
        if (band?.take !== 'quantiles' || moments?.take !== 'moments')
          throw new Error('answers out of order');
        return {
          name,
          unit: unit(name),
          p10: row(band.values, 0),
          p50: row(band.values, 1),
          p90: row(band.values, 2),
          mean: [...moments.mean],
        };
      }),
    };
  } finally {
    await pool.close();
  }
}
