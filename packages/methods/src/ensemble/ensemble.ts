import {
  createLocalPool,
  type EachAsk,
  type Model,
  type Reading as ModelReading,
  type Pool,
  windowOf,
} from '@schaalsprong/model';
import type { Futures } from './sampling.ts';

/** What to keep of one model variable: a number per future (see the readings of the model), or its whole series. */
export type EnsembleReading = Taken<ModelReading> | Taken<{ readonly of: 'series' }>;

type Taken<R> = R extends { readonly of: infer O }
  ? { readonly take: O; readonly variable: string } & Omit<R, 'of'>
  : never;

/** One setting of the levers, run on all futures of a request. */
export interface EnsembleJob {
  /** Model variable to value; what is not listed keeps the value of the model text. */
  readonly levers: Readonly<Record<string, number>>;
  readonly readings: readonly EnsembleReading[];
}

/** All jobs run on the same futures: differences between jobs come from the levers, not from sampling (common random numbers). */
export interface EnsembleRequest {
  readonly futures: Futures;
  readonly jobs: readonly EnsembleJob[];
}

/** The answer to one job. */
export interface JobResult {
  /** Saved times of the model, decimal years. */
  readonly time: Float64Array;
  /** Per reading, in order: one number per future, or `[step * count + future]` for a series. */
  readonly values: readonly Float64Array[];
}

/** Progress of a request. */
export interface EnsembleProgress {
  /** Futures for which all jobs are done, so far. */
  readonly done: number;
  readonly of: number;
  /** Runs of the model done, of futures times jobs. */
  readonly runs: number;
  readonly runsOf: number;
}

/** Progress callback and abort signal of a request. */
export interface EnsembleOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EnsembleProgress) => void) | undefined;
}

/** Runs ensembles. The answer is the same to the last bit for every runner and number of threads. */
export interface EnsembleRunner {
  /**
   * @returns one result per job, in order
   * @throws ModelError where the model meets a bad input or a number that is not finite; the signal's reason on abort
   */
  run(request: EnsembleRequest, options?: EnsembleOptions): Promise<readonly JobResult[]>;
  /** Disposes the runner. Pending runs are rejected. */
  close(): Promise<void>;
}

/** The request to the model for one reading. */
export const askOf = ({ take, variable, ...rest }: EnsembleReading): EachAsk => ({
  take: 'each',
  outcome: variable,
  reading: { of: take, ...rest } as EachAsk['reading'],
});

/** The saved times of a model: start + k saveEvery up to the stop; multiplied, not summed, so that rounding does not accumulate. */
export function savedTimes(time: Model['time']): Float64Array {
  const steps = Math.floor((time.stop - time.start) / time.saveEvery + 1e-6);
  return Float64Array.from({ length: steps + 1 }, (_, k) => time.start + k * time.saveEvery);
}

/** The saved times that some readings need. */
export function neededTimes(asks: readonly EachAsk[], times: Float64Array): number[] {
  const windows = asks.map(({ reading }) => windowOf(reading, times));
  return [...times].filter((_, k) => windows.some(({ from, to }) => from <= k && k <= to));
}

/** Runs the jobs of a request on a pool of workers of the model. */
export function runnerOn(pool: Pool, model: Model): EnsembleRunner {
  const times = savedTimes(model.time);
  return {
    async run({ futures: { count, values }, jobs }, { signal, onProgress } = {}) {
      const done = jobs.map(() => 0);
      const runsOf = count * jobs.length;
      const stops = jobs.map(() => new AbortController());
      const runs = jobs.map(async ({ levers, readings }, job): Promise<JobResult> => {
        const asks = readings.map(askOf);
        const reasons = [stops[job]?.signal, signal].filter((each) => each !== undefined);
        const { answers } = await pool.run(
          { futures: { count, values }, levers, at: neededTimes(asks, times), asks },
          {
            signal: AbortSignal.any(reasons),
            onProgress: (progress) => {
              done[job] = progress.done;
              const all = done.reduce((sum, each) => sum + each, 0);
              onProgress?.({ done: Math.min(...done), of: count, runs: all, runsOf });
            },
          },
        );
        return { time: times, values: answers.map((answer) => answer.values) };
      });
      // Only the jobs after a failed one are aborted: the error of the first failing job is reported, whatever the number
      // of threads.
      runs.forEach((run, job) => {
        run.catch((error) => {
          for (const stop of stops.slice(job + 1)) stop.abort(error);
        });
      });
      const results: JobResult[] = [];
      for (const run of runs) results.push(await run);
      return results;
    },
    close: () => pool.close(),
  };
}

/**
 * A runner on the calling thread that yields to the event loop now and then: for tests and small ensembles.
 *
 * @example
 * ```ts
 * import { createInProcessRunner, medianFuture } from '@schaalsprong/methods/ensemble';
 * import { compile } from '@schaalsprong/model';
 *
 * const model = compile(`
 * homes = INTEG(built, start) ~ home ~ |
 * start = 100 ~ home ~ |
 * built = 10 ~ home/Year ~ |
 * INITIAL TIME = 2020 ~ Year ~ |
 * FINAL TIME = 2030 ~ Year ~ |
 * TIME STEP = 1 ~ Year ~ |
 * SAVEPER = 1 ~ Year ~ |
 * `);
 * const runner = createInProcessRunner(model);
 * const readings = [{ take: 'at', variable: 'homes', time: 2030 }] as const;
 * const [asIs, faster] = await runner.run({
 *   futures: medianFuture([]),
 *   jobs: [
 *     { levers: {}, readings },
 *     { levers: { built: 15 }, readings },
 *   ],
 * });
 * asIs?.values; // => [Float64Array.of(200)]
 * faster?.values; // => [Float64Array.of(250)]
 * ```
 */
export const createInProcessRunner = (model: Model): EnsembleRunner =>
  runnerOn(createLocalPool(model), model);
