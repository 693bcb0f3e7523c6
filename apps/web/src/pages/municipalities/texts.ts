import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type MunicipalityText, nl } from './texts/nl.ts';

export type { MunicipalityText };

/** Texts of these pages only: they load with them. */
export const texts = { nl, en } as const;

/** Gives the texts of these pages in their language. */
export function useTexts(): (key: MunicipalityText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}

const dutch = (key: MunicipalityText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: MunicipalityText, fill?: Fill): string => fillIn(en[key], key, fill);
