import { openBrowserPool } from '@schaalsprong/model/browser';
import { serveEngine } from './serve-engine.ts';

// The engine in a worker of its own: the page only draws, and the pool of the model answers here.
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

const hear = serveEngine(
  {
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
