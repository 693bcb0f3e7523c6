import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type ModelText, nl } from './texts/nl.ts';

export type { ModelText };

/** Texts of this page only: they load with it, so that other pages stay as light as they were. */
export const texts = { nl, en } as const;

/** Gives the texts of this page in its language. */
export function useTexts(): (key: ModelText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: ModelText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: ModelText, fill?: Fill): string => fillIn(en[key], key, fill);
