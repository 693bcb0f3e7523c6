import type { Region } from '@schaalsprong/agenda';
import {
  answerHash,
  type ColumnCache,
  checkSetting,
  type TableAnswer,
  type TableAsks,
  type TableQuestion,
  tableAnswer,
  tableAsks,
  tableRequest,
} from '@schaalsprong/futures/table';
import type { Model, Pool } from '@schaalsprong/model';
import { createPool } from '@schaalsprong/model/node';
import type { TableBody, TableResponse } from '@schaalsprong/wire';
import { stopping } from '../stopping.ts';

/** Maximum number of futures per request; the web app asks the browser for as many. */
export const mostFutures = 10_000;
/** Queue length behind the running request. */
const mostWaiting = 4;

/** The queue is full. */
export class TableBusy extends Error {}

/** Region, model and number of threads. */
export interface TableSettings {
  readonly region: Region;
  readonly model: Model;
  readonly threads: number;
}

/** Answers questions of the policy table sequentially, on a lazily started worker pool. */
export class TableSession {
  readonly #settings: TableSettings;
  readonly #columns: ColumnCache = new Map();
  readonly #stop = new AbortController();
  /** By the year at which targets are read; null for the horizon of each. */
  readonly #asks = new Map<string | null, TableAsks>();
  #pool: Pool | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(settings: TableSettings) {
    this.#settings = settings;
  }

  /**
   * Computes a setting, bit for bit as the web app does in the browser.
   *
   * @param values whether to include the value of every target in every future
   * @throws FuturesError with every fault of the question; TableBusy where too many wait; the signal's reason on abort
   */
  async answer(body: TableBody, values: boolean, signal: AbortSignal): Promise<TableResponse> {
    const { region } = this.#settings;
    const { futures = region.assessment.futures, seed = region.assessment.seed, setting } = body;
    const question = { setting, futures, seed, year: body.year ?? null };
    checkSetting(region, question, mostFutures);
    if (this.#waiting > mostWaiting) throw new TableBusy('too many questions wait');
    this.#waiting += 1;
    const turn = this.#last.then(() => this.#run(question, AbortSignal.any([signal, this.#stop.signal])));
    this.#last = turn.catch(() => undefined);
    try {
      const answer = await turn;
      return { region: region.id, hashes: region.hashes, question, ...(await withHash(answer, values)) };
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Aborts the running request and closes the pool. */
  async close(): Promise<void> {
    this.#stop.abort(stopping);
    await this.#last;
    await this.#pool?.close();
  }

  async #run(question: TableQuestion, signal: AbortSignal): Promise<TableAnswer> {
    signal.throwIfAborted();
    const { region, model, threads } = this.#settings;
    const { year = null } = question;
    const asks = this.#asks.get(year) ?? tableAsks(region, model.program, undefined, year);
    this.#asks.set(year, asks);
    this.#pool ??= createPool({ program: model.program, threads });
    const request = tableRequest(asks, question, this.#columns);
    return tableAnswer(asks, await this.#pool.run(request, { signal }), question.seed);
  }
}

async function withHash(
  answer: TableAnswer,
  values: boolean,
): Promise<Pick<TableResponse, 'hash' | 'answer'>> {
  const targets = answer.targets.map(({ values: each, ...target }) =>
    values ? { ...target, values: Array.from(each) } : target,
  );
  return { hash: await answerHash(answer), answer: { ...answer, targets } };
}
