import type { Flow } from './flow.ts';
import { codeNouns } from './lexicon.ts';
import type { Mark } from './notes.ts';
import { isAddress } from './skipping/addresses.ts';
import { codeAfter, isLabel, labelAfter } from './skipping/labels.ts';
import { numberSkipRules } from './skipping/numbers.ts';
import { numberAt, type SkipText, skipTextOf } from './skipping/skip-rule.ts';
import type { Token } from './tokens.ts';

/**
 * Numbers that are not quantities: addresses, codes, names with a number in them, articles of a law, figure and page
 * numbers, times of the day, contents. Gives a 1 for each token that no quantity may take.
 */
export function skipped(tokens: readonly Token[], flow: Flow, marks: ReadonlyMap<number, Mark>): Uint8Array {
  const text = skipTextOf(tokens);
  const { skip } = text;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break') continue;
    const kind = flow.blocks[token.block]?.kind;
    if (kind === 'furniture' || kind === 'contents') skip[i] = 1;
    if (skip[i] === 1) continue;
    const mark = marks.get(i);
    if (mark !== undefined && mark.digits >= token.raw.length) skip[i] = 1;
    else if (token.kind === 'word') skipAfterWord(text, i, token);
    else if (token.raw === '§') labelAfter(text, i);
    else {
      const number = numberAt(tokens, flow, marks, i);
      if (number !== null) numberSkipRules.some(({ apply }) => apply(text, number));
    }
  }
  return skip;
}

/** Number masks triggered by a word: web and mail addresses, codes, numbered parts. */
function skipAfterWord(text: SkipText, i: number, token: Token): void {
  const { tokens } = text;
  // A chain without blanks with `://`, `www.`, `@` or `name.tld/`.
  if (!token.glued && isAddress(tokens, i)) {
    text.take(i, text.chain(i));
    return;
  }
  if (codeNouns.has(token.low)) codeAfter(text, i);
  const next = tokens[i + 1];
  if (next !== undefined && (next.kind === 'number' || next.raw === '.') && isLabel(token))
    labelAfter(text, i);
}
