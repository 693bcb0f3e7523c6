import { parseXml, type XmlElement, XmlText } from '@rgrove/parse-xml';
import { unzipSync } from 'fflate';
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

/** What a sheet and its parts may come to unpacked: a small file can unpack to any size. */
const mostBytes = 256 * 1024 * 1024;
const mostRows = 1_048_576;
const mostColumns = 16_384;

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The local part of a name with a prefix: `x:sheet` is a `sheet`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const isElement = (node: { type: string }): node is XmlElement => node.type === 'element';

function children(of: XmlElement | undefined, name: string): XmlElement[] {
  return (of?.children ?? []).filter(isElement).filter((child) => local(child.name) === name);
}
const child = (of: XmlElement | undefined, name: string): XmlElement | undefined => children(of, name)[0];

/** An attribute, whatever its prefix. */
const attribute = (of: XmlElement, name: string): string | undefined =>
  of.attributes[name] ?? Object.entries(of.attributes).find(([key]) => local(key) === name)?.[1];

/** Text of a string item: its runs together, without the reading aids of Japanese. */
function textOf(item: XmlElement): string {
  return item.children
    .map((node) => {
      if (node instanceof XmlText) return node.text;
      if (!isElement(node) || local(node.name) === 'rPh') return '';
      return local(node.name) === 't' ? node.text : textOf(node);
    })
    .join('');
}

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

/** A block on one sheet, of a formula such as `'My sheet'!$B$2:$D$4`; undefined for anything else. */
function blockOf(formula: string): { tab: string; from: string; to: string } | undefined {
  const found = /^(?:'((?:[^']|'')+)'|([^'!,:()]+))!([$A-Za-z0-9]+)(?::([$A-Za-z0-9]+))?$/.exec(
    formula.trim(),
  );
  if (found === null) return undefined;
  const [, quoted, bare = '', from = '', to = from] = found;
  return { tab: quoted?.replaceAll("''", "'") ?? bare, from, to };
}

function cellValue(cell: XmlElement, strings: readonly string[]): Cell {
  const value = child(cell, 'v')?.text;
  switch (cell.attributes.t ?? 'n') {
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return inline === undefined ? undefined : textOf(inline) || undefined;
    }
    case 's':
      return strings[Number(value)] || undefined;
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      if (value !== undefined && value !== '') return Number.isNaN(Number(value)) ? value : Number(value);
      // A formula that no program has worked out is no empty cell.
      const formula = child(cell, 'f');
      return formula === undefined ? undefined : `=${formula.text}`;
    }
    default:
      return value || undefined;
  }
}

function readSheet(root: XmlElement, strings: readonly string[]): Sheet {
  const rows: Cell[][] = [];
  let row = -1;
  for (const line of children(child(root, 'sheetData'), 'row')) {
    const said = Number(line.attributes.r);
    row = Number.isInteger(said) && said >= 1 && said <= mostRows ? said - 1 : row + 1;
    let column = -1;
    for (const cell of children(line, 'c')) {
      column = addressOf(cell.attributes.r ?? '')?.column ?? column + 1;
      const value = cellValue(cell, strings);
      if (value === undefined) continue;
      while (rows.length <= row) rows.push([]);
      const cells = rows[row];
      if (cells !== undefined) cells[column] = value;
    }
  }
  return sheetOf(rows);
}

/**
 * Reads a spreadsheet: values as they were last computed, dates as the numbers that they are in a spreadsheet.
 *
 * @throws DataFault where the bytes are no such spreadsheet
 */
export function readWorkbook(file: string, bytes: Uint8Array): Workbook {
  const fault = (reason: string): DataFault =>
    new DataFault(
      say(fileTexts.dataNotWorkbook, { file, reason }),
      say(fileTexts.dataNotWorkbookHint),
      say(fileTexts.dataWorkbookExpected),
    );
  let parts: Record<string, Uint8Array>;
  let size = 0;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        size += originalSize;
        if (size > mostBytes) throw new RangeError(`more than ${mostBytes / 1024 ** 2} MB unpacked`);
        return true;
      },
    });
  } catch (error) {
    throw fault(error instanceof Error ? error.message : String(error));
  }

  const part = (path: string): XmlElement | undefined => {
    const found = Object.keys(parts).find((name) => same(name, path));
    const content = found === undefined ? undefined : parts[found];
    if (content === undefined) return undefined;
    try {
      return parseXml(new TextDecoder().decode(content)).root ?? undefined;
    } catch (error) {
      throw fault(
        `${path}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      );
    }
  };

  const book = part('xl/workbook.xml');
  if (book === undefined) throw fault('xl/workbook.xml');
  const targets = new Map(
    children(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((relation) => [
      attribute(relation, 'Id') ?? '',
      (attribute(relation, 'Target') ?? '').replace(/^\/xl\//, '').replace(/^\.\//, ''),
    ]),
  );
  let strings: readonly string[] | undefined;
  const sheets = children(child(book, 'sheets'), 'sheet').map((sheet) => {
    const path = `xl/${targets.get(attribute(sheet, 'id') ?? '') ?? ''}`;
    let read: Sheet | undefined;
    return {
      name: attribute(sheet, 'name') ?? '',
      read: (): Sheet => {
        strings ??= children(part('xl/sharedStrings.xml'), 'si').map(textOf);
        const root = part(path);
        if (root === undefined) throw fault(path);
        read ??= readSheet(root, strings);
        return read;
      },
    };
  });
  const names = children(child(book, 'definedNames'), 'definedName').map((defined) => ({
    name: attribute(defined, 'name') ?? '',
    /** The sheet that alone knows it. */
    of: sheets[Number(attribute(defined, 'localSheetId'))]?.name,
    formula: defined.text,
  }));

  const sheet = (tab: string): Sheet | undefined => sheets.find(({ name }) => same(name, tab))?.read();
  return {
    tabs: sheets.map(({ name }) => name),
    sheet,
    named(name, tab) {
      const found = names.filter((one) => same(one.name, name));
      const own = found.find(({ of }) => of !== undefined && tab !== undefined && same(of, tab));
      const defined =
        own ?? found.find(({ of }) => of === undefined) ?? (tab === undefined ? found[0] : undefined);
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
