import { articles, durationUnits, ofWords, perUnits, stops, unitOf } from './lexicon.ts';
import type { Item } from './scan.ts';
import { lowAt, rawAt, type Token } from './tokens.ts';

/** What a figure counts. */
export interface Counted {
  /** as in the text; empty where nothing was found */
  readonly text: string;
  readonly quantity: string;
  readonly unit: string;
  /** index behind the last token of the phrase */
  readonly to: number;
  /** `per 1.000 inwoners` and the like, whose number is no quantity of its own */
  readonly perTo: number;
  /** true where the words follow the figure directly */
  readonly direct: boolean;
}

/** Heads of compound nouns that determine the unit: `studentenwoningen`, `techniekbanen`. */
const endings: readonly (readonly [string, string])[] = [
  ['woningen', 'homes'],
  ['woning', 'homes'],
  ['appartementen', 'homes'],
  ['banen', 'jobs'],
  ['arbeidsplaatsen', 'places'],
  ['vacatures', 'jobs'],
  ['eenheden', 'units'],
  ['studenten', 'students'],
  ['leerlingen', 'pupils'],
  ['medewerkers', 'people'],
  ['werkers', 'people'],
  ['werknemers', 'people'],
  ['afgestudeerden', 'people'],
  ['instromers', 'people'],
  ['bedrijven', 'firms'],
  ['aanvragen', 'patents'],
  ['bedden', 'beds'],
  ['huishoudens', 'households'],
  ['voertuigen', 'vehicles'],
];

