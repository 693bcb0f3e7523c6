import type { Decision, Solution } from './problem.ts';
import type { VariationSettings } from './variation.ts';

/** How a search goes about it. */
export interface SearchSettings {
  /** Evaluations after which it stops. */
  readonly evaluations: number;
  /** Solutions per generation at the start, and never fewer. */
  readonly population: number;
  /** And never more. */
  readonly mostPopulation: number;
  /** Whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Generations between two looks at whether there was progress. */
  readonly window: number;
  /** Which part of a renewed population comes from the archive. */
  readonly injection: number;
  /** Evaluations between two points of the record of progress. */
  readonly recordEvery: number;
  readonly variation: VariationSettings;
}

/** One point of the record of progress. */
export interface ProgressPoint {
  readonly evaluations: number;
  /** Epsilon-progress so far: solutions that came into a box not occupied before. */
  readonly improvements: number;
  readonly archive: number;
  readonly population: number;
  readonly restarts: number;
  /** Share of the space between the bounds of the objectives that the archive dominates. */
  readonly hypervolume: number;
}

/** Everything that a search is between two generations. Another search from it gives the same to the last bit. */
export interface SearchState {
  readonly settings: SearchSettings;
  readonly evaluations: number;
  readonly generations: number;
  /** Random numbers drawn. */
  readonly drawn: number;
  readonly population: readonly Solution[];
  readonly archive: readonly Solution[];
  readonly improvements: number;
  readonly restarts: number;
  /** How many solutions a generation has now. */
  readonly size: number;
  /** Generation and improvements when progress was last looked at. */
  readonly looked: { readonly generations: number; readonly improvements: number };
  /** Whether the next generation renews the population. */
  readonly renew: boolean;
  /** The solution that breaks constraints least, or the first that breaks none; null before the first generation. */
  readonly nearest: Solution | null;
  /** Per constraint the least by which any solution so far broke it: above 0 where it could not be kept at all. */
  readonly leastViolations: readonly number[];
  readonly record: readonly ProgressPoint[];
}

/** How many were evaluated of how many, and what came of it. */
export interface SearchProgress extends ProgressPoint {
  readonly of: number;
}

/** Defensive copies of the numbers of a solution. */
export const solutionOf = (
  decision: Decision,
  costs: readonly number[],
  violations: readonly number[],
): Solution => ({
  decision,
  costs: Float64Array.from(costs),
  violations: Float64Array.from(violations),
  violation: violations.reduce((sum, each) => sum + each, 0),
});
