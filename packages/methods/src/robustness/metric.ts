import type { Text } from '@schaalsprong/words';
import type { Cases } from '../cases/cases.ts';
import type { PolicyOutcomes } from './outcomes.ts';
import type { Extremes, Refused } from './regret.ts';

/** Settings of the metrics. */
export interface RobustnessSettings {
  /** Hurwicz: weight of the worst future, from 0 to 1. */
  readonly pessimism: number;
  /** Percentile: share of the futures on the bad side, from 0 to 1. */
  readonly percentile: number;
  /** Mean less so many standard deviations. */
  readonly deviations: number;
  /** What counts as good enough, in the unit of the outcome; null for none. */
  readonly threshold: number | null;
  /** Place of the future against which a policy is compared with itself; null for none. */
  readonly reference: number | null;
  /** What was uncertain, one row per future in the order of the outcomes; null where it is not known. */
  readonly uncertainties: Cases | null;
}

/** Unit of a metric. */
export type MetricUnit = 'outcome' | 'none' | 'futures';

/** A robustness metric: one number for how a policy does over all futures. */
export interface RobustnessMetric {
  /** Kebab-case: `minimax-regret`. */
  readonly id: string;
  readonly title: Text;
  /** The definition for people, with the settings filled in. */
  definition(settings: RobustnessSettings): Text;
  /** f is the outcome, p a policy, s a future; max and min as for an outcome to be maximised. */
  readonly formula: string;
  readonly unit: MetricUnit;
  /** Whether more of the metric is better; `outcome` where that is as for the outcome itself. */
  readonly better: 'higher' | 'lower' | 'outcome';
  /**
   * Its place in the taxonomy of McPhail et al. (2018): what is done to the outcome, which futures count, and what is made
   * of them.
   */
  readonly taxonomy: { readonly value: string; readonly futures: string; readonly summary: string };
  /** Where the definition comes from. */
  readonly source: string;
  /** Whether it compares policies with each other, so that one policy more can change it. */
  readonly comparesPolicies: boolean;
  /** The number of one policy, or why there is none. */
  score(asked: ScoreAsked): number | Refused;
}

export interface ScoreAsked {
  readonly outcomes: PolicyOutcomes;
  /** Best and worst of every future over policies. */
  readonly extremes: Extremes;
  /** The futures of this policy. */
  readonly row: Float64Array;
  readonly settings: RobustnessSettings;
}
