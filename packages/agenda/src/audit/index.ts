/** The audit, for Node and the browser alike. */
export type * from './logic.ts';
export * from './types.ts';
