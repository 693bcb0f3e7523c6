export { type AssessRequest, assess, runBase, withFigures } from './assess.ts';
export type * from './assessment.ts';
export { conflictsOf } from './conflicts.ts';
export { assessmentCsv } from './csv.ts';
export {
  createInProcessRunner,
  type EnsembleJob,
  type EnsembleOptions,
  type EnsembleProgress,
  type EnsembleRequest,
  type EnsembleRunner,
  type JobResult,
  type Reading,
} from './ensemble.ts';
export { explainFault, firstFaults, type OpenRegion, openRegion } from './open.ts';
export { FuturesError, type FuturesProblem } from './problems.ts';
export { type Futures, medianFuture, type SampledUncertainty, sampleFutures } from './sampling.ts';
export { type ResolvedScenario, resolveScenario, type ScenarioRegion, withAssumptions } from './scenario.ts';
export { standingSentence } from './sentence.ts';
export { variableJudge } from './variable-judge.ts';
