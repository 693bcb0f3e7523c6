/** Finding quantities in a text, for Node and the browser alike. */

export { doubtsOf } from './doubts.ts';
export { type FindOptions, findQuantities } from './find.ts';
export { defaultQualifiers } from './qualifiers.ts';
export type * from './types.ts';
