import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type MapText, nl } from './texts/nl.ts';

/** Texts of the maps only: they load with them. */
export const texts = { nl, en } as const;

/** Gives the texts of the maps in the language of the page. */
export function useTexts(): (key: MapText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: MapText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: MapText, fill?: Fill): string => fillIn(en[key], key, fill);
