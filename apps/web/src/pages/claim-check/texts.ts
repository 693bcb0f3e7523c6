import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type ClaimCheckText, nl } from './texts/nl.ts';

/** Texts of the claim check only: they load with it, so that other pages stay as light as they were. */
export const texts = { nl, en } as const;

/** Gives the texts of the claim check in their language. */
export function useTexts(): (key: ClaimCheckText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: ClaimCheckText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: ClaimCheckText, fill?: Fill): string => fillIn(en[key], key, fill);
