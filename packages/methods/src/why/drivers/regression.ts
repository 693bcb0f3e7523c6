import { at, numberAt } from '@schaalsprong/words';
/** Correlations between columns, or covariances of what is left of them; the last column is the one to explain. */
export interface Correlations {
  readonly inputs: number;
  /** Row by row, `inputs + 1` wide. */
  readonly matrix: Float64Array;
}

/** Pearson correlations of columns over some rows; a constant column correlates with nothing. */
export function correlationsOf(columns: readonly Float64Array[], rows: readonly number[]): Correlations {
  const size = columns.length;
  const centred = columns.map((column) => {
    let mean = 0;
    for (const row of rows) mean += numberAt(column, row);
    mean /= rows.length;
    return Float64Array.from(rows, (row) => numberAt(column, row) - mean);
  });
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += numberAt(a, i) * numberAt(b, i);
    return sum;
  };
  const lengths = centred.map((column) => Math.sqrt(product(column, column)));
  const matrix = new Float64Array(size * size);
  centred.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const length = at(lengths, i) * at(lengths, j);
      const r = i === j ? 1 : length === 0 ? 0 : product(a, at(centred, j)) / length;
      matrix[i * size + j] = r;
      matrix[j * size + i] = r;
    }
  });
  return { inputs: size - 1, matrix };
}

/** A pivot below this is an input that is collinear with the others. */
const SINGULAR = 1e-9;

/** What a linear regression on some inputs explains. */
export interface Fit {
  /** Part of the variance, 0 to 1. */
  readonly r2: number;
  /** Standardised coefficients, in the order of the inputs asked; 0 for one that is collinear with the others. */
  readonly coefficients: Float64Array;
}

/**
 * Partial covariances of all columns given some inputs (sweep operator), as fractions of the original variance.
 * One factorisation serves every regression that has these inputs in it.
 */
export function afterInputs({ inputs, matrix }: Correlations, given: readonly number[]): Correlations {
  const size = inputs + 1;
  const left = Float64Array.from(matrix);
  for (const p of given) {
    const pivot = numberAt(left, p * size + p);
    if (pivot < SINGULAR) continue;
    const row = left.slice(p * size, (p + 1) * size);
    for (let i = 0; i < size; i++) {
      const part = numberAt(row, i) / pivot;
      for (let j = 0; j < size; j++)
        left[i * size + j] = numberAt(left, i * size + j) - part * numberAt(row, j);
    }
  }
  return { inputs, matrix: left };
}

/** Least squares on standardised columns, by Cholesky on their correlations. */
export function fit({ inputs, matrix }: Correlations, chosen: readonly number[]): Fit {
  const size = inputs + 1;
  const n = chosen.length;
  const lower = new Float64Array(n * n);
  const solved = new Float64Array(n);
  const used: number[] = [];
  let r2 = 0;
  chosen.forEach((input, i) => {
    let pivot = numberAt(matrix, input * size + input);
    for (const j of used) {
      let value = numberAt(matrix, input * size + at(chosen, j));
      for (const k of used) {
        if (k >= j) break;
        value -= numberAt(lower, i * n + k) * numberAt(lower, j * n + k);
      }
      value /= numberAt(lower, j * n + j);
      lower[i * n + j] = value;
      pivot -= value * value;
    }
    if (pivot < SINGULAR) return;
    lower[i * n + i] = Math.sqrt(pivot);
    let rest = numberAt(matrix, input * size + inputs);
    for (const k of used) rest -= numberAt(lower, i * n + k) * numberAt(solved, k);
    solved[i] = rest / Math.sqrt(pivot);
    r2 += numberAt(solved, i) ** 2;
    used.push(i);
  });
  const coefficients = new Float64Array(n);
  for (const i of [...used].reverse()) {
    let rest = numberAt(solved, i);
    for (const k of used) if (k > i) rest -= numberAt(lower, k * n + i) * numberAt(coefficients, k);
    coefficients[i] = rest / numberAt(lower, i * n + i);
  }
  return { r2: Math.min(1, r2), coefficients };
}
