import { Worker } from 'node:worker_threads';
import type { KeptShare, Share, StoreSettings } from '@schaalsprong/store/node';
import { StoreError, type StoreProblem } from '@schaalsprong/store/problems';

/** To the worker; each is answered before the next is sent. */
export type ToShares =
  | { readonly kind: 'find'; readonly id: string }
  | { readonly kind: 'keep'; readonly share: Share; readonly most: number }
  | { readonly kind: 'close' };

/** From the worker. */
export type FromShares =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'store-fault'; readonly problem: StoreProblem; readonly pid: number | null }
  | { readonly kind: 'fault'; readonly stack: string };

/** Milliseconds without a request after which the store is closed and its thread ends: PGlite takes a gigabyte while it is open. */
const idleAfter = 20_000;

interface Open {
  readonly worker: Worker;
  readonly release: () => void;
}

/** The store of shared settings on a thread of its own, started by the first request and ended when there are none for a while. */
export class SharesThread {
  readonly #settings: StoreSettings;
  #open: Open | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(settings: StoreSettings) {
    this.#settings = settings;
  }

  /** @throws StoreError where the place cannot be used */
  find(id: string): Promise<string | null> {
    return this.#queue({ kind: 'find', id }) as Promise<string | null>;
  }

  /** @throws StoreError where the place cannot be used */
  keep(share: Share, most: number): Promise<KeptShare> {
    return this.#queue({ kind: 'keep', share, most }) as Promise<KeptShare>;
  }

  /** Ends the thread, after the requests before. */
  close(): Promise<void> {
    clearTimeout(this.#idle);
    const closed = this.#last.then(async () => {
      const open = this.#open;
      this.#open = null;
      if (open === null) return;
      try {
        await ask(open.worker, { kind: 'close' });
      } finally {
        await open.worker.terminate();
        open.release();
      }
    });
    this.#last = closed.catch(() => undefined);
    return closed;
  }

  /** One after the other; what fails does not stop those behind it. */
  #queue(message: ToShares): Promise<unknown> {
    clearTimeout(this.#idle);
    const turn = this.#last.then(() => this.#ask(message));
    this.#last = turn.catch(() => undefined);
    void this.#last.then(() => {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => void this.close().catch(() => undefined), idleAfter);
      this.#idle.unref();
    });
    return turn;
  }

  async #ask(message: ToShares): Promise<unknown> {
    this.#open ??= await this.#start();
    try {
      return await ask(this.#open.worker, message);
    } catch (error) {
      // The next request starts anew: a database that was unreachable may be there again.
      const { worker, release } = this.#open;
      this.#open = null;
      await worker.terminate();
      release();
      throw error;
    }
  }

  async #start(): Promise<Open> {
    const { holdShares } = await import('@schaalsprong/store/node');
    // Held by this thread, so that the lock is released also where the other one ends unexpectedly.
    const release = await holdShares(this.#settings);
    const worker = new Worker(new URL('./shares-worker.ts', import.meta.url), {
      workerData: { settings: this.#settings },
    });
    // A server that has nothing else to do need not live for this.
    worker.unref();
    return { worker, release };
  }
}

function ask(worker: Worker, message: ToShares): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (answer: FromShares): void => {
      end();
      if (answer.kind === 'done') resolve(answer.answer);
      else if (answer.kind === 'store-fault') reject(new StoreError(answer.problem, answer.pid));
      else {
        const error = new Error('the thread of the shared settings failed');
        error.stack = answer.stack;
        reject(error);
      }
    };
    const onError = (error: unknown): void => {
      end();
      reject(error);
    };
    const onExit = (): void => {
      end();
      reject(new Error('the thread of the shared settings stopped'));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(message);
  });
}
