import { futuresFile, futuresTable, modelFutures } from '@schaalsprong/methods/cases-files';
import { FuturesError } from '@schaalsprong/methods/problems';
import { ModelError } from '@schaalsprong/model';
import { openBrowserPool } from '@schaalsprong/model/browser';
import type { FileAnswer, FileQuestion } from './futures-file.ts';

// Runs the futures and writes the file away from the page: a CSV of ten thousand futures takes seconds.

const post = (answer: FileAnswer, transfer: ArrayBuffer[] = []): void =>
  globalThis.postMessage(answer, { transfer });

async function make({ program, asked, form }: FileQuestion): Promise<void> {
  const pool = openBrowserPool(program);
  try {
    const made = await modelFutures(asked, pool, { onProgress: (part) => post({ kind: 'progress', part }) });
    const parts = await futuresFile(futuresTable(made), form);
    post(
      { kind: 'done', parts },
      parts.map(({ buffer }) => buffer),
    );
  } catch (error) {
    const problems =
      error instanceof FuturesError || error instanceof ModelError
        ? error.problems.map(({ message, hint }) => ({
            nl: `${message.nl}. ${hint?.nl ?? ''}`.trim(),
            en: `${message.en}. ${hint?.en ?? ''}`.trim(),
          }))
        : [];
    post({ kind: 'failed', problems });
  } finally {
    await pool.close();
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<FileQuestion>) => void make(data));
