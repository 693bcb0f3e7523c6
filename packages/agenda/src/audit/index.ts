/** The audit, for Node and the browser alike. */

export {
  type ChangedClaim,
  type CompareOptions,
  type Comparison,
  compareAudits,
  joinedInput,
  type Result,
  withResults,
} from './compare.ts';
export { createEngine, holds, LogicError } from './engine.ts';
export { reportCsv, reportMarkdown } from './export.ts';
export { auditInput, comparedInput } from './input.ts';
export { resultsDocument } from './kinds.ts';
export type * from './logic.ts';
export type * from './oracle.ts';
export { changesBetween, type Simulated, simulateRepair } from './repair-simulate.ts';
export { audit } from './report.ts';
export * from './types.ts';
