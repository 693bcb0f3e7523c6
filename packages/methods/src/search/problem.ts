import { numberAt, type Text } from '@schaalsprong/words';

/** What the search may choose. */
export type DecisionVariable =
  | { readonly kind: 'real' | 'integer'; readonly name: string; readonly min: number; readonly max: number }
  | { readonly kind: 'category'; readonly name: string; readonly categories: readonly string[] };

/** What it tries to make as good as can be. */
export interface Objective {
  readonly name: string;
  readonly direction: 'maximise' | 'minimise';
  /** Width of a box of the archive: differences below it do not matter. In the unit of the objective. */
  readonly epsilon: number;
  /**
   * The best and the worst value that count for the hypervolume: fixed before the search, so that two searches are measured alike. A
   * value worse than the worst adds nothing.
   */
  readonly bounds: { readonly best: number; readonly worst: number };
}

/** One choice: a number per variable, of a category its place in the list. */
export type Decision = Float64Array;

/** What a decision leads to. */
export interface Evaluation {
  /** Per objective, in its own unit and direction. */
  readonly objectives: readonly number[];
  /** Per constraint by how much it is broken, in parts of what is asked; 0 where it holds. */
  readonly violations: readonly number[];
}

/** A problem for the search. */
export interface SearchProblem {
  /** Kebab-case; a checkpoint of one problem is not taken up by another. */
  readonly id: string;
  readonly variables: readonly DecisionVariable[];
  readonly objectives: readonly Objective[];
  readonly constraints: readonly { readonly name: string; readonly text: Text }[];
  /** Decisions that somebody made already, evaluated first: the search starts no worse than these. */
  readonly known?: readonly Decision[] | undefined;
  /**
   * Evaluates a batch of decisions, for instance on a pool of workers. Must give the same for the same decision always.
   *
   * @returns one evaluation per decision, in order
   */
  evaluate(batch: readonly Decision[], signal?: AbortSignal): Promise<readonly Evaluation[]>;
}

/** A decision that was evaluated. */
export interface Solution {
  readonly decision: Decision;
  /** To be minimised: as the problem gives them, those to be maximised with their sign turned. */
  readonly costs: Float64Array;
  readonly violations: Float64Array;
  /** Sum of the violations; 0 is feasible. */
  readonly violation: number;
}

/** The objectives of a solution in their own direction. */
export const objectivesOf = (problem: Pick<SearchProblem, 'objectives'>, { costs }: Solution): number[] =>
  problem.objectives.map(({ direction }, i) => {
    const cost = numberAt(costs, i);
    return direction === 'maximise' ? 0 - cost : cost;
  });

/** Whether a solution violates no constraint. */
export const isFeasible = ({ violation }: Pick<Solution, 'violation'>): boolean => violation === 0;
