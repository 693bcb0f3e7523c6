/** The audit, for Node and the browser alike. */

export { auditInput, comparedInput } from './facts/input.ts';
export { resultsDocument } from './facts/kinds.ts';
export { changesBetween, type Simulated, simulateRepair } from './repair/repair-simulate.ts';
export {
  type ChangedClaim,
  type CompareOptions,
  type Comparison,
  compareAudits,
  joinedInput,
  type Result,
  withResults,
} from './report/compare.ts';
export { audit } from './report/report.ts';
export { createEngine, holds, LogicError } from './search/engine.ts';
export type * from './system/logic.ts';
export type * from './system/oracle.ts';
export * from './types.ts';
export { reportCsv, reportMarkdown } from './words/export.ts';
export { beside } from './words/words.ts';
