import type { ModelProblem } from '@schaalsprong/model';
import type { CausalLoops } from '@schaalsprong/model/graph';
import type { Answer, Links, OpenedModel, Question } from './reading.ts';

/** A model text could not be read; each problem says where and what to do, in both languages. */
export class UnreadableModel extends Error {
  readonly problems: readonly ModelProblem[];
  constructor(problems: readonly ModelProblem[]) {
    super('the model cannot be read');
    this.problems = problems;
  }
}

/** A worker that parses and holds one model, since parsing would block the page for up to a second. */
export interface Reader {
  /** @throws UnreadableModel */
  open(text: string, file: string, units: 'fail' | 'warn'): Promise<OpenedModel>;
  links(): Promise<Links>;
  loops(variable: string): Promise<CausalLoops>;
  close(): void;
}

/** Starts the worker. An error in it rejects pending requests. */
export function startReader(): Reader {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', (event: MessageEvent<{ id: number; answer: Answer }>) => {
    waiting.get(event.data.id)?.done(event.data.answer);
    waiting.delete(event.data.id);
  });
  worker.addEventListener('error', (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  });
  const ask = (question: Question): Promise<Answer> =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      worker.postMessage({ id: last, question });
    });
  return {
    async open(text, file, units) {
      const answer = await ask({ kind: 'open', text, file, units });
      if (answer.kind === 'problems') throw new UnreadableModel(answer.problems);
      if (answer.kind !== 'reading') throw new Error('another answer than was asked');
      return answer.reading;
    },
    async links() {
      const answer = await ask({ kind: 'links' });
      if (answer.kind !== 'links') throw new Error('another answer than was asked');
      return answer.links;
    },
    async loops(variable) {
      const answer = await ask({ kind: 'loops', variable });
      if (answer.kind !== 'loops') throw new Error('another answer than was asked');
      return answer.loops;
    },
    close() {
      worker.terminate();
      for (const { fail } of waiting.values()) fail(new Error('the reader was closed'));
      waiting.clear();
    },
  };
}
