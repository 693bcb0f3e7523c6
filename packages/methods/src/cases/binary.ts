import { nearest } from '@schaalsprong/words';
import { FuturesError } from '../problems.ts';
import type { CategoryColumn, Column, NumberColumn } from './cases.ts';
import { caseProblems } from './problems.ts';

/** What makes a case one of interest: a number above or below a limit (the limit itself is neither), or a value. */
export type Interest =
  | { readonly above: number }
  | { readonly below: number }
  | { readonly equals: string | number };

/**
 * Per case 1 where it is of interest and 0 where it is not.
 *
 * @param column without missing cells, as `selectCases` gives it
 * @param interest not needed for a column of zeros and ones, or of truth values
 * @throws FuturesError where the column cannot be compared with that, or where all cases or none are of interest, so that
 *   there is nothing to tell apart
 */
export function binaryOutcome(column: Column, interest?: Interest): Uint8Array {
  const of = column.kind === 'category' ? categoryJudge(column, interest) : numberJudge(column, interest);
  const found = Uint8Array.from(column.values, (value) => (of(value) ? 1 : 0));
  const count = found.reduce((sum, one) => sum + one, 0);
  if (count === 0 || count === found.length) {
    throw new FuturesError([caseProblems.oneSided(column.name, count, found.length)]);
  }
  return found;
}

type Judge = (value: number) => boolean;

function numberJudge({ name, values }: NumberColumn, interest: Interest | undefined): Judge {
  if (interest === undefined) {
    const other = values.find((value) => value !== 0 && value !== 1);
    if (other !== undefined) throw new FuturesError([caseProblems.notBinary(name, String(other))]);
    return (value) => value === 1;
  }
  const given =
    'above' in interest ? interest.above : 'below' in interest ? interest.below : Number(interest.equals);
  if (!Number.isFinite(given)) {
    const shown = 'equals' in interest ? String(interest.equals) : String(given);
    throw new FuturesError([caseProblems.limitNumber(name, shown)]);
  }
  if ('above' in interest) return (value) => value > given;
  if ('below' in interest) return (value) => value < given;
  return (value) => value === given;
}

function categoryJudge({ name, categories }: CategoryColumn, interest: Interest | undefined): Judge {
  if (interest === undefined) {
    const other = categories.find((word) => word !== 'true' && word !== 'false');
    if (other !== undefined) throw new FuturesError([caseProblems.notBinary(name, other)]);
    return (value) => categories[value] === 'true';
  }
  if (!('equals' in interest)) throw new FuturesError([caseProblems.limitOnWords(name)]);
  const word = String(interest.equals);
  const place = categories.indexOf(word);
  if (place < 0) {
    throw new FuturesError([caseProblems.category(name, word, nearest(word, categories), categories)]);
  }
  return (value) => value === place;
}
