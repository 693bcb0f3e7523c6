import { OfficeFault, openWorkbook, type Workbook } from '@schaalsprong/tables/office';
import { nearest } from '@schaalsprong/words';
import { MonitorError, monitorProblem } from '../problems.ts';
import type { FileLimits } from './limits.ts';
import { filesCatalogue } from './problems.ts';
import type { Cell, Row } from './table.ts';

/** From the first byte to the last; a sheet within the limits takes a few seconds. */
const mostSeconds = 120;

const millisecondsADay = 86_400_000;

/** The date of a number that counts days; day 60 of the 1900 count is a 29 February that was none. */
export function dateOf(days: number, from1904: boolean): string {
  const shift = from1904 ? 1462 : days < 60 ? 1 : 0;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round((days + shift) * millisecondsADay));
  if (Number.isNaN(at.getTime())) return String(days);
  const text = at.toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19);
}

/**
 * The rows of a sheet of an Excel file (.xlsx): values as they were last computed, cells with the format of a date as ISO 8601.
 *
 * @param name of the file, for faults
 * @param sheet its name, case does not count; null for the first
 * @param skipRows rows above the header
 * @throws MonitorError where it is no such file, is protected, unpacks to too much, or has no such sheet
 */
export function excelRows(
  bytes: Uint8Array,
  {
    name,
    sheet,
    skipRows,
  }: { readonly name: string; readonly sheet: string | null; readonly skipRows: number },
  limits: FileLimits,
): Row[] {
  try {
    const book = openWorkbook(bytes, { unpacked: limits.unpacked, seconds: mostSeconds });
    return rowsOf(book, sheetIn(book, name, sheet), skipRows);
  } catch (error) {
    if (!(error instanceof OfficeFault)) throw error;
    if (error.kind === 'encrypted') throw fault('MONITOR_FILE_ENCRYPTED', name);
    if (error.kind === 'unpacks-too-large' || error.kind === 'time') {
      const most = limits.unpacked / 1024 ** 2;
      throw fault('MONITOR_FILE_TOO_LARGE', name, { found: `> ${most}`, most });
    }
    throw fault('MONITOR_FILE_DAMAGED', name, { found: error.detail });
  }
}

const fault = (
  code: keyof typeof filesCatalogue,
  path: string,
  values: Parameters<typeof monitorProblem>[3] = {},
): MonitorError => new MonitorError([monitorProblem(filesCatalogue, code, path, values)]);

/** The place of a sheet in the workbook; null asks for the first. */
function sheetIn({ sheets }: Workbook, name: string, sheet: string | null): number {
  const found = sheets.findIndex((title, i) =>
    sheet === null ? i === 0 : title.toLowerCase() === sheet.toLowerCase(),
  );
  if (found >= 0) return found;
  // no name asks for the first sheet, which a workbook may lack
  throw fault('MONITOR_SHEET_UNKNOWN', name, {
    found: sheet ?? '',
    known: sheets.join(', '),
    nearest: nearest(sheet ?? '', sheets).join(', ') || (sheets[0] ?? '-'),
  });
}

/**
 * Empty columns within a table at most. A stray cell far to the right (a workbook has 16,384 columns) is no column of the header, and of a
 * row it counts as this many cells too many; filling the rows up to it would take gigabytes.
 */
const mostGap = 256;

function rowsOf(book: Workbook, sheet: number, skipRows: number): Row[] {
  const rows: Row[] = [];
  let line = 0;
  let cells: Cell[] = [];
  const end = (): void => {
    if (line > skipRows && cells.some((one) => one !== '')) rows.push({ cells, line });
  };
  book.forEachCell(sheet, ({ row, column, value, isDate }) => {
    if (row + 1 !== line) {
      end();
      line = row + 1;
      cells = [];
    }
    // The first row that is kept is the header.
    const width = rows[0]?.cells.length;
    if (width === undefined && column > cells.length + mostGap) return;
    const at = width === undefined ? column : Math.min(column, width + mostGap);
    while (cells.length < at) cells.push('');
    if (typeof value === 'string') cells[at] = value.trim();
    else cells[at] = isDate ? dateOf(value, book.from1904) : value;
  });
  end();
  return evened(rows);
}

/** Rows as wide as the header, but for lines of one cell at the end: those are what an office writes under a table. */
function evened(rows: readonly Row[]): Row[] {
  // -1: a sheet without rows
  const width = rows[0]?.cells.findLastIndex((cell) => cell !== '') ?? -1;
  const last = rows.findLastIndex(({ cells }) => cells.slice(1).some((cell) => cell !== ''));
  return rows.map(({ cells, line }, i) => {
    if (i > last) return { cells: cells.slice(0, 1), line };
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    const wanted = Math.max(width + 1, used);
    return { cells: Array.from({ length: wanted }, (_, at) => cells[at] ?? ''), line };
  });
}
