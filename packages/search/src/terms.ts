import type { Lang } from '@schaalsprong/words';
import { stemOf } from './stem.ts';

/** Without capitals, accents and apostrophes: `Programma’s` is `programmas`. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’‘]/g, '').toLowerCase();

const grouped = String.raw`\d{1,3}(?:[.,   ]\d{3})+(?!\d)`;
const token = new RegExp(String.raw`${grouped}|\d+(?:[.,]\d+)?|[\p{L}\p{N}]+`, 'gu');
const isGrouped = new RegExp(`^${grouped}$`);
const isNumber = /^\d/;

/** Whether a term is a number: it is looked for as it is, without endings or typing errors. */
export const isFigure = (term: string): boolean => isNumber.test(term);

/**
 * The words and numbers of a text, in order, without endings. A number is the same in each notation: `62.000`, `62,000` and `62000`.
 *
 * @param text of a document, or what a reader typed
 */
export function termsOf(text: string, lang: Lang): string[] {
  return (plain(text).match(token) ?? []).map((found) => {
    if (isGrouped.test(found)) return found.replace(/\D/g, '');
    if (isNumber.test(found)) return found.replace(',', '.').replace(/^(\d+)\.0+$/, '$1');
    return stemOf(found, lang);
  });
}

/** Words that say nothing of what is looked for; a question of such words only is kept as it is. */
const dutch =
  'de het een en of in op van te tot voor met is zijn er dat die wat hoe wie aan bij om naar per als door uit we wij ik u je deze dit';
const english =
  'the a an and or in on of to by for with is are there that which what how who at from per as we i you this these it';
const smallStems: Readonly<Record<Lang, ReadonlySet<string>>> = {
  nl: new Set(dutch.split(' ').map((word) => stemOf(word, 'nl'))),
  en: new Set(english.split(' ').map((word) => stemOf(word, 'en'))),
};

/** Whether a term says nothing of what is looked for. */
export const isSmallWord = (term: string, lang: Lang): boolean => smallStems[lang].has(term);