/** Unit that a noun is counted in, or null. */
export function unitOfNoun(word: string): string | null {
  const known = unitOf.get(word);
  if (known !== undefined) return known;
  for (const [ending, unit] of endings) {
    if (word.length > ending.length && word.endsWith(ending)) return unit;
  }
  return null;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Kebab-case identifier from at most `most` words. */
export function kebab(words: readonly string[], most = 6): string {
  return words
    .map((word) => plain(word).replaceAll(/[^a-z0-9]+/g, ''))
    .filter((word) => word !== '')
    .slice(0, most)
    .join('-');
}

const joiner = /^[-&/'’]$/;

/** Noun phrase chunking: words from a token up to one that cannot belong to the phrase. */
function phraseFrom(
  tokens: readonly Token[],
  start: number,
  until: number,
): { readonly to: number; readonly words: string[] } {
  const words: string[] = [];
  let at = start;
  while (at < until && words.length < 7) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break') break;
    if (token.kind === 'word') {
      if (stops.has(token.low)) break;
      words.push(token.raw);
      at++;
    } else if (joiner.test(token.raw) && words.length > 0 && tokens[at + 1]?.kind === 'word') {
      at++;
    } else if (
      token.kind === 'sign' &&
      token.raw === '(' &&
      tokens[at + 1]?.kind === 'word' &&
      tokens[at + 2]?.raw === ')' &&
      tokens[at + 3]?.glued === true
    ) {
      // (sleutel)technologieën
      words.push(rawAt(tokens, at + 1));
      at += 3;
    } else break;
  }
  return { to: at, words };
}

/** Words of the phrase of which something is a share: behind `van de`, `of the`. */
function shareOf(
  tokens: readonly Token[],
  at: number,
  until: number,
): { readonly to: number; readonly words: string[] } | null {
  if (!/^(van|of|in)$/.test(lowAt(tokens, at))) return null;
  let start = at + 1;
  while (
    start < until &&
    (articles.has(lowAt(tokens, start)) ||
      /^(al|alle|all|its|hun|haar|totale|total)$/.test(lowAt(tokens, start)))
  )
    start++;
  const phrase = phraseFrom(tokens, start, until);
  return phrase.words.length === 0 ? null : phrase;
}

/** The first noun phrase of the clause before a figure: in simple sentences its subject. */
function subject(tokens: readonly Token[], from: number, item: number): string[] {
  // Bound the search, which would be quadratic in a sentence without end.
  const first = Math.max(from, item - 80);
  let start = first;
  for (let i = item - 1; i >= first; i--) {
    if (/^[;:(]$/.test(rawAt(tokens, i))) {
      if (item - i > 3) {
        start = i + 1;
        break;
      }
    }
  }
  for (let at = start; at < item; ) {
    const phrase = phraseFrom(tokens, at, item);
    const noun = phrase.words.some((word) => word.length > 3 && !/^\d/.test(word));
    if (noun) return phrase.words;
    at = Math.max(at + 1, phrase.to);
  }
  return [];
}

/**
 * What an item counts, in which unit, and per what.
 * @param from first token of its sentence
 * @param until index behind the last
 * @param limit where the next figure begins, which no phrase goes beyond
 */
export function countedOf(
  tokens: readonly Token[],
  item: Item,
  from: number,
  until: number,
  limit: number,
  text: (from: number, to: number) => string,
): Counted {
  let at = item.to;
  const low = (i: number): string => (i < until ? lowAt(tokens, i) : '');
  let words: string[] = [];
  let phraseStart = at;
  const share = item.unit === 'percent' || item.unit === 'percent-point';
  if (low(at) === '-' && tokens[at]?.glued) at++;
  const direct = phraseFrom(tokens, at, limit);
  if (direct.words.length > 0) {
    words = direct.words;
    phraseStart = at;
    at = direct.to;
    // `aantal`, and what it is the number of
  } else if (share || item.form === 'money' || item.form === 'fraction') {
    const whole = shareOf(tokens, at, limit);
    if (whole !== null) {
      words = whole.words;
      phraseStart = at;
      at = whole.to;
    }
  } else if (ofWords.has(low(at)) && /^(de|het|deze|the|these|onze|our)$/.test(low(at + 1))) {
    // `twee van de gemeenten`
    const whole = shareOf(tokens, at, limit);
    if (whole !== null) {
      words = whole.words;
      phraseStart = at;
      at = whole.to;
    }
  }
  const after = at;
  const behind = words.length > 0;
  let countedText = words.length === 0 ? '' : text(phraseStart, at);

  // per jaar, a year, /jaar, jaarlijks
  let per: string | null = null;
  let perTo = after;
  const perAt = /^(per|a|an|\/|each|every)$/.test(low(after)) ? after : -1;
  if (perAt >= 0) {
    const word = low(perAt + 1);
    const number = tokens[perAt + 1]?.kind === 'number';
    if (number && /^(per|\/)$/.test(low(perAt)) && perAt + 1 < until) {
      const base = phraseFrom(tokens, perAt + 2, until);
      per = kebab([rawAt(tokens, perAt + 1).replaceAll(/[.,\s]/g, ''), ...base.words.slice(0, 1)]);
      perTo = base.to;
    } else if (Object.hasOwn(perUnits, word)) {
      per = perUnits[word] ?? null;
    }
  }
  if (per === null) {
    const near = [low(after), low(after + 1), low(item.from - 1), low(item.from - 2)];
    if (near.some((word) => /^(jaarlijks|jaarlijkse|annually|yearly|annual)$/.test(word))) per = 'year';
    else if (near.slice(2).some((word) => /^(maandelijks|maandelijkse|monthly)$/.test(word))) per = 'month';
  }

  let unit = item.unit;
  if (unit === null) {
    const known = words.map((word) => unitOfNoun(word.toLowerCase()));
    // In Dutch the noun follows its adjectives; the first unit word is the head.
    const first = known.find((one) => one !== null) ?? null;
    const squared = first === 'm' && /^[²2]$/.test(low(after));
    const noun = words.filter((word) => word.length > 2);
    unit = squared ? 'm2' : (first ?? (noun.length > 0 ? kebab(noun.slice(-1), 1) : '') ?? 'count');
    if (unit === '') unit = 'count';
  }
  if (per !== null && unit !== 'year' && unit !== 'rank' && !durationUnits.has(unit))
    unit = `${unit}-per-${per}`;

  if (words.length === 0) {
    words = subject(tokens, from, item.from);
    countedText = words.join(' ');
  }
  const name = kebab(words);
  const quantity =
    name === ''
      ? unit === ''
        ? 'quantity'
        : kebab([unit.replaceAll('-', ' ')])
      : share
        ? `share-of-${name}`
        : name;
  return {
    text: countedText,
    quantity: quantity === '' ? 'quantity' : quantity,
    unit,
    to: after,
    perTo,
    direct: behind,
  };
}
