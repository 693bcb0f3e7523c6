import { Worker } from 'node:worker_threads';
import type { AuditInput, AuditReport, AuditSwitches, CompareOptions, Comparison } from '../audit/index.ts';

/** What a thread is asked, and what it then answers. */
export interface AuditQuestions {
  readonly audit: {
    readonly ask: { readonly input: AuditInput; readonly switches: AuditSwitches };
    readonly answer: AuditReport;
  };
  readonly compare: {
    readonly ask: { readonly a: AuditInput; readonly b: AuditInput; readonly options: CompareOptions };
    readonly answer: Comparison;
  };
}
export type AuditQuestion = {
  readonly [K in keyof AuditQuestions]: { readonly what: K } & AuditQuestions[K]['ask'];
}[keyof AuditQuestions];

/**
 * The audit in a thread of its own, so that whoever waits for it can still answer others, and can stop it at once: the search
 * itself hears no signal while it runs.
 *
 * @param input what to audit
 * @param switches what the reader chose; `{}` is the report as published
 * @param signal stops the thread
 * @returns what `audit` gives
 * @throws what `audit` throws; the signal's reason on abort
 */
export function auditInThread(
  input: AuditInput,
  switches: AuditSwitches = {},
  signal?: AbortSignal,
): Promise<AuditReport> {
  return inThread<'audit'>({ what: 'audit', input, switches }, signal);
}

/**
 * `compareAudits` in a thread of its own.
 *
 * @throws what `compareAudits` throws; the signal's reason on abort
 */
export function compareInThread(
  a: AuditInput,
  b: AuditInput,
  options: CompareOptions = {},
  signal?: AbortSignal,
): Promise<Comparison> {
  return inThread<'compare'>({ what: 'compare', a, b, options }, signal);
}

function inThread<K extends keyof AuditQuestions>(
  question: AuditQuestion,
  signal: AbortSignal | undefined,
): Promise<AuditQuestions[K]['answer']> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./audit-thread.ts', import.meta.url), { workerData: question });
    const stop = (): void => {
      void worker.terminate();
      reject(signal?.reason instanceof Error ? signal.reason : new Error('the audit was stopped'));
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // Without an effect where the answer or a fault came first.
      reject(new Error(`the thread of the audit stopped with exit code ${code}`));
    });
  });
}
