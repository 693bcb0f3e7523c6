import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { serve } from '../pool/serve.ts';

// One thread of the pool.
const port = parentPort;
if (port === null) throw new Error('this file runs in a worker thread only');
port.on(
  'message',
  serve({
    post: (message, transfer) => port.postMessage(message, transfer),
    yieldToMessages: () => setImmediate(),
  }),
);
