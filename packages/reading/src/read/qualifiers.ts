import type { Qualifiers } from '@schaalsprong/agenda/claims';
import { at } from '@schaalsprong/words';

/** Hedges and bounds before or after a number. Longest first; `?` is a wildcard for one word. */
const before: readonly (readonly [string, string])[] = (
  [
    ['ruim', 'ruim|iets meer dan|just over|slightly more than|een kleine|a little over|well over|goed'],
    [
      'bijna',
      'bijna|nearly|almost|just under|close to|krap|nagenoeg|haast|tegen de|iets minder dan|net geen|slightly less than|just below|not quite',
    ],
    [
      'circa',
      "circa|ca|ongeveer|around|about|approximately|approx|roughly|some|rond de|rond|omstreeks|om en nabij|grofweg|pakweg|naar schatting|in the order of|in de orde van|~|≈|plusminus|±|an estimated|gemiddeld zo'n",
    ],
    ['zo-n', "zo'n|zo een"],
    [
      'ten-minste',
      'ten minste|tenminste|minstens|op zijn minst|at least|no fewer than|no less than|not less than|niet minder dan|vanaf|≥|> =|ten minste met|geen minder dan',
    ],
    ['minimaal', 'minimaal|minimale|minimum|een minimum van|a minimum of|minimum of|minimally|minimaal met'],
    [
      'maximaal',
      'maximaal|maximale|maximum|hoogstens|ten hoogste|hooguit|at most|no more than|not more than|niet meer dan|niet hoger dan|not exceeding|not exceed|up to|a maximum of|maximum of|een maximum van|≤|< =|niet langer dan|no longer than|niet boven|capped at|tot maximaal|tot ten hoogste|nooit meer dan|never more than|geen meer dan',
    ],
    [
      'meer-dan',
      'meer dan|more than|over|boven|boven de|above|exceeding|exceeds|exceed|hoger dan|higher than|groter dan|greater than|larger than|langer dan|longer than|>|in excess of|uitkomend boven|upwards of',
    ],
    [
      'minder-dan',
      'minder dan|less than|fewer than|onder de|onder|below|under|lager dan|lower than|kleiner dan|smaller than|<|korter dan|shorter than',
    ],
  ] as const
).flatMap(([key, text]) => text.split('|').map((words) => [words, key] as const));

interface Pattern {
  readonly words: readonly string[];
  readonly key: string;
}
/** Index by last word, so that few patterns are tried at each number. */
const byLast = new Map<string, Pattern[]>();
for (const [text, key] of before) {
  const words = text.split(' ');
  const last = at(words, words.length - 1);
  byLast.set(last, [...(byLast.get(last) ?? []), { words, key }]);
}
for (const list of byLast.values()) list.sort((a, b) => b.words.length - a.words.length);

/**
 * The qualifier that ends with the word before a number.
 * @param wordBefore gives the words before the number, 1 for the nearest
 * @returns its key and how many words it takes
 */
export function qualifierBefore(
  wordBefore: (distance: number) => string,
): { readonly key: string; readonly taken: number } | null {
  for (const { words, key } of byLast.get(wordBefore(1)) ?? []) {
    if (words.every((word, i) => word === wordBefore(words.length - i))) return { key, taken: words.length };
  }
  return null;
}

const behind: readonly (readonly [readonly string[], string])[] = [
  [['of', 'meer'], 'ten-minste'],
  [['or', 'more'], 'ten-minste'],
  [['of', 'langer'], 'ten-minste'],
  [['or', 'longer'], 'ten-minste'],
  [['en', 'meer'], 'ten-minste'],
  [['of', 'hoger'], 'ten-minste'],
  [['or', 'higher'], 'ten-minste'],
  [['of', 'minder'], 'maximaal'],
  [['or', 'less'], 'maximaal'],
  [['or', 'fewer'], 'maximaal'],
  [['of', 'lager'], 'maximaal'],
  [['plus'], 'ten-minste'],
  [['+'], 'ten-minste'],
];

/** The qualifier after a number or after its noun: `5.000 of meer`, `500+`. */
export function qualifierBehind(
  wordBehind: (distance: number) => string,
): { readonly key: string; readonly taken: number } | null {
  for (const [words, key] of behind) {
    if (words.every((word, i) => word === wordBehind(i + 1))) return { key, taken: words.length };
  }
  return null;
}

/** Default qualifier table, for where no region gives its own. */
export const defaultQualifiers: Qualifiers = {
  none: { words: ['-'], low: 0.975, high: 1.025, lowOpen: false, highOpen: false, rounding: true },
  exact: { words: ['-'], low: 1, high: 1, lowOpen: false, highOpen: false, rounding: false },
  'about-word': { words: ['-'], low: 0.95, high: 1.05, lowOpen: false, highOpen: false, rounding: false },
  ruim: { words: ['ruim'], low: 1, high: 1.1, lowOpen: false, highOpen: false, rounding: false },
  bijna: { words: ['bijna'], low: 0.9, high: 1, lowOpen: false, highOpen: true, rounding: false },
  circa: { words: ['circa'], low: 0.95, high: 1.05, lowOpen: false, highOpen: false, rounding: false },
  'zo-n': { words: ["zo'n"], low: 0.95, high: 1.05, lowOpen: false, highOpen: false, rounding: false },
  'meer-dan': { words: ['meer dan'], low: 1, high: null, lowOpen: true, highOpen: false, rounding: false },
  'minder-dan': {
    words: ['minder dan'],
    low: null,
    high: 1,
    lowOpen: false,
    highOpen: true,
    rounding: false,
  },
  'ten-minste': {
    words: ['ten minste'],
    low: 1,
    high: null,
    lowOpen: false,
    highOpen: false,
    rounding: false,
  },
  minimaal: { words: ['minimaal'], low: 1, high: null, lowOpen: false, highOpen: false, rounding: false },
  maximaal: { words: ['maximaal'], low: null, high: 1, lowOpen: false, highOpen: false, rounding: false },
  tot: { words: ['tot'], low: null, high: 1, lowOpen: false, highOpen: false, rounding: false },
  uiterlijk: { words: ['uiterlijk'], low: null, high: 1, lowOpen: false, highOpen: false, rounding: false },
  'tot-en-met': {
    words: ['tot en met'],
    low: null,
    high: 1,
    lowOpen: false,
    highOpen: false,
    rounding: false,
  },
  'top-n': { words: ['top'], low: null, high: 1, lowOpen: false, highOpen: false, rounding: false, floor: 1 },
};
