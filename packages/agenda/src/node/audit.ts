import { Worker } from 'node:worker_threads';
import type { AuditInput, AuditReport, AuditSwitches } from '../audit/index.ts';

/** What a thread is asked. */
export interface AuditQuestion {
  readonly input: AuditInput;
  readonly switches: AuditSwitches;
}

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
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const question: AuditQuestion = { input, switches };
    const worker = new Worker(new URL('./audit-thread.ts', import.meta.url), { workerData: question });
    const stop = (): void => {
      void worker.terminate();
      reject(signal?.reason instanceof Error ? signal.reason : new Error('the audit was stopped'));
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (report: AuditReport) => resolve(report));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      // Without an effect where the report or a fault came first.
      reject(new Error(`the thread of the audit stopped with exit code ${code}`));
    });
  });
}
