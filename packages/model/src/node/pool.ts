import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Program } from '../ir/program.ts';
import { WorkerPool } from '../pool/pool.ts';
import type { FromWorker, Pool } from '../pool/protocol.ts';

/** What a pool runs, and with how many threads. */
export interface PoolSettings {
  readonly program: Program;
  /** Worker threads; by default as many as this process may use at once. */
  readonly threads?: number | undefined;
}

/** A pool of worker threads. Idle workers do not keep the process alive. */
export function createPool({ program, threads }: PoolSettings): Pool {
  return new WorkerPool(program, threads ?? availableParallelism(), (tell, fail) => {
    const worker = new Worker(new URL('./pool-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (message: FromWorker) => tell(message));
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => fail(`exit code ${code}`));
    return {
      post: (message, transfer) => worker.postMessage(message, transfer),
      keepAlive: (busy) => (busy ? worker.ref() : worker.unref()),
      stop: async () => {
        await worker.terminate();
      },
    };
  });
}
