import { numberAt } from '@schaalsprong/words';
/**
 * Solves A x = b for a symmetric positive definite matrix, in rows, by Cholesky's method.
 *
 * @returns null where the matrix is not positive definite to rounding
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  const lower = new Float64Array(size * size);
  const at = (row: number, column: number): number => numberAt(lower, row * size + column);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = numberAt(matrix, row * size + column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      if (row === column) {
        if (!(sum > 1e-12 * numberAt(matrix, row * size + row))) return null;
        lower[row * size + row] = Math.sqrt(sum);
      } else lower[row * size + column] = sum / at(column, column);
    }
  }
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = numberAt(x, row) - at(row, k) * numberAt(x, k);
    x[row] = numberAt(x, row) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = numberAt(x, row) - at(k, row) * numberAt(x, k);
    x[row] = numberAt(x, row) / at(row, row);
  }
  return x;
}
