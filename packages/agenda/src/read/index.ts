/** Finding quantities in a text, for Node and the browser alike. */
export { type FindOptions, findQuantities } from './find.ts';
export { doubtText, type ProposalRegion, type ProposedClaim, proposeClaims } from './propose.ts';
export { defaultQualifiers } from './qualifiers.ts';
export type * from './types.ts';
