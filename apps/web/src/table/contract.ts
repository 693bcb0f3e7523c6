import type { DependsOn } from '@schaalsprong/futures/depends';
import type { TableAnswer, TableEffects, TableReach, TableSetting } from '@schaalsprong/futures/table';
import type { FuturesForm } from '@schaalsprong/methods/cases-files';
import type { CsvAbout } from '@schaalsprong/tables/csv';
import type { Text } from '@schaalsprong/wire';

/** One move at the table, recorded so that it can be listed, undone and played again. */
export interface Move {
  /** Rises by one; the first setting is move 0. */
  readonly number: number;
  /** What was done: a lever, when a measure works, an assumption, a viewpoint, a reset, a scenario that was loaded. */
  readonly kind: 'start' | 'lever' | 'timing' | 'assumption' | 'viewpoint' | 'reset' | 'load' | 'replay';
  /** Ids of the measures or uncertainties that changed. */
  readonly changed: readonly string[];
  readonly setting: TableSetting;
  /** Given by a person: a bookmark. */
  readonly name: string | null;
}

/** A scenario that was kept, to compare with. */
export interface KeptScenario {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly setting: TableSetting;
  /** Over the same futures as the answer beside it; null while it is computed. */
  readonly answer: TableAnswer | null;
}

/** A part of a region whose hash a link holds. */
export interface MadeWith {
  readonly part: 'agenda' | 'levers' | 'data' | 'model';
  /** The first characters of the hash. */
  readonly hash: string;
}

/** What a shared link holds, fitted to the region as it is here. */
export interface Frozen {
  readonly name: string;
  readonly description: string;
  readonly setting: TableSetting;
  readonly futures: number;
  readonly seed: number;
  /** The period at which its targets were read; null for the horizon of each. */
  readonly year: string | null;
  readonly madeWith: readonly MadeWith[];
  /** Parts of the region that the answers of the table depend on and that differ here; empty where nothing has moved on. */
  readonly movedOn: readonly DependsOn<'table'>[];
  /** What it said when it was made: per target met, of, p10, p50, p90. */
  readonly then: Readonly<
    Record<
      string,
      { readonly met: number | null; readonly p10: number; readonly p50: number; readonly p90: number }
    >
  >;
  /** Measures or uncertainties that it names and this region does not have: left out, and reported. */
  readonly unknown: readonly string[];
  /** What the same setting says now, over as many futures of the same seed; null while it is computed. */
  readonly now?: TableAnswer | null;
}

/** What the table shows now. A new object after every change. */
export interface TableState {
  readonly phase: 'opening' | 'ready' | 'failed';
  /** Why it cannot go on, or what was wrong with a link, a file, a move: what was there stays. */
  readonly problems: readonly Text[];
  readonly setting: TableSetting;
  /** Where the region begins: what `reset` goes back to, and what a lever is moved from. */
  readonly base: TableSetting;
  /** The newest answer; of the setting before while `busy` and `stale`. */
  readonly answer: TableAnswer | null;
  readonly stale: boolean;
  readonly busy: boolean;
  /** The period at which the targets of `answer` and `compared` are read; null for the horizon of each. */
  readonly year: string | null;
  /** The period that was asked last: that of `year` once its answer is there. */
  readonly yearAsked: string | null;
  /** What every lever does alone where the others stand as the region begins; null until it was computed, once, behind everything else. */
  readonly effects: TableEffects | null;
  /** All futures that will be asked once the hand rests. */
  readonly of: number;
  /** Every move from the first on; `at` is where we stand, later ones can be redone. */
  readonly moves: readonly Move[];
  readonly at: number;
  readonly kept: readonly KeptScenario[];
  /** The kept scenario that differences are shown against; null for none. */
  readonly against: string | null;
  /**
   * What differences are shown against: the kept scenario of `against`, else `base`. Over the same futures as `answer`
   * (equal `count`, same order); null while it is computed.
   */
  readonly compared: { readonly setting: TableSetting; readonly answer: TableAnswer } | null;
  /** The shared setting that a link opened; null once it was left or closed. */
  readonly frozen: Frozen | null;
  /** Whether `setting` is that of `frozen`, and the reader's own table waits unchanged. False once it was taken over. */
  readonly looking: boolean;
  /** Whether there is something to redo from where we stand: after going back to an older move there need not be. */
  readonly canRedo?: boolean;
}

/** One limit of a box: the part of the range of an uncertainty that it takes. */
export interface BoxLimit {
  readonly uncertainty: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Whole range over the futures. */
  readonly from: number;
  readonly to: number;
  readonly quasiP: number;
}

/** A box of uncertainties: the sentence, its limits, and how sure. */
export interface BoxStep {
  readonly sentence: Text;
  readonly limits: readonly BoxLimit[];
  readonly coverage: number;
  readonly density: number;
  readonly inside: number;
  readonly missesInside: number;
}

/** The way of PRIM to one box, of which any step can be taken, and futures to draw it over. */
export interface BoxWay {
  /** From all futures to few; each a box. */
  readonly steps: readonly BoxStep[];
  /** Place of the step that the method takes. */
  readonly taken: number;
  /** Some of the futures that earlier boxes left, the first ones: by uncertainty its values, and 1 where the target is missed. */
  readonly points: {
    readonly missed: Uint8Array;
    readonly values: Readonly<Record<string, Float64Array>>;
    /** Futures of which these are the first. */
    readonly of: number;
  };
}

