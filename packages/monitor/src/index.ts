export type * from './back-test-types.ts';
export type * from './facts.ts';
export type * from './status-types.ts';
export type * from './store.ts';
