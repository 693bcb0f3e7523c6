import type { Program } from '../ir/program.ts';
import { WorkerPool } from '../pool/pool.ts';
import type { FromWorker, Pool, SummaryRequest } from '../pool/protocol.ts';
import type { Ask, Summary } from '../summary/asks.ts';

export type { Lane, Pool, PoolOptions, SummaryRequest } from '../pool/protocol.ts';
export type * from '../summary/asks.ts';

/** Web workers that run a model for one reader, whose newest question goes before the others. */
export interface BrowserPool {
  /**
   * Asks the futures. A question that is still being answered is dropped: its promise is rejected with an `AbortError`.
   * @param onSummary called with a summary of about the first 500 futures, then of four times as many, and so on, where
   *   the whole takes long enough to be noticed
   * @returns the summary of all futures
   * @throws ModelError for a wrong question, a number that is not finite, or a worker that stopped (MODEL_WORKER; the
   *   next question gets a new one); the signal's reason on abort
   */
  run<const A extends readonly Ask[]>(
    request: SummaryRequest<A>,
    onSummary?: (summary: Summary<A>) => void,
    signal?: AbortSignal,
  ): Promise<Summary<A>>;
  /** Stops the workers. Later questions are rejected. */
  close(): Promise<void>;
}

/** Milliseconds before a preliminary answer is sent: a faster full answer makes it useless. */
const earlyAfter = 60;

/** How many workers a page starts. */
export interface BrowserPoolSettings {
  /** By default as many as the machine runs at once, at most four. */
  readonly workers?: number | undefined;
}

/**
 * Starts module workers for a model, for callers that ask several things at once: requests behind others, early summaries, the
 * newest of each kind. Works in a page and in a worker of its own.
 */
export function openBrowserPool(program: Program, { workers }: BrowserPoolSettings = {}): Pool {
  const count = workers ?? Math.min(4, navigator.hardwareConcurrency || 1);
  return new WorkerPool(program, count, (tell, fail) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => tell(data);
    // An error without a message means that the script itself did not load.
    worker.onerror = ({ message }) => fail(message || 'its script did not load');
    return {
      post: (message, transfer) => worker.postMessage(message, transfer),
      keepAlive: () => undefined,
      stop: async () => worker.terminate(),
    };
  });
}

/** Starts module workers for a model and one reader. */
export function createBrowserPool(program: Program, settings: BrowserPoolSettings = {}): BrowserPool {
  const pool = openBrowserPool(program, settings);
  return {
    run: (request, onSummary, signal) =>
      pool.run(request, { onSummary, signal, earlyAfter, latest: 'reader' }),
    close: () => pool.close(),
  };
}
