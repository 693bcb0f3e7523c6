import { parentPort, workerData } from 'node:worker_threads';
import { openHeldShares, type ShareStore, type StoreSettings } from '@schaalsprong/store/node';
import { StoreError } from '@schaalsprong/store/problems';
import type { FromShares, ToShares } from './shares-thread.ts';

// Holds the store of shared settings open, one request at a time: PGlite computes on the thread that calls it.

const port = parentPort;
if (port === null) throw new Error('a worker thread only');
const { settings } = workerData as { readonly settings: StoreSettings };

let store: ShareStore | null = null;

async function done(message: ToShares): Promise<unknown> {
  store ??= await openHeldShares(settings);
  if (message.kind === 'find') return store.find(message.id);
  if (message.kind === 'keep') return store.keep(message.share, message.most);
  await store.close();
  return null;
}

async function answer(message: ToShares): Promise<FromShares> {
  try {
    return { kind: 'done', answer: await done(message) };
  } catch (error) {
    if (error instanceof StoreError)
      return { kind: 'store-fault', problem: error.problems[0], pid: error.pid };
    return {
      kind: 'fault',
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

port.on('message', (message: ToShares) => {
  void answer(message).then((made) => port.postMessage(made));
});
