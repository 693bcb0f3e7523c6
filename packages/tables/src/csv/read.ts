import { CsvFault } from './fault.ts';

/** A row with the line of the text on which it begins, from 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** How a text is laid out. */
export interface CsvForm {
  /** one character */
  readonly separator: string;
  /** remove white space around cells, not inside quotes; a line of nothing else then counts as empty */
  readonly trim?: boolean;
  /** give empty lines as rows of one empty cell, where cells are addressed by row number */
  readonly keepEmpty?: boolean;
}

/** Line ends in a text: `\r\n` is one. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text[at + 1] !== '\n') count++;
  return count;
}

const isBlank = (character: string | undefined, separator: string): boolean =>
  (character === ' ' || character === '\t') && character !== separator;

/** Without quotes a cell ends at a separator and a row at a line end: splitting is several times faster than scanning. */
function* plainRows(
  text: string,
  { separator, trim = false, keepEmpty = false }: CsvForm,
  first: number,
): Generator<CsvRow> {
  const loneReturns = /\r(?!\n)/.test(text);
  let line = first;
  for (let from = 0; from < text.length; line++) {
    const feed = text.indexOf('\n', from);
    const end = loneReturns ? lineEnd(text, from) : feed < 0 ? text.length : feed;
    const record = text.slice(from, !loneReturns && text[end - 1] === '\r' ? end - 1 : end);
    from = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    const cells = trim ? record.split(separator).map((cell) => cell.trim()) : record.split(separator);
    if (keepEmpty || cells.length > 1 || cells[0] !== '') yield { cells, line };
  }
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

/** Scans rows whose cells may be quoted. */
class QuotedRows {
  readonly #text: string;
  readonly #form: CsvForm;
  #at = 0;
  #line: number;
  // Cached positions of the next of each, so that no character is searched twice: a file of one column has no separator.
  #feed = -1;
  #return = -1;
  #separator = -1;

  constructor(text: string, form: CsvForm, first: number) {
    this.#text = text;
    this.#form = form;
    this.#line = first;
  }

  *rows(): Generator<CsvRow> {
    const { separator, keepEmpty = false } = this.#form;
    while (this.#at < this.#text.length) {
      const cells: string[] = [];
      const begin = this.#line;
      let quoted = false;
      for (;;) {
        const isQuoted = this.#opensQuote();
        quoted ||= isQuoted;
        cells.push(isQuoted ? this.#quotedCell() : this.#plainCell());
        if (this.#text[this.#at] !== separator) break;
        // A separator at the end of the text is followed by one more cell, an empty one.
        this.#at++;
      }
      this.#at += this.#text[this.#at] === '\r' && this.#text[this.#at + 1] === '\n' ? 2 : 1;
      this.#line++;
      if (keepEmpty || quoted || cells.length > 1 || cells[0] !== '') yield { cells, line: begin };
    }
  }

  /** Moves to the quote that opens a cell, where there is one. */
  #opensQuote(): boolean {
    let at = this.#at;
    if (this.#form.trim) while (isBlank(this.#text[at], this.#form.separator)) at++;
    if (this.#text[at] !== '"') return false;
    this.#at = at;
    return true;
  }

  #quotedCell(): string {
    const text = this.#text;
    const opened = this.#line;
    let cell = '';
    for (let from = this.#at + 1; ; from++) {
      const quote = text.indexOf('"', from);
      if (quote < 0) throw new CsvFault('not-closed', opened);
      cell += text.slice(from, quote);
      from = quote + 1;
      this.#at = from;
      if (text[from] !== '"') break;
      cell += '"';
    }
    this.#line += countLines(cell);
    if (this.#form.trim) while (isBlank(text[this.#at], this.#form.separator)) this.#at++;
    const next = text[this.#at];
    if (next !== undefined && next !== this.#form.separator && next !== '\n' && next !== '\r')
      throw new CsvFault('after-quote', this.#line);
    return cell;
  }

  #plainCell(): string {
    const text = this.#text;
    const from = this.#at;
    this.#at = this.#cellEnd();
    const cell = text.slice(from, this.#at);
    if (cell.includes('"')) throw new CsvFault('inside-cell', this.#line);
    return this.#form.trim ? cell.trim() : cell;
  }

  #cellEnd(): number {
    const next = (sign: string): number => {
      const found = this.#text.indexOf(sign, this.#at);
      return found < 0 ? this.#text.length : found;
    };
    if (this.#feed < this.#at) this.#feed = next('\n');
    if (this.#return < this.#at) this.#return = next('\r');
    if (this.#separator < this.#at) this.#separator = next(this.#form.separator);
    return Math.min(this.#feed, this.#return, this.#separator);
  }
}

/** Rows of a text whose first line is line `first` of the file. */
export function* rowsFrom(text: string, form: CsvForm, first: number): Generator<CsvRow> {
  yield* text.includes('"') ? new QuotedRows(text, form, first).rows() : plainRows(text, form, first);
}

/**
 * Reads CSV (RFC 4180) row by row: a quote opens at the beginning of a cell, closes at its end, and is doubled inside. Lines end
 * in `\n`, `\r\n` or `\r`, also mixed. Rows may differ in length; a byte order mark is no part of the first cell.
 *
 * @param text decoded
 * @throws CsvFault where a quote is wrong, with the line
 */
export function* csvRows(text: string, form: CsvForm): Generator<CsvRow> {
  yield* rowsFrom(text.startsWith('\ufeff') ? text.slice(1) : text, form, 1);
}
