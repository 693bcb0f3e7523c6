import type { TableAnswer } from '@schaalsprong/futures/table';
import { Engine, type EngineSurroundings, problemsOf } from './engine.ts';
import type { AnswerOf, AskOf, FromEngine, TaskFollow, TaskName, ToEngine } from './protocol.ts';

/**
 * The engine at the end of a wire.
 *
 * @param post sends a message to the page
 * @returns what to do with a message of the page
 */
export function serveEngine(
  around: EngineSurroundings,
  post: (message: FromEngine, transfer: ArrayBuffer[]) => void,
): (message: ToEngine) => void {
  const engine = new Engine(around);
  const running = new Map<number, AbortController>();

  async function run<T extends TaskName>(id: number, task: T, ask: AskOf<T>): Promise<void> {
    const stop = new AbortController();
    running.set(id, stop);
    const follow: TaskFollow = {
      signal: stop.signal,
      onProgress: (part) => {
        if (!stop.signal.aborted) post({ id, kind: 'progress', part }, []);
      },
    };
    try {
      const answer = await engine.tasks[task](ask, follow);
      post({ id, kind: 'done', answer }, memoryOf(answer));
    } catch (error) {
      // Aborted: no response is expected.
      if (!stop.signal.aborted) post({ id, kind: 'failed', problems: problemsOf(error) }, []);
    } finally {
      running.delete(id);
    }
  }

  return (message) => {
    if (message.task === 'cancel') {
      running.get(message.id)?.abort();
      return;
    }
    void run(message.id, message.task, message.ask as never);
  };
}

/** Transferables: the buffers of an answer, moved instead of copied. */
function memoryOf(answer: unknown): ArrayBuffer[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('parts' in answer) {
    return (answer as AnswerOf<'futures'>).parts.map(({ buffer }) => buffer);
  }
  if (!('targets' in answer)) return [];
  const { targets } = answer as Pick<TableAnswer, 'targets'>;
  return targets.flatMap(({ values }) => (values.buffer instanceof ArrayBuffer ? [values.buffer] : []));
}
