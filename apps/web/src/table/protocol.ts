import type {
  TableAnswer,
  TableEffects,
  TableQuestion,
  TableReach,
  TableRegion,
  TableSetting,
} from '@schaalsprong/futures/table';
import type { FuturesForm } from '@schaalsprong/methods/cases-files';
import type { Lane } from '@schaalsprong/model/browser';
import type { CsvAbout } from '@schaalsprong/tables/csv';
import type { Text } from '@schaalsprong/wire';
import type { FailBox, ReliefGain, Why, WhyFurther } from './contract.ts';

/** What the engine of the table can be asked, and what each answers. */
export interface EngineTasks {
  open: { readonly ask: { readonly region: TableRegion; readonly modelText: string }; readonly answer: null };
  /** Which outcomes are drawn large from now on. */
  large: { readonly ask: { readonly outcomes: readonly string[] }; readonly answer: null };
  answer: {
    readonly ask: { readonly question: TableQuestion; readonly lane: Lane };
    readonly answer: TableAnswer;
  };
  fails: {
    readonly ask: { readonly target: string; readonly question: TableQuestion };
    readonly answer: FailBox;
  };
  why: {
    readonly ask: {
      readonly target: string;
      readonly before: TableSetting;
      readonly question: TableQuestion;
    };
    readonly answer: Why;
  };
  further: {
    readonly ask: {
      readonly target: string;
      readonly before: TableSetting;
      /** What the setting of before is called. */
      readonly against: Text;
      readonly question: TableQuestion;
    };
    readonly answer: WhyFurther;
  };
  /** The futures of a setting as a file, with every outcome at some times. */
  futures: {
    readonly ask: {
      readonly question: TableQuestion;
      readonly times: readonly number[];
      readonly form: FuturesForm;
      readonly about: CsvAbout;
    };
    readonly answer: { readonly parts: readonly Uint8Array<ArrayBuffer>[] };
  };
  /** What every lever does alone to every target, in every year of the region. */
  effects: { readonly ask: { readonly question: TableQuestion }; readonly answer: TableEffects };
  /** Which levers would reach a target, counted over fresh futures. */
  reach: {
    readonly ask: { readonly target: string; readonly question: TableQuestion; readonly fresh: number };
    readonly answer: TableReach;
  };
  relief: { readonly ask: { readonly question: TableQuestion }; readonly answer: readonly ReliefGain[] };
}

export type TaskName = keyof EngineTasks;
export type AskOf<T extends TaskName> = EngineTasks[T]['ask'];
export type AnswerOf<T extends TaskName> = EngineTasks[T]['answer'];

/** How far a task is, and how to stop it. */
export interface TaskFollow {
  readonly signal: AbortSignal;
  readonly onProgress: (part: number) => void;
}

/** From the page to the engine. */
export type ToEngine =
  | { readonly [T in TaskName]: { readonly id: number; readonly task: T; readonly ask: AskOf<T> } }[TaskName]
  | { readonly id: number; readonly task: 'cancel' };

/** From the engine to the page. */
export type FromEngine =
  | { readonly id: number; readonly kind: 'progress'; readonly part: number }
  | { readonly id: number; readonly kind: 'done'; readonly answer: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly problems: readonly Text[] };

/** Something that a person can be told about; an error loses its class on the way between workers. */
export class TableError extends Error {
  readonly problems: readonly Text[];
  constructor(problems: readonly Text[]) {
    super(problems.map(({ en }) => en).join('\n'));
    this.name = 'TableError';
    this.problems = problems;
  }
}
