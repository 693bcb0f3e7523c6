import { openBrowserPool } from '@schaalsprong/model/browser';
import type { Aside } from './aside.ts';
import { serveEngine } from './serve-engine.ts';

// The engine in a worker of its own: the page only draws, and the pool of the model answers here.
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** A worker for one request, terminated when it is done or aborted. */
const aside = <Answer>(question: Aside, signal: AbortSignal): Promise<Answer> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./aside.worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    signal.addEventListener(
      'abort',
      () => {
        end();
        reject(signal.reason);
      },
      { once: true },
    );
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end();
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message || 'its script did not load'));
    };
    worker.postMessage(question);
  });

const hear = serveEngine(
  {
    findBoxes: (ask, signal) => aside({ of: 'boxes', ask }, signal),
    weighChoice: (ask, signal) => aside({ of: 'choice', ask }, signal),
    openPool: (program) => openBrowserPool(program),
    breathe: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
  },
  (message, transfer) => globalThis.postMessage(message, { transfer }),
);
globalThis.addEventListener('message', ({ data }: MessageEvent) => hear(data));
