import { ReadError } from '@schaalsprong/reading/documents';
import {
  type Budget,
  startClock,
  unpackText,
  walkXml,
  type ZipEntry,
  zipEntries,
} from '@schaalsprong/reading/office';
import { nearest } from '@schaalsprong/words';
import { MonitorError, monitorProblem } from '../problems.ts';
import type { Cell, Row } from './csv.ts';
import type { FileLimits } from './limits.ts';
import { filesCatalogue } from './problems.ts';

/** From the first byte to the last; a sheet within the limits takes a few seconds. */
const mostSeconds = 120;
const mostColumns = 16_384;

/** The local part of a name with a prefix: `x:sheet` is a `sheet`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Column from 0 of an address such as `AB12`; -1 where it is none. */
export function columnOf(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column > mostColumns ? -1 : column - 1;
}

/** Formats of numbers that a spreadsheet shows as a date, of those that have a number of their own. */
const isDateNumber = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows a year, month or day: letters within quotes or brackets do not count. */
const isDateFormat = (code: string): boolean => /[ymd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

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
export async function excelRows(
  bytes: Uint8Array,
  {
    name,
    sheet,
    skipRows,
  }: { readonly name: string; readonly sheet: string | null; readonly skipRows: number },
  limits: FileLimits,
): Promise<Row[]> {
  try {
    return await rowsOf(bytes, name, sheet, skipRows, limits);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    if (error.code === 'READ_ENCRYPTED') throw fault('MONITOR_FILE_ENCRYPTED', name);
    if (error.code === 'READ_UNPACKS_TOO_LARGE' || error.code === 'READ_TIME') {
      const most = limits.unpacked / 1024 ** 2;
      throw fault('MONITOR_FILE_TOO_LARGE', name, { found: `> ${most}`, most });
    }
    const { detail } = error.values;
    throw fault('MONITOR_FILE_DAMAGED', name, { found: detail ?? withoutStop(error.text) });
  }
}

/** The message ends with a full stop of its own. */
const withoutStop = ({ nl, en }: ReadError['text']): ReadError['text'] => ({
  nl: nl.replace(/\.$/, ''),
  en: en.replace(/\.$/, ''),
});

const fault = (
  code: keyof typeof filesCatalogue,
  path: string,
  values: Parameters<typeof monitorProblem>[3] = {},
): MonitorError => new MonitorError([monitorProblem(filesCatalogue, code, path, values)]);

async function rowsOf(
  bytes: Uint8Array,
  name: string,
  sheet: string | null,
  skipRows: number,
  limits: FileLimits,
): Promise<Row[]> {
  const clock = startClock(mostSeconds);
  const entries = new Map(
    zipEntries(bytes).map((entry): [string, ZipEntry] => [entry.name.toLowerCase(), entry]),
  );
  const budget: Budget = { left: limits.unpacked, most: limits.unpacked };
  const part = async (path: string): Promise<string | null> => {
    const entry = entries.get(path.toLowerCase());
    return entry === undefined ? null : unpackText(bytes, entry, budget, clock);
  };
  const walk = (xml: string, path: string, handler: Partial<Parameters<typeof walkXml>[2]>): void =>
    walkXml(xml, { name: path, format: 'Excel' }, { open() {}, close() {}, text() {}, ...handler }, () =>
      clock.check(),
    );

  const book = await part('xl/workbook.xml');
  if (book === null) throw fault('MONITOR_FILE_DAMAGED', name, { found: 'xl/workbook.xml' });
  const sheets: { title: string; id: string }[] = [];
  let from1904 = false;
  walk(book, 'xl/workbook.xml', {
    open(tag, attribute) {
      if (local(tag) === 'sheet')
        sheets.push({ title: attribute('name') ?? '', id: attribute('r:id') ?? '' });
      if (local(tag) === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    },
  });
  const chosen = sheets.find(({ title }, i) =>
    sheet === null ? i === 0 : title.toLowerCase() === sheet.toLowerCase(),
  );
  if (chosen === undefined) {
    const known = sheets.map(({ title }) => title);
    throw fault('MONITOR_SHEET_UNKNOWN', name, {
      found: sheet ?? '',
      known: known.join(', '),
      nearest: nearest(sheet ?? '', known).join(', ') || (known[0] ?? '-'),
    });
  }
  let path = '';
  walk((await part('xl/_rels/workbook.xml.rels')) ?? '<none/>', 'xl/_rels/workbook.xml.rels', {
    open(tag, attribute) {
      if (local(tag) !== 'Relationship' || attribute('Id') !== chosen.id) return;
      path = `xl/${(attribute('Target') ?? '').replace(/^\/xl\//, '').replace(/^\.\//, '')}`;
    },
  });
  const xml = await part(path);
  if (xml === null) throw fault('MONITOR_FILE_DAMAGED', name, { found: path || chosen.title });
  const strings = sharedStrings((await part('xl/sharedStrings.xml')) ?? '<none/>', walk);
  const dates = dateStyles((await part('xl/styles.xml')) ?? '<none/>', walk);

  const rows: Row[] = [];
  let line = 0;
  let cells: Cell[] = [];
  let cell: { column: number; type: string; isDate: boolean } | null = null;
  let into: 'value' | 'formula' | 'text' | null = null;
  let value = '';
  let formula = '';
  const read = (type: string, isDate: boolean): Cell => {
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return value;
    // A formula that no program has worked out is no empty cell.
    if (value === '') return formula === '' ? '' : `=${formula}`;
    const number = Number(value);
    if (Number.isNaN(number)) return value;
    return isDate ? dateOf(number, from1904) : number;
  };
  walk(xml, path, {
    open(tag, attribute) {
      const kind = local(tag);
      if (kind === 'row') {
        const said = Number(attribute('r'));
        line = Number.isInteger(said) && said > line ? said : line + 1;
        cells = [];
      } else if (kind === 'c') {
        const said = columnOf(attribute('r') ?? '');
        const column = said < 0 ? cells.length : said;
        cell = { column, type: attribute('t') ?? 'n', isDate: dates.has(Number(attribute('s') ?? 0)) };
        value = '';
        formula = '';
      } else if (kind === 'v') into = 'value';
      else if (kind === 'f') into = 'formula';
      else if (kind === 't' && cell !== null) into = 'text';
    },
    text(text) {
      if (into === 'formula') formula += text;
      else if (into !== null) value += text;
    },
    close(tag) {
      const kind = local(tag);
      if (kind === 'v' || kind === 'f' || kind === 't') into = null;
      else if (kind === 'c' && cell !== null) {
        const { column, type, isDate } = cell;
        while (cells.length < column) cells.push('');
        const found = read(type, isDate);
        cells[column] = typeof found === 'string' ? found.trim() : found;
        cell = null;
      } else if (kind === 'row' && line > skipRows && cells.some((one) => one !== '')) {
        rows.push({ cells, line });
      }
    },
  });
  return evened(rows);
}

/** Rows as wide as the header, but for lines of one cell at the end: those are what an office writes under a table. */
function evened(rows: readonly Row[]): Row[] {
  const width = rows[0]?.cells.findLastIndex((cell) => cell !== '') ?? -1;
  const last = rows.findLastIndex(({ cells }) => cells.slice(1).some((cell) => cell !== ''));
  return rows.map(({ cells, line }, i) => {
    if (i > last) return { cells: cells.slice(0, 1), line };
    const used = cells.findLastIndex((cell) => cell !== '') + 1;
    const wanted = Math.max(width + 1, used);
    return { cells: Array.from({ length: wanted }, (_, at) => cells[at] ?? ''), line };
  });
}

type Walk = (xml: string, path: string, handler: Partial<Parameters<typeof walkXml>[2]>) => void;

/** Texts that cells share: the runs of each together, without the reading aids of Japanese. */
function sharedStrings(xml: string, walk: Walk): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let aside = 0;
  walk(xml, 'xl/sharedStrings.xml', {
    open(tag) {
      const kind = local(tag);
      if (kind === 'si') text = '';
      else if (kind === 'rPh') aside++;
      else if (kind === 't') inText = true;
    },
    text(part) {
      if (inText && aside === 0) text += part;
    },
    close(tag) {
      const kind = local(tag);
      if (kind === 'si') strings.push(text);
      else if (kind === 'rPh') aside--;
      else if (kind === 't') inText = false;
    },
  });
  return strings;
}

/** Numbers of the cell styles that show a date. */
function dateStyles(xml: string, walk: Walk): ReadonlySet<number> {
  const own = new Map<number, string>();
  const dates = new Set<number>();
  let inCells = false;
  let index = 0;
  walk(xml, 'xl/styles.xml', {
    open(tag, attribute) {
      const kind = local(tag);
      if (kind === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (kind === 'cellXfs') inCells = true;
      else if (kind === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        const code = own.get(id);
        if (code === undefined ? isDateNumber(id) : isDateFormat(code)) dates.add(index);
        index++;
      }
    },
    close(tag) {
      if (local(tag) === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
