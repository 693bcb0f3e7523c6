import type { Lang } from '@schaalsprong/words';

/** Words below this length keep their ending. */
const shortest = 4;

const endsInDoubleConsonant = /([bdfgklmnprst])\1$/;
const lastDoubleVowel = /(a|e|o|u)\1(?=[^aeiouy]+$)/;
/** A verb of the third person, but no `markt`, `talent` or `contact`: only after these letters is `t` an ending that often. */
const thirdPerson = /[a-z]{3}(?:w|uk|ak|jk|rk|ijg|rg|ei|aa|oe)t$/;

/** One ending less, or the same word. */
function shorter(word: string): string {
  if (word.length > 6 && word.endsWith('heden')) return `${word.slice(0, -5)}heid`;
  if (
    word.length > shortest &&
    /(?:[^aiu]|.{5}a)s$/.test(word) &&
    !/[is]s$/.test(word) &&
    !/ijs$/.test(word)
  ) {
    return word.slice(0, -1);
  }
  if (word.length > shortest && word.endsWith('en')) return word.slice(0, -2);
  if (word.length > shortest && word.endsWith('e')) return word.slice(0, -1);
  return word;
}

/**
 * Light Dutch stemmer: plural, adjective and verb endings, with the spelling that goes along (`huizen` and `huis`, `banen` and
 * `baan`, `plannen` and `plan`). It need not give a word, only the same letters for forms of one word.
 *
 * @param word lower case, without diacritics
 */
export function stemDutch(word: string): string {
  let stem = word;
  for (let step = 0; step < 2; step += 1) {
    stem = shorter(stem).replace(endsInDoubleConsonant, '$1').replace(/v$/, 'f').replace(/z$/, 's');
  }
  if (thirdPerson.test(stem)) stem = stem.slice(0, -1);
  return stem.replace(lastDoubleVowel, '$1');
}

/**
 * Light English stemmer: plurals, `-ing`, `-ed` and a silent `e`.
 *
 * @param word lower case, without diacritics
 */
export function stemEnglish(word: string): string {
  if (word.length < shortest) return word;
  let stem = word;
  if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:x|ss|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^siu]s$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 6 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 5 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  stem = stem.replace(endsInDoubleConsonant, '$1');
  return stem.length > shortest && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** The stem of a word in a language. */
export const stemOf = (word: string, lang: Lang): string =>
  lang === 'nl' ? stemDutch(word) : stemEnglish(word);
