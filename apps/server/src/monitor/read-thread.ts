import { Worker } from 'node:worker_threads';
import { type Boundaries, MonitorError, type MonitorProblem } from '@schaalsprong/monitor';
import type { StoreSettings } from '@schaalsprong/store/node';
import { StoreError, type StoreProblem } from '@schaalsprong/store/problems';
import type { ApiRevision } from '@schaalsprong/wire';
import { type FactColumns, FactReader } from './fact-columns.ts';
import type { MadeAnswer, ReadRequest, StoreContent } from './kept.ts';

/** What was read, and the stamp of the state that it was read in. */
export interface StampedContent {
  readonly content: StoreContent;
  readonly stamp: string;
}

/** Message of the worker; each but the last is answered, so that only one is on its way. */
export type FromReader =
  | { readonly kind: 'facts' | 'history'; readonly columns: FactColumns }
  | { readonly kind: 'revisions'; readonly of: readonly ApiRevision[] }
  | { readonly kind: 'boundaries'; readonly of: Boundaries }
  | { readonly kind: 'answer'; readonly of: MadeAnswer }
  /** the store is read and closed: another process can have it */
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'rest';
      readonly rest: Omit<StoreContent, 'facts' | 'history' | 'revisions' | 'boundaries' | 'answers'>;
      readonly stamp: string;
    }
  | { readonly kind: 'end' }
  | { readonly kind: 'store-fault'; readonly problem: StoreProblem; readonly pid: number | null }
  | {
      readonly kind: 'monitor-fault';
      readonly problems: readonly MonitorProblem[];
      readonly unreachable: boolean;
    }
  | { readonly kind: 'fault'; readonly stack: string };

/** Stack traces that cross threads as text. */
function unexpected(stack: string): Error {
  const error = new Error('the thread that reads the store failed');
  error.stack = stack;
  return error;
}

/**
 * Reads a store, with its revisions and its largest answers, on a thread of its own: PGlite computes on the thread that calls it, and the
 * figures arrive here in pieces, so that requests are answered meanwhile. The lock is released as soon as the store is read. The thread ends afterwards, and its memory with it.
 *
 * @returns rejects with the reason of the signal when aborted: then the thread is stopped, which leaves nothing half written
 * @throws MonitorError or StoreError if the store cannot be read
 */
export async function readInThread(
  settings: StoreSettings,
  request: ReadRequest,
  signal: AbortSignal,
): Promise<StampedContent> {
  const { holdStore } = await import('@schaalsprong/store/node');
  // Held by this thread, so that the lock is released also where the other one is stopped.
  const release = await holdStore(settings);
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { settings, request },
  });
  const stop = (): void => void worker.terminate();
  try {
    signal.throwIfAborted();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', ({ kind }: FromReader) => {
      if (kind === 'closed') release();
    });
    return await received(worker, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
    release();
  }
}

/** What the messages of the worker come to: what was read, a fault, or null while more is to come. */
function collector(): (message: FromReader) => StampedContent | Error | null {
  const lists = { facts: new FactReader(), history: new FactReader() };
  const revisions: ApiRevision[] = [];
  const boundaries: Boundaries[] = [];
  const answers: MadeAnswer[] = [];
  let last: Extract<FromReader, { kind: 'rest' }> | null = null;
  return (message) => {
    switch (message.kind) {
      case 'facts':
      case 'history':
        lists[message.kind].add(message.columns);
        return null;
      case 'revisions':
        for (const revision of message.of) revisions.push(revision);
        return null;
      case 'boundaries':
        boundaries.push(message.of);
        return null;
      case 'answer':
        answers.push(message.of);
        return null;
      case 'closed':
        return null;
      case 'rest':
        last = message;
        return null;
      case 'end': {
        if (last === null) return new Error('the thread that reads the store sent no figures');
        const { rest, stamp } = last;
        const { facts, history } = lists;
        return {
          stamp,
          content: { ...rest, revisions, boundaries, answers, facts: facts.facts, history: history.facts },
        };
      }
      case 'store-fault':
        return new StoreError(message.problem, message.pid);
      case 'monitor-fault':
        return new MonitorError(message.problems, message.unreachable);
      case 'fault':
        return unexpected(message.stack);
    }
  };
}

function received(worker: Worker, signal: AbortSignal): Promise<StampedContent> {
  const collect = collector();
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromReader) => {
      const found = collect(message);
      // After whatever waits on this thread: a request goes before the next piece.
      if (found === null) setImmediate(() => worker.postMessage('taken'));
      else if (found instanceof Error) reject(found);
      else resolve(found);
    });
    worker.on('error', reject);
    worker.on('exit', () =>
      reject(signal.aborted ? signal.reason : new Error('the thread that reads the store stopped')),
    );
  });
}
