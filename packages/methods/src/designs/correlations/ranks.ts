import { at, numberAt, uint32At } from '@schaalsprong/words';
import { rowsOf } from '../../statistics/rows.ts';
import type { Matrix } from './cholesky.ts';

/** The rank of every value, from 0; equal values by place. */
export function ranksOf(values: Float64Array): Uint32Array {
  const sorted = Float64Array.from(values).sort();
  const taken = new Uint32Array(values.length);
  return Uint32Array.from(values, (value) => {
    const first = firstAtLeast(sorted, value);
    const before = uint32At(taken, first);
    taken[first] = before + 1;
    return first + before;
  });
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberAt(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Rank correlations (Spearman) of columns without equal values, two by two. Sums are of whole numbers, so exact up to
 * some 200,000 rows.
 */
export function rankCorrelations(columns: readonly Float64Array[]): Matrix {
  const ranks = columns.map(ranksOf);
  const count = rowsOf(columns);
  const scale = count * (count ** 2 - 1);
  return symmetric(ranks.length, (i, j) => {
    const one = at(ranks, i);
    const other = at(ranks, j);
    let squares = 0;
    for (let row = 0; row < count; row++) squares += (uint32At(one, row) - uint32At(other, row)) ** 2;
    return 1 - (6 * squares) / scale;
  });
}

/** A symmetric matrix of which each pair is computed once. */
export function symmetric(size: number, of: (row: number, column: number) => number): Matrix {
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  matrix.forEach((own, row) => {
    for (let column = 0; column <= row; column++) {
      const value = of(row, column);
      own[column] = value;
      at(matrix, column)[row] = value;
    }
  });
  return matrix;
}
