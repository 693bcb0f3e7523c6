import { int32At, nearest, numberAt } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import type { Cases, Column } from './cases.ts';
import { caseProblems } from './problems.ts';

/** Which columns a method looks at. */
export interface Selection {
  readonly outcome: string;
  /** In this order. Default: every column that is neither the outcome nor known as one or as a label, in the order of the table. */
  readonly inputs?: readonly string[] | undefined;
}

/** Columns for a method: no cell is missing. */
export interface SelectedCases {
  readonly count: number;
  readonly inputs: readonly Column[];
  readonly outcome: Column;
  /** Rows left out because a cell of these columns was missing or not finite. */
  readonly dropped: number;
  /** Of the rows that stayed, which rows of the table they were. */
  readonly rows: Int32Array;
}

/** The inputs of a table unless a question names others: every column but the outcome, other outcomes and labels. */
export function inputNames(
  { columns, outcomes = [], labels = [] }: Cases,
  outcome: string,
): readonly string[] {
  const others = new Set([outcome, ...outcomes, ...labels]);
  return columns.map(({ name }) => name).filter((name) => !others.has(name));
}

/**
 * Takes inputs and an outcome out of a table, without the rows in which one of them is missing.
 *
 * @throws FuturesError with every fault: a column that is not there, with near names; an input that is twice there or is
 *   the outcome; no inputs; no row without a gap
 *
 * @example
 * ```ts
 * import { selectCases } from '@schaalsprong/methods/cases';
 *
 * const real = (name: string, ...values: number[]) => ({ name, kind: 'real' as const, values: Float64Array.from(values) });
 * const cases = { count: 3, columns: [real('price', 1, 2, 3), real('gain', 9, Number.NaN, 7)] };
 * const { outcome, dropped } = selectCases(cases, { outcome: 'gain' });
 * outcome.values; // => Float64Array.of(9, 7)
 * dropped; // => 1
 * ```
 */
export function selectCases(cases: Cases, { outcome, inputs }: Selection): SelectedCases {
  const known = cases.columns.map(({ name }) => name);
  // A table can have a million columns: one pass over them, and not one for each.
  const byName = new Map(cases.columns.toReversed().map((column) => [column.name, column]));
  const names = inputs ?? inputNames(cases, outcome);
  const problems: FuturesProblem[] = [];
  const find = (name: string): Column[] => {
    const column = byName.get(name);
    if (column !== undefined) return [column];
    problems.push(caseProblems.column(name, nearest(name, known), known));
    return [];
  };
  const [out] = find(outcome);
  const ins = [...new Set(names)].flatMap(find);
  if (names.includes(outcome)) problems.push(caseProblems.outcomeIsInput(outcome));
  const once = new Set<string>();
  const twice = new Set(names.filter((name) => once.size === once.add(name).size));
  for (const name of twice) problems.push(caseProblems.inputTwice(name));
  if (names.length === 0) problems.push(caseProblems.noInputs(outcome));
  if (problems.length > 0 || out === undefined) throw new FuturesError(problems);
  const rows = wholeRows(cases.count, [out, ...ins]);
  if (rows.length === 0) {
    const empty = [out, ...ins].filter((column) => wholeRows(cases.count, [column]).length === 0);
    throw new FuturesError([
      caseProblems.allMissing(
        cases.count,
        empty.map(({ name }) => name),
        outcome,
      ),
    ]);
  }
  const dropped = cases.count - rows.length;
  const taken = (column: Column): Column => (dropped === 0 ? column : takeRows(column, rows));
  return { count: rows.length, inputs: ins.map(taken), outcome: taken(out), dropped, rows };
}

/** The rows in which none of these columns has a gap. */
function wholeRows(count: number, columns: readonly Column[]): Int32Array {
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) {
    const whole = columns.every(({ kind, values }) => {
      const value = values[row] ?? Number.NaN;
      return kind === 'category' ? value >= 0 : Number.isFinite(value);
    });
    if (whole) rows[kept++] = row;
  }
  return rows.slice(0, kept);
}

/** Some rows of a column, in that order. */
export function takeRows(column: Column, rows: Int32Array): Column {
  if (column.kind === 'category') {
    const values = Int32Array.from(rows, (row) => int32At(column.values, row));
    return { ...column, values };
  }
  return { ...column, values: Float64Array.from(rows, (row) => numberAt(column.values, row)) };
}
