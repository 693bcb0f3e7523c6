import { at, type Distribution, numberAt, type Text } from '@schaalsprong/words';
import { quantile } from '../../distributions/distributions.ts';
import { rowsOf } from '../../statistics/rows.ts';

/** A benchmark function whose sensitivity indices are known in closed form. */
export interface TestFunction {
  readonly id: string;
  readonly title: Text;
  /** Where it was published. */
  readonly source: string;
  readonly inputs: readonly { readonly name: string; readonly distribution: Distribution }[];
  /** @param x one number per input, in the order and unit of the inputs */
  evaluate(x: Float64Array): number;
  /** Closed forms, per input in order. */
  readonly exact: ExactIndices;
}

/** Closed forms of variance and Sobol' indices. */
export interface ExactIndices {
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

/** Points of the unit cube in the unit of each input: through the quantile function of its distribution. */
export function scaleToInputs(
  inputs: TestFunction['inputs'],
  unit: readonly Float64Array[],
): readonly Float64Array[] {
  return inputs.map(({ distribution }, i) => at(unit, i).map((p) => quantile(distribution, p)));
}

/**
 * The function at many points.
 *
 * @param columns one array per input, all equally long
 */
export function evaluateAll(of: TestFunction, columns: readonly Float64Array[]): Float64Array {
  const count = rowsOf(columns);
  const values = new Float64Array(count);
  const x = new Float64Array(columns.length);
  for (let row = 0; row < count; row++) {
    columns.forEach((column, i) => {
      x[i] = numberAt(column, row);
    });
    values[row] = of.evaluate(x);
  }
  return values;
}
