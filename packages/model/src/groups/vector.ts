import { numberAt } from '@schaalsprong/words';
import { pow } from '../statistics/elementary.ts';

const { NaN: nan } = Number;

/** A position given as a number that rounding may have brought just below the whole number it is meant to be. */
const whole = (x: number): number => Math.floor(x + 1e-6);

/** Numbers 0 .. n - 1 by rising value, equals in their order; no order where one is no number. */
function order(values: Float64Array): number[] | undefined {
  if (values.some(Number.isNaN)) return undefined;
  return Array.from(values.keys()).sort((a, b) => numberAt(values, a) - numberAt(values, b));
}

/** That order, or the one by falling value where `direction` is not above zero. */
function directed(values: Float64Array, direction: number): number[] | undefined {
  return direction > 0 ? order(values) : order(values.map((x) => -x));
}

/**
 * What VECTOR SELECT does with the selected values, by its numerical action; weights are the selection.
 *
 * Source: Vensim documentation, VECTOR SELECT. Action 5 raises the expression to the power of the selection, as Vensim
 * computes (its documentation says the reverse; PySD found it so, and the public test models hold it).
 */
function gather(action: number, weights: readonly number[], values: readonly number[]): number {
  const weighted = (): number[] => values.map((x, i) => x * (weights[i] ?? nan));
  const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);
  const product = (xs: readonly number[]): number => xs.reduce((a, b) => a * b, 1);
  switch (action) {
    case 0:
      return sum(weighted());
    case 1:
      return product(weighted());
    case 2:
      return Math.min(...weighted());
    case 3:
      return Math.max(...weighted());
    case 4:
      return sum(weighted()) / values.length;
    case 5:
      return product(values.map((x, i) => pow(x, weights[i] ?? nan)));
    case 6:
      return sum(values);
    case 7:
      return product(values);
    case 8:
      return Math.min(...values);
    case 9:
      return Math.max(...values);
    case 10:
      return sum(values) / values.length;
    default:
      return nan;
  }
}

/** Functions of vectors and matrices. */
export const vectors = {
  /** `inputs[0]` is a position from 0; the output is `inputs[1 + position]`, or NaN where there is none. */
  pick(inputs: Float64Array, outputs: Float64Array): void {
    const position = whole(inputs[0] ?? nan);
    outputs[0] = position >= 0 ? (inputs[1 + position] ?? nan) : nan;
  },

  /**
   * Places from 0 in the order of their values: inputs are the direction (above 0: rising) and the values; output k is
   * the place of the value that comes k-th.
   *
   * Source: Vensim documentation, VECTOR SORT ORDER. Equals keep their order.
   */
  sortOrder(inputs: Float64Array, outputs: Float64Array): void {
    const places = directed(inputs.subarray(1), inputs[0] ?? nan);
    for (let k = 0; k < outputs.length; k++) outputs[k] = places?.[k] ?? nan;
  },

  /**
   * Rank from 1 of every value: inputs are the direction (above 0: the smallest is first) and the values.
   *
   * Source: Vensim documentation, VECTOR RANK. Equals have successive ranks in their order.
   */
  rank(inputs: Float64Array, outputs: Float64Array): void {
    outputs.fill(nan);
    directed(inputs.subarray(1), inputs[0] ?? nan)?.forEach((place, k) => {
      outputs[place] = k + 1;
    });
  },

  /**
   * Values in another order: the first half of the inputs are the values, the second half the place from 0 that each
   * output takes its value from.
   *
   * Source: Vensim documentation, VECTOR REORDER.
   */
  reorder(inputs: Float64Array, outputs: Float64Array): void {
    const n = inputs.length / 2;
    for (let k = 0; k < n; k++) {
      const place = whole(inputs[n + k] ?? nan);
      outputs[k] = place >= 0 && place < n ? (inputs[place] ?? nan) : nan;
    }
  },

  /**
   * One number of the values that are selected: inputs are the value if none is, the numerical action, the error
   * action, the selection (zero: not selected) and as many values. NaN where the error action forbids none (1, 3) or
   * more than one (2, 3).
   *
   * Source: Vensim documentation, VECTOR SELECT.
   */
  select(inputs: Float64Array, outputs: Float64Array): void {
    const [missing = nan, action = nan, error = nan] = inputs;
    const n = (inputs.length - 3) / 2;
    const weights: number[] = [];
    const values: number[] = [];
    for (let i = 0; i < n; i++) {
      const weight = inputs[3 + i] ?? nan;
      if (weight === 0) continue;
      weights.push(weight);
      values.push(inputs[3 + n + i] ?? nan);
    }
    const none = weights.length === 0;
    const forbidden = (none && (error === 1 || error === 3)) || (weights.length > 1 && error >= 2);
    outputs[0] = forbidden ? nan : none ? missing : gather(whole(action), weights, values);
  },

  /**
   * The inverse of a square matrix, row by row: Gauss-Jordan elimination, the largest number of a column as pivot.
   * NaN throughout where there is none.
   */
  invertMatrix(inputs: Float64Array, outputs: Float64Array): void {
    const n = Math.round(Math.sqrt(inputs.length));
    const left = Float64Array.from(inputs);
    const right = new Float64Array(n * n);
    for (let i = 0; i < n; i++) right[i * n + i] = 1;
    const get = (m: Float64Array, i: number, j: number): number => m[i * n + j] ?? nan;
    for (let k = 0; k < n; k++) {
      let pivot = k;
      for (let i = k + 1; i < n; i++) {
        if (Math.abs(get(left, i, k)) > Math.abs(get(left, pivot, k))) pivot = i;
      }
      const by = get(left, pivot, k);
      if (!(Math.abs(by) > 0)) {
        outputs.fill(nan);
        return;
      }
      for (const m of [left, right]) {
        for (let j = 0; j < n; j++) {
          const moved = get(m, k, j);
          m[k * n + j] = get(m, pivot, j) / by;
          if (pivot !== k) m[pivot * n + j] = moved;
        }
      }
      for (let i = 0; i < n; i++) {
        const times = get(left, i, k);
        if (i === k || times === 0) continue;
        for (const m of [left, right]) {
          for (let j = 0; j < n; j++) m[i * n + j] = get(m, i, j) - times * get(m, k, j);
        }
      }
    }
    outputs.set(right);
  },
};
