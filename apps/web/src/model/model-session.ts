import { ModelError, type ModelProblem } from '@schaalsprong/model';
import {
  type BrowserPool,
  createBrowserPool,
  type QuantilesAsk,
  type Summary,
} from '@schaalsprong/model/browser';
import type { Answer, Fan } from './fans.ts';
import { type Reader, startReader, UnreadableModel } from './reader.ts';
import type { Links, OpenedModel } from './reading.ts';

/** A model that was read, and where to ask more about it. */
export interface Opened {
  readonly reading: OpenedModel;
  readonly reader: Reader;
  /** Who acts on whom: null until it is measured. */
  readonly links: Links | 'failed' | null;
}

/** How far a model is. */
export type SessionState =
  | { readonly phase: 'opening' }
  | { readonly phase: 'unreadable'; readonly problems: readonly ModelProblem[] }
  | { readonly phase: 'failed' }
  | { readonly phase: 'ready'; readonly opened: Opened };

/** What is asked of the futures, and what they say. */
export interface SessionRun {
  /** Constants that the reader moved, with their values. */
  readonly moved: Readonly<Record<string, number>>;
  readonly answer: Answer | null;
  readonly busy: boolean;
  readonly problems: readonly ModelProblem[];
  /** Unsupported: no workers or no WebAssembly in this browser. */
  readonly broken: boolean;
}

/** Values of constants that differ per future, by model variable. */
export interface Draws {
  readonly count: number;
  readonly values: Readonly<Record<string, Float64Array>>;
}

/** Where a model and its futures come from. */
export interface ModelSource {
  readonly file: string;
  readonly units: 'fail' | 'warn';
  readonly text: () => Promise<string>;
  /** Draws by model variable, given the constants that the reader moved; what is drawn goes before what was moved. */
  readonly futures: (moved: Readonly<Record<string, number>>) => Draws;
  /** Values of constants before the reader moves any. */
  readonly levers: Readonly<Record<string, number>>;
  /** Of what its pictures are, in words that need no language: for their foot. */
  readonly origin: () => readonly string[];
  /** Elements that are always asked. */
  readonly outcomes: readonly string[];
}

/** Name of the measurement in the browser's own timeline, from the move of a lever to the painted charts. */
export const moveMeasure = 'schaalsprong-move';
/** The part of it until the answer of all futures is in the page. */
export const answerMeasure = 'schaalsprong-answer';

const probabilities = [0.1, 0.5, 0.9];

/** Points of a small chart, at least. */
const fewPoints = 20;

/** How many steps from point to point of a small chart, so that it begins and ends with the large one. */
export function strideOf(steps: number): number {
  let stride = 1;
  for (let d = 2; d <= steps / fewPoints; d++) if (steps % d === 0) stride = d;
  return stride;
}

/** Store of one model: its workers, changed constants and latest answer; notifies its subscribers. */
export class ModelSession {
  readonly source: ModelSource;
  #state: SessionState = { phase: 'opening' };
  #run: SessionRun = { moved: {}, answer: null, busy: false, problems: [], broken: false };
  readonly #listeners = new Set<() => void>();
  #reader: Reader | null = null;
  #closed = false;
  #pool: BrowserPool | null = null;
  #wanted: readonly string[] = [];
  #asking: AbortController | null = null;
  #moves = 0;

