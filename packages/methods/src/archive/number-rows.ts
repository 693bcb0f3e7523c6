import { at, int32At } from '@schaalsprong/words';
import { cellNumber, isMissing } from '../cases/cell.ts';

/** A cell that is no number, or a row that is not as long as the others. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
  readonly line: number;
  constructor(line: number, found: string) {
    super(found);
    this.line = line;
  }
}

/**
 * Lines of text out of pieces of bytes.
 *
 * @returns every line, without its end; an empty last one is none
 */
export async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of content) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

/** A cell of a file of numbers; truth values count as 1 and 0. */
function numberOf(text: string, line: number): number {
  const number = Number(text);
  if (!Number.isNaN(number) && text !== '') return number;
  if (isMissing(text)) return Number.NaN;
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 1 : 0;
  const found = cellNumber(text.trim(), false);
  if (found === null) throw new RowFault(line, text);
  return found.value;
}

/** Some columns of a file of numbers without names. */
export interface NumberRows {
  /** Cells in a row. */
  readonly width: number;
  readonly rows: number;
  /** Per chosen column its numbers from top to bottom. */
  readonly columns: readonly Float64Array[];
}

/**
 * Reads rows of numbers with commas between them and keeps some of the columns, so that memory does not grow with their
 * length.
 *
 * @param expected rows there should be; one more means that the first holds names, and is left out
 * @param choose which columns, when it is known how many there are
 * @throws RowFault
 */
export async function readNumberRows(
  content: AsyncIterable<Uint8Array>,
  expected: number,
  choose: (width: number) => readonly number[],
): Promise<NumberRows> {
  let width = 0;
  let chosen: readonly number[] = [];
  let first: readonly string[] = [];
  let columns: readonly Float64Array[] = [];
  let rows = 0;
  for await (const line of linesOf(content)) {
    if (rows === 0) {
      // A name may hold a comma in quotes; numbers have none.
      const cells = cellsOf(line);
      width = cells.length;
      first = cells;
      chosen = choose(width);
      columns = chosen.map(() => new Float64Array(expected + 1));
    } else {
      const starts = startsOf(line, width);
      if (starts === null || rows > expected) throw new RowFault(rows + 1, line.slice(0, 40));
      for (let i = 0; i < chosen.length; i++) {
        const column = at(chosen, i);
        const cell = line.slice(starts[column], int32At(starts, column + 1) - 1);
        at(columns, i)[rows] = numberOf(cell, rows + 1);
      }
    }
    rows++;
  }
  const named = rows === expected + 1;
  if (!named) {
    chosen.forEach((column, i) => {
      if (rows > 0) at(columns, i)[0] = numberOf(at(first, column), 1);
    });
  }
  const from = named ? 1 : 0;
  return { width, rows: rows - from, columns: columns.map((values) => values.subarray(from, rows)) };
}

/** Where the cells of a line begin, and at last where a next one would; null where there are not as many. */
function startsOf(line: string, width: number): Int32Array | null {
  const starts = new Int32Array(width + 1);
  let cell = 0;
  for (let comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', comma + 1)) {
    if (++cell >= width) return null;
    starts[cell] = comma + 1;
  }
  starts[width] = line.length + 1;
  return cell === width - 1 ? starts : null;
}

const cellsOf = (line: string): readonly string[] =>
  line.match(/(?:"(?:[^"]|"")*"|[^,"])+|(?<=,|^)(?=,|$)/g)?.map((cell) => cell.replace(/^"|"$/g, '')) ?? [''];
