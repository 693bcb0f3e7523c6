import {
  type ColumnCache,
  checkSetting,
  type TableAnswer,
  type TableAsks,
  type TableEffects,
  type TableQuestion,
  type TableReach,
  type TableRegion,
  type TableSetting,
  tableAnswerSteps,
  tableAsks,
  tableCauses,
  tableChoice,
  tableEffects,
  tableFutures,
  tableFuturesData,
  tableRelief,
  tableRequest,
  tableWhy,
  targetsOf,
} from '@schaalsprong/futures/table';
import { FuturesError } from '@schaalsprong/methods/problems';
import type { Information, InformationAsk, NoAnswer } from '@schaalsprong/methods/why';
import { compile, ModelError, type Program } from '@schaalsprong/model';
import type { Lane, Pool } from '@schaalsprong/model/browser';
import { meets } from '@schaalsprong/monitor/figure';
import type { Text } from '@schaalsprong/wire';
import type { FailBox, ReliefGain, Why, WhyFurther } from './contract.ts';
import type { FailQuestion } from './fails.ts';
import { tableTexts } from './problems.ts';
import { type AnswerOf, type AskOf, TableError, type TaskFollow, type TaskName } from './protocol.ts';
import { missedWords, noNumber, nothingDiffers, sayCauses, sayChoice, sayWhy } from './sentences.ts';

/** Time slice in milliseconds, after which the task yields to the event loop. */
const BREATH = 6;

/** What the engine runs in. */
export interface EngineSurroundings {
  openPool(program: Program): Pool;
  /** Yields to the event loop, so that pending messages are handled. */
  breathe(): Promise<void>;
  /** Runs scenario discovery in another worker, off this thread. */
  findBoxes(question: FailQuestion, signal: AbortSignal): Promise<FailBox>;
  /** Weighs a choice elsewhere, for the same reason. */
  weighChoice(ask: InformationAsk, signal: AbortSignal): Promise<Information | NoAnswer>;
}

