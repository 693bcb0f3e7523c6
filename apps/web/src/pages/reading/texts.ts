import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { nl, type ReadingText } from './texts/nl.ts';

export type { ReadingText };

/** Texts of this page only: they load with it. */
export const texts = { nl, en } as const;

const dutch = (key: ReadingText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: ReadingText, fill?: Fill): string => fillIn(en[key], key, fill);

/** Gives the texts of this page in its language. */
export function useTexts(): (key: ReadingText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}
