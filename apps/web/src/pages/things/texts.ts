import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { nl, type ThingText } from './texts/nl.ts';

export type { ThingText };

/** Texts of these pages only: they load with them, so that other pages stay as light as they were. */
export const texts = { nl, en } as const;

/** Gives the texts of these pages in their language. */
export function useTexts(): (key: ThingText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: ThingText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: ThingText, fill?: Fill): string => fillIn(en[key], key, fill);
