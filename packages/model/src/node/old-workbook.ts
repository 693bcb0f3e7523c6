import { at } from '@schaalsprong/words';
import { say } from '../problems/say.ts';
import { type Cell, DataFault, type NamedCells, type Sheet } from '../read/data-source.ts';
import { compoundStream } from './compound-file.ts';
import { sheetOf } from './delimited.ts';
import { fileTexts } from './texts.ts';
import type { Workbook } from './workbook.ts';

/** The records of a book that matter here, by their numbers in [MS-XLS]. */
const records = {
  formula: 0x06,
  end: 0x0a,
  sheetsOfNames: 0x17,
  name: 0x18,
  password: 0x2f,
  more: 0x3c,
  sheet: 0x85,
  rks: 0xbd,
  strings: 0xfc,
  sharedText: 0xfd,
  book: 0x1ae,
  number: 0x203,
  text: 0x204,
  truth: 0x205,
  formulaText: 0x207,
  rk: 0x27e,
  begin: 0x809,
} as const;

/** Reads forward through the pieces of a record, one after the other. */
class Reader {
  readonly #pieces: readonly Uint8Array[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces;
  }

  byte(): number {
    while (this.#at >= at(this.#pieces, this.#piece).length) this.#nextPiece();
    return at(at(this.#pieces, this.#piece), this.#at++);
  }
  #nextPiece(): void {
    this.#piece++;
    this.#at = 0;
    if (this.#piece >= this.#pieces.length) throw new RangeError('a record ends too soon');
  }
  u16(): number {
    return this.byte() + 256 * this.byte();
  }
  u32(): number {
    return this.u16() + 65_536 * this.u16();
  }
  skip(count: number): void {
    for (let i = 0; i < count; i++) this.byte();
  }
  double(): number {
    const view = new DataView(new ArrayBuffer(8));
    for (let i = 0; i < 8; i++) view.setUint8(i, this.byte());
    return view.getFloat64(0, true);
  }

  /** So many characters; where a piece ends in the middle, the next one begins with their width. */
  characters(count: number, flags: number): string {
    let wide = (flags & 1) === 1;
    let text = '';
    for (let i = 0; i < count; i++) {
      if (this.#at >= at(this.#pieces, this.#piece).length) {
        this.#nextPiece();
        wide = (this.byte() & 1) === 1;
      }
      text += String.fromCharCode(wide ? this.u16() : this.byte());
    }
    return text;
  }

  /** A text with its length before it, and with what a rich one has behind it left out. */
  text(length: number): string {
    const flags = this.byte();
    const runs = flags & 8 ? this.u16() : 0;
    const extra = flags & 4 ? this.u32() : 0;
    const text = this.characters(length, flags);
    this.skip(4 * runs + extra);
    return text;
  }
}

/** A number in 30 bits: the upper ones of a double or a whole number, and perhaps a hundredth of it. */
export function rkNumber(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, rk & 0xffff_fffc, true);
  const value = rk & 2 ? (rk | 0) >> 2 : view.getFloat64(0, true);
  return rk & 1 ? value / 100 : value;
}

interface Found {
  readonly kind: number;
  readonly body: Reader;
  readonly length: number;
}

/** The records from an offset to the end of their part, each with what continues it. */
function* recordsFrom(stream: Uint8Array, offset: number): Generator<Found> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let depth = 0;
  for (let at = offset; at + 4 <= stream.length; ) {
    const kind = view.getUint16(at, true);
    const pieces: Uint8Array[] = [];
    let length = 0;
    do {
      const size = view.getUint16(at + 2, true);
      pieces.push(stream.subarray(at + 4, at + 4 + size));
      length += size;
      at += 4 + size;
    } while (kind !== records.more && at + 4 <= stream.length && view.getUint16(at, true) === records.more);
    if (kind === records.begin) depth++;
    if (kind === records.end && --depth <= 0) return;
    // Parts within a part, such as charts, are none of ours.
    if (depth <= 1) yield { kind, body: new Reader(pieces), length };
  }
}

/** The text that a formula gave is in a record of its own, which follows. */
const follows = Symbol('text follows');

function resultOf(body: Reader): Cell | typeof follows {
  const bytes = Array.from({ length: 8 }, () => body.byte());
  if (bytes[6] !== 0xff || bytes[7] !== 0xff) {
    return new DataView(Uint8Array.from(bytes).buffer).getFloat64(0, true);
  }
  if (bytes[0] === 0) return follows;
  if (bytes[0] === 1) return bytes[2] === 1 ? 'TRUE' : 'FALSE';
  return bytes[0] === 2 ? '#ERROR' : undefined;
}

function readSheet(stream: Uint8Array, offset: number, strings: readonly string[]): Sheet {
  const rows: Cell[][] = [];
  const put = (row: number, column: number, value: Cell): void => {
    if (value === undefined || value === '') return;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row];
    if (cells !== undefined) cells[column] = value;
  };
  let waiting: { row: number; column: number } | undefined;
  for (const { kind, body, length } of recordsFrom(stream, offset)) {
    if (kind === records.formulaText && waiting !== undefined) {
      put(waiting.row, waiting.column, body.text(body.u16()));
      waiting = undefined;
    }
    if (
      kind !== records.formula &&
      kind !== records.rks &&
      kind !== records.number &&
      kind !== records.text &&
      kind !== records.truth &&
      kind !== records.sharedText &&
      kind !== records.rk
    ) {
      continue;
    }
    const row = body.u16();
    const column = body.u16();
    if (kind === records.rks) {
      for (let i = 0; i < (length - 6) / 6; i++) {
        body.skip(2);
        put(row, column + i, rkNumber(body.u32()));
      }
      continue;
    }
    body.skip(2);
    if (kind === records.number) put(row, column, body.double());
    else if (kind === records.rk) put(row, column, rkNumber(body.u32()));
    else if (kind === records.sharedText) put(row, column, strings[body.u32()]);
    else if (kind === records.text) put(row, column, body.text(body.u16()));
    else if (kind === records.truth) {
      const value = body.byte();
      put(row, column, body.byte() === 1 ? '#ERROR' : value === 1 ? 'TRUE' : 'FALSE');
    } else {
      const result = resultOf(body);
      if (result === follows) waiting = { row, column };
      else put(row, column, result);
    }
  }
  return sheetOf(rows);
}

