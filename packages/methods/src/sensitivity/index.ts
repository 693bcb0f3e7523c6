/**
 * Which inputs drive an outcome: variance-based indices, screening, methods on given data. Imports nothing from Node. Every
 * result has confidence intervals and a judgement of whether there were enough runs.
 */

export {
  type DgsmIndex,
  dgsm,
  type FiniteDifferenceRuns,
  finiteDifferencePoints,
  usualStep,
} from './derivative/dgsm.ts';
export { type Judgement, judgeRuns, leastUnits, narrowInterval } from './estimates/enough.ts';
export { type Resampling, usualResampling } from './estimates/resampling.ts';
export {
  type Estimate,
  type InputResult,
  type PairResult,
  ranked,
  type Sensitivity,
  type SensitivityMethod,
  type SensitivityWarning,
  sensitivityMethods,
} from './estimates/result.ts';
export { fTest } from './feature-scoring/f-test.ts';
export { type FeatureOptions, featureScores } from './feature-scoring/features.ts';
export { type Dependence, dependentPairs, weakCorrelation } from './given-data/dependence.ts';
export { type GivenData, type GivenInput, givenData } from './given-data/given-data.ts';
export { type DeltaIndex, deltaClasses, deltaIndices } from './moment-independent/delta.ts';
export { type PawnIndex, type PawnOptions, pawnIndices } from './moment-independent/pawn.ts';
export { refuse, sensitivityProblems } from './problems.ts';
export { regionalSensitivity } from './regional/regional.ts';
export { type FactorialRuns, factorialEffects } from './screening/fractional-factorial.ts';
export { type MorrisIndex, type MorrisRuns, morrisEffects } from './screening/morris.ts';
export {
  type AskedSensitivity,
  analyseSample,
  type Grouping,
  groupingOf,
  planStudy,
  type SampleShape,
  type Study,
  type StudyInput,
} from './study/study.ts';
export * from './test-functions/index.ts';
export { type RbdFastOptions, rbdFast } from './variance/rbd-fast.ts';
export { type SaltelliOutcomes, type SobolIndex, sobolIndices } from './variance/sobol.ts';
