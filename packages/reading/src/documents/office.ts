/** File type detection by content, for readers of files other than documents. */
export { type ReadCode, ReadError } from './problems.ts';
export { sniff } from './sniff.ts';
