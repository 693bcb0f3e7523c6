import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type AboutText, nl } from './texts/nl.ts';

/** Texts that only the pages about the site show. */
export const texts = { nl, en } as const;

/** Gives these texts in the language of the page. */
export function useTexts(): (key: AboutText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: AboutText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: AboutText, fill?: Fill): string => fillIn(en[key], key, fill);
