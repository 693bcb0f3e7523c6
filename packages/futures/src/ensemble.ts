import type { Model } from '@schaalsprong/model';
import type { Futures } from './sampling.ts';

/**
 * What to keep of one model variable. Everything is reduced in the block in which it was computed, so that a large
 * ensemble never stands in memory whole.
 *
 * - `series`: every saved time; `[step * count + future]`
 * - `at`: the value at a time, linear between saved times where it falls between two
 * - `mean`: the mean over saved times t with from <= t < to: under Euler the value at t holds from t to the next step,
 *   so this is the mean of a flow over the period
 * - `max`, `min`: over saved times with from <= t <= to
 */
export type Reading =
  | { readonly take: 'series'; readonly variable: string }
  | { readonly take: 'at'; readonly variable: string; readonly time: number }
  | {
      readonly take: 'mean' | 'max' | 'min';
      readonly variable: string;
      readonly from: number;
      readonly to: number;
    };

/** One setting of the levers, run on all futures of a request. */
export interface EnsembleJob {
  /** Model variable to value; what is not listed keeps the value of the model text. */
  readonly levers: Readonly<Record<string, number>>;
  readonly readings: readonly Reading[];
}

/** All jobs run on the same futures: a difference between two jobs shows the levers, never the draw. */
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

/** How far a request is. */
export interface EnsembleProgress {
  /** Futures for which all jobs are done, so far. */
  readonly done: number;
  readonly of: number;
  /** Runs of the model done, of futures times jobs. */
  readonly runs: number;
  readonly runsOf: number;
}

/** How to follow a request and how to stop it. */
export interface EnsembleOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EnsembleProgress) => void) | undefined;
}

/** Runs ensembles. The answer is the same to the last bit for every runner, number of threads and size of block. */
export interface EnsembleRunner {
  /**
   * @returns one result per job, in order
   * @throws ModelError where the model meets a bad input or a number that is not finite; the signal's reason on abort
   */
  run(request: EnsembleRequest, options?: EnsembleOptions): Promise<readonly JobResult[]>;
  /** Frees what the runner holds. Runs under way are rejected. */
  close(): Promise<void>;
}

/** Futures per block. One block of the region model takes some tens of milliseconds, which bounds the time to cancel. */
export const BLOCK_SIZE = 125;

/** The saved times of a model: start + k saveEvery up to the stop, by whole k so that no rounding adds up. */
export function savedTimes(time: Model['time']): Float64Array {
  const steps = Math.floor((time.stop - time.start) / time.saveEvery + 1e-6);
  return Float64Array.from({ length: steps + 1 }, (_, k) => time.start + k * time.saveEvery);
}

const SAME_TIME = 1e-6;

/** Which saved times a reading needs, as indexes from..to (inclusive) into the saved times. Empty where to < from. */
export function windowOf(
  reading: Reading,
  times: Float64Array,
): { readonly from: number; readonly to: number } {
  const last = times.length - 1;
  switch (reading.take) {
    case 'series':
      return { from: 0, to: last };
    case 'at': {
      const above = firstAtOrAfter(times, reading.time);
      const exact = Math.abs((times[above] ?? Number.NaN) - reading.time) <= SAME_TIME;
      return { from: exact ? above : Math.max(0, above - 1), to: Math.min(above, last) };
    }
    case 'mean':
      return { from: firstAtOrAfter(times, reading.from), to: firstAtOrAfter(times, reading.to) - 1 };
    case 'max':
    case 'min': {
      const above = firstAtOrAfter(times, reading.to);
      const exact = Math.abs((times[above] ?? Number.NaN) - reading.to) <= SAME_TIME;
      return { from: firstAtOrAfter(times, reading.from), to: exact ? above : above - 1 };
    }
  }
}

function firstAtOrAfter(times: Float64Array, time: number): number {
  let index = 0;
  while (index < times.length && (times[index] ?? 0) < time - SAME_TIME) index++;
  return index;
}

/** Runs one job on the futures `from` (inclusive) to `to` (exclusive) and keeps what its readings ask. */
export function runBlock(
  model: Model,
  values: Futures['values'],
  job: EnsembleJob,
  from: number,
  to: number,
): JobResult {
  const count = to - from;
  const slice: Record<string, Float64Array> = {};
  for (const [variable, column] of Object.entries(values)) slice[variable] = column.subarray(from, to);
  const times = savedTimes(model.time);
  const windows = job.readings.map((reading) => windowOf(reading, times));
  const kept = new Set<number>();
  for (const { from: first, to: last } of windows) {
    for (let index = first; index <= last; index++) kept.add(index);
  }
  const indexes = [...kept].sort((a, b) => a - b);
  const all = indexes.length === times.length;
  const result = model.run({
    futures: { count, values: slice, first: from },
    levers: { ...job.levers },
    outcomes: [...new Set(job.readings.map((reading) => reading.variable))],
    ...(all ? {} : { at: indexes.map((index) => times[index] ?? Number.NaN) }),
  });
  const rowOf = new Map(indexes.map((index, row) => [index, row]));
  return {
    time: times,
    values: job.readings.map((reading, i) => {
      const window = windows[i] ?? { from: 0, to: -1 };
      const row = rowOf.get(window.from) ?? 0;
      return reduce(reading, result.get(reading.variable), row, window, times, count);
    }),
  };
}

