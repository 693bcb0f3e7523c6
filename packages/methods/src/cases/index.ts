/** Tables of cases: what every method on given data takes. */
export { binaryOutcome, type Interest } from './binary.ts';
export type { Cases, CategoryColumn, Column, NumberColumn } from './cases.ts';
export { columnOf } from './cases.ts';
export { casesCsv, csvParts } from './csv-text.ts';
export { hashCases } from './hash.ts';
export { caseProblems } from './problems.ts';
export { type SelectedCases, type Selection, selectCases, takeRows } from './select.ts';
