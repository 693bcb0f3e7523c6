import { Worker } from 'node:worker_threads';

/** Queue length; rendering takes some 25 ms per picture. */
const mostWaiting = 16;
/** Idle timeout in milliseconds after which the worker is terminated to free its memory. */
const idle = 60_000;

/** Message from the worker. */
export type Drawn =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly fault: string };

/** The queue of pictures is full. */
export class PngBusy extends Error {}

interface Waiting {
  readonly done: (png: Uint8Array) => void;
  readonly fail: (reason: Error) => void;
}

/** Renders pictures sequentially on one worker thread, so that the main thread keeps answering. Started lazily. */
class PngThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next = 0;

  draw(svg: string): Promise<Uint8Array> {
    if (this.#waiting.size >= mostWaiting) return Promise.reject(new PngBusy('too many pictures wait'));
    clearTimeout(this.#timer);
    const worker = this.#worker ?? this.#start();
    const id = this.#next++;
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      worker.ref();
      worker.postMessage({ id, svg });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./png-worker.ts', import.meta.url));
    this.#worker = worker;
    worker.on('message', (drawn: Drawn) => {
      const waiting = this.#waiting.get(drawn.id);
      this.#waiting.delete(drawn.id);
      if ('png' in drawn) waiting?.done(drawn.png);
      else waiting?.fail(new Error(drawn.fault));
      if (this.#waiting.size === 0) this.#rest(worker);
    });
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      this.#fail(new Error('the thread that draws pictures has stopped'));
    });
    return worker;
  }

  /** An idle worker does not keep the process alive, and is terminated after a timeout. */
  #rest(worker: Worker): void {
    worker.unref();
    this.#timer = setTimeout(() => {
      this.#worker = null;
      void worker.terminate();
    }, idle);
    this.#timer.unref();
  }

  #fail(error: Error): void {
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}

const thread = new PngThread();

/**
 * SVG text as a PNG of twice its size, in our own fonts, so that it is the same on every machine.
 *
 * @returns rejects with `PngBusy` where too many pictures wait already
 */
export const toPng = (svg: string): Promise<Uint8Array> => thread.draw(svg);
