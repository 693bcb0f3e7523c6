import { numberAt } from '@schaalsprong/words';
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

/** Rows in the order of rising values; equal ones in that of the rows. */
export const risingRows = (values: Float64Array): number[] =>
  Array.from(values, (_, row) => row).sort((a, b) => numberAt(values, a) - numberAt(values, b) || a - b);

/** Ranks from 1; equal values get the mean of theirs. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = risingRows(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let at = from; at < to; at++) ranks[order[at] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Whether all are the same. */
export const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0]);

/** Mean, added up in order; NaN of none. */
export const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
