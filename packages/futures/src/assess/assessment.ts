import type { Quantiles } from '@schaalsprong/methods/distributions';
import type { Certainty } from '@schaalsprong/monitor';
import type { Text } from '@schaalsprong/words';

export type { Quantiles };

/** How many futures meet a target: shown as '713 of 1,000 futures', never as a probability. */
export interface Met {
  readonly count: number;
  readonly of: number;
}

/** One limit of a target. */
export interface Binding {
  readonly constraint: string;
  /**
   * Mean over futures of this limit's part in all that the limits held back from today to the horizon; 0 to 1. A
   * future in which nothing was held back counts as 0, so the shares of a target add up to the part of the futures
   * in which anything was: `heldBack`.
   */
  readonly share: number;
}

/** What one measure carries of a target. */
export interface Carried {
  readonly measure: string;
  /** Median over futures of (with all measures - without this one), unit of the target, same futures in both. */
  readonly delta: number;
  /** Futures that still meet the target without this measure. */
  readonly metWithout: number;
}

/** The standing of one target. The first sixteen fields are the public shape of `assess --json`. */
export interface TargetStanding {
  readonly id: string;
  readonly title: Text;
  readonly pillar: string;
  readonly challenge: string;
  readonly horizon: string;
  readonly unit: string;
  readonly direction: 'at-least' | 'at-most';
  readonly target: number | null;
  readonly observed: { readonly value: number; readonly period: string; readonly source: string } | null;
  readonly projected: Quantiles | null;
  readonly met: Met | null;
  /** Median minus target, turned so that negative is short of the target; from the observation where nothing is projected. */
  readonly gap: number | null;
  readonly binding: readonly Binding[];
  readonly carriedBy: readonly Carried[];
  /** Ids of the open conflicts of the audit that this target runs into; `conflictsOf` says which count. */
  readonly conflicts: readonly string[];
  readonly notModelled: Text | null;
  readonly targetIs: 'stated' | 'assumed';
  readonly observedStatus: Certainty | null;
  readonly ambitions: readonly string[];
  readonly challenges: readonly string[];
  /** Futures in which at least one limit of this target held something back from today to the horizon; null without limits. */
  readonly heldBack: Met | null;
}

/** The standing of one ambition: of all its targets together. */
export interface AmbitionStanding {
  readonly id: string;
  readonly title: Text;
  readonly targets: readonly string[];
  /** Futures in which every modelled target of the ambition is met at once; null where none is modelled. */
  readonly met: Met | null;
  readonly notModelled: number;
  /** What holds this ambition back, over its own missed targets. */
  readonly holdingBack: readonly HoldingBack[];
}

/** What holds the agenda back most, over all missed targets. Shares add up to 1. */
export interface HoldingBack {
  readonly constraint: string;
  /**
   * Part of all that the agenda lacks that this limit explains: over futures and missed targets, the target's shortfall
   * (0 to 1 of the change it asks) times this limit's share in it, divided by that of all limits.
   */
  readonly share: number;
  /** Targets that some future misses and in which it is the largest limit. */
  readonly targets: readonly string[];
  /** A limited resource, or a response of people, firms and the world. */
  readonly kind: 'resource' | 'response';
  /** Futures in which it is the largest of its kind, over the targets that are missed in that future. */
  readonly largestIn: Met;
}

/**
 * One series of history against the base run: all uncertainties at their median, the levers of the scenario.
 * `worst` is the largest relative difference over the points that the model's time covers.
 */
export interface HistoryResult {
  readonly id: string;
  readonly title: Text;
  /** Why agreement comes by construction, where it does; then it is no test of the model. */
  readonly fitted: Text | null;
  readonly tolerance: number;
  readonly worst: number;
  readonly within: boolean;
  readonly points: readonly { readonly time: number; readonly observed: number; readonly modelled: number }[];
}

/** The answer of the main job, as `assess --json` prints it. */
export interface Assessment {
  readonly region: { readonly id: string; readonly title: Text };
  readonly provenance: {
    readonly agenda: string;
    readonly model: string;
    /** Hash of the observed figures that were used: that of the region folder's data unless ingested figures say otherwise. */
    readonly data: string;
    readonly seed: number;
    readonly futures: number;
    readonly scenario: string;
    /** Whose ranges the futures were drawn from; null for those of the region's own uncertainties. */
    readonly viewpoint: string | null;
    /** Measure id to the position of its lever in this run. */
    readonly levers: Readonly<Record<string, number>>;
    /** Measure id to the years by which it comes earlier, below 0 later; only where that is not 0. */
    readonly timings: Readonly<Record<string, number>>;
    /** Uncertainty id to the value at which the scenario fixed it. */
    readonly assumptions: Readonly<Record<string, number>>;
    /** Whether `carriedBy` was computed; where it was not, an empty `carriedBy` says nothing. */
    readonly leftOut: boolean;
    /** Hash of the content that was audited; null where no audit was made, and an empty `conflicts` says nothing. */
    readonly audit: string | null;
  };
  readonly targets: readonly TargetStanding[];
  readonly ambitions: readonly AmbitionStanding[];
  readonly holdingBack: readonly HoldingBack[];
  readonly history: readonly HistoryResult[];
}

/** Fan of one target over time, for charts: arrays of equal length. */
export interface FanSeries {
  readonly time: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** Some futures of one target, each on its own: what a fan is made of. */
export interface ExampleFutures {
  readonly target: string;
  /** Decimal years, ascending, from about today to the horizon. */
  readonly time: readonly number[];
  /** The first futures of the ensemble, in its order, in the unit of the target. */
  readonly futures: readonly {
    /** One value per time. */
    readonly values: readonly number[];
    readonly met: boolean;
  }[];
}

/** The answer with the fan of every modelled target, and of every outcome that no target has. */
export interface AssessmentDetail {
  readonly assessment: Assessment;
  readonly series: Readonly<Record<string, FanSeries>>;
  /** By outcome, in its own unit. */
  readonly others: Readonly<Record<string, FanSeries>>;
  /** Of the target whose futures are most divided over met and missed; null where no target with a number is read at a horizon ahead. */
  readonly examples: ExampleFutures | null;
}
