import { articles, stops } from '../lexicon.ts';
import type { Sentence } from '../sentences.ts';
import { lowAt, type Token } from '../tokens.ts';
import type { ListRule, ListText } from './list-text.ts';

/** Words that introduce an enumeration. */
const announces = new Set(['zoals', 'namelijk', 'waaronder', 'including', 'namely', 'like']);
const lastJoiners = new Set(['en', 'of', 'and', 'or', 'alsmede', 'alsook', 'evenals']);

/**
 * `ASML, DAF, VDL en NXP`: at least three items, apart by commas and closed by `en` or `of`, by a bracket or by the end of
 * the sentence. Either something announces them (`zoals`, a colon, a bracket), or they are names.
 */
function enumerations(t: ListText, sentence: Sentence): void {
  const { tokens, add } = t;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (tokens[i]?.raw !== ',') continue;
    const start = beginning(t, i, sentence.from);
    if (start === null) continue;
    const list = items(t, start.at, sentence.to, !start.announced);
    if (list.count >= 3 && list.closed && (start.announced || list.names >= list.count)) {
      add(start.at, list.end, list.count, '', start.announced ? 0.5 : 0.45, ['enumeration']);
    }
    i = Math.max(i, list.end - 1);
  }
}

/** Where the item before the first comma begins: behind what announces a list, or at a name. */
function beginning(
  t: ListText,
  comma: number,
  from: number,
): { readonly at: number; readonly announced: boolean } | null {
  const { tokens } = t;
  let name = -1;
  for (let i = comma - 1; i >= Math.max(from, comma - 9); i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break' || token.raw === ';') return null;
    if (token.raw === ',' || token.raw === ')') break;
    if (token.raw === ':' || token.raw === '(') return { at: i + 1, announced: true };
    if (announces.has(token.low) || (token.raw === '.' && /^(a|bijv|bv|e\.g)$/.test(lowAt(tokens, i - 1)))) {
      return { at: i + 1, announced: true };
    }
    if (token.kind === 'word' && stops.has(token.low) && !articles.has(token.low)) break;
    // The capital of the first word of a sentence is no evidence of a name.
    if (isNamed(token) && i > from) name = i;
  }
  if (name < 0) return null;
  // Small letters in front of the first capital belong to the sentence: `Om bedrijven als ASML`.
  return { at: name, announced: false };
}

function isNamed(token: Token): boolean {
  return token.kind === 'word' && token.raw[0] !== token.low[0];
}

/** Parses the items from a token up to the closing of the enumeration. */
function items(
  t: ListText,
  from: number,
  until: number,
  namesOnly: boolean,
): { readonly count: number; readonly names: number; readonly end: number; readonly closed: boolean } {
  const { tokens } = t;
  let count = 0;
  let names = 0;
  let end = from;
  let start = from;
  let open = 0;
  let last = false;
  const take = (at: number): boolean => {
    if (at <= start || at - start > 10) return false;
    count++;
    for (let i = start; i < Math.min(at, start + 4); i++) {
      const token = tokens[i];
      if (token !== undefined && isNamed(token)) {
        names++;
        break;
      }
    }
    end = at;
    return true;
  };
  for (let at = from; at < Math.min(until, from + 160); at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.raw === '(') open++;
    else if (token.raw === ')') {
      if (open === 0) {
        take(at);
        return { count, names, end, closed: true };
      }
      open--;
    }
    if (open > 0 || token.raw === ')') continue;
    if (/^[.;:]$/.test(token.raw)) {
      take(at);
      return { count, names, end, closed: true };
    }
    if (token.raw === ',') {
      if (last) {
        take(at);
        return { count, names, end, closed: true };
      }
      if (!take(at)) return { count, names, end, closed: false };
      start = at + 1;
      continue;
    }
    // `etc` closes the list and is no item.
    if (/^(etc|enzovoort|enz)$/.test(token.low) && at === start) return { count, names, end, closed: true };
    if (lastJoiners.has(token.low)) {
      // `voer- en vaartuigen` is one thing, and behind a comma the joiner begins the last item.
      if (tokens[at - 1]?.raw === '-') continue;
      if (last) {
        take(at);
        return { count, names, end, closed: true };
      }
      if (at > start && !take(at)) return { count, names, end, closed: false };
      start = at + 1;
      last = true;
      continue;
    }
    // A verb or preposition ends a list of names, and the last item of any.
    const stop = token.kind === 'word' && stops.has(token.low) && !articles.has(token.low);
    if (stop && at > start && (last || namesOnly)) {
      take(at);
      return { count, names, end, closed: last };
    }
  }
  const ended = end < until && start < until && until - from < 160 && take(until);
  return { count, names, end, closed: ended };
}

export const enumerationRule: ListRule = {
  name: 'an enumeration within a sentence',
  count(text) {
    for (const sentence of text.sentences) {
      // A reference in a note (authors, titles) is no list.
      if (text.flow.blocks[sentence.block]?.kind !== 'note') enumerations(text, sentence);
    }
  },
};
