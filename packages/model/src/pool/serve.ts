import { ModelError } from '../problems/problems.ts';
import { type Model, modelFromProgram, type RunRequest } from '../run/model.ts';
import type { Answer } from '../summary/asks.ts';
import { memoryOf } from '../summary/piece.ts';
import { answerOf, Summariser } from '../summary/summarise.ts';
import type { FromWorker, Lane, Question, ToWorker } from './protocol.ts';

/** A worker's end of the wire. */
export interface WorkerPort {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  /** Lets messages that have come in be handled. */
  breathe(): Promise<void>;
}

type ChunkMessage = Extract<ToWorker, { type: 'chunk' }>;
type AnswerMessage = Extract<ToWorker, { type: 'answer' }>;

interface Held {
  readonly question: Question;
  readonly stages: Map<number, Summariser>;
  time: Float64Array | null;
}

type Task = () => Promise<void>;

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
  const waiting: Readonly<Record<Lane, Task[]>> = { live: [], behind: [] };
  let running = false;
  let breathed = 0;

  async function work(): Promise<void> {
    if (running) return;
    running = true;
    const next = (): Task | undefined => waiting.live.shift() ?? waiting.behind.shift();
    for (let task = next(); task !== undefined; task = next()) {
      // Posting may fail too, on what cannot be copied: then the worker has a fault of its own and stops.
      await task();
      if (performance.now() - breathed > BREATH) await breathe();
    }
    running = false;
  }

  function queue(id: number, ...tasks: readonly Task[]): void {
    waiting[requests.get(id)?.question.lane ?? 'live'].push(...tasks);
    void work();
  }

  /** An answer is made ask by ask: of many futures all of them take long, and somebody may want something else meanwhile. */
  function answerTasks({ id, stage, times, count, parts }: AnswerMessage): Task[] {
    const answers: { ask: number; answer: Answer }[] = [];
    return parts.map(({ ask: i, pieces }) => async () => {
      const ask = requests.get(id)?.question.asks[i];
      if (ask === undefined) return;
      answers.push({ ask: i, answer: answerOf(ask, pieces, times, count) });
      if (answers.length === parts.length) {
        port.post({ type: 'answered', id, stage, answers }, ownMemory(answers));
      }
    });
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
        queue(message.id, async () => port.post(await answerTo(message), []));
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
      case 'answer':
        queue(message.id, ...answerTasks(message));
        return;
      case 'drop':
        requests.delete(message.id);
    }
  };
}

/** The memory of answers that nothing else holds. */
function ownMemory(answers: readonly { readonly answer: Answer }[]): ArrayBuffer[] {
  return answers.flatMap(({ answer }) =>
    (answer.take === 'quantiles' || answer.take === 'each') && answer.values.buffer instanceof ArrayBuffer
      ? [answer.values.buffer]
      : [],
  );
}

function runRequest(
  { asks: _, groups: __, lane: ___, names, first, ...rest }: Question,
  { from, count, values }: ChunkMessage,
  outcomes: readonly string[],
): RunRequest {
  const columns = names.map((name, i) => [name, values.subarray(i * count, (i + 1) * count)] as const);
  return { ...rest, outcomes, futures: { count, first: first + from, values: Object.fromEntries(columns) } };
}
