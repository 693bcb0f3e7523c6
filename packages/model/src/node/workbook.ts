import {
  addressOf,
  OfficeFault,
  type Workbook as OpenWorkbook,
  openWorkbook,
} from '@schaalsprong/tables/office';
import { say } from '../problems/say.ts';
import { type Cell, DataFault, type NamedCells, type Sheet } from '../read/data-source.ts';
import { sheetOf } from './delimited.ts';
import { fileTexts } from './texts.ts';

/** A spreadsheet in Office Open XML (.xlsx), values only. */
export interface Workbook {
  /** Names of the sheets, in their order. */
  readonly tabs: readonly string[];
  /** A sheet by name; case does not count, as in a spreadsheet program. */
  sheet(tab: string): Sheet | undefined;
  /** Cells with a name: that of the sheet before that of the whole workbook. */
  named(name: string, tab?: string): NamedCells | undefined;
}

/** A model reads a few sheets of a few megabytes; far below what an ordinary machine can hold. */
const limits = { unpacked: 256 * 1024 * 1024, seconds: 120 };

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A block on one sheet, of a formula such as `'My sheet'!$B$2:$D$4`; undefined for anything else. */
function blockOf(formula: string): { tab: string; from: string; to: string } | undefined {
  const found = /^(?:'((?:[^']|'')+)'|([^'!,:()]+))!([$A-Za-z0-9]+)(?::([$A-Za-z0-9]+))?$/.exec(
    formula.trim(),
  );
  if (found === null) return undefined;
  const [, quoted, bare = '', from = '', to = from] = found;
  return { tab: quoted?.replaceAll("''", "'") ?? bare, from, to };
}

function readSheet(book: OpenWorkbook, index: number): Sheet {
  const rows: Cell[][] = [];
  book.forEachCell(index, ({ row, column, value }) => {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row];
    if (cells !== undefined) cells[column] = value;
  });
  return sheetOf(rows);
}

const reasons = {
  encrypted: { nl: 'er zit een wachtwoord op', en: 'it is protected with a password' },
  time: { nl: 'het lezen duurt te lang', en: 'reading takes too long' },
  'unpacks-too-large': {
    nl: `uitgepakt is het meer dan ${limits.unpacked / 1024 ** 2} MB`,
    en: `it unpacks to more than ${limits.unpacked / 1024 ** 2} MB`,
  },
} as const;

/**
 * Reads a spreadsheet: values as they were last computed, dates as the numbers that they are in a spreadsheet.
 *
 * @throws DataFault where the bytes are no such spreadsheet
 */
export function readWorkbook(file: string, bytes: Uint8Array): Workbook {
  const reading = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof OfficeFault)) throw error;
      const { kind, detail } = error;
      throw new DataFault(
        say(fileTexts.dataNotWorkbook, {
          file,
          reason: kind === 'damaged' || kind === 'entities' ? detail : reasons[kind],
        }),
        say(fileTexts.dataNotWorkbookHint),
        say(fileTexts.dataWorkbookExpected),
      );
    }
  };
  const book = reading(() => openWorkbook(bytes, limits));
  const read = new Map<number, Sheet>();
  const sheet = (tab: string): Sheet | undefined => {
    const index = book.sheets.findIndex((name) => same(name, tab));
    if (index < 0) return undefined;
    const found = read.get(index) ?? reading(() => readSheet(book, index));
    read.set(index, found);
    return found;
  };
  return {
    tabs: book.sheets,
    sheet,
    named(name, tab) {
      const found = book.names.filter((one) => same(one.name, name));
      const own = found.find((one) => one.sheet !== undefined && tab !== undefined && same(one.sheet, tab));
      const defined =
        own ?? found.find((one) => one.sheet === undefined) ?? (tab === undefined ? found[0] : undefined);
      if (defined === undefined) return undefined;
      const block = blockOf(defined.formula);
      const from = block && addressOf(block.from);
      const to = block && addressOf(block.to);
      const on = block && sheet(block.tab);
      if (from === undefined || to === undefined || on === undefined) {
        throw new DataFault(
          say(fileTexts.dataNamedArea, { file, name, formula: defined.formula }),
          say(fileTexts.dataNamedAreaHint),
          say(fileTexts.dataNamedAreaExpected),
        );
      }
      const row = Math.min(from.row, to.row);
      const column = Math.min(from.column, to.column);
      return {
        sheet: on,
        row,
        column,
        rows: Math.abs(to.row - from.row) + 1,
        columns: Math.abs(to.column - from.column) + 1,
      };
    },
  };
}
