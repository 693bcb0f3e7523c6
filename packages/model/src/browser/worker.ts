import type { ToWorker } from '../pool/protocol.ts';
import { serve, type WorkerPort } from '../pool/serve.ts';

// One web worker of the pool. A message to itself lets those that came before it be handled, without the delay that
// browsers put on timers.
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

const port: WorkerPort = {
  post: (message, transfer) => self.postMessage(message, { transfer }),
  yieldToMessages: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    }),
};
const handle = serve(port);
self.onmessage = ({ data }: MessageEvent<ToWorker>) => handle(data);
