import type { ReadFault, ReadFile, ReadMessage, ReadQuestion, ReadStep } from './messages.ts';

/** A document could not be read; `fault` says why and what to do, and is null where this browser could not even begin. */
export class UnreadableDocument extends Error {
  readonly fault: ReadFault | null;
  constructor(fault: ReadFault | null) {
    super(fault?.code ?? 'the worker did not start');
    this.fault = fault;
  }
}

/** How much longer than its own clock the worker may take, in milliseconds: it ends itself where it can. */
const grace = 1_500;

/**
 * * Reads a local file in a worker of its own, which always terminates: by its own limits, by the timeout here, or by the abort
 * signal. The file is never uploaded.
 *
 * @param question the file, and what the region calls things
 * @param signal cancels
 * @param step progress callback
 * @throws UnreadableDocument; the reason of `signal` where it was cancelled
 */
export function readFile(
  question: ReadQuestion,
  signal: AbortSignal,
  step: (at: ReadStep) => void,
): Promise<ReadFile> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' });
    let clock: ReturnType<typeof setTimeout> | undefined;
    let gone: ReadFault | null = null;
    const end = (settle: () => void): void => {
      worker.terminate();
      clearTimeout(clock);
      signal.removeEventListener('abort', cancel);
      settle();
    };
    const cancel = (): void => end(() => fail(signal.reason));
    signal.addEventListener('abort', cancel);
    worker.addEventListener('message', ({ data }: MessageEvent<ReadMessage>) => {
      if (data.kind === 'begun') {
        gone = data.gone;
        clock = setTimeout(
          () => end(() => fail(new UnreadableDocument(data.late))),
          data.seconds * 1000 + grace,
        );
      } else if (data.kind === 'step') step(data.step);
      else if (data.kind === 'fault') end(() => fail(new UnreadableDocument(data.fault)));
      else end(() => done(data.read));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(() => fail(new UnreadableDocument(gone)));
    });
    worker.postMessage(question);
  });
}
