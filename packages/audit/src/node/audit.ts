import { Worker } from 'node:worker_threads';
import type { AuditInput, AuditReport, AuditSwitches, CompareOptions, Comparison } from '../index.ts';

/** Messages to and from the worker thread. */
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

/** A worker thread that audits. Unreferenced while idle, so that it does not keep the process alive. */
export interface AuditThread {
  /** As `audit`, with the same faults; the signal's reason on abort. */
  audit(input: AuditInput, switches?: AuditSwitches): Promise<AuditReport>;
  /** As `compareAudits`, with the same faults; the signal's reason on abort. */
  compare(a: AuditInput, b: AuditInput, options?: CompareOptions): Promise<Comparison>;
}

/**
 * Starts a thread for one audit, so that whoever waits for it can still answer others, and can stop it at once: the search
 * itself hears no signal while it runs. Started before its question is known, it is ready when that comes.
 *
 * @param signal stops the thread
 */
export function startAuditThread(signal?: AbortSignal): AuditThread {
  const worker = new Worker(new URL('./audit-thread.ts', import.meta.url));
  worker.unref();
  const ended = new Promise<never>((_, reject) => {
    const stop = (): void => {
      void worker.terminate();
      reject(signal?.reason instanceof Error ? signal.reason : new Error('the audit was stopped'));
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // No-op after an earlier error.
      reject(new Error(`the thread of the audit stopped with exit code ${code}`));
    });
  });
  // Avoids an unhandled rejection where nothing was requested.
  ended.catch(() => undefined);

  const ask = async <K extends keyof AuditQuestions>(
    question: AuditQuestion,
  ): Promise<AuditQuestions[K]['answer']> => {
    worker.ref();
    worker.postMessage(question);
    try {
      return await Promise.race([
        new Promise<AuditQuestions[K]['answer']>((resolve) => worker.once('message', resolve)),
        ended,
      ]);
    } finally {
      // A thread that answered ends by itself; terminating one that is ending anyway is a race inside the runtime.
      worker.unref();
    }
  };
  return {
    audit: (input, switches = {}) => ask<'audit'>({ what: 'audit', input, switches }),
    compare: (a, b, options = {}) => ask<'compare'>({ what: 'compare', a, b, options }),
  };
}
