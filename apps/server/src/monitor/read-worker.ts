import { parentPort, workerData } from 'node:worker_threads';
import { MonitorError, type VintageFact } from '@schaalsprong/monitor';
import { openHeldStore, type StoreSettings } from '@schaalsprong/store/node';
import { StoreError } from '@schaalsprong/store/problems';
import type { ApiRevision } from '@schaalsprong/wire';
import { toColumns } from './fact-columns.ts';
import { importBatches, type ReadRequest, readContent } from './kept.ts';
import type { FromReader } from './read-thread.ts';

// Reads a store and finds what its versions revised: both compute for seconds where there are many figures.

const port = parentPort;
if (port === null) throw new Error('a worker thread only');
const { settings, request } = workerData as {
  readonly settings: StoreSettings;
  readonly request: ReadRequest;
};

/** Sends a message and waits until it was taken, so that the receiver never has many at once. */
const send = (message: FromReader): Promise<unknown> =>
  new Promise((resolve) => {
    port.once('message', resolve);
    port.postMessage(message);
  });

async function sendFacts(list: 'facts' | 'history', facts: readonly VintageFact[]): Promise<void> {
  for (const columns of toColumns(facts)) await send({ kind: list, columns });
}

/** Revisions per message: the receiver needs a few milliseconds for one. */
const revisionsAtOnce = 1_000;

async function sendRevisions(revisions: readonly ApiRevision[]): Promise<void> {
  for (let from = 0; from < revisions.length; from += revisionsAtOnce) {
    await send({ kind: 'revisions', of: revisions.slice(from, from + revisionsAtOnce) });
  }
}

function faultOf(error: unknown): FromReader {
  if (error instanceof StoreError) return { kind: 'store-fault', problem: error.problems[0], pid: error.pid };
  if (error instanceof MonitorError) {
    return { kind: 'monitor-fault', problems: error.problems, unreachable: error.unreachable };
  }
  return { kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

async function read(): Promise<void> {
  const store = await openHeldStore(settings);
  try {
    await importBatches(store, request);
    // Before reading, so that what changes meanwhile is read again at the next look.
    const stamp = await store.stamp();
    const { facts, history, revisions, boundaries, ...rest } = await readContent(store, request);
    await sendFacts('facts', facts);
    await sendFacts('history', history);
    await sendRevisions(revisions);
    for (const of of boundaries) await send({ kind: 'boundaries', of });
    await send({ kind: 'rest', rest, stamp });
  } finally {
    await store.close();
  }
}

try {
  await read();
  port.postMessage({ kind: 'end' } satisfies FromReader);
} catch (error) {
  port.postMessage(faultOf(error));
}
port.close();
