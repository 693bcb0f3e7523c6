import type { Text } from '@schaalsprong/words';

/** The methods, each with its command. */
export const sensitivityMethods = [
  'sobol',
  'morris',
  'dgsm',
  'delta',
  'pawn',
  'rbd-fast',
  'features',
  'f-test',
  'regional',
  'ff',
] as const;
/** Methods of sensitivity analysis. */
export type SensitivityMethod = (typeof sensitivityMethods)[number];

/** A number that was estimated, and how sure it is. */
export interface Estimate {
  readonly value: number;
  /** Half the width of its confidence interval; null where the method has none. */
  readonly halfWidth: number | null;
}

/** What a method says of one input, or one group of inputs: an estimate per index. */
export interface InputResult<Index extends string = string> {
  readonly name: string;
  /** null where the index does not exist for this input. */
  readonly indices: Readonly<Record<Index, Estimate | null>>;
}

/** What a method says of two inputs together. */
export interface PairResult {
  readonly inputs: readonly [string, string];
  readonly estimate: Estimate;
  /** Pairs of which the effect cannot be told from this one in the design. */
  readonly aliases?: readonly (readonly [string, string])[];
}

/** What a reader must know before using the numbers. */
export interface SensitivityWarning {
  /** `SENSITIVITY_...` */
  readonly code: string;
  readonly text: Text;
}

/** The answer of a sensitivity analysis, alike for every method. */
export interface Sensitivity<Index extends string = string> {
  readonly method: SensitivityMethod;
  readonly outcome: string;
  /** Runs that were used. */
  readonly runs: number;
  /** Runs that were left out, because a number was missing. */
  readonly dropped: number;
  /** In the order in which they are shown. */
  readonly indices: readonly Index[];
  /** The index by which inputs are ranked and by which `enough` is decided. */
  readonly decisive: Index;
  readonly inputs: readonly InputResult<Index>[];
  /** Interactions of pairs, where they were asked for. */
  readonly pairs: readonly PairResult[] | null;
  /** What was chosen: the number of resamples, levels, intervals, trees. */
  readonly settings: Readonly<Record<string, number | string>>;
  /** Whether there were enough runs, by the rule of {@link judgeRuns}. */
  readonly enough: boolean;
  /** How many runs might do; null where there were enough, or where it cannot be said. */
  readonly runsNeeded: number | null;
  readonly warnings: readonly SensitivityWarning[];
}

/** Inputs from the one that weighs most to the one that weighs least, by the index that decides; ties keep their order. */
export function ranked<Index extends string>(result: Sensitivity<Index>): readonly InputResult<Index>[] {
  // An input without this index ranks as one that does nothing.
  const size = ({ indices }: InputResult<Index>): number => Math.abs(indices[result.decisive]?.value ?? 0);
  return [...result.inputs].sort((one, other) => size(other) - size(one));
}
