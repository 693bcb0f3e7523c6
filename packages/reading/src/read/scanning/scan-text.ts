import type { Notation } from '../numbers.ts';
import type { Place } from '../times.ts';
import { lowAt } from '../tokens.ts';
import { bareNumberAt } from './bare-number.ts';
import type { BareNumber, ScanText } from './scan-rule.ts';

/** Prepares the tokens of a document for the rules. */
export function scanTextOf(place: Place, notation: Notation): ScanText {
  const { tokens, skip } = place;
  const low = (i: number): string => lowAt(tokens, i);
  const isWord = (i: number): boolean => tokens[i]?.kind === 'word';
  // Memoize the last token: every rule reads the number at the same one.
  let lastAt = -1;
  let lastNumber: BareNumber | null = null;
  const text: ScanText = {
    ...place,
    notation,
    low,
    isWord,
    word: (i) => (isWord(i) ? low(i) : ''),
    glued: (i) => tokens[i]?.glued === true,
    free: (i) => tokens[i] !== undefined && skip[i] !== 1 && tokens[i]?.kind !== 'break',
    bareAt(i) {
      if (i !== lastAt) {
        lastNumber = bareNumberAt(text, i);
        lastAt = i;
      }
      return lastNumber;
    },
  };
  return text;
}
