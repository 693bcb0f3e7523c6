import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type BoxText, nl } from './texts/nl.ts';

export type { BoxText };

/** Texts of boxes: they load with the pages that show them. */
export const texts = { nl, en } as const;

/** Gives these texts in the language of the page. */
export function useTexts(): (key: BoxText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: BoxText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: BoxText, fill?: Fill): string => fillIn(en[key], key, fill);
