import type { Table } from './lanes.ts';
import { points, shortReciprocal } from './reciprocal.ts';
import { lnParts, log2Parts, rootParts } from './tables.ts';

/** Rows that hold something: `split` gives no number beyond their points. */
export const rowCount = points.last - points.first + 1;

/** Rows for the points, filled up to 256 so that any eight bits are a number of a row. */
function rowsOf(width: 2 | 4, row: (i: number) => readonly number[]): Float64Array {
  const numbers = new Float64Array(256 * width);
  for (let i = 0; i < rowCount; i++) numbers.set(row(i), i * width);
  return numbers;
}

const pair = (of: readonly number[], i: number): readonly number[] => of.slice(2 * i, 2 * i + 2);

/** q near 1/c, and -ln q as a number of 41 bits after the point and the rest, for the points c. */
export const lnRows: Table = {
  name: 'lnRows',
  numbers: rowsOf(4, (i) => [shortReciprocal(points.first + i), ...pair(lnParts, i)]),
  width: 4,
  columns: 3,
};

/** 1 / (c ln 2) and log2 c for the points c. */
export const log2Rows: Table = {
  name: 'log2Rows',
  numbers: rowsOf(2, (i) => pair(log2Parts, i)),
  width: 2,
  columns: 2,
};

/** For i from 0 to 255 the double nearest to 2 ** (i/256), and the truth over it, less 1. */
export const roots = Float64Array.from(rootParts);
