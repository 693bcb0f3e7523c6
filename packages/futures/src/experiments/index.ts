/** A region as the subject of a method: its levers, targets and model as cases, runs and decisions. */
export { type FreeLever, freeLevers } from './levers/free-levers.ts';
export {
  type LeverProblem,
  type LeverSearch,
  leverProblem,
  type PackageOutcomes,
} from './levers/lever-problem.ts';
export { functionals, type RedLine, type RobustObjective } from './levers/objectives.ts';
export { differentPackages, leverDistance } from './levers/packages.ts';
export { packageText, positionText } from './levers/telling.ts';
export { type ModelledOutcome, type RunSettings, regionOutcome, runPoints } from './model-runs.ts';
export { missedData, type TargetCases, type TargetCasesRequest, targetCases } from './target-cases.ts';
