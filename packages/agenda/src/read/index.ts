/** Finding quantities in a text, for Node and the browser alike. */
export { type FindOptions, findQuantities } from './find.ts';
export type * from './types.ts';
