import type { AuditInput, Conflict } from '@schaalsprong/audit';
import { conflictsOfSentence } from '@schaalsprong/claim-check';
import { type Post, startWorker } from '../conflicts/auditor.ts';

/** What is known of the audit of a sentence. */
export type SentenceAudit =
  | { readonly state: 'busy' }
  | { readonly state: 'done'; readonly conflicts: readonly Conflict[] }
  /** this browser cannot audit, or the audit took too long */
  | { readonly state: 'failed' };

/** Milliseconds after which an audit is given up. */
const limit = 30_000;

/**
 * Audits an input with a sentence in it, in the worker of the page on conflicts.
 *
 * @param tell gets the answer, once; not after the audit was stopped
 * @returns stops it
 */
export function auditSentence(
  input: AuditInput,
  tell: (answer: SentenceAudit) => void,
  start: () => Post = startWorker,
): () => void {
  let post: Post;
  try {
    post = start();
  } catch {
    tell({ state: 'failed' });
    return () => undefined;
  }
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    clearTimeout(alarm);
    post.close();
  };
  const finish = (answer: SentenceAudit): void => {
    if (isOver) return;
    stop();
    tell(answer);
  };
  const alarm = setTimeout(() => finish({ state: 'failed' }), limit);
  post.onAnswer(({ answer }) => {
    if (answer !== null) finish({ state: 'done', conflicts: conflictsOfSentence(answer.report.conflicts) });
  });
  post.onFault(() => finish({ state: 'failed' }));
  post.postMessage({ id: 0, question: { kind: 'open', input } });
  post.postMessage({ id: 1, question: { kind: 'ask', switches: {} } });
  return stop;
}
