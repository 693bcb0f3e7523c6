/** Claims as intervals and readings; imports no schema library, so that a page can have it cheaply. */
export * from './claim-interval.ts';
export * from './readings.ts';
export * from './relation-variables.ts';
export * from './setting.ts';
