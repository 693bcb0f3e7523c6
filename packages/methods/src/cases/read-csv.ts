import type { Text } from '@schaalsprong/words';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import type { Cases } from './cases.ts';
import { cellNumber } from './cell.ts';
import { ColumnReader } from './column-reader.ts';
import { caseProblems } from './problems.ts';

/** What a reader cannot know from the text. */
export interface CsvSettings {
  /** Between the cells. Default: what the first line shows. */
  readonly delimiter?: ',' | ';' | '\t';
  /** Columns whose cells are words also where they look like numbers: codes of areas, numbers of policies. */
  readonly words?: readonly string[];
}

/** Of faults of one kind more than this are counted, not told one by one. */
const mostTold = 20;

const faults: Partial<Record<CsvError['code'], Text>> = {
  CSV_INVALID_CLOSING_QUOTE: {
    nl: 'na een sluitend aanhalingsteken hoort een scheidingsteken of een nieuwe regel',
    en: 'a closing quote must be followed by a separator or a new line',
  },
  CSV_QUOTE_NOT_CLOSED: {
    nl: 'het aanhalingsteken dat hier opent, sluit nergens',
    en: 'the quote that opens here closes nowhere',
  },
  INVALID_OPENING_QUOTE: {
    nl: 'een aanhalingsteken mag alleen aan het begin van een cel openen, en staat binnen een cel dubbel',
    en: 'a quote may only open at the beginning of a cell, and stands double inside one',
  },
};

/**
 * Reads CSV as cases: a line of names, then a line per case. Numbers, whole numbers, truth values and words are told apart by
 * their cells; with `;` or tabs between the cells decimals may stand behind a comma. A first column without a name that
 * counts the lines, as pandas and R write it, is left out.
 *
 * @param file its name, for messages
 * @param text decoded
 * @throws FuturesError with every fault, each with its line and column
 */
export function readCsvCases(file: string, text: string, settings: CsvSettings = {}): Cases {
  const delimiter = settings.delimiter ?? guessDelimiter(text);
  const problems: FuturesProblem[] = [];
  const ragged: FuturesProblem[] = [];
  let readers: readonly ColumnReader[] = [];
  let count = -1;
  const take = (record: readonly string[], end: number): void => {
    if (count < 0) {
      const names = record.map((name) => name.trim());
      problems.push(...headerFaults(file, names));
      const commas = delimiter !== ',';
      const isWords = (name: string): boolean => settings.words?.includes(name) ?? false;
      readers = names.map((name) => new ColumnReader({ file, name, commas, words: isWords(name) }));
      count = 0;
      return;
    }
    // `end` is where the record ends; a quoted cell may hold line ends of its own.
    const line = end - record.reduce((sum, cell) => sum + (cell.match(/\n|\r(?!\n)/g)?.length ?? 0), 0);
    if (record.length !== readers.length) {
      ragged.push(caseProblems.cells(file, line, record.length, readers.length));
      return;
    }
    readers.forEach((reader, i) => {
      reader.add(record[i] ?? '', line);
    });
    count++;
  };
  if (isPlain(text)) {
    for (const { cells, line } of plainRecords(text, delimiter)) take(cells, line);
  } else {
    parseQuoted(file, text, delimiter, take);
  }
  problems.push(...told(file, ragged));
  if (problems.length === 0 && count < 1) problems.push(caseProblems.empty(file));
  const columns = readers.map((reader) => reader.end());
  for (const reader of readers) problems.push(...told(file, reader.problems));
  if (problems.length > 0) throw new FuturesError(problems);
  return { count, columns: columns[0]?.name === '' ? columns.slice(1) : columns };
}

/** Without quotes a cell ends at a separator and a line at a line end: no need to look at every letter. */
const isPlain = (text: string): boolean => !text.includes('"') && !/\r(?!\n)/.test(text);

function* plainRecords(
  text: string,
  delimiter: string,
): Generator<{ readonly cells: readonly string[]; readonly line: number }> {
  let line = 0;
  for (let from = text.startsWith('\ufeff') ? 1 : 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const record = text.slice(from, text[stop - 1] === '\r' ? stop - 1 : stop);
    line++;
    from = stop + 1;
    // A line of tabs is a line of empty cells.
    if (record === '' || (delimiter !== '\t' && record.trim() === '')) continue;
    yield { cells: record.split(delimiter).map((cell) => cell.trim()), line };
  }
}

function parseQuoted(
  file: string,
  text: string,
  delimiter: string,
  take: (record: readonly string[], end: number) => void,
): void {
  let lastLine = 0;
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: readonly string[], { lines }) => {
        take(record, lines);
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { message } = error;
    const at = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    // An open quote shows only at the end of the text; it opened in the record after the last good one.
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastLine + 1 : at;
    const detail = faults[error.code] ?? { nl: message, en: message };
    throw new FuturesError([caseProblems.syntax(file, line, detail)]);
  }
}

/** The separator that stands most often in the first line, outside quotes; a comma where none does. */
function guessDelimiter(text: string): ',' | ';' | '\t' {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const often = (sign: string): number => head.split(sign).length;
  return ([',', ';', '\t'] as const).reduce((best, sign) => (often(sign) > often(best) ? sign : best));
}

function headerFaults(file: string, names: readonly string[]): readonly FuturesProblem[] {
  if (names.length > 0 && names.every((name) => cellNumber(name, true) !== null)) {
    return [caseProblems.header(file)];
  }
  return names.flatMap((name, i) => {
    if (name === '') return i === 0 && names.length > 1 ? [] : [caseProblems.nameless(file, i + 1)];
    const first = names.indexOf(name);
    return first < i ? [caseProblems.twice(file, name, first + 1, i + 1)] : [];
  });
}

const told = (file: string, found: readonly FuturesProblem[]): readonly FuturesProblem[] =>
  found.length <= mostTold
    ? found
    : [...found.slice(0, mostTold), caseProblems.more(file, found.length - mostTold)];
