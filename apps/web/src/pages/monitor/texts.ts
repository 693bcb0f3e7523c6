import { type Fill, fillIn } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { en } from './texts/en.ts';
import { type MonitorText, nl } from './texts/nl.ts';

export type { MonitorText };

/** Texts of these pages only. */
export const texts = { nl, en } as const;

const dutch = (key: MonitorText, fill?: Fill): string => fillIn(nl[key], key, fill);
const english = (key: MonitorText, fill?: Fill): string => fillIn(en[key], key, fill);

/** Gives the texts of these pages in their language. */
export function useTexts(): (key: MonitorText, fill?: Fill) => string {
  const { lang } = useWords();
  return lang === 'nl' ? dutch : english;
}
