import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { nl, type SourcesText } from './texts/nl.ts';

export type { SourcesText };

/** Texts that only the pages under `/bronnen` show. */
export const texts = { nl, en } as const;

/** Gives these texts in the language of the page. */
export function useTexts(): (key: SourcesText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: SourcesText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: SourcesText, fill?: Fill): string => fillIn(en[key], key, fill);
