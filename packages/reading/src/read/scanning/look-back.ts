import { changeWords } from '../lexicon.ts';
import { qualifierBefore } from '../qualifiers.ts';
import type { Before, ScanText } from './scan-rule.ts';

/** The words before a figure, 1 for the nearest; the full stop of an abbreviation is none. */
export function wordBefore(t: ScanText, from: number): (distance: number) => string {
  const { tokens, low, glued } = t;
  return (distance) => {
    let at = from;
    for (let left = distance; left > 0; ) {
      at--;
      if (at < 0 || tokens[at]?.kind === 'break') return '';
      if (low(at) === '.' && glued(at)) continue;
      left--;
    }
    return low(at);
  };
}

/** Qualifier and negation before a figure that begins at `from`. */
export function lookBack(t: ScanText, from: number): Before {
  const { language, low } = t;
  let at = from;
  let key: string | null = null;
  // Of two words the inner one counts, and the outer one where it says more: `maar liefst ruim`, `tot maximaal`.
  for (let rounds = 0; rounds < 2; rounds++) {
    let skipTo = at;
    if (rounds === 0 && /^(een|a|an|de|the|totaal|liefst|al|reeds|de)$/.test(low(at - 1)) && key === null) {
      const behindArticle = qualifierBefore(wordBefore(t, at - 1));
      if (behindArticle !== null && qualifierBefore(wordBefore(t, at)) === null) skipTo = at - 1;
    }
    const found = qualifierBefore(wordBefore(t, skipTo));
    if (found === null) break;
    // `over` in Dutch, `rond de` a place: only where a number may follow.
    if (language === 'nl' && /^(over|some|about|around|above|below|under)$/.test(low(skipTo - 1))) break;
    if (language === 'en' && /^(onder|boven|rond|goed)$/.test(low(skipTo - 1))) break;
    if (key === null) key = found.key;
    // `not last longer than three years` is an upper end.
    const denied = [1, 2].some((distance) =>
      /^(not|niet|never|nooit)$/.test(low(skipTo - found.taken - distance)),
    );
    if (denied && key === 'meer-dan') key = 'maximaal';
    else if (denied && key === 'minder-dan') key = 'ten-minste';
    at = skipTo - found.taken;
    while (low(at) === '.' && at > 0) at--;
  }
  const negation = [1, 2, 3].some((distance) => {
    const before = low(at - distance);
    if (distance === 1) return /^(geen|niet|zonder|no|not|without|nooit|never)$/.test(before);
    return (
      distance === 2 &&
      /^(geen|zonder|without)$/.test(before) &&
      /^(extra|nieuwe|de|new|the|any)$/.test(low(at - 1))
    );
  });
  if (key === null && /^(tot|to)$/.test(low(at - 1)) && from === at) key = language === 'nl' ? 'tot' : null;
  // `leidt tot 12.000`, `komt tot 5.000`: the result, not an upper bound.
  const comesTo = /^(leidt|leiden|leidde|komt|komen|kwam|kwamen|brengt|brengen|besloten|besluit)$/.test(
    low(at - 2),
  );
  if (key === 'tot' && (comesTo || isLevel(t, at - 1))) key = null;
  return { key, at, negated: negation };
}

/** Whether `tot` at this token gives the level that something reaches: `stijgt tot 3 %`. */
export function isLevel(t: ScanText, index: number): boolean {
  const { tokens, low, glued } = t;
  for (let k = index - 1; k >= Math.max(0, index - 14); k--) {
    if (tokens[k]?.kind === 'break' || low(k) === ';' || (low(k) === '.' && !glued(k + 1))) return false;
    if (changeWords.has(low(k)) && low(k) !== 'beperkt' && low(k) !== 'beperken') return true;
  }
  return false;
}
