import { type Cases, type Column, selectCases } from '../../cases/index.ts';
import { isConstant } from '../../statistics/moments.ts';
import type { SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** One input of given data, a number per usable case. */
export interface GivenInput {
  readonly name: string;
  /** Numbers as they were; of words their place among the categories. */
  readonly values: Float64Array;
  /** How many categories there are; null for numbers. Words have no order, so methods that need one take them otherwise. */
  readonly categories: number | null;
}

/** Inputs and an outcome, cleaned: no missing numbers, no constant inputs. */
export interface GivenData {
  readonly outcome: string;
  readonly values: Float64Array;
  /** Of an outcome of words, and null for numbers. */
  readonly outcomeCategories: readonly string[] | null;
  readonly inputs: readonly GivenInput[];
  readonly count: number;
  readonly dropped: number;
  readonly warnings: readonly SensitivityWarning[];
}

/** Which columns are inputs, and what the outcome may be. */
export interface GivenOptions {
  /** Names of inputs; every column that is no outcome where it is left out. */
  readonly inputs?: readonly string[] | undefined;
  /** Whether an outcome of more than two words is fit for the method. */
  readonly words?: boolean;
}

/**
 * Prepares a table of cases for a method on given data. Cases with a missing value in the outcome or in an input are dropped and
 * counted; constant inputs are dropped and named. A binary categorical outcome, such as false and true, is coded as 0 and 1.
 *
 * @throws FuturesError with every fault: columns that are not there, an outcome among the inputs or of many words, no inputs
 *   that differ, fewer than `least` cases
 */
export function givenData(
  cases: Cases,
  outcome: string,
  least: number,
  { inputs, words = false }: GivenOptions = {},
): GivenData {
  const selected = selectCases(cases, { outcome, inputs });
  const target = selected.outcome;
  const categories = target.kind === 'category' ? target.categories : null;
  if (categories !== null && categories.length > 2 && !words) {
    refuse([sensitivityProblems.outcomeCategory(outcome)]);
  }
  if (selected.count < least) refuse([sensitivityProblems.tooFew(selected.count, least)]);
  const prepared = selected.inputs.map((column) => ({
    name: column.name,
    values: numbersOf(column),
    categories: column.kind === 'category' ? column.categories.length : null,
  }));
  const differing = prepared.filter(({ values }) => !isConstant(values));
  if (differing.length === 0) refuse([sensitivityProblems.noInputs(outcome)]);
  const fixed = prepared.filter((input) => !differing.includes(input)).map(({ name }) => name);
  return {
    outcome,
    values: numbersOf(target),
    outcomeCategories: categories,
    inputs: differing,
    count: selected.count,
    dropped: selected.dropped,
    warnings: [
      ...(selected.dropped > 0 ? [sensitivityWarnings.dropped(selected.dropped, cases.count)] : []),
      ...(fixed.length > 0 ? [sensitivityWarnings.fixedInputs(fixed)] : []),
    ],
  };
}

const numbersOf = ({ values }: Column): Float64Array =>
  values instanceof Float64Array ? values : Float64Array.from(values);
