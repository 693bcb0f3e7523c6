import { parentPort, workerData } from 'node:worker_threads';
import { MonitorError, type VintageFact } from '@schaalsprong/monitor';
import { openHeldStore, type StoreSettings } from '@schaalsprong/store/node';
import { StoreError } from '@schaalsprong/store/problems';
import type { ApiRevision } from '@schaalsprong/wire';
import { canonical } from '@schaalsprong/words';
import { tagOf } from '../http/body.ts';
import { toColumns } from './fact-columns.ts';
import {
  importBatches,
  type MadeAnswer,
  manyFigures,
  type ReadFigures,
  type ReadRequest,
  readFigures,
  type StoreContent,
} from './kept.ts';
import type { FromReader } from './read-thread.ts';
import { revisionsOf } from './revisions.ts';
import { MonitorView } from './view.ts';

// Reads a store, finds what its versions revised and makes the largest answers: each computes for seconds where there are many figures.

const port = parentPort;
if (port === null) throw new Error('a worker thread only');
const { settings, request } = workerData as {
  readonly settings: StoreSettings;
  readonly request: ReadRequest;
};

/** Sends a message and waits until it was taken, so that the receiver never has many at once. */
const send = (message: FromReader, moved: readonly ArrayBuffer[] = []): Promise<unknown> =>
  new Promise((resolve) => {
    port.once('message', resolve);
    port.postMessage(message, moved);
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
  const { stamp, figures } = await readStore();
  // From here on another process can have the store: the rest takes seconds too.
  await send({ kind: 'closed' });
  const { facts, history, boundaries, ...rest } = figures;
  const revisions = revisionsOf(request.region, figures, request.today);
  await sendFacts('facts', facts);
  await sendFacts('history', history);
  await sendRevisions(revisions);
  for (const of of boundaries) await send({ kind: 'boundaries', of });
  await sendAnswers({ ...figures, revisions, answers: [] });
  await send({ kind: 'rest', rest, stamp });
}

/** What the store holds, and its stamp; the store is closed again. */
async function readStore(): Promise<{ readonly stamp: string; readonly figures: ReadFigures }> {
  const store = await openHeldStore(settings);
  try {
    await importBatches(store, request);
    // Before reading, so that what changes meanwhile is read again at the next look.
    const stamp = await store.stamp();
    return { stamp, figures: await readFigures(store, request) };
  } finally {
    await store.close();
  }
}

/** Makes and sends the answers about indicators of very many figures; their bytes move to the receiver without a copy. */
async function sendAnswers(content: StoreContent): Promise<void> {
  const { whole: region, today } = request;
  const counts = new Map<string, number>();
  for (const { series } of content.history) counts.set(series, (counts.get(series) ?? 0) + 1);
  const large = region.indicators.filter(
    ({ series }) => series !== null && (counts.get(series) ?? 0) >= manyFigures,
  );
  if (large.length === 0) return;
  const view = new MonitorView(region, { ...content, state: 'ready', note: null }, today);
  for (const { id } of large) {
    const bytes = new TextEncoder().encode(JSON.stringify(view.indicator(id, null)));
    const tag = tagOf(bytes);
    const of: MadeAnswer = { indicator: id, today, domains: canonical(region.domains), bytes, tag };
    await send({ kind: 'answer', of }, [bytes.buffer]);
  }
}

try {
  await read();
  port.postMessage({ kind: 'end' } satisfies FromReader);
} catch (error) {
  port.postMessage(faultOf(error));
}
port.close();