/** A region that is open: its model, its futures, and what is asked of them. */
export interface OpenTable {
  readonly region: TableRegion;
  readonly program: Program;
  readonly pool: Pool;
  readonly columns: ColumnCache;
  /** Outcomes that are drawn large; undefined for those that the region begins with. */
  large: readonly string[] | undefined;
  /** By the year at which targets are read; '' for the horizon of each. */
  readonly asks: Map<string, TableAsks>;
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
        // Content that cannot be asked is refused here.
        const asks = new Map([['', tableAsks(region, program)]]);
        const pool = this.#around.openPool(program);
        this.#open = { region, program, asks, large: undefined, columns: new Map(), pool };
        return null;
      },
      large: async ({ outcomes }) => {
        const open = this.#opened();
        open.large = outcomes;
        open.asks.clear();
        return null;
      },
      answer: ({ question, lane }, follow) => this.#answer(question, lane, follow),
      fails: ({ target, question }, follow) => this.#fails(target, question, follow),
      why: ({ target, before, question }, follow) => this.#why(target, before, question, follow),
      further: ({ target, before, against, question }, follow) =>
        this.#further(target, before, against, question, follow),
      effects: ({ question }, follow) => this.#effects(question, follow),
      reach: (ask, follow) => this.#reach(ask, follow),
      relief: ({ question }, follow) => this.#relief(question, follow),
      futures: (ask, follow) => this.#futures(ask, follow),
    };

  async close(): Promise<void> {
    await this.#open?.pool.close();
  }

  #opened(): OpenTable {
    if (this.#open === null) throw new Error('a question before a region was opened');
    return this.#open;
  }

  /** What is asked at the year of a question; made once for each. */
  #asksOf({ year }: TableQuestion): TableAsks {
    const { asks, large, program, region } = this.#opened();
    const known = asks.get(year ?? '');
    if (known !== undefined) return known;
    const made = tableAsks(region, program, large, year);
    asks.set(year ?? '', made);
    return made;
  }

  async #answer(question: TableQuestion, lane: Lane, { signal }: TaskFollow): Promise<TableAnswer> {
    const { columns, pool, region } = this.#opened();
    checkSetting(region, question);
    const asks = this.#asksOf(question);
    await this.#draw(question, signal);
    const summary = await pool.run(tableRequest(asks, question, columns), { signal, lane });
    const steps = tableAnswerSteps(asks, summary, question.seed);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.#turn(signal);
    }
  }

  async #fails(id: string, question: TableQuestion, follow: TaskFollow): Promise<FailBox> {
    const { columns, region } = this.#opened();
    checkSetting(region, question);
    const asks = this.#asksOf(question);
    const target = asks.modelled.find((each) => each.target.id === id)?.target;
    if (target === undefined) throw new TableError([tableTexts.notModelled]);
    const { value: goal, direction, title } = target;
    const whole = { target: id, misses: 0, of: question.futures };
    if (goal === null) return { ...whole, boxes: [], none: noNumber(title) };
    await this.#draw(question, follow.signal);
    const request = tableRequest(asks, question, columns);
    const found = await targetsOf(asks, request, { runner: this.#behind(), signal: follow.signal });
    const values = found.find((each) => each.id === id)?.values ?? new Float64Array();
    const drawn = tableFutures(region, question.setting, question.futures, question.seed, columns);
    return this.#around.findBoxes(
      {
        target: id,
        missed: Uint8Array.from(values, (value) => (meets(value, goal, direction) ? 0 : 1)),
        columns: region.uncertainties.map((one) => ({
          id: one.id,
          values: drawn.byId[one.id] ?? new Float64Array(),
        })),
        words: {
          happens: missedWords(title, question.year ?? null),
          inputs: Object.fromEntries(region.uncertainties.map((one) => [one.id, one])),
          units: region.units,
        },
      },
      follow.signal,
    );
  }

  async #why(
    target: string,
    before: TableSetting,
    question: TableQuestion,
    { signal, onProgress }: TaskFollow,
  ): Promise<Why> {
    const { columns, program, region } = this.#opened();
    checkSetting(region, question);
    const asks = this.#asksOf(question);
    checkSetting(region, { ...question, setting: before });
    await this.#draw(question, signal);
    await this.#draw({ ...question, setting: before }, signal);
    const run = { program, runner: this.#behind(), columns, signal, onProgress };
    const why = await tableWhy(asks, target, before, question, run);
    if (why === null) throw new TableError([nothingDiffers]);
    return { ...why, sentence: sayWhy(region, why, question.year ?? null) };
  }

  async #further(
    target: string,
    before: TableSetting,
    against: Text,
    question: TableQuestion,
    { signal }: TaskFollow,
  ): Promise<WhyFurther> {
    const { columns, program, region } = this.#opened();
    checkSetting(region, question);
    const asks = this.#asksOf(question);
    checkSetting(region, { ...question, setting: before });
    await this.#draw(question, signal);
    const run = { program, runner: this.#behind(), columns, signal };
    const causes = await tableCauses(asks, target, before, question, run);
    const choice = await tableChoice(asks, target, before, question, run);
    const information = await this.#around.weighChoice(choice, signal);
    return {
      target,
      causes: sayCauses(region, target, causes),
      choice: sayChoice(region, target, against, information),
    };
  }

  async #effects(question: TableQuestion, { signal, onProgress }: TaskFollow): Promise<TableEffects> {
    const { columns, program, region } = this.#opened();
    checkSetting(region, question);
    await this.#draw(question, signal);
    return tableEffects({ region }, question, {
      program,
      runner: this.#behind(),
      columns,
      signal,
      onProgress,
    });
  }

  async #reach(
    { target, question, fresh }: AskOf<'reach'>,
    { signal, onProgress }: TaskFollow,
  ): Promise<TableReach> {
    const { columns, program, region } = this.#opened();
    checkSetting(region, question);
    await this.#draw(question, signal);
    const run = { program, runner: this.#behind(), columns, signal, onProgress };
    // Few ask for a search: its code comes when it is asked for.
    const { tableReach } = await import('@schaalsprong/futures/reach');
    signal.throwIfAborted();
    return tableReach(this.#asksOf(question), target, question, fresh, run);
  }

  async #relief(question: TableQuestion, { signal, onProgress }: TaskFollow): Promise<readonly ReliefGain[]> {
    const { columns, program, region } = this.#opened();
    checkSetting(region, question);
    const asks = this.#asksOf(question);
    await this.#draw(question, signal);
    const run = { program, runner: this.#behind(), columns, signal, onProgress };
    return (await tableRelief(asks, question, run)).map(({ constraint, relief, gains }) => ({
      constraint,
      title: region.table.relief[relief]?.title ?? { nl: constraint, en: constraint },
      gains,
    }));
  }

  async #futures(
    { question, times, form, about }: AskOf<'futures'>,
    { signal, onProgress }: TaskFollow,
  ): Promise<AnswerOf<'futures'>> {
    const { columns, region } = this.#opened();
    checkSetting(region, question);
    const asks = this.#asksOf(question);
    await this.#draw(question, signal);
    const made = await tableFuturesData(asks, question, times, {
      runner: this.#behind(),
      columns,
      signal,
      onProgress,
    });
    // Writing Parquet is large, and few ask for it.
    const { futuresFile, futuresTable } = await import('@schaalsprong/methods/cases-files');
    signal.throwIfAborted();
    const table = futuresTable({ ...made, about: { ...about, ...made.about } });
    return { parts: await futuresFile(table, form) };
  }

  /** The pool at background priority: visible work preempts it. */
  #behind(): Pick<Pool, 'run'> {
    const { pool } = this.#opened();
    return { run: (request, options) => pool.run(request, { ...options, lane: 'behind' }) };
  }

  /** Fills the cache of draws, one uncertainty per slice, since ten thousand draws take a while. */
  async #draw({ setting, futures, seed }: TableQuestion, signal: AbortSignal): Promise<void> {
    const { region, columns } = this.#opened();
    for (const uncertainty of region.uncertainties) {
      tableFutures({ ...region, uncertainties: [uncertainty] }, setting, futures, seed, columns);
      await this.#turn(signal);
    }
  }

  /** Yields between time slices, and throws when aborted. */
  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (performance.now() - this.#breathed < BREATH) return;
    await this.#around.breathe();
    this.#breathed = performance.now();
    signal.throwIfAborted();
  }
}

/** The part of an error that is shown to a person. */
export function problemsOf(error: unknown): readonly Text[] {
  if (error instanceof TableError) return error.problems;
  if (error instanceof FuturesError || error instanceof ModelError) {
    return error.problems.map(({ message, hint }) => ({
      nl: `${message.nl}. ${hint?.nl ?? ''}`.trim(),
      en: `${message.en}. ${hint?.en ?? ''}`.trim(),
    }));
  }
  return [];
}
