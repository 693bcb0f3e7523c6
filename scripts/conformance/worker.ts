import { parentPort } from 'node:worker_threads';
import type { Case } from './cases.ts';
import { check } from './check.ts';

/** Answers each case that is sent with its result. */
parentPort?.on('message', (one: Case) => parentPort?.postMessage(check(one)));
