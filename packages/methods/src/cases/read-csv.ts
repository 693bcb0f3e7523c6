import { CsvFault, csvRows, separatorIn } from '@schaalsprong/tables/csv';
import { at, must } from '@schaalsprong/words';
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

/** Maximum number of faults of one kind that are reported one by one; more are counted. */
const mostListed = 20;

/**
 * Reads CSV as cases: a line of names, then a line per case. Numbers, whole numbers, truth values and words are told apart by
 * their cells; with `;` or tabs between the cells decimals may be behind a comma. A first column without a name that
 * counts the lines, as pandas and R write it, is left out.
 *
 * @param file its name, for messages
 * @param text decoded
 * @throws FuturesError with every fault, each with its line and column
 */
export function readCsvCases(file: string, text: string, settings: CsvSettings = {}): Cases {
  const delimiter = settings.delimiter ?? separatorIn(text);
  const problems: FuturesProblem[] = [];
  const ragged: FuturesProblem[] = [];
  let readers: readonly ColumnReader[] = [];
  let count = -1;
  const take = (record: readonly string[], line: number): void => {
    if (count < 0) {
      const names = record.map((name) => name.trim());
      problems.push(...capped(file, headerFaults(file, names)));
      const commas = delimiter !== ',';
      const words = new Set(settings.words);
      readers = names.map((name) => new ColumnReader({ file, name, commas, words: words.has(name) }));
      count = 0;
      return;
    }
    if (record.length !== readers.length) {
      ragged.push(caseProblems.cells(file, line, record.length, readers.length));
      return;
    }
    readers.forEach((reader, i) => {
      reader.add(at(record, i), line);
    });
    count++;
  };
  try {
    for (const { cells, line } of csvRows(text, { separator: delimiter, trim: true })) take(cells, line);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw new FuturesError([caseProblems.syntax(file, error.line, error.text)]);
  }
  problems.push(...capped(file, ragged));
  if (problems.length === 0 && count < 1) problems.push(caseProblems.empty(file));
  const columns = readers.map((reader) => reader.end());
  for (const reader of readers) problems.push(...capped(file, reader.problems));
  if (problems.length > 0) throw new FuturesError(problems);
  return { count, columns: columns[0]?.name === '' ? columns.slice(1) : columns };
}

function headerFaults(file: string, names: readonly string[]): readonly FuturesProblem[] {
  if (names.length > 0 && names.every((name) => cellNumber(name, true) !== null)) {
    return [caseProblems.header(file)];
  }
  // A search per name would be quadratic: a table can have 100,000 columns.
  const firstOf = new Map(names.map((name, i) => [name, i] as const).toReversed());
  return names.flatMap((name, i) => {
    if (name === '') return i === 0 && names.length > 1 ? [] : [caseProblems.nameless(file, i + 1)];
    const first = must(firstOf, name);
    return first < i ? [caseProblems.twice(file, name, first + 1, i + 1)] : [];
  });
}

/** The first faults of one kind, and how many more there are. */
const capped = (file: string, found: readonly FuturesProblem[]): readonly FuturesProblem[] =>
  found.length <= mostListed
    ? found
    : [...found.slice(0, mostListed), caseProblems.more(file, found.length - mostListed)];
