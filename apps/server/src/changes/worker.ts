import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshots } from '@schaalsprong/store/node';
import { StoreError } from '@schaalsprong/store/problems';
import type { FromKeeping, KeepRequest } from './place.ts';

// Keeps one state and ends.

const port = parentPort;
if (port === null) throw new Error('a worker thread only');
const { settings, snapshot, most } = workerData as KeepRequest;

async function keep(): Promise<FromKeeping> {
  try {
    const store = await openSnapshots(settings);
    try {
      await store.append(snapshot);
      return { kind: 'done', kept: await store.newest(snapshot.region, most) };
    } finally {
      await store.close();
    }
  } catch (error) {
    return error instanceof StoreError
      ? { kind: 'store-fault', problem: error.problems[0], pid: error.pid }
      : { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

port.postMessage(await keep());
