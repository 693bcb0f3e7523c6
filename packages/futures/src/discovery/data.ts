import { nearest } from '@schaalsprong/agenda';
import type { Cases, Column } from '../cases/cases.ts';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import { type InterestRule, interestIn } from './interest.ts';
import { discoveryProblems as problems } from './problems.ts';

/** One input of the futures that discovery looks at; it has at least two values. */
export type Input = NumberInput | CategoryInput;

export interface NumberInput {
  readonly name: string;
  readonly kind: 'real' | 'integer';
  /** Finite numbers, one per future. */
  readonly values: Float64Array;
  /** Range of the data: the limits of the initial box. */
  readonly min: number;
  readonly max: number;
}

export interface CategoryInput {
  readonly name: string;
  readonly kind: 'category';
  /** Those that occur, in the declared order. */
  readonly categories: readonly string[];
  /** Per future the place in `categories`. */
  readonly values: Int32Array;
}

/** Futures with their inputs, and which of them are of interest. */
export interface DiscoveryData {
  readonly count: number;
  readonly inputs: readonly Input[];
  /** Per future 1 where it is of interest. */
  readonly interest: Uint8Array;
  readonly ofInterest: number;
  /** Per future its row in the table it came from, counted from 0. */
  readonly rows: Int32Array;
  readonly leftOut: LeftOut;
}

/** What of a table was not used, and is said. */
export interface LeftOut {
  /** Rows in which an input or the outcome has no value. */
  readonly rows: number;
  /** Per column that lacks values, in how many rows. */
  readonly missing: readonly { readonly column: string; readonly rows: number }[];
  /** Inputs with one value only: they are never restricted. */
  readonly constant: readonly string[];
}

/** Which columns of a table, and what of the outcome is of interest. */
export interface DiscoveryQuestion {
  readonly outcome: string;
  readonly interest: InterestRule;
  /** By default every column but the outcome. */
  readonly inputs?: readonly string[] | undefined;
  readonly leaveOut?: readonly string[] | undefined;
}

/**
 * Makes a table of cases ready for discovery. A row in which the outcome or an input has no value (an empty cell, NaN, an
 * infinite number) is left out and counted; an input with one value is left out and named.
 *
 * @throws FuturesError with every fault: columns that are not there or are there twice, an outcome that cannot be judged, no
 *   rows or inputs left. That the outcome is the same in all futures is told by the method, not here.
 */
export function discoveryData(cases: Cases, question: DiscoveryQuestion): DiscoveryData {
  const found: FuturesProblem[] = [];
  const byName = new Map<string, Column>();
  for (const column of cases.columns) {
    if (byName.has(column.name)) found.push(problems.twice(column.name));
    byName.set(column.name, column);
  }
  const names = [...byName.keys()];
  const columnOf = (name: string): Column | undefined => {
    const column = byName.get(name);
    if (column === undefined) found.push(problems.column(name, nearest(name, names)));
    return column;
  };
  const leaveOut = question.leaveOut ?? [];
  for (const name of leaveOut) columnOf(name);
  const wanted = question.inputs ?? names.filter((name) => name !== question.outcome);
  if (wanted.includes(question.outcome)) found.push(problems.outcomeAsInput(question.outcome));
  const inputs = [...new Set(wanted)]
    .filter((name) => !leaveOut.includes(name))
    .flatMap((name) => columnOf(name) ?? []);
  const outcome = columnOf(question.outcome);
  const interest = outcome === undefined ? null : interestIn(outcome, question.interest, found);
  if (found.length > 0 || outcome === undefined || interest === null) throw new FuturesError(found);

  const missing = [...inputs, outcome].flatMap((column) => {
    let rows = 0;
    for (let row = 0; row < cases.count; row++) if (lacks(column, row)) rows++;
    return rows === 0 ? [] : [{ column: column.name, rows }];
  });
  const lacking = [...inputs, outcome].filter(({ name }) => missing.some(({ column }) => column === name));
  const rows = Int32Array.from(
    Array.from({ length: cases.count }, (_, row) => row).filter(
      (row) => !lacking.some((column) => lacks(column, row)),
    ),
  );
  if (rows.length === 0) throw new FuturesError([problems.noRows()]);
  const kept = inputs.map((column) => inputOf(column, rows));
  return {
    ...dataOf(
      kept.filter((input) => varies(input)),
      Uint8Array.from(rows, (row) => interest[row] ?? 0),
    ),
    rows,
    leftOut: {
      rows: cases.count - rows.length,
      missing,
      constant: kept.flatMap((input) => (varies(input) ? [] : [input.name])),
    },
  };
}

/**
 * Futures that are ready as they are: inputs without gaps, and whether each future is of interest.
 *
 * @throws FuturesError where lengths differ, names are there twice, or no input has two values
 */
export function dataOf(inputs: readonly Input[], interest: Uint8Array): DiscoveryData {
  const found: FuturesProblem[] = [];
  const names = new Set<string>();
  for (const { name, values } of inputs) {
    if (names.has(name)) found.push(problems.twice(name));
    names.add(name);
    if (values.length !== interest.length) found.push(problems.lengths(name, values.length, interest.length));
  }
  const varying = inputs.filter((input) => varies(input));
  if (found.length === 0 && interest.length === 0) found.push(problems.noRows());
  if (found.length === 0 && varying.length === 0) found.push(problems.noInputs());
  if (found.length > 0) throw new FuturesError(found);
  return {
    count: interest.length,
    inputs: varying,
    interest,
    ofInterest: interest.reduce((sum, each) => sum + each, 0),
    rows: Int32Array.from(interest, (_, row) => row),
    leftOut: {
      rows: 0,
      missing: [],
      constant: inputs.flatMap((input) => (varies(input) ? [] : [input.name])),
    },
  };
}

/** An input of numbers with the range of its values. */
export function numberInput(
  name: string,
  values: Float64Array,
  kind: NumberInput['kind'] = 'real',
): NumberInput {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { name, kind, values, min, max };
}

/** An input of words with only the categories that occur. */
export function categoryInput(
  name: string,
  categories: readonly string[],
  values: Int32Array,
): CategoryInput {
  const occurs = new Set(values);
  const places = categories.map((_, place) => place).filter((place) => occurs.has(place));
  const placeOf = new Map(places.map((old, place) => [old, place]));
  return {
    name,
    kind: 'category',
    categories: places.map((place) => categories[place] ?? ''),
    values: values.map((old) => placeOf.get(old) ?? -1),
  };
}

function inputOf(column: Column, rows: Int32Array): Input {
  if (column.kind === 'category') {
    const values = Int32Array.from(rows, (row) => column.values[row] ?? -1);
    return categoryInput(column.name, column.categories, values);
  }
  // Adding zero makes one zero of the two: limits are compared, printed and sorted by their bits.
  const values = Float64Array.from(rows, (row) => (column.values[row] ?? Number.NaN) + 0);
  return numberInput(column.name, values, column.kind);
}

const varies = (input: Input): boolean =>
  input.kind === 'category' ? input.categories.length > 1 : input.min < input.max;

const lacks = (column: Column, row: number): boolean =>
  column.kind === 'category'
    ? (column.values[row] ?? -1) < 0
    : !Number.isFinite(column.values[row] ?? Number.NaN);
