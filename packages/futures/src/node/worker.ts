import { parentPort, workerData } from 'node:worker_threads';
import { ModelError, modelFromProgram } from '@schaalsprong/model';
import { runBlock } from '../ensemble.ts';
import type { Block, FromWorker, ToWorker } from './protocol.ts';

// The worker thread of the pool: builds the model once from its program, then answers blocks one by one.
const port = parentPort;
if (port === null) throw new Error('this file runs in a worker thread only');
const model = modelFromProgram(workerData);
const requests = new Map<number, Extract<ToWorker, { type: 'request' }>>();

function answer(block: Block): FromWorker {
  try {
    const request = requests.get(block.request);
    const job = request?.jobs[block.job];
    if (request === undefined || job === undefined) throw new Error('a block of an unknown request');
    return {
      type: 'block',
      block,
      values: runBlock(model, request.values, job, block.from, block.to).values,
    };
  } catch (error) {
    return {
      type: 'failed',
      block,
      message: error instanceof Error ? error.message : String(error),
      problems: error instanceof ModelError ? error.problems : null,
    };
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'request') requests.set(message.request, message);
  else if (message.type === 'forget') requests.delete(message.request);
  else {
    const reply = answer(message.block);
    port.postMessage(
      reply,
      reply.type === 'block' ? reply.values.map(({ buffer }) => buffer as ArrayBuffer) : [],
    );
  }
});
