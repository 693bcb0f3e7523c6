import type { Claim } from '@schaalsprong/agenda';
import type { FoundQuantity } from '@schaalsprong/reading/quantities';

/** One figure of a claim at one of its places. */
export interface Expected {
  readonly claim: string;
  readonly figure: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string;
  /** `figure` holds a number, `counted` is a list that the claim counts, `word` is a word that judges */
  readonly sort: 'figure' | 'counted' | 'word';
}

const numberWord =
  /(^|\s)(een kwart|een derde|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|eerste|tiende plaats|tweemaal)($|\s)/i;
const year = /\b(19|20)\d\d\b/;

/**
 * Every place of a claim, with its figure. A figure with digits or a number word is one to find; `10 jaar` has; a list
 * of names, a letter or a heading that the claim counts is an enumeration; any other word judges without a number.
 */
export function expectedOf(claim: Claim): readonly Expected[] {
  return claim.places.map((place, index) => {
    const figure = typeof claim.figure === 'string' ? claim.figure : (claim.figure[index] ?? '');
    const digits = /\d/.test(figure);
    const label = /^(pijler|opgave) \d+$/i.test(figure) || /\d+, \d+ en \d+ \p{L}+ \d{4}/u.test(figure);
    // A code such as mbo4 has a digit but no number.
    const code = claim.unit === 'count' && /[,;]|\ben\b/.test(figure) && !/^\d+$/.test(figure);
    const counts = claim.unit === 'count' && (label || code || !(digits || numberWord.test(figure)));
    const sort = counts
      ? 'counted'
      : digits || numberWord.test(figure) || year.test(figure)
        ? 'figure'
        : 'word';
    return {
      claim: claim.id,
      figure,
      from: place.from,
      to: place.to,
      value: claim.value,
      unit: claim.unit,
      sort,
    };
  });
}

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s.’']+/g, ' ')
    .trim();

/**
 * Whether a found quantity is the figure: on its lines, with its value, its words within the words of the figure or the
 * other way round, per cent where it is per cent, a year where it is one, money where it is money.
 * @param slack lines more on both sides, for lists, where the words are not compared
 */
export function matches(expected: Expected, found: FoundQuantity, slack = 0): boolean {
  if (found.line < expected.from - slack || found.line > expected.to + slack) return false;
  if (!close(expected.value, found.value)) return false;
  if (expected.sort === 'figure') {
    const [a, b] = [flat(expected.figure), flat(found.text)];
    if (!a.includes(b) && !b.includes(a)) return false;
  }
  if ((expected.unit === 'percent') !== (found.unit === 'percent')) return false;
  if ((expected.unit === 'year') !== (found.unit === 'year')) return false;
  return expected.unit.startsWith('eur') === found.unit.startsWith('eur');
}
