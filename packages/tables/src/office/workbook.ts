import { OfficeFault } from './fault.ts';
import { walkXml, type XmlHandler } from './xml.ts';
import { type Budget, unpackText, type ZipEntry, zipEntries } from './zip.ts';

/** A cell that is not empty. */
export interface SheetCell {
  /** from 0 */
  readonly row: number;
  /** from 0 */
  readonly column: number;
  /** as it was last computed; a truth is TRUE or FALSE, a formula that no program has computed begins with `=` */
  readonly value: string | number;
  /** whether its format shows a number as a date: then it counts days (`dateOf`) */
  readonly isDate: boolean;
}

/** A workbook in Office Open XML (.xlsx), values only. */
export interface Workbook {
  /** names of the sheets, in their order */
  readonly sheets: readonly string[];
  /** whether days are counted from 1904 on, instead of 1900 */
  readonly from1904: boolean;
  /** names of cells; with a sheet, the name counts on that sheet only */
  readonly names: readonly {
    readonly name: string;
    readonly sheet: string | undefined;
    readonly formula: string;
  }[];
  /**
   * Visits the cells of a sheet in the order of its rows; the sheet itself is never held as a tree.
   *
   * @param sheet its place in `sheets`
   */
  forEachCell(sheet: number, visit: (cell: SheetCell) => void): void;
}

/** How much of a workbook is read at most. */
export interface WorkbookLimits {
  /** bytes that the parts may unpack to, all together: a small file can unpack to any size */
  readonly unpacked: number;
  /** for all that is read of it */
  readonly seconds: number;
}

const mostRows = 1_048_576;
const mostColumns = 16_384;

/** Row and column, from 0, of an address such as `$B$12`; undefined where it is none. */
export function addressOf(text: string): { row: number; column: number } | undefined {
  const found = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (found === null) return undefined;
  const [, letters = '', digits = ''] = found;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row > mostRows || column > mostColumns ? undefined : { row: row - 1, column: column - 1 };
}

