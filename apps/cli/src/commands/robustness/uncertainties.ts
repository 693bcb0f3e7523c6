import { type Cases, type Column, columnOf } from '@schaalsprong/methods/cases';
import { at } from '@schaalsprong/words';

/**
 * The rows of uncertainties in the order of the futures that count: by a column `future` with their names where there is one, else
 * as they stand, one row per future of the file. A future without a row gives a table of another length, which the metric refuses.
 *
 * @param counting names of the futures that count
 * @param given names of all futures, in the order of the file
 */
export function inOrderOf(counting: readonly string[], given: readonly string[], cases: Cases): Cases {
  const named = columnOf(cases, 'future');
  const names = named === undefined ? given : namesIn(named);
  if (named === undefined && cases.count !== given.length) return cases;
  const rows = counting.map((future) => names.indexOf(future)).filter((row) => row >= 0);
  return {
    count: rows.length,
    columns: cases.columns.filter((column) => column !== named).map((column) => taken(column, rows)),
  };
}

/** An empty cell names no future. */
const namesIn = (column: Column): readonly string[] =>
  column.kind === 'category'
    ? Array.from(column.values, (place) => (place < 0 ? '' : at(column.categories, place)))
    : Array.from(column.values, String);

const taken = (column: Column, rows: readonly number[]): Column =>
  column.kind === 'category'
    ? { ...column, values: Int32Array.from(rows, (row) => at(column.values, row)) }
    : { ...column, values: Float64Array.from(rows, (row) => at(column.values, row)) };
