import { at } from '@schaalsprong/words';
import { unitOfNoun } from './counted.ts';
import {
  currencySigns,
  currencyWords,
  gluedUnits,
  isLabelNoun,
  percentWords,
  pointWords,
  scales,
  wholeUnits,
} from './lexicon.ts';
import type { Notation } from './numbers.ts';
import { type Place, rawOf } from './times.ts';

/** The decimal notation of a document, and whether its own figures contradict it. */
export interface NotationOfDocument {
  readonly notation: Notation;
  /** more than one clear figure in ten is written the other way, so that `1.769` may be either */
  readonly contested: boolean;
}

/** Threshold: this many unambiguous figures in the other notation override the language where none confirm it. */
const fewest = 4;
/** Majority factor at which the other notation replaces that of the language. */
const ahead = 3;
/** Tolerance: one unambiguous figure in so many may be a typo. */
const slip = 10;

export const otherNotation = (notation: Notation): Notation => (notation === 'comma' ? 'point' : 'comma');

/**
 * Which sign a document writes before its decimals: that of the figures that read in one way only, else that of its
 * language. Only quantities are evidence: numbers with a unit, a currency or a per cent behind or before them, and
 * thousands that cannot be decimals. The number of a section, table or version is none.
 */
export function notationOf(place: Place): NotationOfDocument {
  const own: Notation = place.language === 'nl' ? 'comma' : 'point';
  let mine = 0;
  let others = 0;
  place.tokens.forEach((token, i) => {
    if (token.kind !== 'number' || token.raw.length > 40) return;
    const evidence = evidenceAt(place, i);
    if (evidence === null) return;
    if (evidence === own) mine++;
    else others++;
  });
  const notation = others >= fewest && others > mine * ahead ? otherNotation(own) : own;
  const [agree, contradict] = notation === own ? [mine, others] : [others, mine];
  return { notation, contested: contradict * slip > agree };
}

/** The notation of one number, where it is an unambiguous quantity. */
function evidenceAt(place: Place, i: number): Notation | null {
  const raw = rawOf(place, i);
  if (place.skip[i] === 1 || !/[.,]/.test(raw) || isReference(place, i)) return null;
  const groups = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:([.,])\d{1,6})?$/.exec(raw);
  if (groups !== null) {
    const [whole, , decimalSign] = groups;
    const sign = at(groups, 1);
    // 12.345.678 and 1.234,5; where both signs are the same it is a number of something else.
    if (decimalSign !== undefined) return decimalSign === sign ? null : decimalBy(decimalSign);
    const many = whole.indexOf(sign) !== whole.lastIndexOf(sign);
    // Homes are discrete: 1.769 of them must be a thousands separator.
    if (many || whole.endsWith('000') || countsWholes(place, i)) {
      return otherNotation(decimalBy(sign));
    }
    return null;
  }
  const decimals = /^\d{1,9}([.,])\d{1,2}$|^0([.,])\d{3}$/.exec(raw);
  return decimals !== null && isMeasured(place, i) ? decimalBy(decimals[1] ?? at(decimals, 2)) : null;
}

const decimalBy = (sign: string): Notation => (sign === ',' ? 'comma' : 'point');

/** Whether a number refers to a part of a document: behind a label or `§`, or as the number of a heading. */
function isReference({ tokens }: Place, i: number): boolean {
  const before = tokens[i - 1];
  if (before === undefined || before.kind === 'break') {
    return /^\d{1,3}\.\d{1,2}$/.test(at(tokens, i).raw);
  }
  if (before.raw === '§') return true;
  const label = before.raw === '.' && before.glued ? tokens[i - 2] : before;
  return label?.kind === 'word' && isLabelNoun(label.low);
}

const isTitle = (word: string): boolean => /^\p{Lu}\p{Ll}{2,}/u.test(word);

/** Whether a number has a unit, a currency or a per cent. */
function isMeasured({ tokens }: Place, i: number): boolean {
  const before = tokens[i - 1];
  if (before !== undefined && currencySigns[before.raw] !== undefined) return true;
  if (before?.kind === 'word' && Object.hasOwn(currencyWords, before.low)) return true;
  const behind = tokens[i + 1];
  if (behind === undefined || behind.kind === 'break') return false;
  if (behind.kind !== 'word') return /^[%‰]$/.test(behind.raw) || currencySigns[behind.raw] !== undefined;
  if (behind.glued && gluedUnits.has(behind.low)) return true;
  // The title of a section: `1.1 Woningen`.
  if (isTitle(behind.raw)) return false;
  return (
    percentWords.has(behind.low) ||
    pointWords.has(behind.low) ||
    behind.low === 'promille' ||
    Object.hasOwn(scales, behind.low) ||
    Object.hasOwn(currencyWords, behind.low) ||
    unitOfNoun(behind.low) !== null
  );
}

/** Whether a number counts discrete units: `1.769 woningen`. */
function countsWholes({ tokens }: Place, i: number): boolean {
  const behind = tokens[i + 1];
  const unit = behind?.kind === 'word' && !isTitle(behind.raw) ? unitOfNoun(behind.low) : null;
  return unit !== null && wholeUnits.has(unit);
}
