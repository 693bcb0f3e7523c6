import { splitCompound } from '@schaalsprong/search/language';
import { distance, type Lang, type Text } from '@schaalsprong/words';
import { meanTheSame, tellingWords, type Word } from './words-of-sentence.ts';

/** How a word of a sentence is one of a claim: the word itself, a part of it, one of its meaning, or the word with a typing error. */
export type WordMatch = 'same' | 'part' | 'meaning' | 'spelling';

/** A word of a sentence, and the word of the claim that it is. */
export interface MatchedWord {
  readonly typed: string;
  readonly found: string;
  readonly how: WordMatch;
}

/** What a sentence and a claim have in common. */
export interface SubjectMatch {
  readonly id: string;
  readonly words: readonly MatchedWord[];
  /** telling words of the sentence that neither the claim nor its target has */
  readonly missing: readonly string[];
  /** share of the sentence, weighted by how rare its words are, that the claim has; and the other way round */
  readonly ofSentence: number;
  readonly ofClaim: number;
}

/** Something that a sentence may be about. */
export interface Subject {
  readonly id: string;
  /** what it says itself */
  readonly text: Text;
  /** names of what it is about */
  readonly about: readonly Text[];
}

interface Document {
  readonly id: string;
  /** words of the claim itself, by stem */
  readonly own: ReadonlyMap<string, string>;
  /** words of its targets and what measures them */
  readonly around: ReadonlyMap<string, string>;
}

/** What a match of each kind is worth. */
const worth: Readonly<Record<WordMatch, number>> = { same: 1, meaning: 0.8, part: 0.75, spelling: 0.7 };
/** What a word of the target is worth beside one of the claim. */
const aroundWorth = 0.7;
/** What a word that no claim has weighs, beside the rarest word that one has. */
const unknownWeight = 0.8;

const byStem = (words: readonly Word[]): ReadonlyMap<string, string> =>
  new Map(words.map(({ term, typed }) => [term, typed]));

/** `gebouwd` is a form of `bouw`, `opgeleverd` of `oplever`: the stem without the `ge` of a participle. */
const withoutParticiple = (term: string): string =>
  /^ge.{3,}[dt]$/.test(term)
    ? term.slice(2, -1)
    : term.replace(/^(op|af|in|uit|aan|toe)ge(.{3,})[dt]$/, '$1$2');

/** Finds claims by what they are about. Made once per ledger; a sentence takes a few milliseconds. */
export class Subjects {
  readonly #documents: Readonly<Record<Lang, readonly Document[]>>;
  readonly #weights: Readonly<Record<Lang, ReadonlyMap<string, number>>>;
  readonly #rarest: number;

