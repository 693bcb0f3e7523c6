import { parentPort } from 'node:worker_threads';
import { audit, compareAudits } from '../index.ts';
import type { AuditQuestion } from './audit.ts';

// The thread of an audit: one question, one answer.
parentPort?.once('message', (question: AuditQuestion) => {
  parentPort?.postMessage(
    question.what === 'audit'
      ? audit(question.input, question.switches)
      : compareAudits(question.a, question.b, question.options),
  );
});
