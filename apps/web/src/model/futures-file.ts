import type { FuturesForm, ModelFutures } from '@schaalsprong/methods/cases-files';
import type { Program } from '@schaalsprong/model';
import type { Text } from '@schaalsprong/wire';
import { csvType } from '../charts/take.ts';
import type { FailBox } from '../table/contract.ts';

/** What the worker is asked: futures of a model as a file, or the boxes of them in which an outcome lies on the wrong side of a line. */
export type FuturesQuestion = {
  readonly program: Program;
  readonly asked: ModelFutures;
} & (
  | { readonly kind: 'file'; readonly form: FuturesForm }
  | { readonly kind: 'fails'; readonly wrong: 'above' | 'below'; readonly line: number }
);

/** What it answers. */
export type FuturesAnswer =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'file'; readonly parts: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly kind: 'fails'; readonly found: FailBox }
  | { readonly kind: 'failed'; readonly problems: readonly Text[] };

/** Why there is no answer, for people; no problems where nobody expected it. */
export class FuturesFault extends Error {
  readonly problems: readonly Text[];
  constructor(problems: readonly Text[]) {
    super(problems.map(({ en }) => en).join('\n'));
    this.name = 'FuturesFault';
    this.problems = problems;
  }
}

interface Follow {
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
}

type Answered = Extract<FuturesAnswer, { kind: 'file' | 'fails' }>;

/** Asks a worker of its own, whose workers and memory go with it. */
function ask(question: FuturesQuestion, { signal, onProgress }: Follow): Promise<Answered> {
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
    worker.onmessage = ({ data }: MessageEvent<FuturesAnswer>) => {
      if (data.kind === 'progress') {
        onProgress(data.part);
        return;
      }
      end();
      if (data.kind === 'failed') reject(new FuturesFault(data.problems));
      else resolve(data);
    };
    worker.onerror = () => {
      end();
      reject(new FuturesFault([]));
    };
    worker.postMessage(question);
  });
}

/** The futures of a model as a file. */
export async function makeFuturesFile(
  question: Pick<FuturesQuestion, 'program' | 'asked'> & { readonly form: FuturesForm },
  follow: Follow,
): Promise<Blob> {
  const answer = await ask({ ...question, kind: 'file' }, follow);
  if (answer.kind !== 'file') throw new FuturesFault([]);
  const type = question.form === 'csv' ? csvType : 'application/vnd.apache.parquet';
  return new Blob([...answer.parts], { type });
}

/** In which boxes of the ranges the one outcome that is asked lies above or below a line, at the one time that is asked. */
export async function findFails(
  question: Pick<FuturesQuestion, 'program' | 'asked'> & {
    readonly wrong: 'above' | 'below';
    readonly line: number;
  },
  follow: Follow,
): Promise<FailBox> {
  const answer = await ask({ ...question, kind: 'fails' }, follow);
  if (answer.kind !== 'fails') throw new FuturesFault([]);
  return answer.found;
}
