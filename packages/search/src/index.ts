/** Search over everything that has a place on the site, in Dutch and English, for Node and the browser alike. */
export {
  type SearchDocument,
  type SearchFound,
  type SearchHit,
  SearchIndex,
  type SearchWish,
  type SerializedIndex,
} from './search-index.ts';
export { termsOf } from './terms.ts';
