/**
 * Which inputs drive an outcome: variance-based indices, screening, methods on given data. Imports nothing of Node; every
 * answer says how sure it is and whether there were enough runs.
 */
export { type DeltaIndex, deltaClasses, deltaIndices } from './delta.ts';
export { type Dependence, dependentPairs, weakCorrelation } from './dependence.ts';
export {
  type DgsmIndex,
  dgsm,
  type FiniteDifferenceRuns,
  finiteDifferencePoints,
  usualStep,
} from './dgsm.ts';
export { type Judgement, judgeRuns, leastUnits, narrowInterval } from './enough.ts';
export { fTest } from './f-test.ts';
export { type FeatureOptions, featureScores } from './features.ts';
export { type FactorialRuns, factorialEffects } from './fractional-factorial.ts';
export * from './functions/index.ts';
export { type GivenData, type GivenInput, givenData } from './given-data.ts';
export { type MorrisIndex, type MorrisRuns, morrisEffects } from './morris.ts';
export { type PawnIndex, type PawnOptions, pawnIndices } from './pawn.ts';
export { refuse, sensitivityProblems } from './problems.ts';
export { type RbdFastOptions, rbdFast } from './rbd-fast.ts';
export { regionalSensitivity } from './regional.ts';
export { type Resampling, usualResampling } from './resampling.ts';
export {
  type Estimate,
  type InputResult,
  type PairResult,
  ranked,
  type Sensitivity,
  type SensitivityMethod,
  type SensitivityWarning,
  sensitivityMethods,
} from './result.ts';
export { type SaltelliOutcomes, type SobolIndex, sobolIndices } from './sobol.ts';
export {
  type AskedSensitivity,
  analyseSample,
  type Grouping,
  groupingOf,
  planStudy,
  type SampleShape,
  type Study,
  type StudyInput,
} from './study.ts';
