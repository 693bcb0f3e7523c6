import { compareTexts, type Lang } from '@schaalsprong/words';
import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchResult } from 'minisearch';
import { splitCompound } from './compounds.ts';
import { synonymsOf } from './synonyms.ts';
import { isFigure, isSmallWord, termsOf } from './terms.ts';

/** One thing that can be found, in one language. */
export interface SearchDocument {
  /** what it is: `target`, `claim`, `page` */
  readonly kind: string;
  readonly id: string;
  /** where it is, without the language */
  readonly path: string;
  readonly title: string;
  /** what to say of it beside its title: its value, its place in the text; empty where there is nothing */
  readonly note: string;
  /** other names and numbers, as good as the title */
  readonly also: string;
  /** what else it says */
  readonly text: string;
}

/** An index as plain JSON; its form is that of the library, which refuses another version of it. */
export type SerializedIndex = Readonly<Record<string, unknown>>;

/** Something that was found. */
export type SearchHit = Pick<SearchDocument, 'kind' | 'id' | 'path' | 'title' | 'note'> & {
  readonly score: number;
};

/** What is wanted of a search. */
export interface SearchWish {
  /** of one kind only */
  readonly kind?: string | undefined;
  readonly most?: number | undefined;
}

/** All that was found, and how many of each kind. */
export interface SearchFound {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** before `kind` was applied; the kind of the best hit first */
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

/** How much a kind weighs: a page that answers goes before the raw material that it is made of. */
const weights: Readonly<Record<string, number>> = {
  municipality: 2,
  page: 1.5,
  target: 1.6,
  challenge: 1.5,
  constraint: 1.4,
  measure: 1.3,
  pillar: 1.2,
  ambition: 1.2,
  indicator: 1.15,
  conflict: 0.9,
  claim: 1,
  party: 1.1,
  uncertainty: 0.7,
  unknown: 0.7,
  variable: 0.5,
  source: 0.45,
};

/** Fields of the index, with what a find in each is worth. What is shown is stored under other names. */
const boost = { inTitle: 5, inAlso: 4, inText: 1, inParts: 1.5 };
const fields = Object.keys(boost);

interface Indexed extends SearchDocument {
  readonly key: string;
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

const keep = (term: string): string => term;

const optionsOf = (): Options<Indexed> => ({
  idField: 'key',
  fields,
  storeFields: ['kind', 'id', 'path', 'title', 'note'],
  // Terms are made once, by language; the separator stands in no term.
  extractField: (document, field) =>
    fields.includes(field)
      ? (document.terms[field] ?? []).join('\n')
      : String(document[field as keyof SearchDocument | 'key']),
  tokenize: (text) => text.split('\n').filter((term) => term !== ''),
  processTerm: keep,
  searchOptions: { tokenize: (text) => [text], processTerm: keep },
});

/** Below this many finds of all words, finds of some of them are given too, */
const few = 6;
/** where they score at least this part of the best. */
const enough = 0.25;

/** Typing errors that are forgiven in a word of this length. */
const slips = (term: string): number | false =>
  isFigure(term) || term.length < 5 ? false : term.length < 8 ? 1 : 2;

/** An index of documents in one language. */
export class SearchIndex {
  readonly #mini: MiniSearch<Indexed>;
  readonly #lang: Lang;

  private constructor(mini: MiniSearch<Indexed>, lang: Lang) {
    this.#mini = mini;
    this.#lang = lang;
  }

  /** Makes the index of documents. Of two with one kind and id the first counts. */
  static of(documents: readonly SearchDocument[], lang: Lang): SearchIndex {
    const made = new Map<string, Indexed>();
    const known = new Set<string>();
    for (const document of documents) {
      const key = `${document.kind} ${document.id}`;
      if (made.has(key)) continue;
      const terms = {
        inTitle: termsOf(document.title, lang),
        inAlso: termsOf(document.also, lang),
        inText: termsOf(`${document.text} ${document.note}`, lang),
      };
      for (const list of Object.values(terms)) for (const term of list) known.add(term);
      made.set(key, { ...document, key, terms });
    }
    const split = new Map<string, readonly [string, string] | null>();
    const partsOf = (term: string): readonly string[] => {
      let parts = split.get(term);
      if (parts === undefined) {
        parts = isFigure(term) ? null : splitCompound(term, (word) => known.has(word));
        split.set(term, parts);
      }
      return parts ?? [];
    };
    const mini = new MiniSearch<Indexed>(optionsOf());
    mini.addAll(
      [...made.values()].map((one) => ({
        ...one,
        terms: {
          ...one.terms,
          inParts: [...new Set(Object.values(one.terms).flat())].flatMap(partsOf),
        },
      })),
    );
    return new SearchIndex(mini, lang);
  }

