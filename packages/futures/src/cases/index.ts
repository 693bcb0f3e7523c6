/** Tables of cases: what every method on given data takes. */
export type { Cases, CategoryColumn, Column, NumberColumn } from './cases.ts';
export { columnOf } from './cases.ts';
