import type { SearchText } from './texts/nl.ts';
import { texts } from './texts.ts';

const isText = (key: string): key is SearchText => Object.hasOwn(texts.nl, key);

/** What things of a kind are called; a kind that these texts do not know is something else. */
export function kindTitle(kind: string, lang: 'nl' | 'en'): string {
  const key = `kind.${kind}`;
  return texts[lang][isText(key) ? key : 'kind.other'];
}
