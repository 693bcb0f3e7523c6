import { at } from '@schaalsprong/words';
import { firstLine } from '../scanner.ts';

/** One definition of a model text, not yet parsed. */
export interface Definition {
  /** The part before the first ~, with its comments. */
  readonly text: string;
  /** Where `text` begins in the source. */
  readonly from: number;
  readonly units: string;
  readonly comment: string;
  readonly sector: string;
  /** Number of parts between ~ signs: two to four in a whole definition. */
  readonly parts: number;
  readonly closed: boolean;
  /** Number of the macro that holds it. */
  readonly macro?: number;
}

/** Where a macro begins: the text between `:MACRO:` and its first definition is its header, `NAME(a, b : c)`. */
export interface MacroStart {
  readonly header: string;
  readonly from: number;
  readonly closed: boolean;
}

/** A row of the settings at the end of the file, `22:Year,Years`: its number and the text after the colon. */
export interface SettingsRow {
  readonly code: number;
  readonly text: string;
  readonly from: number;
}

/** A model text, split into definitions, macros and settings. */
export interface SplitSource {
  /** The text with line ends of one character, in which every `from` counts. */
  readonly source: string;
  readonly definitions: readonly Definition[];
  readonly macros: readonly MacroStart[];
  readonly settings: readonly SettingsRow[];
  /** Where a `{` begins that nothing closes. */
  readonly openComment?: number;
}

/** A text with its line breaks and runs of blanks made one blank. */
export const oneLine = (text: string): string => (/[\n\t\\]| {2}/.test(text) ? spaced(text) : text).trim();

const spaced = (text: string): string => text.replace(/\\\s*\n/g, ' ').replace(/\s+/g, ' ');

