import { type Model, modelFromProgram, type RunRequest } from '../model.ts';
import { ModelError } from '../problems.ts';
import { memoryOf } from '../summary/piece.ts';
import { answerOf, Summariser } from '../summary/summarise.ts';
import type { FromWorker, Question, ToWorker } from './protocol.ts';

/** A worker's end of the wire. */
export interface WorkerPort {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  /** Lets messages that have come in be handled. */
  breathe(): Promise<void>;
}

type ChunkMessage = Extract<ToWorker, { type: 'chunk' }>;

interface Held {
  readonly question: Question;
  readonly stages: Map<number, Summariser>;
  time: Float64Array | null;
}

/** Milliseconds of work after which messages are looked at. */
const BREATH = 5;

/**
 * The work of a worker, whatever it runs in.
 * @param own a model that is there already, and used by others between chunks
 * @returns what to do with a message
 */
export function serve(port: WorkerPort, own?: Model): (message: ToWorker) => void {
  let model = own;
  const requests = new Map<number, Held>();
  const waiting: ChunkMessage[] = [];
  let running = false;
  let breathed = 0;

  async function work(): Promise<void> {
    if (running) return;
    running = true;
    for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
      // Posting may fail too, on what cannot be copied: then the worker has a fault of its own and stops.
      port.post(await answerTo(chunk), []);
      if (performance.now() - breathed > BREATH) await breathe();
    }
    running = false;
  }

  async function breathe(): Promise<void> {
    await port.breathe();
    breathed = performance.now();
  }

  async function answerTo(chunk: ChunkMessage): Promise<FromWorker> {
    const { id, stage, from, count } = chunk;
    const held = requests.get(id);
    if (held === undefined) return { type: 'dropped', id };
    try {
      const summariser = held.stages.get(stage) ?? new Summariser(held.question.asks, held.question.groups);
      held.stages.set(stage, summariser);
      summariser.open(from, count);
      const asked = runRequest(held.question, chunk, summariser.outcomes);
      let seen = 0;
      for (const block of modelOf().blocks(asked)) {
        held.time ??= block.time.slice();
        summariser.add(block, from + seen);
        seen += block.count;
        // A model that others use too is never left half-way: its kernels hold one run at a time.
        if (own === undefined && performance.now() - breathed > BREATH) {
          await breathe();
          if (requests.get(id) !== held) return { type: 'dropped', id };
        }
      }
      return { type: 'done', id, stage, count };
    } catch (error) {
      return {
        type: 'failed',
        id,
        from,
        message: error instanceof Error ? error.message : String(error),
        problems: error instanceof ModelError ? error.problems : null,
      };
    }
  }

  function modelOf(): Model {
    if (model === undefined) throw new Error('a worker that was given no program');
    return model;
  }

  return (message) => {
    switch (message.type) {
      case 'program':
        model = modelFromProgram(message.program);
        return;
      case 'request':
        requests.set(message.id, { question: message.question, stages: new Map(), time: null });
        return;
      case 'chunk':
        waiting.push(message);
        void work();
        return;
      case 'collect': {
        const { id, stage } = message;
        const held = requests.get(id);
        const pieces = held?.stages.get(stage)?.take() ?? [];
        held?.stages.delete(stage);
        const transfer = memoryOf(pieces.flat());
        port.post({ type: 'collected', id, stage, time: held?.time ?? null, pieces }, transfer);
        return;
      }
      case 'answer': {
        const { id, stage, times, count, parts } = message;
        const asks = requests.get(id)?.question.asks;
        if (asks === undefined) return;
        const answers = parts.flatMap(({ ask: i, pieces }) => {
          const ask = asks[i];
          return ask === undefined ? [] : [{ ask: i, answer: answerOf(ask, pieces, times, count) }];
        });
        port.post({ type: 'answered', id, stage, answers }, []);
        return;
      }
      case 'drop':
        requests.delete(message.id);
    }
  };
}

function runRequest(
  { asks: _, groups: __, names, first, ...rest }: Question,
  { from, count, values }: ChunkMessage,
  outcomes: readonly string[],
): RunRequest {
  const columns = names.map((name, i) => [name, values.subarray(i * count, (i + 1) * count)] as const);
  return { ...rest, outcomes, futures: { count, first: first + from, values: Object.fromEntries(columns) } };
}