/** Where something fails: boxes of uncertainties, in words. */
export interface FailBox {
  readonly target: string;
  /** Futures that miss the target, of all. */
  readonly misses: number;
  readonly of: number;
  readonly boxes: readonly BoxWay[];
  /** Why there is no box: too few futures miss it, or all do. */
  readonly none: Text | null;
}

/** Why an outcome changed between two settings. */
export interface Why {
  readonly target: string;
  /** Median now less median before, over the same futures, unit of the target. */
  readonly total: number;
  readonly players: readonly {
    readonly kind: 'lever' | 'timing' | 'assumption' | 'viewpoint';
    readonly id: string;
    readonly value: number;
    /** Standard error; 0 where exact. */
    readonly error: number;
  }[];
  readonly exact: boolean;
  readonly runs: number;
  /** Unit of the amounts of `limits`: MW a year of a target in per cent. */
  readonly limitUnit: string;
  /** Which constraint held back more or less, mean over futures. */
  readonly limits: readonly {
    readonly constraint: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly sentence: Text;
}

/** What lies behind a change: by what way through the model it came, and what would turn the choice round. */
export interface WhyFurther {
  readonly target: string;
  /** One cause a line, the deeper the further in; at depth 0 what they add up to, or why there are none. */
  readonly causes: readonly { readonly depth: number; readonly text: Text }[];
  /** Which number, if it were known, would change the choice between the levers of before and of now. */
  readonly choice: Text;
}

/** What a little more of something scarce buys. */
export interface ReliefGain {
  readonly constraint: string;
  readonly title: Text;
  /** Per target: gain of the median in the same futures, and futures more that meet it. */
  readonly gains: readonly { readonly target: string; readonly median: number; readonly met: number }[];
}

/** How far a longer question is. */
export interface Follow {
  readonly signal?: AbortSignal;
  readonly onProgress?: (part: number) => void;
}

/** The policy table of one region. Everything is computed in workers of this page. */
export interface PolicyTable {
  subscribe(listener: () => void): () => void;
  state(): TableState;

  /** Moves levers, by measure; values outside their range are brought to its end. Moves within a moment on one lever are one move. */
  move(levers: Readonly<Record<string, number>>): void;
  /** Lets a measure come whole years earlier, below 0 later; brought to the end of its range. Does nothing where the model knows no time of it. */
  shift(measure: string, years: number): void;
  /**
   * Puts levers at a named position; those that do not have it go to `agenda`, and all of them come as planned, so that what was moved
   * before makes no difference.
   */
  position(name: string, measures: readonly string[]): void;
  /** Fixes an uncertainty, or frees it with null. */
  assume(uncertainty: string, value: number | null): void;
  viewpoint(viewpoint: TableSetting['viewpoint']): void;
  /** Back to the scenario that the region begins with, how much and when: one, some or all. */
  reset(measures: readonly string[] | 'all'): void;

  /** Reads every target at one of the years of the region; null for the horizon of each. No move: nothing of the setting changes. */
  readAt(year: string | null): void;

  undo(): void;
  redo(): void;
  /** Shows the last move again: the setting before it for a moment, then after it. */
  replay(): void;
  /** Goes to a move of the history. */
  goTo(number: number): void;
  /** Names a move, or takes its name away with null. */
  bookmark(number: number, name: string | null): void;

  /** Keeps the present setting to compare with; at most four. Answers its id. */
  keep(name: string, description: string): string | null;
  rename(id: string, name: string, description: string): void;
  drop(id: string): void;
  /** Makes a kept scenario, one of the region's, or the shared one the present setting, as an undoable move. */
  load(what: { readonly kept: string } | { readonly scenario: string } | { readonly frozen: true }): void;
  against(id: string | null): void;
  /** Which outcomes are drawn large, so that their bands come at every saved time; the others come at some twenty times. */
  large(outcomes: readonly string[]): void;
  /** Takes away what is listed in `problems`. */
  understood(): void;

  /** A link that freezes agenda, model, data, seed, setting and what was found. */
  link(name: string, description: string): Promise<string>;
  /**
   * Shows the setting of a shared link at once, without touching the reader's own table. The first move takes it over: one move of the
   * history, so that undo leads back. A bad link gives a problem and changes nothing.
   *
   * @param frozen the parameter of the link
   */
  open(frozen: string): Promise<void>;
  /** Ends showing what a link shared: back to the reader's own table, where it was not taken over. */
  closeFrozen(): void;
  /** Back to the reader's own table as it was before the link, also where the shared setting was taken over. */
  leaveFrozen(): void;

  /** Everything of the table as a file, and back; a bad file gives a problem and changes nothing. */
  save(): string;
  restore(text: string): void;

  fails(target: string, follow?: Follow): Promise<FailBox>;
  why(target: string, follow?: Follow): Promise<Why>;
  /** Behind {@link why}: takes seconds, and lets everything else go first. */
  further(target: string, follow?: Follow): Promise<WhyFurther>;
  /**
   * Which levers would meet a target in at least half of the futures, from where the region begins and in the year that is read; the
   * assumptions, times and viewpoint are those of now. Takes seconds.
   */
  reach(target: string, follow?: Follow): Promise<TableReach>;
  relief(follow?: Follow): Promise<readonly ReliefGain[]>;
  /**
   * The futures of the present setting as a file: a row per future with inputs, outcomes at some years and targets, and what made them.
   *
   * @param asked how many futures, drawn with the seed of the region, in what form, and what the file says of itself
   */
  futures(
    asked: { readonly count: number; readonly form: FuturesForm; readonly about: CsvAbout },
    follow?: Follow,
  ): Promise<Blob>;
  close(): void;
}
