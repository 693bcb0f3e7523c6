import { type FoundQuantity, findQuantities } from '@schaalsprong/reading/quantities';
import type { Interval, Lang, Units } from '@schaalsprong/words';
import type { Ledger } from './ledger.ts';

/** A number of a sentence, as the reader of documents finds it. */
export interface Figure {
  /** as typed */
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  readonly value: number;
  /** what the number and the word before it can mean */
  readonly interval: Interval;
  readonly isRange: boolean;
  /** unit of the region, or the noun itself */
  readonly unit: string;
  readonly qualifier: string;
  /** the year that it is for, or of; null where the sentence says none */
  readonly year: string | null;
  readonly counted: string;
  readonly isDenied: boolean;
}

const yearOf = (found: FoundQuantity): string | null => found.horizon ?? found.period;

/** The numbers of a sentence in order; a year is one only where the sentence has no other. */
export function figuresOf(
  text: string,
  lang: Lang,
  { qualifiers, published }: Pick<Ledger, 'qualifiers' | 'published'>,
): { readonly figures: readonly Figure[]; readonly year: string | null } {
  const { claims } = findQuantities(
    {
      name: '',
      format: 'txt',
      language: lang,
      text,
      pages: [{ number: 1, offset: 0 }],
      warnings: [],
    },
    { qualifiers, published, lists: false },
  );
  const isYear = (found: FoundQuantity): boolean => found.unit === 'year' || found.form === 'date';
  const years = claims.filter(isYear);
  const figures = claims.filter((found) => !isYear(found));
  const year = years[0] === undefined ? null : String(years[0].value);
  return {
    year: year ?? figures.map(yearOf).find((one) => one !== null) ?? null,
    figures: figures.map((found) => ({
      text: found.text,
      offset: found.offset,
      end: found.end,
      value: found.value,
      interval: found.interval,
      isRange: found.form === 'range',
      unit: found.unit,
      qualifier: found.qualifier,
      year: yearOf(found) ?? (figures.length === 1 ? year : null),
      counted: found.counted,
      isDenied: found.negated,
    })),
  };
}

/** Units that count about the same things, so that a number of one is worth laying beside a number of the other. */
const families: readonly (readonly string[])[] = [
  ['homes', 'units', 'households'],
  ['people', 'jobs', 'places', 'fte', 'students', 'pupils'],
  ['percent', 'percent-point', 'share'],
];

/** How two units relate: one, counting about the same, the same but a year, or something else. */
export type UnitRelation = 'same' | 'alike' | 'rate' | 'other';

/** How many of the smallest unit of its kind one of a unit is, by the `above` of units: a million euros is a million euros. */
function inSmallest(unit: string, units: Units): { readonly base: string; readonly times: number } {
  for (const [smaller, format] of Object.entries(units)) {
    if (format.above?.unit !== unit) continue;
    const below = inSmallest(smaller, units);
    return { base: below.base, times: below.times * format.above.divide };
  }
  return { base: unit, times: 1 };
}

/** What is left of a unit without `per year`. */
const total = (unit: string): string => unit.replace(/-per-year$/, '');

/** A unit, and whether its number is one of each year: the words may say so where the unit does not. */
export interface RatedUnit {
  readonly unit: string;
  readonly perYear: boolean;
}

/** A unit with what the words beside it say of years. */
export const rated = (unit: string, perYear: boolean): RatedUnit => ({
  unit: total(unit),
  perYear: perYear || unit !== total(unit),
});

/**
 * Compares the unit of a number in a sentence with that of a claim.
 *
 * @returns `times` turns a value of the sentence into the unit of the claim; 1 where the units differ
 */
export function compareUnits(
  typed: RatedUnit,
  claimed: RatedUnit,
  units: Units,
): { readonly relation: UnitRelation; readonly times: number } {
  const [a, b] = [inSmallest(typed.unit, units), inSmallest(claimed.unit, units)];
  const isRate = typed.perYear !== claimed.perYear;
  if (a.base === b.base) return { relation: isRate ? 'rate' : 'same', times: a.times / b.times };
  if (families.some((family) => family.includes(typed.unit) && family.includes(claimed.unit)))
    return { relation: isRate ? 'rate' : 'alike', times: 1 };
  // A number without a noun of which the lexicon knows the unit counts what its noun says: the words decide.
  const isBare = typed.unit === 'count' || units[typed.unit] === undefined;
  if (isBare && !/^(percent|ratio|index|eur|rank|year)/.test(claimed.unit))
    return { relation: isRate ? 'rate' : 'alike', times: 1 };
  return { relation: 'other', times: 1 };
}
