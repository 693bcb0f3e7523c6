/** The audit, for Node and the browser alike. */

export { auditInput, comparedInput } from './input.ts';
export type * from './logic.ts';
export * from './types.ts';
