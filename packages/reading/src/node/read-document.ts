import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type PageRange, type ReadCode, ReadError, type ReadLimits, readLimits } from '../documents/index.ts';
import type { FindOptions } from '../read/index.ts';
import type { FoundQuantities, ReadDocument } from '../read/types.ts';
import type { DocumentAnswer, DocumentQuestion } from './document-thread.ts';

/** A document that was read from a file. */
export interface DocumentFile {
  readonly document: ReadDocument;
  /** the quantities in it; null where not requested */
  readonly reading: FoundQuantities | null;
  /** of the file, 64 hexadecimal characters */
  readonly sha256: string;
}

/** Options of `readDocumentFile`. */
export interface DocumentFileOptions {
  readonly limits?: Partial<ReadLimits> | undefined;
  readonly pages?: PageRange | undefined;
  readonly language?: 'nl' | 'en' | undefined;
  /** Also find the quantities in the text, with the words of a region where these are given. */
  readonly find?: FindOptions | undefined;
  readonly signal?: AbortSignal | undefined;
}

const mega = 1024 * 1024;
/** Polling interval of the memory limit, in milliseconds. */
const watch = 100;
/** Grace period beyond the deadline of the thread, which normally ends itself. */
const grace = 1.5;

/**
 * Reads a document in a thread of its own. Whatever the file does, this ends: the thread is stopped when its time or
 * its memory is over, and the file is not read beyond the limit of its size.
 *
 * @param path the file
 * @param options limits, pages, language; `find` also gives the quantities
 * @throws ReadError that says in both languages what is wrong and what to do; the reason of `signal` where it was cancelled
 */
export async function readDocumentFile(
  path: string,
  options: DocumentFileOptions = {},
): Promise<DocumentFile> {
  const limits: ReadLimits = { ...readLimits, ...options.limits };
  const { signal } = options;
  signal?.throwIfAborted();
  const bytes = await fileBytes(path, limits);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = await inThread(
    {
      bytes,
      name: basename(path),
      limits,
      pages: options.pages ?? null,
      language: options.language ?? null,
      find: options.find ?? null,
    },
    signal,
  );
  if (answer.done) return { document: answer.document, reading: answer.reading, sha256 };
  if (answer.code === null) throw new Error(String(answer.values.reason));
  throw new ReadError(answer.code, answer.values);
}

async function fileBytes(path: string, limits: ReadLimits): Promise<Uint8Array<ArrayBuffer>> {
  let file: FileHandle | undefined;
  try {
    // `stat` before opening: opening a pipe without a writer blocks forever.
    const kind = await stat(path);
    if (kind.isDirectory()) throw new ReadError('READ_FOLDER');
    if (!kind.isFile()) throw new ReadError('READ_NOT_A_FILE');
    file = await open(path, 'r');
    const about = await file.stat();
    if (about.size > limits.bytes) {
      throw new ReadError('READ_TOO_LARGE', {
        found: Math.ceil(about.size / mega),
        most: Math.floor(limits.bytes / mega),
      });
    }
    if (about.size === 0) throw new ReadError('READ_EMPTY');
    const bytes = new Uint8Array(about.size);
    let at = 0;
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } catch (error) {
    throw fileFault(error);
  } finally {
    await file?.close();
  }
}

function fileFault(error: unknown): Error {
  if (error instanceof ReadError || !(error instanceof Error)) return error as Error;
  const code = 'code' in error ? String(error.code) : error.message;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ReadError('READ_FILE_MISSING');
  if (code === 'EISDIR') return new ReadError('READ_FOLDER');
  return new ReadError('READ_UNREADABLE', { reason: code });
}

function inThread(question: DocumentQuestion, signal: AbortSignal | undefined): Promise<DocumentAnswer> {
  const { limits } = question;
  const before = process.memoryUsage.rss();
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
    workerData: question,
    // Typed arrays are off-heap, beyond the heap limit of the thread: poll them from here.
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.memory / mega), stackSizeMb: 4 },
    // Discard what libraries print.
    stdout: true,
    stderr: true,
  });
  return new Promise<DocumentAnswer>((resolve, reject) => {
    const over = (code: ReadCode, most: number): void => end(() => reject(new ReadError(code, { most })));
    const deadline = setTimeout(() => over('READ_TIME', limits.seconds), (limits.seconds + grace) * 1000);
    const watcher = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memory) {
        over('READ_MEMORY', Math.round(limits.memory / mega));
      }
    }, watch);
    const cancelled = (): void => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', cancelled);
    let ended = false;
    function end(settle: () => void): void {
      if (ended) return;
      ended = true;
      clearTimeout(deadline);
      clearInterval(watcher);
      signal?.removeEventListener('abort', cancelled);
      worker.terminate().then(settle, settle);
    }
    worker.on('message', (answer: DocumentAnswer) => end(() => resolve(answer)));
    worker.on('error', (error: Error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        over('READ_MEMORY', Math.round(limits.memory / mega));
      } else end(() => reject(error));
    });
    worker.on('exit', () =>
      end(() => reject(new Error('the thread that read the document ended without an answer'))),
    );
  });
}
