/** Many-objective search: which decisions are worth choosing between, and how good they are. */
export { boxOf, EpsilonArchive } from './archive.ts';
export { checkpointText, questionOf, readCheckpoint } from './checkpoint.ts';
export { compareCosts, compareSolutions, type Dominance } from './dominance.ts';
export { hypervolume } from './hypervolume.ts';
export {
  additiveEpsilon,
  dominatedShare,
  generationalDistance,
  invertedGenerationalDistance,
  scaledBy,
  spacing,
} from './indicators.ts';
export {
  type Decision,
  type DecisionVariable,
  type Evaluation,
  isFeasible,
  type Objective,
  objectivesOf,
  type SearchProblem,
  type Solution,
} from './problem.ts';
export { crowdingDistances, type Ranked, rankSolutions, truncate } from './ranking.ts';
export { type SearchOptions, type SearchResult, search, searchSettings } from './search.ts';
export { type SeedsOptions, type SeedsResult, type SeedsState, searchSeeds } from './seeds.ts';
export type { ProgressPoint, SearchProgress, SearchSettings, SearchState } from './state.ts';
export { solutionOf } from './state.ts';
export { dtlz, dtlzNames } from './test-problems/dtlz.ts';
export { binhKorn, schaffer } from './test-problems/small.ts';
export type { TestProblem } from './test-problems/test-problem.ts';
export { zdt, zdtNames } from './test-problems/zdt.ts';
export { withEpsilons } from './with-epsilons.ts';
