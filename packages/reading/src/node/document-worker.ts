import { parentPort, workerData } from 'node:worker_threads';
import { ReadError, readDocument } from '../documents/index.ts';
import { findQuantities } from '../read/index.ts';
import type { DocumentAnswer, DocumentQuestion } from './document-thread.ts';

// Reads one document in a worker thread, which is terminated from outside where it hangs or exceeds its memory.
const port = parentPort;
if (port === null) throw new Error('this file runs in a worker thread only');
const { bytes, name, limits, pages, language, find }: DocumentQuestion = workerData;

async function answer(): Promise<DocumentAnswer> {
  try {
    const document = await readDocument(bytes, name, limits, {
      pages: pages ?? undefined,
      language: language ?? undefined,
    });
    return { done: true, document, reading: find === null ? null : findQuantities(document, find) };
  } catch (error) {
    if (error instanceof ReadError) return { done: false, code: error.code, values: error.values };
    return {
      done: false,
      code: null,
      values: { reason: error instanceof Error ? error.message : String(error) },
    };
  }
}
port.postMessage(await answer());
