import type { Notation } from '../numbers.ts';
import type { Place } from '../times.ts';
import type { QuantityForm } from '../types.ts';

/** A scanned quantity as a token range, before its noun and time are resolved. */
export interface Item {
  /** tokens of the figure, and of the words that belong to it (qualifier, unit) */
  readonly from: number;
  readonly to: number;
  readonly form: QuantityForm;
  readonly value: number;
  /** value in the other notation, where it is not certain which one the document keeps to */
  readonly alternative?: number;
  /** ends of a range; null for one number */
  readonly range: readonly [number, number] | null;
  /** null where the noun behind it says what it counts */
  unit: string | null;
  readonly qualifier: string;
  readonly negated: boolean;
  readonly note: string | null;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** A number in digits or words, without unit. */
export interface BareNumber {
  readonly to: number;
  readonly value: number;
  readonly written: 'digits' | 'words';
  readonly grouped: boolean;
  readonly note: string | null;
}

/** The tokens of a document with the lookups that the rules share. */
export interface ScanText extends Place {
  readonly notation: Notation;
  /** in lower case; empty beyond the ends */
  low(i: number): string;
  /** the same, empty where the token is no word */
  word(i: number): string;
  isWord(i: number): boolean;
  glued(i: number): boolean;
  /** whether a quantity may take the token */
  free(i: number): boolean;
  /** number in digits or words that begins at a token, without its unit */
  bareAt(i: number): BareNumber | null;
}

/** A rule of a family: it recognizes one notation of a quantity. */
export interface ScanRule {
  /** what it recognises */
  readonly name: string;
  /**
   * @returns the quantity that starts at a token; null where none of the family does (stop); undefined where the rule does
   * not apply, so that the next rule is tried
   */
  readonly read: (text: ScanText, i: number) => Item | null | undefined;
}

/** Result of the first rule of a family that applies. */
export function readByRules(rules: readonly ScanRule[], text: ScanText, i: number): Item | null {
  for (const { read } of rules) {
    const found = read(text, i);
    if (found !== undefined) return found;
  }
  return null;
}

/** Rounds away floating-point noise. */
export const clean = (x: number): number => (Number.isInteger(x) ? x : Number(x.toPrecision(12)));

/** What is before a figure: the key of its qualifier, where that begins, and whether the figure is negated. */
export interface Before {
  readonly key: string | null;
  readonly at: number;
  readonly negated: boolean;
}

/** A quantity with what is before it. */
export function make(
  found: Pick<Item, 'from' | 'to' | 'form' | 'value' | 'range' | 'unit' | 'note' | 'confidence' | 'reasons'>,
  qualifier: string | null,
  before: Pick<Before, 'at' | 'negated'>,
): Item {
  return {
    from: Math.min(found.from, before.at),
    to: found.to,
    form: found.form,
    value: found.value,
    range: found.range,
    unit: found.unit,
    qualifier: qualifier ?? 'none',
    negated: before.negated,
    note: found.note,
    confidence: found.confidence,
    reasons: found.reasons,
  };
}
