import type { SearchIndex } from '@schaalsprong/search';
import type { Lang } from '@schaalsprong/words';
import { client } from '../lib/resource.ts';

const opened = new Map<Lang, Promise<SearchIndex>>();

/**
 * The index of a language: fetched, with the code that searches it, when somebody first asks for it. After a failure the next call
 * tries again.
 *
 * @throws ClientError where the index cannot be fetched
 */
export function openSearch(lang: Lang): Promise<SearchIndex> {
  const known = opened.get(lang);
  if (known !== undefined) return known;
  const made = Promise.all([import('@schaalsprong/search'), client.search({ params: { lang } })]).then(
    ([{ SearchIndex }, { index }]) => SearchIndex.from(index, lang),
  );
  opened.set(lang, made);
  made.catch(() => opened.delete(lang));
  return made;
}
