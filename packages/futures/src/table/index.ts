/** The policy table: what is asked of the futures for a setting, and what they say. */
export type * from './types.ts';