/** The local part of a name with a prefix: `x:sheet` is a `sheet`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Formats of numbers that a spreadsheet shows as a date, of those that have a number of their own. */
const isDateNumber = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows a year, month or day: letters within quotes or brackets do not count. */
const isDateFormat = (code: string): boolean => /[ymd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

const missing = (part: string): OfficeFault =>
  new OfficeFault('damaged', { detail: { nl: part, en: part }, format: 'Excel' });

type Walk = (path: string, xml: string, handler: XmlHandler) => void;
type WalkPart = (path: string, handler: Omit<XmlHandler, 'text' | 'close'> & Partial<XmlHandler>) => void;

/**
 * Opens a workbook. Parts are unpacked when they are needed, within the limits.
 *
 * @throws OfficeFault where the bytes are no workbook, are encrypted, or pass a limit; so does `forEachCell`
 */
export function openWorkbook(bytes: Uint8Array, { unpacked, seconds }: WorkbookLimits): Workbook {
  const end = performance.now() + seconds * 1000;
  const check = (): void => {
    if (performance.now() > end) throw new OfficeFault('time', { most: seconds, format: 'Excel' });
  };
  const entries = new Map(
    zipEntries(bytes).map((entry): [string, ZipEntry] => [entry.name.toLowerCase(), entry]),
  );
  const budget: Budget = { left: unpacked, most: unpacked };
  const part = (path: string): string | undefined => {
    const entry = entries.get(path.toLowerCase());
    return entry === undefined ? undefined : unpackText(bytes, entry, budget, check);
  };
  const walk: Walk = (path, xml, handler) => walkXml(xml, { name: path, format: 'Excel' }, handler, check);
  const walkPart: WalkPart = (path, handler) => {
    const xml = part(path);
    if (xml !== undefined) walk(path, xml, { text() {}, close() {}, ...handler });
  };

  const book = readBook(part, walk);
  const targets = new Map<string, string>();
  walkPart('xl/_rels/workbook.xml.rels', {
    open(tag, attribute) {
      if (local(tag) !== 'Relationship') return;
      const [id, target] = [attribute('Id'), attribute('Target')];
      if (id === undefined || target === undefined) return;
      targets.set(id, `xl/${target.replace(/^\/xl\//, '').replace(/^\.\//, '')}`);
    },
  });
  let shared: { readonly strings: readonly string[]; readonly dates: ReadonlySet<number> } | undefined;
  return {
    sheets: book.sheets.map(({ name }) => name),
    from1904: book.from1904,
    names: book.names.map(({ name, sheet, formula }) => ({ name, sheet: book.sheets[sheet]?.name, formula })),
    forEachCell(sheet, visit) {
      const asked = book.sheets[sheet];
      if (asked === undefined) throw missing(String(sheet));
      const path = targets.get(asked.id);
      const xml = path === undefined ? undefined : part(path);
      if (path === undefined || xml === undefined) throw missing(path ?? asked.name);
      shared ??= { strings: sharedStrings(walkPart), dates: dateStyles(walkPart) };
      walk(path, xml, new SheetWalker(shared.strings, shared.dates, visit));
    },
  };
}

interface Book {
  readonly sheets: { readonly name: string; readonly id: string }[];
  readonly names: { readonly name: string; readonly sheet: number; formula: string }[];
  from1904: boolean;
}

function readBook(part: (path: string) => string | undefined, walk: Walk): Book {
  const path = 'xl/workbook.xml';
  const xml = part(path);
  if (xml === undefined) throw missing(path);
  const book: Book = { sheets: [], names: [], from1904: false };
  let inName = false;
  walk(path, xml, {
    open(tag, attribute) {
      const kind = local(tag);
      // A file without these names is damaged: what has no name is found by its place only, or not at all.
      if (kind === 'sheet') {
        book.sheets.push({ name: attribute('name') ?? '', id: attribute('r:id') ?? attribute('*:id') ?? '' });
      } else if (kind === 'workbookPr') {
        book.from1904 = ['1', 'true'].includes(attribute('date1904') ?? 'false');
      } else if (kind === 'definedName') {
        inName = true;
        const sheet = attribute('localSheetId');
        book.names.push({
          name: attribute('name') ?? '',
          sheet: sheet === undefined ? Number.NaN : Number(sheet),
          formula: '',
        });
      }
    },
    text(text) {
      const last = book.names.at(-1);
      if (inName && last !== undefined) last.formula += text;
    },
    close(tag) {
      if (local(tag) === 'definedName') inName = false;
    },
  });
  return book;
}

/** Strings that cells share: the runs of each joined, without the phonetic hints of Japanese. */
function sharedStrings(walkPart: WalkPart): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let aside = 0;
  walkPart('xl/sharedStrings.xml', {
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
function dateStyles(walkPart: WalkPart): ReadonlySet<number> {
  const own = new Map<number, string>();
  const dates = new Set<number>();
  let inCells = false;
  let index = 0;
  walkPart('xl/styles.xml', {
    open(tag, attribute) {
      const kind = local(tag);
      // Without a code or a number a format is General, which shows no date.
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

/** Gives the cells of a sheet one by one. */
class SheetWalker implements XmlHandler {
  readonly #strings: readonly string[];
  readonly #dates: ReadonlySet<number>;
  readonly #visit: (cell: SheetCell) => void;
  #row = -1;
  #column = -1;
  #type = 'n';
  #style = 0;
  #inCell = false;
  #aside = 0;
  #into: 'value' | 'formula' | null = null;
  #value = '';
  #formula = '';

  constructor(strings: readonly string[], dates: ReadonlySet<number>, visit: (cell: SheetCell) => void) {
    this.#strings = strings;
    this.#dates = dates;
    this.#visit = visit;
  }

  open(tag: string, attribute: (name: string) => string | undefined): void {
    const kind = local(tag);
    if (kind === 'row') {
      const given = Number(attribute('r'));
      // Rows ascend; a number that goes back or does not exist counts as the next one.
      this.#row =
        Number.isInteger(given) && given > this.#row + 1 && given <= mostRows ? given - 1 : this.#row + 1;
      this.#column = -1;
    } else if (kind === 'c') {
      const address = attribute('r');
      // A cell without an address follows the one before it.
      this.#column = (address === undefined ? undefined : addressOf(address)?.column) ?? this.#column + 1;
      this.#type = attribute('t') ?? 'n';
      this.#style = Number(attribute('s') ?? 0); // the first style is the default
      this.#value = '';
      this.#formula = '';
      this.#inCell = true;
    } else if (!this.#inCell) return;
    else if (kind === 'v') this.#into = 'value';
    else if (kind === 'f') this.#into = 'formula';
    else if (kind === 'rPh') this.#aside++;
    else if (kind === 't' && this.#aside === 0) this.#into = 'value';
  }

  text(text: string): void {
    if (this.#into === 'formula') this.#formula += text;
    else if (this.#into === 'value') this.#value += text;
  }

  close(tag: string): void {
    const kind = local(tag);
    if (kind === 'v' || kind === 'f' || kind === 't') this.#into = null;
    else if (kind === 'rPh') this.#aside--;
    else if (kind === 'c' && this.#inCell) {
      this.#inCell = false;
      const value = this.#cellValue();
      if (value === '' || this.#row >= mostRows || this.#column >= mostColumns) return;
      const isDate = typeof value === 'number' && this.#dates.has(this.#style);
      this.#visit({ row: this.#row, column: this.#column, value, isDate });
    }
  }

  #cellValue(): string | number {
    if (this.#type === 's') {
      if (this.#value === '') return '';
      const text = this.#strings[Number(this.#value)];
      if (text === undefined) throw missing('xl/sharedStrings.xml');
      return text;
    }
    if (this.#type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type !== 'n') return this.#value;
    // A formula that no program has computed is not an empty cell.
    if (this.#value === '') return this.#formula === '' ? '' : `=${this.#formula}`;
    const number = Number(this.#value);
    return Number.isNaN(number) ? this.#value : number;
  }
}
