import { say, type Text } from '../problems/say.ts';
import { type Cell, DataFault, DataMissing, type DataSource, type Sheet } from '../read/data-source.ts';
import { type Dimension, type Expression, type Point, print } from '../syntax/ast.ts';
import { FileMissing } from './absent.ts';
import { type Faults, Stop } from './faults.ts';
import { resolveTexts } from './texts.ts';

type Call = Expression & { kind: 'call' };

/** A block of cells: `at` reads the cell `down` rows below and `right` columns right of its first cell. */
interface Block {
  readonly at: (down: number, right: number) => Cell;
  /** Rows and columns of the block, where its end is known; else those of the sheet from its first cell. */
  readonly rows: number;
  readonly columns: number;
  readonly bounded: boolean;
}

/** A call such as GET XLS DATA, with the variable and line for its problems. */
interface Request {
  readonly call: Call;
  readonly name: string;
  readonly line: number;
  readonly data: DataSource | undefined;
  readonly faults: Faults;
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `B12` and `B12*`; undefined for what is the name of a block of cells. */
function address(text: string): { row: number; column: number; transposed: boolean } | undefined {
  const match = /^\$?([a-z]{1,3})\$?(\d{1,7})(\*?)$/i.exec(text.trim());
  const [, letters, digits, star] = match ?? [];
  if (letters === undefined || digits === undefined || Number(digits) < 1) return undefined;
  return { row: Number(digits) - 1, column: columnNumber(letters), transposed: star === '*' };
}

/** A cell as a number; undefined where it holds none. */
function numeric(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (cell === undefined || cell.trim() === '') return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}

/** Reads the cells that one call names. */
class Cells {
  readonly file: string;
  readonly tab: string;
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
    this.file = this.text(0);
    // A tab may be the delimiter of a text file.
    this.tab = this.text(1) || this.written(1);
  }

  /** An argument as written between its quotes. */
  written(i: number): string {
    const arg = this.#request.call.args[i];
    if (arg?.kind === 'string') return arg.text;
    return arg?.kind === 'name' || arg?.kind === 'number' ? print(arg) : '';
  }

  text(i: number): string {
    return this.written(i).trim();
  }

  /** Reports a problem with the cells and throws. */
  stop(what: string): never {
    const { faults, line, name } = this.#request;
    const where = `${this.file}, ${this.tab.trim() === '' ? '-' : this.tab}: ${what}`;
    return faults.stop(
      'MODEL_DATA',
      line,
      say(resolveTexts.dataCells, { name, where }),
      say(resolveTexts.dataCellsHint),
    );
  }

  /** The cells from an address on, or those of a name. */
  block(text: string): Block {
    const at = address(text);
    if (at !== undefined) {
      const sheet = this.sheet();
      return {
        at: (down, right) => sheet.cell(at.row + down, at.column + right),
        rows: Math.max(0, sheet.rows - at.row),
        columns: Math.max(0, sheet.columns - at.column),
        bounded: false,
      };
    }
    const name = text.replace(/\*$/, '');
    const named = this.#asking((data) => {
      if (data.named === undefined) throw this.#notGiven();
      return data.named(this.file, name, this.tab);
    });
    if (named === undefined) return this.stop(text === '' ? '-' : text);
    return {
      at: (down, right) => named.sheet.cell(named.row + down, named.column + right),
      rows: named.rows,
      columns: named.columns,
      bounded: true,
    };
  }

  sheet(): Sheet {
    return this.#asking((data) => {
      const sheet = data.sheet?.(this.file, this.tab);
      if (sheet === undefined) throw this.#notGiven();
      return sheet;
    });
  }

  #asking<T>(ask: (data: DataSource) => T): T {
    const { faults, line, name, data } = this.#request;
    if (this.file.startsWith('?')) {
      throw this.#missing(
        say(resolveTexts.dataTag, { name, file: this.file }),
        say(resolveTexts.dataTagHint, { file: this.file }),
      );
    }
    if (data === undefined) {
      throw this.#notGiven();
    }
    try {
      return ask(data);
    } catch (error) {
      if (error instanceof DataMissing) {
        throw this.#missing(
          say(resolveTexts.dataAbsent, { name, reason: error.text }),
          error.hint,
          error.expected,
        );
      }
      if (!(error instanceof DataFault)) throw error;
      return faults.stop('MODEL_DATA', line, error.text, error.hint, error.expected);
    }
  }

  #notGiven(): FileMissing {
    const { name } = this.#request;
    return this.#missing(
      say(resolveTexts.dataNotGiven, { name, file: this.file }),
      say(resolveTexts.dataNotGivenHint),
    );
  }

  #missing(message: Text, hint: Text, expected?: Text): FileMissing {
    const { name, line } = this.#request;
    return new FileMissing({
      name,
      line,
      file: this.file,
      message,
      hint,
      ...(expected === undefined ? {} : { expected }),
    });
  }
}