  readonly #known: Readonly<Record<Lang, Map<string, ReadonlyMap<string, WordMatch>>>> = {
    nl: new Map(),
    en: new Map(),
  };
  /** Stems by their form without a participle. */
  readonly #roots: Readonly<Record<Lang, readonly (readonly [string, string])[]>>;

  constructor(subjects: readonly Subject[]) {
    const documentsIn = (lang: Lang): Document[] =>
      subjects.map(({ id, text, about }) => ({
        id,
        own: byStem(tellingWords(text[lang], lang)),
        around: byStem(tellingWords(about.map((one) => one[lang]).join(' . '), lang)),
      }));
    const weightsOf = (documents: readonly Document[]): ReadonlyMap<string, number> => {
      const count = new Map<string, number>();
      for (const { own, around } of documents)
        for (const stem of new Set([...own.keys(), ...around.keys()]))
          count.set(stem, (count.get(stem) ?? 0) + 1);
      return new Map([...count].map(([stem, n]) => [stem, Math.log(1 + documents.length / n)]));
    };
    this.#documents = { nl: documentsIn('nl'), en: documentsIn('en') };
    this.#weights = { nl: weightsOf(this.#documents.nl), en: weightsOf(this.#documents.en) };
    this.#rarest = Math.log(1 + subjects.length);
    const rootsOf = (lang: Lang) =>
      [...this.#weights[lang].keys()].map((stem) => [stem, withoutParticiple(stem)] as const);
    this.#roots = { nl: rootsOf('nl'), en: rootsOf('en') };
  }

  /**
   * What a sentence has in common with each claim with which it has something in common, best first.
   *
   * @param typed words of the sentence, without names of places
   */
  match(typed: readonly Word[], lang: Lang): readonly SubjectMatch[] {
    const weights = this.#weights[lang];
    const words = [...new Map(typed.map((word) => [word.term, word])).values()];
    const alternatives = words.map((word) => this.#alternatives(word.term, lang));
    // A word that no claim has in any form says that the sentence is about something else, and weighs so.
    const weightOf = (term: string, known: ReadonlyMap<string, WordMatch>): number =>
      weights.get(term) ??
      (known.size > 0
        ? Math.max(...[...known.keys()].map((stem) => weights.get(stem) ?? 0))
        : this.#rarest * unknownWeight);
    const weighed = words.map((word, i) => weightOf(word.term, alternatives[i] ?? new Map()));
    const all = weighed.reduce((sum, weight) => sum + weight, 0);
    if (all === 0) return [];
    return this.#documents[lang]
      .flatMap((document): SubjectMatch[] => {
        const matched: MatchedWord[] = [];
        const missing: string[] = [];
        const hit = new Map<string, number>();
        let got = 0;
        words.forEach((word, i) => {
          const best = bestOf(document, alternatives[i] ?? new Map());
          if (best === null) {
            missing.push(word.typed);
            return;
          }
          got += (weighed[i] ?? 0) * best.worth;
          matched.push({ typed: word.typed, found: best.found, how: best.how });
          if (best.isOwn) hit.set(best.stem, Math.max(hit.get(best.stem) ?? 0, best.worth));
        });
        if (matched.length === 0) return [];
        let whole = 0;
        let own = 0;
        for (const stem of document.own.keys()) {
          const weight = weights.get(stem) ?? 0;
          whole += weight;
          own += weight * (hit.get(stem) ?? 0);
        }
        return [
          {
            id: document.id,
            words: matched,
            missing,
            ofSentence: got / all,
            ofClaim: whole === 0 ? 0 : own / whole,
          },
        ];
      })
      .sort((a, b) => b.ofSentence + b.ofClaim - (a.ofSentence + a.ofClaim));
  }

  /** Stems of the claims that a word may be, with how; remembered, since words come back. */
  #alternatives(term: string, lang: Lang): ReadonlyMap<string, WordMatch> {
    const before = this.#known[lang].get(term);
    if (before !== undefined) return before;
    const found = this.#lookUp(term, lang);
    this.#known[lang].set(term, found);
    return found;
  }

  #lookUp(term: string, lang: Lang): ReadonlyMap<string, WordMatch> {
    const found = new Map<string, WordMatch>();
    const known = this.#weights[lang];
    const add = (stem: string, how: WordMatch): void => {
      if (known.has(stem) && !found.has(stem)) found.set(stem, how);
    };
    add(term, 'same');
    const root = withoutParticiple(term);
    for (const [stem, its] of this.#roots[lang]) {
      if (its === root) add(stem, 'same');
      else if (meanTheSame(term, stem, lang) || meanTheSame(root, stem, lang)) add(stem, 'meaning');
      // `huurwoning` is a `woning`, and `tech` begins `techniek`.
      else if (isPartOf(stem, term) || isPartOf(term, stem)) add(stem, 'part');
    }
    for (const part of splitCompound(term, (word) => known.has(word)) ?? []) add(part, 'part');
    if (found.size === 0 && term.length >= 5) {
      const most = term.length < 8 ? 1 : 2;
      for (const stem of known.keys()) {
        const isOfItsLength = stem.length >= 5 && Math.abs(stem.length - term.length) <= most;
        if (isOfItsLength && distance(stem, term) <= most) add(stem, 'spelling');
      }
    }
    return found;
  }
}

/** Whether a word begins or ends a longer one. */
const isPartOf = (part: string, whole: string): boolean =>
  part.length >= 5 && whole.length > part.length + 1 && (whole.startsWith(part) || whole.endsWith(part));

function bestOf(
  document: Document,
  alternatives: ReadonlyMap<string, WordMatch>,
): {
  readonly stem: string;
  readonly found: string;
  readonly how: WordMatch;
  readonly worth: number;
  readonly isOwn: boolean;
} | null {
  let best: ReturnType<typeof bestOf> = null;
  for (const [stem, how] of alternatives) {
    const own = document.own.get(stem);
    const found = own ?? document.around.get(stem);
    if (found === undefined) continue;
    const value = worth[how] * (own === undefined ? aroundWorth : 1);
    if (best === null || value > best.worth)
      best = { stem, found, how, worth: value, isOwn: own !== undefined };
  }
  return best;
}
