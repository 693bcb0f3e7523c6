import { FuturesError } from '../problems.ts';
import { problems } from './problems.ts';

/** A number per future, with a name. */
export interface NamedColumn {
  readonly id: string;
  readonly values: Float64Array;
}

/** @throws FuturesError with every column that is not as long as there are futures, or holds what is no finite number */
export function checkColumns(columns: readonly NamedColumn[], count: number): void {
  const faults = columns.flatMap(({ id, values }) => {
    if (values.length !== count) return [problems.length(id, values.length, count)];
    const row = values.findIndex((value) => !Number.isFinite(value));
    return row < 0 ? [] : [problems.notFinite(id, row + 1)];
  });
  if (faults.length > 0) throw new FuturesError(faults);
}

/** Whether all values are exactly equal; `isConstant` of statistics allows for rounding. */
export const allEqual = (values: Float64Array): boolean => values.every((value) => value === values[0]);
