import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { separatorIn } from '@schaalsprong/tables/csv';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { type Cell, DataFault, DataMissing, type DataSource, type Sheet } from '../read/data-source.ts';
import { decodeText } from '../read/decode-text.ts';
import type { Point } from '../syntax/ast.ts';
import { nameKey, nearestNames } from '../syntax/names.ts';
import { readDelimited, sheetOf } from './delimited.ts';
import { readOldWorkbook } from './old-workbook.ts';
import { holdsSeries, readSeriesList, readSeriesTable, type SeriesByKey } from './series.ts';
import { fileTexts } from './texts.ts';
import { readWorkbook, type Workbook } from './workbook.ts';

/** Larger files are refused: no table of a model is that large. */
const maxBytes = 512 * 1024 * 1024;
const delimited = new Set(['.csv', '.tsv', '.tab', '.txt', '.dat', '']);

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** The delimiter that a model names: a character, or a word for one. */
function delimiterOf(tab: string, file: string, text: string): string {
  const delimiter = tab.trim() === '' ? tab : tab.trim();
  if (/^(\\t|tab|\t)$/i.test(delimiter)) return '\t';
  if (delimiter.length === 1) return delimiter;
  return /\.(tsv|tab)$/i.test(file) ? '\t' : separatorIn(text);
}

/** The path of a file within a folder, also where it was written on a system where case does not count. */
function findFile(folder: string, file: string): string | undefined {
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  const path = resolve(folder, file);
  if (isFile(path)) return path;
  let names: readonly string[];
  try {
    names = readdirSync(dirname(path));
  } catch {
    return undefined;
  }
  const alike = names.filter((name) => name.toLowerCase() === basename(path).toLowerCase());
  const [only] = alike;
  return only !== undefined && alike.length === 1 && isFile(join(dirname(path), only))
    ? join(dirname(path), only)
    : undefined;
}

/** Cache of files: a model reads the same one for each of its cells. */
class Library {
  /** Of every file that was read its path and SHA-256. */
  readonly read = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #rows = new Map<string, Cell[][]>();
  readonly #sheets = new Map<string, Sheet>();
  readonly #books = new Map<string, Workbook>();

  #bytes(path: string, file: string): Uint8Array {
    try {
      const { size } = statSync(path);
      if (size > maxBytes) {
        throw new DataFault(
          say(fileTexts.dataTooLarge, {
            file,
            size: Math.round(size / 1024 ** 2),
            most: maxBytes / 1024 ** 2,
          }),
          say(fileTexts.dataTooLargeHint),
        );
      }
      const bytes = readFileSync(path);
      this.read.set(path, createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    } catch (error) {
      if (error instanceof DataFault) throw error;
      throw new DataFault(
        say(fileTexts.dataUnreadable, { file, reason: errorCode(error) }),
        say(fileTexts.dataUnreadableHint),
      );
    }
  }

  text(path: string, file: string): string {
    const text = this.#texts.get(path) ?? decodeText(this.#bytes(path, file));
    this.#texts.set(path, text);
    return text;
  }

  rows(path: string, file: string, tab: string): Cell[][] {
    const text = this.text(path, file);
    const delimiter = delimiterOf(tab, file, text);
    const key = `${path}\n${delimiter}`;
    const rows = this.#rows.get(key) ?? readDelimited(file, text, delimiter);
    this.#rows.set(key, rows);
    return rows;
  }

  sheet(path: string, file: string, tab: string): Sheet {
    const key = `${path}\n${tab}`;
    const sheet = this.#sheets.get(key) ?? sheetOf(this.rows(path, file, tab));
    this.#sheets.set(key, sheet);
    return sheet;
  }

  book(path: string, file: string): Workbook {
    const read = /\.xls$/i.test(path) ? readOldWorkbook : readWorkbook;
    const book = this.#books.get(path) ?? read(file, this.#bytes(path, file));
    this.#books.set(path, book);
    return book;
  }
}

/** Data from files, with the hashes of those that were read. */
export interface FileData extends DataSource {
  /** SHA-256 of every file that was read so far, by its name without folders, in order of name and hash. */
  hashes(): readonly { readonly file: string; readonly sha256: string }[];
}

