/** What kind of file some bytes are, for readers of other files than documents. */
export { type ReadCode, ReadError } from './problems.ts';
export { sniff } from './sniff.ts';
