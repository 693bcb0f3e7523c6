import { ModelError } from '../problems/problems.ts';
import { type Model, modelFromProgram, type RunRequest } from '../run/model.ts';
import type { Answer } from '../summary/asks.ts';
import { memoryOf } from '../summary/piece.ts';
import { answerOf, Summariser } from '../summary/summarise.ts';
import type { FromWorker, Lane, Question, ToWorker } from './protocol.ts';

/** The worker's end of the channel. */
export interface WorkerPort {
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  /** Yields to the event loop, so that incoming messages are handled. */
  yieldToMessages(): Promise<void>;
}

type ChunkMessage = Extract<ToWorker, { type: 'chunk' }>;
type AnswerMessage = Extract<ToWorker, { type: 'answer' }>;

interface Held {
  readonly question: Question;
  readonly stages: Map<number, Summariser>;
  time: Float64Array | null;
}

type Task = () => Promise<void>;

/** Milliseconds of work after which the worker yields to the event loop. */
const YIELD_AFTER = 5;

/** Priority queue of tasks of a worker, run one at a time; live ones first. */
class TaskQueue {
  readonly #port: WorkerPort;
  readonly #waiting: Readonly<Record<Lane, Task[]>> = { live: [], behind: [] };
  #running = false;
  #breathed = 0;

  constructor(port: WorkerPort) {
    this.#port = port;
  }

  add(lane: Lane, ...tasks: readonly Task[]): void {
    this.#waiting[lane].push(...tasks);
    void this.#work();
  }

  /** Yields to the event loop if the time slice is used up. @returns whether it did */
  async yieldIfDue(): Promise<boolean> {
    if (performance.now() - this.#breathed <= YIELD_AFTER) return false;
    await this.#port.yieldToMessages();
    this.#breathed = performance.now();
    return true;
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const next = (): Task | undefined => this.#waiting.live.shift() ?? this.#waiting.behind.shift();
    for (let task = next(); task !== undefined; task = next()) {
      // Posting may fail too, on what cannot be copied: then the worker has a fault of its own and stops.
      await task();
      await this.yieldIfDue();
    }
    this.#running = false;
  }
}

/**
 * Message handler of a worker, independent of the platform.
 * @param own a model that is there already, and used by others between chunks
 * @returns what to do with a message
 */
export function serve(port: WorkerPort, own?: Model): (message: ToWorker) => void {
  let model = own;
  const requests = new Map<number, Held>();
  const tasks = new TaskQueue(port);
  const laneOf = (id: number): Lane => requests.get(id)?.question.lane ?? 'live';

  async function answerTo(chunk: ChunkMessage): Promise<FromWorker> {
    const { id, stage, from, count } = chunk;
    const held = requests.get(id);
    if (held === undefined) return { type: 'dropped', id };
    try {
      if (model === undefined) throw new Error('a worker that was given no program');
      const summariser = held.stages.get(stage) ?? new Summariser(held.question.asks, held.question.groups);
      held.stages.set(stage, summariser);
      summariser.open(from, count);
      const asked = runRequest(held.question, chunk, summariser.outcomes);
      let seen = 0;
      for (const block of model.blocks(asked)) {
        held.time ??= block.time.slice();
        summariser.add(block, from + seen);
        seen += block.count;
        // A model that others use too is never left half-way: its kernels hold one run at a time.
        if (own === undefined && (await tasks.yieldIfDue()) && requests.get(id) !== held)
          return { type: 'dropped', id };
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

  return (message) => {
    switch (message.type) {
      case 'program':
        model = modelFromProgram(message.program);
        return;
      case 'request':
        requests.set(message.id, { question: message.question, stages: new Map(), time: null });
        return;
      case 'chunk':
        tasks.add(laneOf(message.id), async () => port.post(await answerTo(message), []));
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
        tasks.add(laneOf(message.id), ...answerTasks(port, requests, message));
        return;
      case 'drop':
        requests.delete(message.id);
    }
  };
}

/** Answers are made ask by ask: for many futures all of them take long, and the request may be aborted meanwhile. */
function answerTasks(
  port: WorkerPort,
  requests: ReadonlyMap<number, Held>,
  { id, stage, times, count, parts }: AnswerMessage,
): Task[] {
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
