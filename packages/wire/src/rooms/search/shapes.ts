import * as z from 'zod/mini';
import { type Answer, count } from '../../words.ts';

/**
 * GET /v1/zoeken/{lang}: everything that can be found, as the index that the page searches in the reader's own browser. It is sent
 * ready-made, since making it takes ten times as long as reading it.
 */
export const SearchResponse = z.object({
  lang: z.enum(['nl', 'en']),
  /** how many things can be found */
  size: count,
  /** of `SearchIndex` in packages/search */
  index: z.record(z.string(), z.unknown()),
});
export type SearchResponse = Answer<typeof SearchResponse>;
