import { ordinalEndings, ordinals, percentWords, rankNouns, scales, stops } from '../lexicon.ts';
import { noteBehind, noteOf, rawOf } from '../times.ts';
import type { Item, ScanRule, ScanText } from './scan-rule.ts';

const rank = (
  t: ScanText,
  from: number,
  to: number,
  value: number,
  qualifier: string,
  confidence = 0.9,
): Item => ({
  from,
  to,
  form: 'rank',
  value,
  range: null,
  unit: 'rank',
  qualifier,
  negated: false,
  note: noteOf(t, to - 1) ?? noteBehind(t, to),
  confidence,
  reasons: [],
});

/** `top 5`: among so many */
function topPlaces(t: ScanText, i: number): Item | null | undefined {
  const { low, word, glued, free, bareAt } = t;
  if (low(i) === 'top') {
    const at = low(i + 1) === '-' && glued(i + 1) ? i + 2 : i + 1;
    const bare = free(at) ? bareAt(at) : null;
    if (bare !== null && Number.isInteger(bare.value) && bare.value > 0 && bare.value <= 1000) {
      return low(bare.to) === '%' || percentWords.has(word(bare.to))
        ? null
        : rank(t, i, bare.to, bare.value, 'top-n');
    }
    return null;
  }
  return undefined;
}

/** `#3` */
function hashPlace(t: ScanText, i: number): Item | null | undefined {
  const { tokens, low, glued, free, bareAt } = t;
  if (low(i) === '#' && tokens[i + 1]?.kind === 'number' && glued(i + 1)) {
    const bare = free(i + 1) ? bareAt(i + 1) : null;
    return bare !== null && Number.isInteger(bare.value)
      ? rank(t, i, bare.to, bare.value, 'exact', 0.85)
      : null;
  }
  return undefined;
}

/** `plek 3`, `place 3` */
function nounPlace(t: ScanText, i: number): Item | null | undefined {
  const { low, isWord, word, free, bareAt } = t;
  if (isWord(i) && rankNouns.has(low(i)) && !/plaatsen|ranglijst|ranking|notering/.test(low(i))) {
    const bare = free(i + 1) ? bareAt(i + 1) : null;
    if (bare === null || !Number.isInteger(bare.value) || bare.value < 1 || bare.value > 999) return null;
    if (scales[word(bare.to)] !== undefined || low(bare.to) === '%') return null;
    return rank(t, i, bare.to, bare.value, 'exact');
  }
  return undefined;
}

/** `op nummer 3`, `is number one` */
function numberPlace(t: ScanText, i: number): Item | null | undefined {
  const { word, free, bareAt } = t;
  if (/^(nummer|number)$/.test(word(i)) && /^(op|de|the|als|at|is|as)$/.test(word(i - 1))) {
    const bare = free(i + 1) ? bareAt(i + 1) : null;
    const one = /^(één|een|one)$/.test(word(i + 1)) ? { to: i + 2, value: 1 } : null;
    const read = bare ?? one;
    return read !== null && Number.isInteger(read.value) && read.value <= 999
      ? rank(t, i, read.to, read.value, 'exact', 0.8)
      : null;
  }
  return undefined;
}

/** `tiende plaats`, `ranks third`, `eerste van in totaal drie` */
function ordinalPlace(t: ScanText, i: number): Item | null | undefined {
  const { tokens, low, isWord, word, glued, free, bareAt } = t;
  // tiende plaats, 10e plek, third place; ranks third; eerste van in totaal drie
  let value: number | null = null;
  let to = i + 1;
  if (isWord(i)) value = ordinals.get(low(i)) ?? null;
  else if (
    tokens[i]?.kind === 'number' &&
    /^\d{1,3}$/.test(rawOf(t, i)) &&
    glued(i + 1) &&
    ordinalEndings.has(low(i + 1))
  ) {
    value = Number(rawOf(t, i));
    to = i + 2;
  }
  if (value === null) return undefined;
  if (rankNouns.has(word(to)) && !/^(plaatsen|place|spot)$/.test(word(to)))
    return rank(t, i, to + 1, value, 'exact');
  if (word(to) === 'place' && !/^(in|the)$/.test(word(i - 1))) return rank(t, i, to + 1, value, 'exact');
  if (word(to) === 'place' && /^(in|the)$/.test(word(i - 1)) && (value > 1 || word(i - 1) === 'the'))
    return rank(t, i, to + 1, value, 'exact');
  if (
    /^(ranks|ranked|rank|ranking|came|comes|finished|staat|stond|eindigt|eindigde|werd|wordt)$/.test(
      word(i - 1),
    )
  ) {
    const ranked = /^rank/.test(word(i - 1));
    const ends =
      !isWord(to) ||
      stops.has(word(to)) ||
      /^(worldwide|nationally|wereldwijd|landelijk|europees)$/.test(word(to));
    if (ranked || (ends && value > 1)) return rank(t, i, to, value, 'exact', 0.75);
  }
  // The first of three: a place in a row that the text counts.
  if (/^(van|of)$/.test(word(to))) {
    let at = to + 1;
    while (/^(in|totaal|de|the|a|total|deze|these|hun|of)$/.test(word(at)) && at < to + 5) at++;
    const bare = free(at) ? bareAt(at) : null;
    if (
      bare !== null &&
      Number.isInteger(bare.value) &&
      bare.value > 1 &&
      bare.value < 100 &&
      low(bare.to) !== '%'
    ) {
      return {
        ...rank(t, i, to, value, 'exact', 0.7),
        form: 'count',
        unit: 'count',
        reasons: ['ordinal'],
      };
    }
  }
  return null;
}

/** Places in a ranking. */
export const rankRules: readonly ScanRule[] = [
  { name: 'among the first so many: top 5', read: topPlaces },
  { name: 'a place behind a hash: #3', read: hashPlace },
  { name: 'a place behind its noun: plek 3', read: nounPlace },
  { name: 'number so many: op nummer 3', read: numberPlace },
  { name: 'an ordinal of a ranking: tiende plaats, ranks third', read: ordinalPlace },
];
