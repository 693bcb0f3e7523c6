import { at, numberAt } from '@schaalsprong/words';
/** A symmetric matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** A pivot closer to zero than this is zero: what rounding leaves of a correlation that follows from others. */
const NOTHING = 1e-10;

/**
 * The lower triangle L with L L' = C, also where C is only semi-definite: a row that follows from those before it gets a
 * zero on the diagonal.
 *
 * @returns L by rows; where there is none, the number of the row at which that shows
 */
export function cholesky(matrix: Matrix): Float64Array[] | number {
  const size = matrix.length;
  const lower = Array.from({ length: size }, () => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    const own = at(lower, row);
    for (let column = 0; column <= row; column++) {
      const other = at(lower, column);
      let rest = at(at(matrix, row), column);
      for (let k = 0; k < column; k++) rest -= numberAt(own, k) * numberAt(other, k);
      if (row === column) {
        if (!(rest >= -NOTHING)) return row;
        own[column] = rest <= NOTHING ? 0 : Math.sqrt(rest);
      } else {
        const pivot = numberAt(other, column);
        // Where the pivot is nothing, so must be the rest; its square is of the size of the pivot.
        if (pivot === 0 && Math.abs(rest) > Math.sqrt(NOTHING)) return row;
        own[column] = pivot === 0 ? 0 : rest / pivot;
      }
    }
  }
  return lower;
}