const sketchStart = /^[^\S\n]*\\+---\/\/\//m;
const settingsStart = /^:L\x7f?<%\^E!@/m;
const macroStart = /:MACRO:([^(~|]*\([^)~|]*\)?)/iy;
const macroEnd = /:END OF MACRO:/iy;
const groupStart = /\*{3,}[^\S\n]*\n[^\S\n]*\.?([^\n]*)\n[^\S\n]*\*{3,}/y;
const nextSign = /["'{~|\n]/g;

/**
 * Cuts Vensim text into definitions, `equation ~ units ~ comment |`, and keeps the place of each. A ~ or |
 * within a quoted name, a string or a `{comment}` is part of the text; quotes and braces in units and comments are not
 * looked at, for there people write as they like.
 */
export function splitSource(written: string): SplitSource {
  const source = written.replace(/^\ufeff/, ' ').replace(/\r\n?/g, '\n');
  const sketch = sketchStart.exec(source)?.index ?? source.length;
  const settingsAt = settingsStart.exec(source)?.index ?? source.length;
  const end = Math.min(sketch, settingsAt);
  const { definitions, macros, openComment } = new Splitter(source, end).split();
  const settings = readSettings(source, settingsAt < source.length ? settingsAt : end);
  return { source, definitions, macros, settings, ...(openComment === undefined ? {} : { openComment }) };
}

/** The parts of one definition: `cuts` holds where each part begins, `stop` where the last one ends. */
interface Parts {
  readonly cuts: readonly number[];
  readonly stop: number;
  readonly closed: boolean;
}

const brace = 123;
const closingBrace = 125;
const star = 42;
const colon = 58;
const blank = 32;

/** Splits the equations of a source up to `end`. */
class Splitter {
  readonly #source: string;
  readonly #end: number;
  /** Where the last macro ends: one that begins after it is never closed. */
  readonly #lastEnd: number;
  readonly #definitions: Definition[] = [];
  readonly #macros: MacroStart[] = [];
  #at = 0;
  #sector = '';
  /** Number of the macro that is open here. */
  #macro: number | undefined;
  #openComment: number | undefined;
  #line = { from: 0, to: -1 };

  constructor(source: string, end: number) {
    this.#source = source;
    this.#end = end;
    this.#lastEnd = source.toUpperCase().lastIndexOf(':END OF MACRO:');
  }

  split(): Pick<SplitSource, 'definitions' | 'macros' | 'openComment'> {
    const source = this.#source;
    while (this.#at < this.#end) {
      const code = source.charCodeAt(this.#at);
      if (code <= blank || source.charAt(this.#at).trim() === '') this.#at++;
      else if (code === brace) this.#at = this.#afterComment(this.#at);
      else if (code !== colon || !this.#macroMark()) this.#definition(code === star);
    }
    const found = { definitions: this.#definitions, macros: this.#macros };
    return this.#openComment === undefined ? found : { ...found, openComment: this.#openComment };
  }

  /** Matches a sticky pattern at the cursor. */
  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#source) ?? undefined;
  }

  /** The end of the comment that begins at `from`; comments nest. */
  #afterComment(from: number): number {
    let open = 0;
    for (let i = from; i < this.#end; i++) {
      const code = this.#source.charCodeAt(i);
      if (code === brace) open++;
      else if (code === closingBrace && --open === 0) return i + 1;
    }
    this.#openComment = from;
    return this.#end;
  }

  /** Consumes the begin or the end of a macro; false where neither is here. */
  #macroMark(): boolean {
    const start = this.#match(macroStart);
    if (start !== undefined) {
      const [all, inside = ''] = start;
      // A header that is not closed ends with its line, so that the first equation is not taken for a part of it.
      const header = inside.endsWith(')') ? inside : firstLine(inside);
      const closed = this.#lastEnd > this.#at;
      const from = this.#at + all.length - inside.length;
      this.#macros.push({ header, from, closed });
      this.#macro = closed ? this.#macros.length - 1 : undefined;
      this.#at = from + header.length;
      return true;
    }
    const stop = this.#match(macroEnd);
    if (stop === undefined) return false;
    this.#macro = undefined;
    this.#at += stop[0].length;
    return true;
  }

  /** Cuts one definition, or the heading of a group, which begins with stars. */
  #definition(starred: boolean): void {
    const from = this.#at;
    const group = starred ? this.#match(groupStart) : undefined;
    if (group !== undefined) this.#at += group[0].length;
    const { cuts, stop, closed } = this.#parts(from);
    const part = (i: number): string => {
      const start = cuts[i];
      if (start === undefined) return '';
      const next = cuts[i + 1];
      return this.#source.slice(start, next === undefined ? stop : next - 1);
    };
    if (starred) {
      this.#sector = (group?.[1] ?? /^[^\S\n]*\.(.+)$/m.exec(part(0))?.[1] ?? '').trim();
      return;
    }
    if (cuts.length === 1 && part(0) === '') return;
    const made: Definition = {
      text: part(0).trimEnd(),
      from,
      units: oneLine(part(1)),
      comment: oneLine(part(2)),
      sector: this.#sector,
      parts: cuts.length,
      closed,
    };
    this.#definitions.push(this.#macro === undefined ? made : { ...made, macro: this.#macro });
  }

  /** Goes to the end of a definition that begins at `from`, and finds its parts. */
  #parts(from: number): Parts {
    const cuts = [from];
    let quoted = false;
    while (this.#at < this.#end) {
      const sign = this.#nextSign();
      if (sign === undefined) break;
      const inText = cuts.length === 1;
      if (quoted) quoted = !this.#endsQuote(sign);
      else if (sign.char === '|') return { cuts, stop: sign.at, closed: true };
      else if (sign.char === '~') cuts.push(this.#at);
      else if (inText && sign.char === '"') quoted = true;
      else if (inText && sign.char === '{') this.#at = this.#afterComment(sign.at);
      else if (inText && sign.char === "'") this.#skipString(from, sign.at);
    }
    return { cuts, stop: this.#at, closed: false };
  }

  /** The next sign that may end something; goes past it, or to the end where there is none. */
  #nextSign(): { readonly char: string; readonly at: number } | undefined {
    nextSign.lastIndex = this.#at;
    const sign = nextSign.exec(this.#source);
    if (sign === null || sign.index >= this.#end) {
      this.#at = this.#end;
      return undefined;
    }
    this.#at = sign.index + 1;
    return { char: sign[0], at: sign.index };
  }

  /** A quoted name runs on over a line end only where a backslash says so: a lone quote harms one line. */
  #endsQuote({ char, at }: { readonly char: string; readonly at: number }): boolean {
    if (char === '"') return this.#source.charAt(at - 1) !== '\\';
    return char === '\n' && !brokenBefore(this.#source, at);
  }

  /** The next line end, cached: searching from each string to the end of a text without line ends would take quadratic time. */
  #lineEnd(): number {
    const { from, to } = this.#line;
    if (this.#at < from || this.#at > to) {
      const found = this.#source.indexOf('\n', this.#at);
      this.#line = { from: this.#at, to: found < 0 ? this.#source.length : found };
    }
    return this.#line.to;
  }

  /** Goes over a string, an argument in single quotes on one line; any other single quote is an apostrophe. */
  #skipString(from: number, at: number): void {
    if (!/[(,]\s*$/.test(this.#source.slice(Math.max(from, at - 20), at))) return;
    const close = this.#source.indexOf("'", this.#at);
    if (close >= 0 && close < this.#end && close < this.#lineEnd()) this.#at = close + 1;
  }
}

/** Whether a backslash breaks the line that ends here. */
function brokenBefore(source: string, lineEnd: number): boolean {
  let i = lineEnd - 1;
  while (source.charAt(i) === ' ' || source.charAt(i) === '\t') i--;
  return source.charAt(i) === '\\';
}

function readSettings(source: string, from: number): SettingsRow[] {
  const rows: SettingsRow[] = [];
  const row = /^(\d+):(.*)$/gm;
  row.lastIndex = from;
  for (let found = row.exec(source); found !== null; found = row.exec(source)) {
    const [, code = '', text = ''] = found;
    rows.push({ code: Number(code), text, from: found.index });
  }
  return rows;
}

/** Maps offsets in a text to line and column, both from 1. */
export function placesIn(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(starts, middle) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - at(starts, low) + 1 };
  };
}
