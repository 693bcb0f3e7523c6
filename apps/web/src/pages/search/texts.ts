import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { nl, type SearchText } from './texts/nl.ts';

/** Texts of the search only: they load with it, so that other pages stay as light as they were. */
export const texts = { nl, en } as const;

/** Gives the texts of the search in their language. */
export function useTexts(): (key: SearchText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: SearchText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: SearchText, fill?: Fill): string => fillIn(en[key], key, fill);
