/** The audit, for Node and the browser alike. */
export { createEngine, holds, LogicError } from './engine.ts';
export { reportCsv, reportMarkdown } from './export.ts';
export { auditInput, comparedInput } from './input.ts';
export type * from './logic.ts';
export type * from './oracle.ts';
export { audit } from './report.ts';
export * from './types.ts';
