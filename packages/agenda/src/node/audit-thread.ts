import { parentPort, workerData } from 'node:worker_threads';
import { audit } from '../audit/index.ts';
import type { AuditQuestion } from './audit.ts';

// The thread of `auditInThread`: one question, one answer.
const { input, switches } = workerData as AuditQuestion;
parentPort?.postMessage(audit(input, switches));
