/** Words of Dutch and English policy texts, without the index and its library. */
export { splitCompound } from './compounds.ts';
export { synonymsOf } from './synonyms.ts';
export { isFigure, isSmallWord, plain, termsOf } from './terms.ts';
