import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { nl, type PictureText } from './texts/nl.ts';

/** Texts of the drawn picture only: they load with it. */
export const texts = { nl, en } as const;

/** Gives the texts of the picture in the language of the page. */
export function useTexts(): (key: PictureText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: PictureText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: PictureText, fill?: Fill): string => fillIn(en[key], key, fill);
