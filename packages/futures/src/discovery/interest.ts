import type { Column } from '../cases/cases.ts';
import type { FuturesProblem } from '../problems.ts';
import { discoveryProblems as problems } from './problems.ts';

/**
 * Which values of an outcome make a future of interest: above or below a threshold (neither includes it), equal to a value or
 * category, or 1 (true) in a column that is 0 and 1 (false and true) already.
 */
export type InterestRule =
  | { readonly is: 'above'; readonly threshold: number }
  | { readonly is: 'below'; readonly threshold: number }
  | { readonly is: 'equal'; readonly value: string }
  | { readonly is: 'flagged' };

const truths = ['false', 'true'];

/**
 * Judges every row of a column.
 *
 * @param found gets what is wrong with the rule for this column
 * @returns per row 1 where it is of interest, 0 where not and where there is no value; null where the rule does not fit
 */
export function interestIn(column: Column, rule: InterestRule, found: FuturesProblem[]): Uint8Array | null {
  const test =
    column.kind === 'category' ? ofCategories(column, rule, found) : ofNumbers(column, rule, found);
  return test === null ? null : Uint8Array.from(column.values, (value) => (test(value) ? 1 : 0));
}

type Test = (value: number) => boolean;

function ofNumbers(
  { name, values }: Extract<Column, { values: Float64Array }>,
  rule: InterestRule,
  found: FuturesProblem[],
): Test | null {
  switch (rule.is) {
    case 'above':
      return (value) => value > rule.threshold;
    case 'below':
      return (value) => value < rule.threshold;
    case 'equal': {
      const wanted = rule.value.trim() === '' ? Number.NaN : Number(rule.value);
      if (values.includes(wanted) && !Number.isNaN(wanted)) return (value) => value === wanted;
      found.push(problems.noSuchValue(name, rule.value, someOf(values)));
      return null;
    }
    case 'flagged':
      if (values.every((value) => value === 0 || value === 1 || Number.isNaN(value)))
        return (value) => value === 1;
      found.push(problems.notBinary(name));
      return null;
  }
}

/** The first few different values, for who asked one that is not there. */
function someOf(values: Float64Array): string[] {
  const known = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) known.add(value);
    if (known.size > 8) return [];
  }
  return [...known].sort((a, b) => a - b).map(String);
}

function ofCategories(
  { name, categories }: Extract<Column, { values: Int32Array }>,
  rule: InterestRule,
  found: FuturesProblem[],
): Test | null {
  switch (rule.is) {
    case 'above':
    case 'below':
      found.push(problems.notNumbers(name));
      return null;
    case 'equal': {
      const place = categories.indexOf(rule.value);
      if (place >= 0) return (value) => value === place;
      found.push(problems.noSuchValue(name, rule.value, categories.slice(0, 20)));
      return null;
    }
    case 'flagged': {
      const place = categories.indexOf('true');
      if (categories.every((category) => truths.includes(category))) return (value) => value === place;
      found.push(problems.notBinary(name));
      return null;
    }
  }
}
