export type { KeptQuestion } from '../archive/question.ts';
export type { ReadTimes } from '../cases/read-times.ts';
export { type ExportForm, exportKept } from './kept/export-kept.ts';
export { type FoundFutures, type KeepRequest, type Kept, keepFutures, mostKept } from './kept/keep.ts';
export { type KeptFutures, keptCases, openKept } from './kept/open-kept.ts';
export { createWorkerPool, type PoolSettings } from './pool.ts';
export { type ReadCasesOptions, readCases } from './read-cases.ts';
export { type CasesForm, casesForm, writeCases } from './write-cases.ts';
