import {
  type AnswerOf,
  type AskOf,
  type FromEngine,
  TableError,
  type TaskName,
  type ToEngine,
} from './protocol.ts';

/** How a task is followed and stopped. */
export interface ClientFollow {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((part: number) => void) | undefined;
}

/** The engine as the page sees it. */
export interface EngineClient {
  /** @throws TableError with a message for people; the signal's reason on abort */
  ask<T extends TaskName>(task: T, ask: AskOf<T>, follow?: ClientFollow): Promise<AnswerOf<T>>;
  close(): void;
}

/** Message channel to an engine. */
export interface EngineWire {
  post(message: ToEngine): void;
  close(): void;
}

/** Opens a channel; `tell` is the message handler, `fail` the error handler. */
export type StartWire = (tell: (message: FromEngine) => void, fail: (reason: string) => void) => EngineWire;

/** The engine in a worker of this page. */
export const workerWire: StartWire = (tell, fail) => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => tell(data));
  // An error without a message means that the script itself did not load.
  worker.addEventListener('error', ({ message }) => fail(message || 'its script did not load'));
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
};

interface Waiting {
  done(answer: unknown): void;
  fail(error: unknown): void;
  readonly onProgress: ((part: number) => void) | undefined;
}

/** RPC client of an engine: matches each response to its request. */
export function engineClient(start: StartWire = workerWire): EngineClient {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let lost: Error | null = null;
  const wire = start(
    (message) => {
      const asked = waiting.get(message.id);
      if (asked === undefined) return;
      if (message.kind === 'progress') {
        asked.onProgress?.(message.part);
        return;
      }
      waiting.delete(message.id);
      if (message.kind === 'done') asked.done(message.answer);
      else asked.fail(new TableError(message.problems));
    },
    (reason) => {
      lost = new Error(`the engine of the table stopped: ${reason}`);
      for (const { fail } of waiting.values()) fail(lost);
      waiting.clear();
    },
  );
  return {
    ask: (task, ask, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (lost !== null) throw lost;
        last += 1;
        const id = last;
        const onAbort = (): void => {
          waiting.delete(id);
          wire.post({ id, task: 'cancel' });
          reject(signal?.reason);
        };
        const settled =
          <T>(then: (value: T) => void) =>
          (value: T): void => {
            signal?.removeEventListener('abort', onAbort);
            then(value);
          };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.set(id, {
          // The engine answers each task with what belongs to it.
          done: settled(resolve as (answer: unknown) => void),
          fail: settled(reject),
          onProgress,
        });
        wire.post({ id, task, ask } as ToEngine);
      }),
    close: () => {
      wire.close();
      for (const { fail } of waiting.values()) fail(new Error('the table was closed'));
      waiting.clear();
    },
  };
}
