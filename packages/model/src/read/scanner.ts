import { say, type Text } from '../problems/say.ts';
import { Unreadable } from './read-fault.ts';
import { readTexts } from './texts.ts';

/** The two languages in which models are written. */
export type Dialect = 'vensim' | 'xmile';

/** The text up to its first line break. */
export function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const spaces = /\s*/y;
/** What no name holds: spaces and most signs of ASCII. Everything beyond ASCII may be in a name, as may $ and _. */
const outside = '\\s\\x00-\\x1f!-#(-/:-@[-^`{-\\x7f';
/** Nor may a name begin with these. */
const notFirst = `${outside}0-9'&%`;
const gap = '(?:\\s|\\\\(?=\\s*\\n))+';
/** Vensim: words with spaces between them, also where a line is broken off with a backslash. */
const vensimName = new RegExp(`[^${notFirst}][^${outside}]*(?:${gap}[^${outside}'&%][^${outside}]*)*`, 'uy');
/** XMILE: a word without spaces; a point is between a module and its variable. */
const xmileName = new RegExp(`[^${notFirst}](?:[^${outside}'&%]|\\.)*`, 'uy');
/** Of an element or range: may begin with a digit. */
const subscriptName = new RegExp(
  `[^${outside}](?:[^${outside}]|\\.)*(?:${gap}(?:[^${outside}]|\\.)+)*`,
  'uy',
);
// Plain characters in a loop of their own: one alternation per character overflows the stack on a name of megabytes.
const quotedName = /"[^"\\\n]*(?:\\(?:[^\n]|\s*\n)[^"\\\n]*)*"/y;
const keyword = /:[A-Za-z][A-Za-z ]*:/y;
const brokenLine = /\\\s*(?:\n|$)/y;

/**
 * Lexer: a cursor that moves from token to token. Everything between tokens that has no meaning (spaces, line ends, `{comments}`, broken
 * lines) is skipped.
 */
export class Scanner {
  readonly text: string;
  readonly dialect: Dialect;
  /** Offset of the current token, or the end of the text. */
  at: number;
  /** End offset of the last token that was read. */
  #last: number;
  readonly #name: RegExp;

  constructor(text: string, dialect: Dialect) {
    this.text = text;
    this.dialect = dialect;
    this.#name = dialect === 'vensim' ? vensimName : xmileName;
    this.at = 0;
    this.#last = 0;
    this.#skip();
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here; empty at the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  /** Consumes `sign` if it is the current token. */
  take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.to(this.at + sign.length);
    return true;
  }

  /** Consumes `sign`, which must be the current token. */
  expect(sign: string, opened?: number): void {
    if (this.take(sign)) return;
    if (opened === undefined) this.unexpected(say(readTexts.expectedSign, { sign }));
    this.unexpected(say(readTexts.expectedClosing, { sign, open: this.text.charAt(opened) }));
  }

  takeNumber(): { value: number; text: string } | undefined {
    const text = this.#match(number);
    return text === undefined ? undefined : { value: Number(text), text };
  }

  /** A number with its sign, for lists and tables. */
  signedNumber(): number {
    const sign = this.take('-') ? -1 : 1;
    if (sign === 1) this.take('+');
    const found = this.takeNumber();
    if (found === undefined) this.unexpected(say(readTexts.expectedNumberOnly));
    return sign * found.value;
  }

  /** A name as written, its quotes kept, line breaks and runs of spaces made one space. */
  takeName(): string | undefined {
    return this.peek() === '"' ? this.#takeQuoted() : this.#tidy(this.#match(this.#name));
  }

  /** A name of an element or range, between brackets. */
  takeSubscript(): string | undefined {
    if (this.peek() === '"') return this.#takeQuoted();
    return this.#tidy(this.#match(subscriptName));
  }

  #takeQuoted(): string | undefined {
    const from = this.at;
    const quoted = this.#match(quotedName);
    if (quoted === undefined) {
      const shown = firstLine(this.text.slice(from, from + 20));
      throw new Unreadable({ fault: say(readTexts.unclosedQuote, { text: shown }), at: from });
    }
    return this.dialect === 'xmile' ? quoted.replace(/\\n/g, ' ') : this.#tidy(quoted);
  }

  /** A word between colons, such as `:AND:`, in capitals; nothing is moved over. */
  peekKeyword(): string | undefined {
    if (this.peek() !== ':') return undefined;
    keyword.lastIndex = this.at;
    return keyword.exec(this.text)?.[0].toUpperCase();
  }

  takeKeyword(): string | undefined {
    const found = this.peekKeyword();
    if (found !== undefined) this.to(this.at + found.length);
    return found;
  }

  /** Moves to an offset and skips white space and comments there. */
  to(at: number): void {
    this.at = at;
    this.#last = at;
    this.#skip();
  }

  /** The text from an offset to the end of the last sign, on one line. */
  since(from: number): string {
    return this.text.slice(from, this.#last).replace(/\s+/g, ' ').trim();
  }

  /** Reports the current token as unexpected. */
  unexpected(expected: Text): never {
    const found = this.#found();
    const fault = found === '' ? say(readTexts.endsTooSoon) : say(readTexts.unexpectedAt, { found });
    throw new Unreadable({ fault, at: Math.min(this.at, this.text.length), expected });
  }

  /** The current token, for a message. */
  #found(): string {
    const from = this.at;
    const word = /[\p{L}\p{N}_$.]+|"[^"\n]*"|:[A-Za-z ]+:|<>|[<>]=|[\s\S]/uy;
    word.lastIndex = from;
    const [found = ''] = word.exec(this.text) ?? [];
    return found.slice(0, 40);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.to(this.at + found.length);
    return found;
  }

  #tidy(name: string | undefined): string | undefined {
    if (name === undefined || !/[\t\n\r]| {2}/.test(name)) return name;
    return name.replace(/(?:\s|\\(?=\s*\n))+/g, ' ');
  }

  #skip(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code > 32 && code < 128 && code !== 123 && code !== 92) return;
      if (code === 123) this.#skipComment();
      else {
        const space = code === 92 ? brokenLine : spaces;
        space.lastIndex = this.at;
        const [found = ''] = space.exec(this.text) ?? [];
        if (found === '') return;
        this.at += found.length;
      }
    }
  }

  #skipComment(): void {
    const from = this.at;
    let open = 0;
    do {
      const char = this.text.charAt(this.at++);
      if (char === '{') open++;
      if (char === '}') open--;
      if (char === '') {
        this.at = from;
        throw new Unreadable({
          fault: say(readTexts.unclosedComment),
          at: from,
          expected: say(readTexts.expectedSign, { sign: '}' }),
        });
      }
    } while (open > 0);
  }
}
