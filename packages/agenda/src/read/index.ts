/** Finding quantities in a text, for Node and the browser alike. */
export type * from './types.ts';