  constructor(source: ModelSource) {
    this.source = source;
    void this.#open();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): SessionState => this.#state;
  readonly run = (): SessionRun => this.#run;

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  async #open(): Promise<void> {
    try {
      const { file, units, text } = this.source;
      const written = await text();
      if (this.#closed) return;
      const reader = startReader();
      this.#reader = reader;
      const reading = await reader.open(written, file, units);
      const opened = { reading, reader };
      this.#state = { phase: 'ready', opened: { ...opened, links: null } };
      this.#tell();
      void this.#ask();
      const links = await reader.links().catch(() => 'failed' as const);
      if (this.#closed) return;
      this.#state = { phase: 'ready', opened: { ...opened, links } };
      this.#tell();
    } catch (error) {
      this.#reader?.close();
      this.#state =
        error instanceof UnreadableModel
          ? { phase: 'unreadable', problems: error.problems }
          : { phase: 'failed' };
      this.#tell();
    }
  }

  /** Which elements a page shows, beside the outcomes that are always asked. */
  want(elements: readonly string[]): void {
    if (elements.every((element) => this.#wanted.includes(element))) return;
    this.#wanted = elements;
    void this.#ask();
  }

  /** Sets a constant, or resets it with null, and recomputes. */
  move(constant: string, value: number | null): void {
    const { [constant]: _, ...others } = this.#run.moved;
    this.#run = { ...this.#run, moved: value === null ? others : { ...others, [constant]: value } };
    void this.#ask(performance.now());
  }

  /** Resets every constant. */
  reset(): void {
    this.#run = { ...this.#run, moved: {} };
    void this.#ask(performance.now());
  }

  /** Recomputes, for a source whose draws have changed. */
  again(): void {
    void this.#ask(performance.now());
  }

  async #ask(movedAt?: number): Promise<void> {
    if (this.#state.phase !== 'ready') return;
    const { program } = this.#state.opened.reading;
    this.#asking?.abort();
    const outcomes = [...new Set([...this.source.outcomes, ...this.#wanted])];
    const asking = new AbortController();
    this.#asking = asking;
    this.#run = { ...this.#run, busy: outcomes.length > 0, problems: [] };
    this.#tell();
    if (outcomes.length === 0) return;
    const { moved } = this.#run;
    try {
      this.#pool ??= createBrowserPool(program, { workers: Math.min(4, navigator.hardwareConcurrency || 2) });
      const { start, stop, saveEvery } = program.time;
      const stride = strideOf(Math.floor((stop - start) / saveEvery + 1e-6));
      const { count, values } = this.source.futures(moved);
      const asks = outcomes.map((outcome): QuantilesAsk => {
        const every = this.#wanted.includes(outcome) ? 1 : stride;
        return { take: 'quantiles', outcome, probabilities, every };
      });
      const show = (summary: Summary<readonly QuantilesAsk[]>): void => {
        const fans = new Map<string, Fan>();
        const all = [...summary.time];
        summary.answers.forEach((answer, i) => {
          const every = asks[i]?.every ?? 1;
          const time = every === 1 ? all : all.filter((_, k) => k % every === 0);
          const row = (p: number): number[] => [
            ...answer.values.subarray(p * time.length, (p + 1) * time.length),
          ];
          fans.set(outcomes[i] ?? '', { time, p10: row(0), p50: row(1), p90: row(2) });
        });
        this.#run = {
          ...this.#run,
          answer: { fans, count: summary.count, of: count },
          busy: summary.count < count,
        };
        this.#tell();
      };
      const summary = await this.#pool.run(
        { futures: { count, values }, levers: { ...this.source.levers, ...moved }, asks },
        (part) => {
          if (this.#asking === asking) show(part);
        },
        asking.signal,
      );
      if (this.#asking !== asking) return;
      if (movedAt !== undefined) {
        performance.measure(answerMeasure, { start: movedAt, end: performance.now() });
      }
      show(summary);
      if (movedAt !== undefined) this.#measure(movedAt);
    } catch (error) {
      if (asking.signal.aborted) return;
      const problems = error instanceof ModelError ? error.problems : [];
      // Drop the stale answer.
      this.#run = { ...this.#run, answer: null, busy: false, problems, broken: problems.length === 0 };
      this.#tell();
    }
  }

  /** After the frame that shows the whole answer has been painted. */
  #measure(movedAt: number): void {
    this.#moves += 1;
    const detail = this.#moves;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        performance.measure(moveMeasure, { start: movedAt, end: performance.now(), detail });
      };
      painted.port2.postMessage(null);
    });
  }

  /** Terminates the workers, also while they parse. */
  close(): void {
    this.#closed = true;
    this.#asking?.abort();
    this.#reader?.close();
    void this.#pool?.close();
  }
}
