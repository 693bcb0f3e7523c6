export { type AssessRequest, assess, runBase, withAudit, withFigures } from './assess/assess.ts';
export type * from './assess/assessment.ts';
export { conflictsOf } from './assess/judgement/conflicts.ts';
export { assessmentCsv } from './assess/report/csv.ts';
export { standingSentence } from './assess/report/sentence.ts';
export { type DependsOn, dependencies, dependsOn } from './depends.ts';
export { explainFault, firstFaults, type OpenRegion, openRegion } from './open/open.ts';
export { variableJudge } from './open/variable-judge.ts';
export {
  type ResolvedScenario,
  resolveScenario,
  type ScenarioRegion,
  withAssumptions,
} from './scenario/scenario.ts';