/** The elements of a range that are in a file: GET XLS SUBSCRIPT(file, tab, first cell, last cell, prefix). */
export function subscriptsFrom(
  dimension: Dimension,
  from: Expression,
  data: DataSource | undefined,
  faults: Faults,
): string[] {
  if (from.kind !== 'call') return [];
  try {
    const cells = new Cells({ call: from, name: dimension.name, line: dimension.line, data, faults });
    const first = address(cells.text(2));
    const block = cells.block(cells.text(2));
    const last = cells.text(3);
    const prefix = cells.written(4);
    const end = address(last);
    let { rows, columns } = block;
    if (first !== undefined) {
      // The last cell may be whole, or only its row or its column; along the other side the cells end by themselves.
      const row = end?.row ?? (/^\d+$/.test(last) ? Number(last) - 1 : undefined);
      const column = end?.column ?? (/^[a-z]{1,3}$/i.test(last) ? columnNumber(last) : undefined);
      if (row !== undefined) rows = row - first.row + 1;
      if (column !== undefined) columns = column - first.column + 1;
    }
    const found: string[] = [];
    for (let down = 0; down < rows; down++) {
      for (let right = 0; right < columns; right++) {
        const cell = block.at(down, right);
        const text = cell === undefined ? '' : String(cell).trim();
        if (text !== '') found.push(prefix + text);
      }
    }
    if (found.length === 0) cells.stop(cells.text(2));
    return found;
  } catch (error) {
    if (error instanceof FileMissing) {
      // Without its elements nothing over the range can be resolved.
      const { message, hint, expected } = error.absent;
      faults.report('MODEL_DATA', dimension.line, message, hint, expected);
      return [];
    }
    if (error instanceof Stop) return [];
    throw error;
  }
}

/**
 * The numbers of GET XLS CONSTANTS(file, tab, cell), in the order of the elements. The last range runs along the row
 * and the one before it down the column; a `*` behind the cell turns that round. Every cell must hold a number.
 *
 * @param sizes how many elements each subscript denotes
 */
export function constantsFrom(request: Request, sizes: readonly number[]): number[] {
  const cells = new Cells(request);
  const text = cells.text(2);
  const long = sizes.filter((size) => size > 1);
  if (long.length > 2) cells.stop(`${text} (${long.join(' x ')})`);
  const columns = long.at(-1) ?? 1;
  const rows = long.length > 1 ? (long[0] ?? 1) : 1;
  const block = cells.block(text);
  let turned = address(text)?.transposed ?? text.endsWith('*');
  if (block.bounded) {
    const fits = (down: number, right: number): boolean => block.rows === down && block.columns === right;
    if (long.length < 2 && fits(columns, 1)) turned = true;
    else if (turned ? !fits(columns, rows) : !fits(rows, columns))
      cells.stop(`${text}: ${block.rows} x ${block.columns}, ${rows} x ${columns}`);
  }
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [down, right] = turned ? [column, row] : [row, column];
      const cell = block.at(down, right);
      const found = cell === undefined || String(cell).trim() === '' ? '-' : `"${cell}"`;
      values.push(numeric(cell) ?? cells.stop(`${text} + ${down} x ${right}: ${found}`));
    }
  }
  return values;
}

/**
 * The time series of GET XLS DATA or LOOKUPS(file, tab, row or column of times, cell), one per element, empty cells left out. Times in a
 * row: one row per element from the cell down. Times in a column: one column per element to the right.
 */
export function seriesFrom(request: Request, count: number): Point[][] {
  const cells = new Cells(request);
  const axis = cells.text(2).replaceAll('$', '');
  const text = cells.text(3);
  const first = address(text);
  const block = cells.block(text);
  let time: (i: number) => Cell;
  let value: (i: number, k: number) => Cell;
  let length: number;
  if (first !== undefined && /^\d+$/.test(axis)) {
    const sheet = cells.sheet();
    time = (i) => sheet.cell(Number(axis) - 1, first.column + i);
    value = (i, k) => block.at(k, i);
    length = block.columns;
  } else if (first !== undefined && /^[a-z]{1,3}$/i.test(axis)) {
    const sheet = cells.sheet();
    time = (i) => sheet.cell(first.row + i, columnNumber(axis));
    value = (i, k) => block.at(i, k);
    length = block.rows;
  } else {
    const times = cells.block(axis);
    const along = times.columns > 1;
    if (!times.bounded || (along && times.rows > 1)) cells.stop(axis);
    length = along ? times.columns : times.rows;
    time = along ? (i) => times.at(0, i) : (i) => times.at(i, 0);
    value = along ? (i, k) => block.at(k, i) : (i, k) => block.at(i, k);
    const wanted = along ? [count, length] : [length, count];
    if (block.bounded && (block.rows !== wanted[0] || block.columns !== wanted[1]))
      cells.stop(`${text}: ${block.rows} x ${block.columns}, ${wanted.join(' x ')}`);
  }
  const times = Array.from({ length }, (_, i) => numeric(time(i)));
  if (times.every((t) => t === undefined)) cells.stop(axis);
  return Array.from({ length: count }, (_, k) => {
    const points: Point[] = [];
    times.forEach((t, i) => {
      const v = t === undefined ? undefined : numeric(value(i, k));
      if (t !== undefined && v !== undefined) points.push([t, v]);
    });
    return points;
  });
}
