import type {
  Constraint,
  Measure,
  Outcome,
  RegionFile,
  ScenarioFile,
  TableFile,
  Target,
  TreeNode,
  Uncertainty,
} from '@schaalsprong/agenda';
import type { Binding, Met, Quantiles } from '../assess/assessment.ts';
import type { DependsOn } from '../depends.ts';

/** What the policy table knows of a region: plain data, which a page has from the server. */
export interface TableRegion {
  readonly id: string;
  /** Of the whole folder, for provenance. */
  readonly hashes: { readonly agenda: string; readonly data: string; readonly model: string };
  /** Of the domains that the answers of the table depend on: where these are the same, so are the answers. */
  readonly domains: Readonly<Record<DependsOn<'table'>, string>>;
  /** Decimal years: first and last time of the model, and the time up to which history is known. */
  readonly model: { readonly start: number; readonly stop: number; readonly today: number };
  readonly assessment: { readonly futures: number; readonly seed: number; readonly scenario: string };
  readonly nodes: readonly TreeNode[];
  readonly targets: readonly Target[];
  readonly outcomes: readonly Outcome[];
  readonly measures: readonly Measure[];
  readonly constraints: readonly Constraint[];
  readonly uncertainties: readonly Uncertainty[];
  readonly scenarios: readonly ScenarioFile[];
  readonly table: TableFile;
  /** How numbers in a unit are written, for sentences. */
  readonly units?: RegionFile['units'];
}

/** Where everything stands that a person can move. The same setting gives the same numbers on every machine. */
export interface TableSetting {
  /** Every measure with the value of its lever. */
  readonly levers: Readonly<Record<string, number>>;
  /** Years by which measures come earlier, below 0 later, in whole years; a measure that is not named comes as planned, and 0 is never named. */
  readonly timings: Readonly<Record<string, number>>;
  /** Uncertainties that are fixed, with their value. */
  readonly assumptions: Readonly<Record<string, number>>;
  /** Whose ranges are drawn from: null for ours, a viewpoint of the region, or both mixed. */
  readonly viewpoint: string | 'together' | null;
}

/** What is asked of the futures. */
export interface TableQuestion {
  readonly setting: TableSetting;
  readonly futures: number;
  readonly seed: number;
  /** The period at which every target is read, one of `years` of table.yaml; null or left out for the horizon of each target. */
  readonly year?: string | null | undefined;
}

/** Where futures lie over time, in the unit of the outcome. Arrays of equal length. */
export interface Band {
  readonly time: readonly number[];
  readonly p10: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p90: readonly number[];
}

/** One modelled target over the futures of an answer. */
export interface TableTarget {
  readonly id: string;
  /** Per future, in the unit of the target. */
  readonly values: Float64Array;
  readonly projected: Quantiles;
  /** Null where the agenda gives no number. */
  readonly met: Met | null;
  /** Median minus target, turned so that negative is short. */
  readonly gap: number | null;
  readonly binding: readonly Binding[];
}

/** One constraint over the futures of an answer. */
export interface TableConstraint {
  readonly id: string;
  /** Part of all that the agenda lacks that it explains; as `holdingBack` of an assessment. */
  readonly share: number;
  readonly targets: readonly string[];
  readonly largestIn: Met;
  /** First of the times `coarse` from today on at which it holds some outcome back in at least half of the futures; null where none. */
  readonly from: number | null;
  /** Outcomes in which it binds, the most first, each with the element of the model that says so. */
  readonly where: readonly { readonly outcome: string; readonly variable: string; readonly share: number }[];
}

/** What the futures say of a setting. */
export interface TableAnswer {
  /** Futures that it counts. */
  readonly count: number;
  readonly seed: number;
  /** Times that every band has, decimal years; outcomes that are drawn large have more. */
  readonly coarse: readonly number[];
  /** By outcome, every outcome of the region. */
  readonly bands: Readonly<Record<string, Band>>;
  /** By theme of the balance. */
  readonly balance: Readonly<Record<string, Band>>;
  /** Modelled targets in the order of the region. */
  readonly targets: readonly TableTarget[];
  /** The most first; only what holds something back. */
  readonly constraints: readonly TableConstraint[];
  /** Futures in which every modelled target that has a number is met at once. */
  readonly allMet: Met;
}

/** What was broken of a rule between measures, or of a budget that they share. */
export type RuleBreak =
  | {
      readonly kind: 'excludes' | 'needs';
      readonly rule: number;
      readonly measure: string;
      readonly other: string;
    }
  | {
      readonly kind: 'budget';
      readonly budget: string;
      /** In the unit of the budget. */
      readonly asked: number;
      readonly most: number;
    };
