import type { FuturesForm, ModelFutures } from '@schaalsprong/methods/cases-files';
import type { Program } from '@schaalsprong/model';
import type { Text } from '@schaalsprong/wire';

/** What the worker is asked: futures of a model as a file. */
export interface FileQuestion {
  readonly program: Program;
  readonly asked: ModelFutures;
  readonly form: FuturesForm;
}

/** What it answers. */
export type FileAnswer =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'done'; readonly parts: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly kind: 'failed'; readonly problems: readonly Text[] };

/** Why there is no file, for people; no problems where nobody expected it. */
export class FileFault extends Error {
  readonly problems: readonly Text[];
  constructor(problems: readonly Text[]) {
    super(problems.map(({ en }) => en).join('\n'));
    this.name = 'FileFault';
    this.problems = problems;
  }
}

/** Makes a file of futures in a worker of its own, whose workers and memory go with it. */
export function makeFuturesFile(
  question: FileQuestion,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (part: number) => void },
): Promise<Blob> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./futures-file.worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    signal.addEventListener(
      'abort',
      () => {
        end();
        reject(signal.reason);
      },
      { once: true },
    );
    worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => {
      if (data.kind === 'progress') {
        onProgress(data.part);
        return;
      }
      end();
      if (data.kind === 'failed') reject(new FileFault(data.problems));
      else {
        const type = question.form === 'csv' ? 'text/csv;charset=utf-8' : 'application/vnd.apache.parquet';
        resolve(new Blob([...data.parts], { type }));
      }
    };
    worker.onerror = () => {
      end();
      reject(new FileFault([]));
    };
    worker.postMessage(question);
  });
}
