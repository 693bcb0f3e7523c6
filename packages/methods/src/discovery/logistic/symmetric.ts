import { Unreachable } from '@schaalsprong/words';

/**
 * Solves A x = b for a symmetric positive definite matrix, in rows, by Cholesky's method.
 *
 * @returns null where the matrix is not positive definite to rounding
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  // Checked once; all places below are within a square of this size, and the loops over them are hot.
  if (matrix.length !== size * size)
    throw new Unreachable(`a matrix of ${matrix.length} for ${size} unknowns`);
  const lower = new Float64Array(size * size);
  const at = (row: number, column: number): number => lower[row * size + column] ?? Number.NaN;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? Number.NaN;
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      if (row === column) {
        if (!(sum > 1e-12 * (matrix[row * size + row] ?? Number.NaN))) return null;
        lower[row * size + row] = Math.sqrt(sum);
      } else lower[row * size + column] = sum / at(column, column);
    }
  }
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? Number.NaN) - at(row, k) * (x[k] ?? Number.NaN);
    x[row] = (x[row] ?? Number.NaN) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] = (x[row] ?? Number.NaN) - at(k, row) * (x[k] ?? Number.NaN);
    x[row] = (x[row] ?? Number.NaN) / at(row, row);
  }
  return x;
}
