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

/** An estimate with its confidence interval. */
export interface Estimate {
  readonly value: number;
  /** Half the width of its confidence interval; null where the method has none. */
  readonly halfWidth: number | null;
}

/** The indices of one input, or one group of inputs. */
export interface InputResult<Index extends string = string> {
  readonly name: string;
  /** null where the index does not exist for this input. */
  readonly indices: Readonly<Record<Index, Estimate | null>>;
}

/** The interaction of two inputs. */
export interface PairResult {
  readonly inputs: readonly [string, string];
  readonly estimate: Estimate;
  /** Pairs that are aliased with this one: the design cannot separate their effects. */
  readonly aliases?: readonly (readonly [string, string])[];
}

/** A caveat to show with the numbers. */
export interface SensitivityWarning {
  /** `SENSITIVITY_...` */
  readonly code: string;
  readonly text: Text;
}

/** The result of a sensitivity analysis, the same shape for every method. */
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
  /** Estimate of the number of runs needed; null where there were enough, or no estimate exists. */
  readonly runsNeeded: number | null;
  readonly warnings: readonly SensitivityWarning[];
}

/** Inputs in descending order of importance by the deciding index; ties keep their order (stable sort). */
export function ranked<Index extends string>(result: Sensitivity<Index>): readonly InputResult<Index>[] {
  // An input without this index ranks last.
  const size = ({ indices }: InputResult<Index>): number => Math.abs(indices[result.decisive]?.value ?? 0);
  return [...result.inputs].sort((one, other) => size(other) - size(one));
}
