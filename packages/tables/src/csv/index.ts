/** Reads and writes CSV (RFC 4180), for every package that does. */
export { type BatchForm, csvBatches } from './batches.ts';
export { CsvFault, type CsvFaultKind } from './fault.ts';
export { type CsvForm, type CsvRow, csvRows } from './read.ts';
export { separatorIn } from './separator.ts';
export { aboutColumns, type CsvAbout, csvCell, csvText } from './write.ts';