/** What a file is to a model, by its name. */
function kindOf(file: string): 'delimited' | 'workbook' {
  const ending = extname(file).toLowerCase();
  if (delimited.has(ending)) return 'delimited';
  if (ending === '.xlsx' || ending === '.xlsm' || ending === '.xls') return 'workbook';
  if (ending === '.xlsb' || ending === '.ods') {
    throw new DataFault(
      say(fileTexts.dataOldWorkbook, { file, ending }),
      say(fileTexts.dataOldWorkbookHint),
      say(fileTexts.dataFormsExpected),
    );
  }
  throw new DataFault(
    say(fileTexts.dataForm, { file, ending }),
    say(fileTexts.dataFormHint),
    say(fileTexts.dataFormsExpected),
  );
}

/**
 * Data for models from folders and files: sheets and named cells of .xlsx and .xls, delimited text (.csv, .tsv, .tab, .txt), and the
 * course over time of variables without equation.
 *
 * - of a folder, a model may read every file in it and below it, by the path from that folder, and nothing outside it
 * - of a file, a model may read that file by its name; where it is delimited text with `Time` in its first cell, or a
 *   .dat of Vensim, each variable in it gets its course from there
 *
 * What is named first goes before the rest. Nothing is read before a model asks for it, but files named by themselves.
 *
 * @param paths folders and files
 * @throws DataFault where a path is not there, or a file named by itself cannot be read
 */
export function dataFrom(paths: readonly string[]): FileData {
  const library = new Library();
  const folders: string[] = [];
  const files: string[] = [];
  const series: SeriesByKey[] = [];
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      throw new DataFault(say(fileTexts.dataPathMissing, { file: path }), say(fileTexts.dataPathMissingHint));
    }
    const real = realpathSync(path);
    if (found.isDirectory()) {
      folders.push(real);
      continue;
    }
    files.push(real);
    const file = basename(path);
    if (kindOf(file) !== 'delimited') continue;
    const rows = library.rows(real, file, /\.dat$/i.test(file) ? '\t' : '');
    if (rows.every((row) => row.every((cell) => cell === undefined || cell === ''))) {
      throw new DataFault(say(fileTexts.dataEmpty, { file }), say(fileTexts.dataEmptyHint));
    }
    if (/\.dat$/i.test(file)) series.push(readSeriesList(file, rows));
    else if (holdsSeries(rows)) series.push(readSeriesTable(file, rows));
  }

  /** @throws DataFault where the file is in none of the places */
  const locate = (asked: string): string => {
    // A model that was written under Windows names its files so.
    const file = asked.replaceAll('\\', '/');
    const named = files.find((path) => basename(path).toLowerCase() === file.toLowerCase());
    if (named !== undefined) return named;
    for (const folder of folders) {
      const path = findFile(folder, file);
      if (path === undefined) continue;
      const inside = relative(folder, realpathSync(path));
      if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
        throw new DataFault(
          say(fileTexts.dataOutside, { file: asked, folder }),
          say(fileTexts.dataOutsideHint),
        );
      }
      return path;
    }
    const known = [
      ...files.map((path) => basename(path)),
      ...folders.flatMap((folder) => readdirSync(folder)),
    ];
    const near = nearestNames(file, known);
    throw new DataMissing(
      say(fileTexts.dataMissing, { file: asked, places: [...folders, ...files].join(', ') || '-' }),
      near.length === 0
        ? say(fileTexts.dataMissingHint)
        : say(commonTexts.nearest, { names: near.join(', ') }),
    );
  };

  const book = (file: string): Workbook | undefined =>
    kindOf(file) === 'workbook' ? library.book(locate(file), file) : undefined;

  return {
    sheet(file, tab) {
      const workbook = book(file);
      if (workbook === undefined) return library.sheet(locate(file), file, tab);
      const sheet = workbook.sheet(tab);
      if (sheet !== undefined) return sheet;
      throw new DataFault(
        say(fileTexts.dataTab, { file, tab }),
        say(fileTexts.dataTabHint, { known: workbook.tabs.join(', ') }),
      );
    },
    named: (file, name, tab) => book(file)?.named(name, tab),
    series(name): readonly Point[] | undefined {
      const key = nameKey(name);
      return series.find((one) => one.has(key))?.get(key);
    },
    hashes: () =>
      [...library.read]
        .map(([path, sha256]) => ({ file: basename(path), sha256 }))
        .sort((a, b) => (`${a.file} ${a.sha256}` < `${b.file} ${b.sha256}` ? -1 : 1)),
  };
}
