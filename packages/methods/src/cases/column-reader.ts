import { at } from '@schaalsprong/words';
import type { FuturesProblem } from '../problems.ts';
import type { Column } from './cases.ts';
import { cellNumber, type DecimalMark, isMissing } from './cell.ts';
import { caseProblems } from './problems.ts';

/** How a column is to be read. */
export interface ColumnSettings {
  readonly file: string;
  readonly name: string;
  /** Whether decimals may be behind a comma. */
  readonly commas: boolean;
  /** Words, also where every cell is a number: codes. */
  readonly words: boolean;
}

/** Cells after which the kind of a column is clear. */
const enoughToJudge = 1000;
/** From this part on the cells that are no number are mistakes, not words. */
const mostlyNumbers = 0.9;

const noNumbers = new Float64Array();
const noCodes = new Int32Array();

/**
 * Reads the cells of one column from top to bottom and finds out of what kind it is, from its first thousand cells, so that
 * a long file is never held as text. One odd cell in a column of numbers is a mistake with a line, and does not turn the
 * column into words.
 */
export class ColumnReader {
  readonly problems: FuturesProblem[] = [];
  readonly #settings: ColumnSettings;
  /** Cells that came before the kind was clear, and the lines they are on; null once it is. */
  #waiting: { readonly texts: string[]; readonly lines: number[] } | null = { texts: [], lines: [] };
  #kind: 'number' | 'words' = 'words';
  #whole = true;
  #mark: DecimalMark = 'none';
  // Made once the kind is clear: a table may have a million columns of two rows.
  #numbers = noNumbers;
  #codes = noCodes;
  readonly #categories = new Map<string, number>();
  #count = 0;

  constructor(settings: ColumnSettings) {
    this.#settings = settings;
  }

  add(text: string, line: number): void {
    if (this.#waiting === null) {
      this.#put(text, line);
      return;
    }
    this.#waiting.texts.push(text);
    this.#waiting.lines.push(line);
    if (this.#waiting.texts.length >= enoughToJudge) this.#judge();
  }

  /** The column; ask it after the last cell. */
  end(): Column {
    this.#judge();
    const { name } = this.#settings;
    if (this.#kind === 'number') {
      const values = this.#numbers.slice(0, this.#count);
      return { name, kind: this.#whole ? 'integer' : 'real', values };
    }
    const values = this.#codes.slice(0, this.#count);
    return withTruth({ name, kind: 'category', categories: [...this.#categories.keys()], values });
  }

  #judge(): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    const { commas, words } = this.#settings;
    let numbers = 0;
    let others = 0;
    let empty = 0;
    for (const text of waiting.texts) {
      if (cellNumber(text, commas) !== null) numbers++;
      else if (!isMissing(text)) others++;
      else if (text === '') empty++;
    }
    const { length } = waiting.texts;
    const nothing = empty === length;
    const mostly = numbers > 0 && numbers >= mostlyNumbers * (numbers + others);
    this.#kind = !words && (nothing || mostly) ? 'number' : 'words';
    if (nothing) this.#whole = false;
    if (this.#kind === 'number') this.#numbers = new Float64Array(Math.max(1, length));
    else this.#codes = new Int32Array(Math.max(1, length));
    for (const [i, text] of waiting.texts.entries()) this.#put(text, at(waiting.lines, i));
  }

  #put(text: string, line: number): void {
    const place = this.#count++;
    if (this.#kind === 'number') {
      if (place === this.#numbers.length) this.#numbers = grown(this.#numbers, new Float64Array(2 * place));
      this.#numbers[place] = this.#number(text, line);
      return;
    }
    if (place === this.#codes.length) this.#codes = grown(this.#codes, new Int32Array(2 * place));
    this.#codes[place] = text === '' ? -1 : this.#code(text);
  }

  #code(text: string): number {
    const known = this.#categories.get(text);
    if (known !== undefined) return known;
    this.#categories.set(text, this.#categories.size);
    return this.#categories.size - 1;
  }

  #number(text: string, line: number): number {
    if (isMissing(text)) return Number.NaN;
    const { file, name, commas } = this.#settings;
    const found = cellNumber(text, commas);
    if (found === null) {
      this.problems.push(caseProblems.number(file, line, name, text));
      return Number.NaN;
    }
    if (this.#mark === 'none') this.#mark = found.mark;
    else if (found.mark !== 'none' && found.mark !== this.#mark)
      this.problems.push(caseProblems.commas(file, line, name, text));
    if (!found.whole) this.#whole = false;
    return found.value;
  }
}

function grown<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Truth values, however they were written, as `false` and `true` in that order. */
function withTruth(column: Column & { readonly kind: 'category' }): Column {
  const words = column.categories.map((word) => word.toLowerCase());
  if (words.length === 0 || words.some((word) => word !== 'true' && word !== 'false')) return column;
  const values = column.values.map((code) => (code < 0 ? -1 : words[code] === 'true' ? 1 : 0));
  return { ...column, categories: ['false', 'true'], values };
}