interface Name {
  readonly name: string;
  /** Number of the sheet that alone knows it, from 1; 0 for the whole book. */
  readonly of: number;
  readonly block: { readonly reference: number; readonly rows: number[]; readonly columns: number[] } | null;
}

/** A name for cells: its formula is one reference to a cell or a block on a sheet, or something that we do not read. */
function readName(body: Reader): Name {
  body.skip(3);
  const length = body.byte();
  const size = body.u16();
  body.skip(2);
  const of = body.u16();
  body.skip(4);
  const name = body.characters(length, body.byte());
  // What the token is to be used for is in two bits that do not matter here.
  const token = size > 0 ? body.byte() & 0x9f : 0;
  const column = (): number => body.u16() & 0xff;
  if (token === 0x1a && size === 7) {
    const reference = body.u16();
    const row = body.u16();
    const at = column();
    return { name, of, block: { reference, rows: [row, row], columns: [at, at] } };
  }
  if (token === 0x1b && size === 11) {
    const reference = body.u16();
    const rows = [body.u16(), body.u16()];
    return { name, of, block: { reference, rows, columns: [column(), column()] } };
  }
  return { name, of, block: null };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Reads a spreadsheet of Excel 97 to 2003 (.xls, BIFF8): values as they were last computed. Source: [MS-XLS].
 *
 * @throws DataFault where the bytes are no such spreadsheet, or locked by a password
 */
export function readOldWorkbook(file: string, bytes: Uint8Array): Workbook {
  const fault = (reason: string): DataFault =>
    new DataFault(
      say(fileTexts.dataNotWorkbook, { file, reason }),
      say(fileTexts.dataNotWorkbookHint),
      say(fileTexts.dataWorkbookExpected),
    );
  /** Damaged bytes make a read run past an end: reported as a fault of the file. */
  const guarded = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (error instanceof DataFault) throw error;
      throw fault(error instanceof Error ? error.message : String(error));
    }
  };

  return guarded(() => {
    const stream = compoundStream(bytes, ['Workbook']);
    if (stream === undefined) throw fault('Workbook (Excel 97 - 2003)');
    const tabs: { name: string; offset: number; read: Sheet | undefined }[] = [];
    const strings: string[] = [];
    const names: Name[] = [];
    /** Per reference of a formula the number of its sheet, from 0; only of this book itself. */
    const sheetOfReference: (number | undefined)[] = [];
    const ownBooks: boolean[] = [];
    for (const { kind, body, length } of recordsFrom(stream, 0)) {
      if (kind === records.password) throw fault('password');
      if (kind === records.begin && body.u16() !== 0x0600) throw fault('Excel 97 - 2003');
      if (kind === records.sheet) {
        const offset = body.u32();
        body.skip(2);
        const size = body.byte();
        tabs.push({ offset, name: body.characters(size, body.byte()), read: undefined });
      }
      if (kind === records.strings) {
        body.skip(4);
        for (let left = body.u32(); left > 0; left--) strings.push(body.text(body.u16()));
      }
      if (kind === records.book) {
        body.skip(2);
        ownBooks.push(length === 4 && body.u16() === 0x0401);
      }
      if (kind === records.sheetsOfNames) {
        for (let left = body.u16(); left > 0; left--) {
          const book = body.u16();
          const [first, last] = [body.u16(), body.u16()];
          sheetOfReference.push(ownBooks[book] && first === last ? first : undefined);
        }
      }
      if (kind === records.name) names.push(readName(body));
    }
    if (tabs.length === 0) throw fault('no sheets');

    const read = (tab: (typeof tabs)[number] | undefined): Sheet | undefined => {
      if (tab !== undefined) tab.read ??= guarded(() => readSheet(stream, tab.offset, strings));
      return tab?.read;
    };
    return {
      tabs: tabs.map(({ name }) => name),
      sheet: (tab) => read(tabs.find(({ name }) => same(name, tab))),
      named(name, tab): NamedCells | undefined {
        const found = names.filter((one) => same(one.name, name));
        const place = tab === undefined ? -1 : tabs.findIndex((one) => same(one.name, tab));
        const defined =
          found.find(({ of }) => of === place + 1 && of > 0) ??
          found.find(({ of }) => of === 0) ??
          (tab === undefined ? found[0] : undefined);
        if (defined === undefined) return undefined;
        const { block } = defined;
        const sheetOf = block === null ? undefined : sheetOfReference[block.reference];
        const sheet = sheetOf === undefined ? undefined : read(tabs[sheetOf]);
        if (block === null || sheet === undefined) {
          throw new DataFault(
            say(fileTexts.dataNamedArea, { file, name, formula: '?' }),
            say(fileTexts.dataNamedAreaHint),
            say(fileTexts.dataNamedAreaExpected),
          );
        }
        const [row = 0, lastRow = row] = block.rows;
        const [column = 0, lastColumn = column] = block.columns;
        return { sheet, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
      },
    };
  });
}
