import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Model, ModelError } from '@schaalsprong/model';
import {
  BLOCK_SIZE,
  blocksOf,
  type EnsembleOptions,
  type EnsembleRequest,
  type EnsembleRunner,
  Gathered,
  type JobResult,
  savedTimes,
} from '../ensemble.ts';
import type { Block, FromWorker, ToWorker } from './protocol.ts';

/** What the workers run, and how many there are. */
export interface PoolSettings {
  readonly model: Model;
  /** Worker threads; by default as many as this process may use at once. */
  readonly threads?: number | undefined;
  /** Futures per block; the answer does not depend on it. */
  readonly blockSize?: number | undefined;
}

/** Blocks given to a worker before its first answer, so that it never waits for the next. */
const AHEAD = 2;

interface Running {
  readonly request: EnsembleRequest;
  readonly blocks: readonly Omit<Block, 'request'>[];
  readonly gathered: Gathered;
  readonly onProgress: EnsembleOptions['onProgress'];
  readonly resolve: (results: readonly JobResult[]) => void;
  readonly reject: (reason: unknown) => void;
  /** Workers that have the request. */
  readonly told: Set<Member>;
  next: number;
  done: number;
  /** Blocks given out and not answered. */
  out: number;
  /** The fault of the earliest block that failed. Nothing is given out after it. */
  fault: { readonly block: Block; readonly error: Error } | null;
}

interface Member {
  readonly worker: Worker;
  busy: number;
}

function earlier(a: Block, b: Block): boolean {
  return a.from < b.from || (a.from === b.from && a.job < b.job);
}

function errorOf({ message, problems }: Extract<FromWorker, { type: 'failed' }>): Error {
  return problems === null ? new Error(message) : new ModelError(problems);
}

/**
 * A runner on worker threads. Each worker gets the compiled program once; a request is cut in blocks of futures and
 * jobs, and blocks go to whoever is free. Where a number lands depends only on its job and future, so the result is the
 * same for any number of threads. On abort the promise is rejected at once, no further block is given out, and what
 * the workers were doing (some tens of milliseconds) is thrown away; the pool stays fit for use. Idle workers do not
 * keep the process alive.
 */
export function createWorkerPool({ model, threads, blockSize = BLOCK_SIZE }: PoolSettings): EnsembleRunner {
  const running = new Map<number, Running>();
  const times = savedTimes(model.time);
  let lastId = 0;
  let broken: Error | null = null;
  const members = Array.from({ length: Math.max(1, threads ?? availableParallelism()) }, (): Member => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: model.program });
    const member: Member = { worker, busy: 0 };
    worker.unref();
    worker.on('message', (message: FromWorker) => receive(member, message));
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('a worker thread of the ensemble stopped')));
    return member;
  });

  function fail(error: Error): void {
    broken ??= error;
    for (const [id, run] of running) {
      running.delete(id);
      run.reject(broken);
    }
  }

  function send(member: Member, message: ToWorker): void {
    member.worker.postMessage(message);
  }

  function forget(id: number, run: Running): void {
    running.delete(id);
    for (const member of run.told) send(member, { type: 'forget', request: id });
    settle();
  }

  /** A worker holds the process open only while somebody waits for it. */
  function settle(): void {
    for (const { worker } of members) {
      if (running.size > 0) worker.ref();
      else worker.unref();
    }
  }

  function feed(member: Member, most = AHEAD): void {
    for (const [id, run] of running) {
      while (member.busy < most) {
        const block = run.blocks[run.next];
        if (block === undefined || run.fault !== null) break;
        run.next++;
        run.out++;
        member.busy++;
        if (!run.told.has(member)) {
          run.told.add(member);
          send(member, {
            type: 'request',
            request: id,
            values: run.request.futures.values,
            jobs: run.request.jobs,
          });
        }
        send(member, { type: 'block', block: { request: id, ...block } });
      }
    }
  }

  function receive(member: Member, message: FromWorker): void {
    member.busy--;
    const { request: id, job, from, to } = message.block;
    const run = running.get(id);
    if (run !== undefined) {
      run.out--;
      if (message.type === 'failed') {
        // Blocks go out in order, so with the earliest fault of those under way every number of threads says the same.
        if (run.fault === null || earlier(message.block, run.fault.block)) {
          run.fault = { block: message.block, error: errorOf(message) };
        }
      } else {
        const progress = run.gathered.add(job, from, to, message.values);
        run.done++;
        try {
          run.onProgress?.(progress);
        } catch (error) {
          // Whoever listens may fail; that is the fault of this request and no reason to bring the process down.
          forget(id, run);
          run.reject(error);
        }
      }
      if (run.fault !== null && run.out === 0) {
        forget(id, run);
        run.reject(run.fault.error);
      } else if (run.done === run.blocks.length) {
        forget(id, run);
        run.resolve(run.gathered.results);
      }
    }
    feed(member);
  }

  return {
    run(request, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (broken !== null) return reject(broken);
        const id = ++lastId;
        const onAbort = () => {
          const run = running.get(id);
          if (run === undefined) return;
          forget(id, run);
          run.reject(signal?.reason);
        };
        const settled =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener('abort', onAbort);
            then(value);
          };
        const run: Running = {
          request,
          blocks: blocksOf(request, blockSize),
          gathered: new Gathered(request, times),
          onProgress,
          resolve: settled(resolve),
          reject: settled(reject),
          told: new Set(),
          next: 0,
          done: 0,
          out: 0,
          fault: null,
        };
        if (run.blocks.length === 0) return resolve(run.gathered.results);
        signal?.addEventListener('abort', onAbort, { once: true });
        running.set(id, run);
        settle();
        // One block each before any worker gets a second, so that small requests use all threads.
        for (let most = 1; most <= AHEAD; most++) for (const member of members) feed(member, most);
      });
    },
    async close() {
      fail(new Error('the pool of worker threads was closed'));
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}