function reduce(
  reading: Reading,
  data: Float64Array,
  row: number,
  window: { readonly from: number; readonly to: number },
  times: Float64Array,
  count: number,
): Float64Array {
  const rows = window.to - window.from + 1;
  if (reading.take === 'series') return data.slice(row * count, (row + rows) * count);
  const out = new Float64Array(count);
  if (rows <= 0) return out.fill(Number.NaN);
  for (let future = 0; future < count; future++) {
    let value = data[row * count + future] ?? Number.NaN;
    for (let step = 1; step < rows; step++) {
      const next = data[(row + step) * count + future] ?? Number.NaN;
      if (reading.take === 'max') value = Math.max(value, next);
      else if (reading.take === 'min') value = Math.min(value, next);
      else if (reading.take === 'mean') value += next;
      else if (reading.take === 'at') {
        const before = times[window.from] ?? 0;
        const after = times[window.to] ?? 0;
        value += ((reading.time - before) / (after - before)) * (next - value);
      }
    }
    out[future] = reading.take === 'mean' ? value / rows : value;
  }
  return out;
}

/** Where a block's numbers go: the results of the whole request, allocated once. */
export class Gathered {
  readonly results: readonly { readonly time: Float64Array; readonly values: readonly Float64Array[] }[];
  readonly #count: number;
  readonly #jobs: readonly EnsembleJob[];
  readonly #runsOf: number;
  #runs = 0;

  constructor(request: EnsembleRequest, times: Float64Array) {
    this.#count = request.futures.count;
    this.#jobs = request.jobs;
    this.#runsOf = this.#count * request.jobs.length;
    this.results = request.jobs.map((job) => ({
      time: times,
      values: job.readings.map(
        (reading) => new Float64Array(reading.take === 'series' ? times.length * this.#count : this.#count),
      ),
    }));
  }

  /** Puts the numbers of one block in their places and says how far the request is. */
  add(job: number, from: number, to: number, values: readonly Float64Array[]): EnsembleProgress {
    const count = to - from;
    this.#jobs[job]?.readings.forEach((reading, i) => {
      const target = this.results[job]?.values[i];
      const block = values[i];
      if (target === undefined || block === undefined) return;
      if (reading.take !== 'series') {
        target.set(block, from);
        return;
      }
      for (let step = 0; step * count < block.length; step++) {
        target.set(block.subarray(step * count, (step + 1) * count), step * this.#count + from);
      }
    });
    this.#runs += count;
    return this.progress();
  }

  progress(): EnsembleProgress {
    const jobs = Math.max(1, this.#jobs.length);
    return {
      done: Math.floor(this.#runs / jobs),
      of: this.#count,
      runs: this.#runs,
      runsOf: this.#runsOf,
    };
  }
}

/** Blocks of a request, futures outside and jobs inside, so that the count of futures done rises evenly. */
export function blocksOf(
  request: EnsembleRequest,
  blockSize: number,
): readonly { readonly job: number; readonly from: number; readonly to: number }[] {
  const blocks = [];
  for (let from = 0; from < request.futures.count; from += blockSize) {
    const to = Math.min(request.futures.count, from + blockSize);
    for (let job = 0; job < request.jobs.length; job++) blocks.push({ job, from, to });
  }
  return blocks;
}

/** Milliseconds of work after which the in-process runner lets other work of the thread pass. */
const BREATH = 20;

/** A runner in the thread that calls it, in short blocks with pauses: for tests, small ensembles and the browser. */
export function createInProcessRunner(
  model: Model,
  settings: { readonly blockSize?: number } = {},
): EnsembleRunner {
  const blockSize = settings.blockSize ?? BLOCK_SIZE;
  let closed = false;
  return {
    async run(request, options = {}) {
      const { signal, onProgress } = options;
      const gathered = new Gathered(request, savedTimes(model.time));
      let since = performance.now();
      for (const { job, from, to } of blocksOf(request, blockSize)) {
        signal?.throwIfAborted();
        if (closed) throw new Error('this runner is closed');
        const asked = request.jobs[job];
        if (asked === undefined) continue;
        const block = runBlock(model, request.futures.values, asked, from, to);
        // Not inside the optional call below: its arguments are not evaluated where nobody listens.
        const progress = gathered.add(job, from, to, block.values);
        onProgress?.(progress);
        if (performance.now() - since > BREATH) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          since = performance.now();
        }
      }
      signal?.throwIfAborted();
      return gathered.results;
    },
    async close() {
      closed = true;
    },
  };
}
