import {
  type ColumnCache,
  checkSetting,
  FuturesError,
  type TableAnswer,
  type TableAsks,
  type TableQuestion,
  type TableRegion,
  tableAnswerSteps,
  tableAsks,
  tableFutures,
  tableRequest,
} from '@schaalsprong/futures/table';
import { compile, ModelError, type Program } from '@schaalsprong/model';
import type { Lane, Pool } from '@schaalsprong/model/browser';
import type { Text } from '../api.ts';
import type { AnswerOf, AskOf, TaskFollow, TaskName } from './protocol.ts';

/** Milliseconds of work after which others get their turn. */
const BREATH = 6;

/** What the engine runs in. */
export interface EngineSurroundings {
  openPool(program: Program): Pool;
  /** Lets messages that have come in be handled. */
  breathe(): Promise<void>;
}

/** A region that is open: its model, its futures, and what is asked of them. */
export interface OpenTable {
  readonly region: TableRegion;
  readonly program: Program;
  readonly pool: Pool;
  readonly columns: ColumnCache;
  asks: TableAsks;
}

/** The engine of the table: compiles the model, draws futures, asks the pool, and adds up. Runs in a worker of its own. */
export class Engine {
  readonly #around: EngineSurroundings;
  #open: OpenTable | null = null;
  #breathed = performance.now();

  constructor(around: EngineSurroundings) {
    this.#around = around;
  }

  /** Does one task. @throws FuturesError, ModelError; the signal's reason on abort */
  readonly tasks: { readonly [T in TaskName]: (ask: AskOf<T>, follow: TaskFollow) => Promise<AnswerOf<T>> } =
    {
      open: async ({ region, modelText }) => {
        const { program } = compile(modelText, { file: 'model.mdl' });
        const asks = tableAsks(region, program);
        this.#open = { region, program, asks, columns: new Map(), pool: this.#around.openPool(program) };
        return null;
      },
      large: async ({ outcomes }) => {
        const open = this.#opened();
        open.asks = tableAsks(open.region, open.program, outcomes);
        return null;
      },
      answer: ({ question, lane }, follow) => this.#answer(question, lane, follow),
      fails: () => Promise.reject(new Error('not yet')),
      why: () => Promise.reject(new Error('not yet')),
      relief: () => Promise.reject(new Error('not yet')),
    };

  async close(): Promise<void> {
    await this.#open?.pool.close();
  }

  #opened(): OpenTable {
    if (this.#open === null) throw new Error('a question before a region was opened');
    return this.#open;
  }

  async #answer(question: TableQuestion, lane: Lane, { signal }: TaskFollow): Promise<TableAnswer> {
    const { asks, columns, pool, region } = this.#opened();
    checkSetting(region, question);
    await this.#draw(question, signal);
    const summary = await pool.run(tableRequest(asks, question, columns), { signal, lane });
    const steps = tableAnswerSteps(asks, summary, question.seed);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.#turn(signal);
    }
  }

  /** Draws what a question needs and is not there yet, one uncertainty at a time: ten thousand draws take a while. */
  async #draw({ setting, futures, seed }: TableQuestion, signal: AbortSignal): Promise<void> {
    const { region, columns } = this.#opened();
    for (const uncertainty of region.uncertainties) {
      tableFutures({ ...region, uncertainties: [uncertainty] }, setting, futures, seed, columns);
      await this.#turn(signal);
    }
  }

  /** Now and then lets others go first, and stops where that was asked. */
  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (performance.now() - this.#breathed < BREATH) return;
    await this.#around.breathe();
    this.#breathed = performance.now();
    signal.throwIfAborted();
  }
}

/** What of an error a person is told. */
export function problemsOf(error: unknown): readonly Text[] {
  if (error instanceof FuturesError || error instanceof ModelError) {
    return error.problems.map(({ message, hint }) => ({
      nl: `${message.nl}. ${hint?.nl ?? ''}`.trim(),
      en: `${message.en}. ${hint?.en ?? ''}`.trim(),
    }));
  }
  return [];
}
