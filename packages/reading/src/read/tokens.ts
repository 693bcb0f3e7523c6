import type { Flow } from './flow.ts';

/**
 * Tokenizer: words, numbers and punctuation of the running text, in one pass. No regular expression runs over the whole text, so that
 * no text can cause backtracking.
 */

export interface Token {
  readonly kind: 'word' | 'number' | 'super' | 'sign' | 'break';
  /** offsets in the running text */
  readonly start: number;
  readonly end: number;
  /** as printed; `low` in lower case with straight apostrophes */
  readonly raw: string;
  readonly low: string;
  /** no white space between it and the previous token */
  readonly glued: boolean;
  /** index of its block */
  readonly block: number;
}

/** The word or sign at an index in lower case; '' past either end, where no rule applies. */
export const lowAt = (tokens: readonly Token[], index: number): string => tokens[index]?.low ?? '';

/** The same as printed. */
export const rawAt = (tokens: readonly Token[], index: number): string => tokens[index]?.raw ?? '';

const letter = /^\p{L}|^\p{M}/u;
const superscripts: Readonly<Record<string, string>> = {
  '⁰': '0',
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '⁶': '6',
  '⁷': '7',
  '⁸': '8',
  '⁹': '9',
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isApostrophe = (char: string): boolean => char === "'" || char === '’' || char === '‘' || char === '`';

/** Cache of which characters beyond ASCII are letters. */
const known = new Map<string, boolean>();
function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  let is = known.get(char);
  if (is === undefined) {
    is = letter.test(char);
    if (known.size < 5000) known.set(char, is);
  }
  return is;
}

const digitsFrom = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/** A space that groups digits: narrow, thin or no-break; `plain` where it is the space between words. */
function groupSpace(char: string): 'tight' | 'plain' | null {
  if (char === '\u202f' || char === '\u2009' || char === '\u00a0' || char === '\u2007') return 'tight';
  return char === ' ' ? 'plain' : null;
}

/** End of a number that begins at `at`: `62.000`, `1 500`, `7,1`, `9.11.2022`, `1'000`. */
function numberEnd(text: string, at: number): number {
  let end = digitsFrom(text, at);
  const first = end - at;
  let spaced: 'tight' | 'plain' | null = null;
  for (;;) {
    const char = text.charAt(end);
    const next = digitsFrom(text, end + 1);
    const size = next - end - 1;
    if ((char === '.' || char === ',') && size > 0) {
      if (spaced !== null) {
        // After groups separated by spaces only decimals can follow.
        return next;
      }
      end = next;
      continue;
    }
    if (isApostrophe(char) && size === 3 && first <= 3) {
      end = next;
      continue;
    }
    const space = groupSpace(char);
    if (space !== null && size === 3 && first <= 3 && end - at === (spaced === null ? first : end - at)) {
      if (space === 'plain') {
        if (spaced === 'tight' || !plainGroup(text, at, end, next, first, spaced !== null)) return end;
      }
      spaced = space;
      end = next;
      continue;
    }
    return end;
  }
}

/** Whether `12 500` is one number: not where more numbers are adjacent, as in a table row. */
function plainGroup(
  text: string,
  at: number,
  end: number,
  next: number,
  first: number,
  already: boolean,
): boolean {
  if (text[at] === '0') return false;
  if (isLetter(text.charAt(next))) return false;
  if (first === 3 && text.slice(end + 1, next) !== '000' && !already) return false;
  if (at > 1 && text[at - 1] === ' ' && isDigit(text.charCodeAt(at - 2))) return false;
  if (text[next] === ' ' && isDigit(text.charCodeAt(next + 1))) {
    const after = digitsFrom(text, next + 1);
    if (after - next - 1 !== 3) return false;
  }
  return true;
}

/** Tokenizes the running text. */
export function tokensOf(flow: Flow): readonly Token[] {
  const { text, blocks } = flow;
  const tokens: Token[] = [];
  let at = 0;
  let block = 0;
  let glued = false;
  const push = (kind: Token['kind'], end: number, low?: string): void => {
    const raw = text.slice(at, end);
    while (at >= (blocks[block + 1]?.start ?? Number.POSITIVE_INFINITY)) block++;
    tokens.push({ kind, start: at, end, raw, low: low ?? raw, glued, block });
    at = end;
    glued = true;
  };
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const char = text.charAt(at);
    if (code === 10) {
      push('break', at + 1);
      glued = false;
    } else if (isDigit(code)) push('number', numberEnd(text, at));
    else if (superscripts[char] !== undefined) {
      let end = at;
      let digits = '';
      for (
        let digit: string | undefined = superscripts[char];
        digit !== undefined;
        digit = superscripts[text.charAt(end)]
      ) {
        digits += digit;
        end++;
      }
      push('super', end, digits);
    } else if (isLetter(char)) {
      let end = at + 1;
      let plain = true;
      while (end < text.length) {
        const next = text.charAt(end);
        if (isLetter(next)) end++;
        else if (isApostrophe(next) && isLetter(text.charAt(end + 1))) {
          end += 2;
          plain = false;
        } else break;
      }
      const low = text.slice(at, end).toLowerCase();
      push('word', end, plain ? low : low.replaceAll(/[’‘`]/g, "'"));
    } else if (
      code === 32 ||
      code === 9 ||
      code === 0xa0 ||
      code === 0x202f ||
      (code >= 0x2000 && code <= 0x200b) ||
      code === 0x3000
    ) {
      if (code === 0x2003) push('sign', at + 1);
      else at++;
      glued = false;
    } else {
      const wide = code >= 0xd800 && code <= 0xdbff && at + 1 < text.length ? 2 : 1;
      push('sign', at + wide);
    }
  }
  return tokens;
}