  /** An index that `serialized` gave, of the same version. */
  static from(kept: SerializedIndex, lang: Lang): SearchIndex {
    return new SearchIndex(MiniSearch.loadJS<Indexed>(kept as unknown as AsPlainObject, optionsOf()), lang);
  }

  /** The index as plain JSON. */
  serialized(): SerializedIndex {
    return { ...this.#mini.toJSON() };
  }

  /** How many things it holds. */
  get size(): number {
    return this.#mini.documentCount;
  }

  /**
   * What a question finds, best first: every word, with its other forms, the words of one meaning and a typing error or two; where
   * that is nothing, compounds by their parts; where that is nothing either, any of the words.
   */
  search(question: string, { kind, most }: SearchWish = {}): SearchFound {
    const all = termsOf(question, this.#lang);
    const telling = all.filter((term) => !isSmallWord(term, this.#lang));
    const terms = telling.length > 0 ? telling : all;
    if (terms.length === 0) return { hits: [], total: 0, kinds: [] };
    let found = this.#run(terms, 'AND', false);
    if (found.length === 0) found = this.#run(terms, 'AND', true);
    const isPartial = found.length < few && terms.length > 1;
    if (isPartial) found = this.#run(terms, 'OR', true);
    const ranked = found
      .map((hit) => this.#hit(hit, terms))
      .sort((a, b) => b.score - a.score || compareTexts(a.title, b.title));
    const least = isPartial ? (ranked[0]?.score ?? 0) * enough : 0;
    const scored = ranked.filter(({ score }) => score >= least);
    const counts = new Map<string, number>();
    for (const hit of scored) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
    const wanted = kind === undefined ? scored : scored.filter((hit) => hit.kind === kind);
    return {
      hits: most === undefined ? wanted : wanted.slice(0, most),
      total: wanted.length,
      kinds: [...counts].map(([of, count]) => ({ kind: of, count })),
    };
  }

  #run(terms: readonly string[], combineWith: 'AND' | 'OR', isSplit: boolean): readonly SearchResult[] {
    const query: Query = {
      combineWith,
      queries: terms.map((term, i) => this.#alternatives(term, i === terms.length - 1, isSplit)),
    };
    return this.#mini.search(query, {
      boost,
      weights: { fuzzy: 0.3, prefix: 0.4 },
      boostDocument: (_id, _term, stored) => weights[String(stored?.kind)] ?? 1,
    });
  }

  /** A word as it is, its beginnings and slips, words of one meaning, and where wanted the parts of a compound. */
  #alternatives(term: string, isLast: boolean, isSplit: boolean): Query {
    const isPrefix = isFigure(term) ? isLast && term.length > 1 : term.length > 2;
    const same: Query[] = synonymsOf(term, this.#lang).map((other) => ({
      queries: [other],
      boostTerm: () => 0.7,
    }));
    const parts = isSplit ? splitCompound(term, (word) => this.#has(word)) : null;
    const both = { combineWith: 'AND', queries: parts === null ? [] : [...parts], prefix: true } as const;
    return {
      combineWith: 'OR',
      queries: [
        { queries: [term], prefix: isPrefix, fuzzy: slips(term) },
        ...same,
        ...(parts === null ? [] : [both]),
      ],
    };
  }

  #has(term: string): boolean {
    return this.#mini.search(term).length > 0;
  }

  #hit(result: SearchResult, terms: readonly string[]): SearchHit {
    const { kind, id, path, title, note } = result as unknown as SearchDocument;
    const words = termsOf(title, this.#lang).join(' ');
    const asked = terms.join(' ');
    // `Gemeente Veldhoven` is what `Veldhoven` asks for.
    const isItsName = kind === 'party' && words.endsWith(` ${asked}`);
    const nearness = words === asked ? 3 : isItsName ? 1.6 : words.startsWith(`${asked} `) ? 1.3 : 1;
    return { kind, id, path, title, note, score: result.score * nearness };
  }
}
