import { isLabelNoun, isPartNoun, rankNouns, unitOf } from '../lexicon.ts';
import type { Token } from '../tokens.ts';
import type { SkipText } from './skip-rule.ts';

/** Behind a word that names codes: digits, letters and signs up to the first word in small letters. */
export function codeAfter(t: SkipText, index: number): void {
  const { tokens, low, isNumber, isYear, take } = t;
  if (isYear(index + 1) || (low(index + 1) === '(' && isYear(index + 2) && low(index + 3) === ')')) return;
  let end = index + 1;
  let digits = false;
  let open = 0;
  for (; end < index + 16 && end < tokens.length; end++) {
    const token = tokens[end];
    if (token === undefined || token.kind === 'break') break;
    if (token.kind === 'word' && token.raw.length > 4 && !token.glued) break;
    if (token.kind === 'word' && token.raw === token.low && token.raw !== 'nr' && !token.glued) break;
    if (token.raw === '(') open++;
    if (token.raw === ')' && open-- === 0) break;
    if (token.raw === ',' && digits && !isNumber(end + 1) && low(end + 1) !== 'nr') break;
    if (token.kind === 'number') digits = true;
  }
  if (digits) take(index + 1, end);
}

/** Behind `artikel`, `figure`, `pijler`: one number, and what is strung to it: `3, 4 en 5`, `3.2-3.4`, `12a`. */
export function labelAfter(t: SkipText, index: number): void {
  const { tokens, low, glued, isYear, take } = t;
  const word = tokens[index];
  let at = index + 1;
  if (low(at) === '.' && glued(at)) at++;
  const first = tokens[at];
  if (word === undefined || first?.kind !== 'number') return;
  // `plaats`, `nummer` in a ranking; `in deel 2030`; `het doel 62.000 woningen`
  const ranked =
    (word.low === 'nummer' || word.low === 'number') && /^(op|de|the|als|at|is)$/.test(low(index - 1));
  if (ranked || rankNouns.has(word.low)) return;
  if (isYear(at) && first.raw.length === 4 && word.low !== 'kamerstuk' && word.low !== 'kamerstukken') return;
  if (first.raw.length > 4 && !/^\d{1,3}([.:]\d{1,3})+$/.test(first.raw)) return;
  if (low(at + 1) === '%' || /^(procent|percent|miljoen|miljard|million|billion|mln|mld)$/.test(low(at + 1)))
    return;
  // `het doel 800 woningen` names nothing.
  const behind = tokens[at + 1];
  const noun =
    behind?.kind === 'word' && !behind.glued && behind.raw === behind.low && unitOf.has(behind.low);
  const numbered = isPartNoun(word.low) && /^\d{1,2}(\.\d{1,2})*$/.test(first.raw);
  if (noun && !numbered && Number(first.raw) >= 20) return;
  let end = chainedDigits(t, at);
  for (;;) {
    const joins = /^(,|en|and|of|or|to|tot|t|–|-|&)$/.test(low(end));
    if (!joins) break;
    let from = end + 1;
    if (low(end) === 't' && low(end + 1) === '/' && low(end + 2) === 'm') from = end + 3;
    else if (low(end) === 'tot' && low(end + 1) === 'en' && low(end + 2) === 'met') from = end + 3;
    const number = tokens[from];
    if (number?.kind !== 'number' || isYear(from) || number.raw.length > 5) break;
    // `onderdeel 3, 12 woningen`: a noun behind the last number makes it a quantity.
    const noun = tokens[from + 1];
    const counted =
      noun?.kind === 'word' &&
      !noun.glued &&
      noun.raw === noun.low &&
      noun.low.length > 3 &&
      low(end) === ',';
    if (counted || low(from + 1) === '%') break;
    end = chainedDigits(t, from);
  }
  take(at, end);
}

/** End of a number with what is glued to it: `3.2-3.4`, `12a`, `5:3`. */
function chainedDigits(t: SkipText, index: number): number {
  const { low, isNumber, glued } = t;
  let end = index + 1;
  while (end < index + 20 && glued(end) && !/^[,;:.)]$/.test(low(end))) end++;
  if (low(end) === ':' && glued(end) && isNumber(end + 1) && glued(end + 1)) end += 2;
  return end;
}

/** Whether a word names a numbered part. */
export function isLabel(token: Token): boolean {
  return token.raw === 'Years' || token.raw === 'Year' || isLabelNoun(token.low);
}
