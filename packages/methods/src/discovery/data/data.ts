import { at, must, nearest } from '@schaalsprong/words';
import { binaryOutcome, type Interest } from '../../cases/binary.ts';
import type { Cases, Column } from '../../cases/cases.ts';
import { inputNames, type Selection, selectCases } from '../../cases/select.ts';
import { FuturesError, type FuturesProblem } from '../../problems.ts';
import { discoveryProblems as problems } from '../problems.ts';

/** One input of the futures that discovery looks at; it has at least two values. */
export type Input = NumberInput | CategoryInput;

/** A numerical input. */
export interface NumberInput {
  readonly name: string;
  readonly kind: 'real' | 'integer';
  /** Finite numbers, one per future. */
  readonly values: Float64Array;
  /** Range of the data: the limits of the initial box. */
  readonly min: number;
  readonly max: number;
}

/** A categorical input. */
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

/** What of a table was not used, so that it can be reported. */
export interface LeftOut {
  /** Rows in which an input or the outcome has no value, or no finite one. */
  readonly rows: number;
  /** Inputs with one value only: they are never restricted. */
  readonly constant: readonly string[];
}

/** Which columns of a table, and what of the outcome is of interest. */
export interface DiscoveryQuestion extends Selection {
  /** Not needed for an outcome of zeros and ones, or of truth values. */
  readonly interest?: Interest | undefined;
  /** Columns that are no input after all. */
  readonly leaveOut?: readonly string[] | undefined;
}

/**
 * Makes a table of cases ready for discovery. A row in which the outcome or an input has no value (an empty cell, NaN, an
 * infinite number) is left out and counted; an input with one value is left out and named.
 *
 * @throws FuturesError with every fault: columns that are not there, an outcome that cannot be judged or is the same in all
 *   futures, no rows or inputs left
 *
 * @example
 * ```ts
 * import { discoveryData } from '@schaalsprong/methods/discovery';
 *
 * const real = (name: string, ...values: number[]) => ({ name, kind: 'real' as const, values: Float64Array.from(values) });
 * const cases = { count: 4, columns: [real('price', 1, 2, 3, 4), real('fixed', 7, 7, 7, 7), real('gain', 9, 8, 1, Number.NaN)] };
 * const data = discoveryData(cases, { outcome: 'gain', interest: { below: 5 } });
 * [data.count, data.ofInterest]; // => [3, 1]
 * data.leftOut; // => { rows: 1, constant: ['fixed'] }
 * ```
 */
export function discoveryData(cases: Cases, question: DiscoveryQuestion): DiscoveryData {
  const { outcome, interest } = question;
  const inputs = chosenInputs(cases, question);
  const selected = selectCases(cases, { outcome, inputs });
  const data = dataOf(selected.inputs.map(inputOf), binaryOutcome(selected.outcome, interest));
  return { ...data, rows: selected.rows, leftOut: { ...data.leftOut, rows: selected.dropped } };
}

/**
 * The inputs that a question names, or all columns that are neither outcome nor label, without those that it leaves out.
 *
 * @throws FuturesError for a column left out that is not there; `selectCases` sees to the others
 */
export function chosenInputs(
  cases: Cases,
  { outcome, inputs, leaveOut = [] }: DiscoveryQuestion,
): readonly string[] {
  const known = cases.columns.map(({ name }) => name);
  const unknown = leaveOut.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new FuturesError(unknown.map((name) => problems.column(name, nearest(name, known))));
  }
  return (inputs ?? inputNames(cases, outcome)).filter((name) => !leaveOut.includes(name));
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

/**
 * An input of words with only the categories that occur.
 *
 * @param values per future the place in `categories`
 * @throws Unreachable for a place that is none of them, such as -1, which stands for no value
 */
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
    categories: places.map((place) => at(categories, place)),
    values: values.map((old) => must(placeOf, old)),
  };
}

/** A column without gaps as an input. */
export function inputOf(column: Column): Input {
  if (column.kind === 'category') return categoryInput(column.name, column.categories, column.values);
  // Adding zero makes one zero of the two: columns are sorted by the bits of their numbers.
  return numberInput(
    column.name,
    column.values.map((value) => value + 0),
    column.kind,
  );
}

const varies = (input: Input): boolean =>
  input.kind === 'category' ? input.categories.length > 1 : input.min < input.max;
