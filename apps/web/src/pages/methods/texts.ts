import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type MethodsText, nl } from './texts/nl.ts';

export type { MethodsText };

/** Texts of this page only. */
export const texts = { nl, en } as const;

/** Gives the texts of this page in its language. */
export function useTexts(): (key: MethodsText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: MethodsText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: MethodsText, fill?: Fill): string => fillIn(en[key], key, fill);
