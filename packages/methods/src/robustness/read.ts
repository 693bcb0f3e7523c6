import { CsvFault, csvRows } from '@schaalsprong/tables/csv';
import { at, must, type Text } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import type { GivenOutcomes } from './outcomes.ts';
import { readProblems } from './read-problems.ts';

/** Outcomes as read from a file, which does not hold their direction. */
export type ReadOutcomes = Pick<GivenOutcomes, 'objective' | 'policies' | 'futures' | 'values'>;

interface Line {
  readonly cells: readonly string[];
  /** From 1, where the row begins in the file. */
  readonly number: number;
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const notNumber = (path: string, cell: string): FuturesProblem =>
  cell === '' ? readProblems.emptyCell(path) : readProblems.notNumber(path, cell);

/**
 * Reads outcomes from CSV (RFC 4180, comma, UTF-8). Two forms: a table with the policies in the first column and a column per
 * future (or transposed, with `futuresIn: 'rows'`); or a row per number, with columns `policy`, `future`, `value` and, for several
 * outcomes, `objective`.
 *
 * @param file name for messages, and of the outcome where the file gives none
 * @returns one table per outcome, in the order of the file
 * @throws FuturesError with every fault at its line and column: rows of unequal length, cells that are empty or no number,
 *   a number that is there twice or not at all
 *
 * @example
 * ```ts
 * import { readOutcomes } from '@schaalsprong/methods/robustness';
 *
 * const [homes] = readOutcomes('homes.csv', `policy,calm,crisis
 * as is,100,60
 * faster,120,50
 * `);
 * homes?.policies; // => ['as is', 'faster']
 * homes?.values; // => [[100, 60], [120, 50]]
 * ```
 */
export function readOutcomes(
  file: string,
  text: string,
  futuresIn: 'columns' | 'rows' = 'columns',
): readonly ReadOutcomes[] {
  const [head, ...rows] = linesOf(file, text);
  if (head === undefined || rows.length === 0) {
    throw new FuturesError([readProblems.emptyFile(file)]);
  }
  const names = head.cells.map((cell) => cell.toLowerCase());
  return ['policy', 'future', 'value'].every((name) => names.includes(name))
    ? readLong(file, names, rows)
    : [readTable(file, head, rows, futuresIn)];
}

function linesOf(file: string, text: string): readonly Line[] {
  const syntax = (line: number, message: Text): FuturesError =>
    new FuturesError([readProblems.csv(`${file}:${line}`, message)]);
  const [first = ''] = text.split('\n', 1);
  if (/[;\t]/.test(first) && !first.includes(',')) {
    throw syntax(1, {
      nl: "de kolommen zijn met puntkomma's of tabs gescheiden, niet met komma's",
      en: 'the columns are separated by semicolons or tabs, not by commas',
    });
  }
  try {
    return Array.from(csvRows(text, { separator: ',' }), ({ cells, line }) => ({
      cells: cells.map((cell) => cell.trim()),
      number: line,
    }));
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw syntax(error.line, error.text);
  }
}

function readTable(
  file: string,
  head: Line,
  rows: readonly Line[],
  futuresIn: 'columns' | 'rows',
): ReadOutcomes {
  const found: FuturesProblem[] = [];
  const columns = head.cells.slice(1);
  const values = rows.map(({ cells, number }) => {
    if (cells.length !== head.cells.length) {
      found.push(readProblems.ragged(`${file}:${number}: ${at(cells, 0)}`, cells.length, head.cells.length));
      return [];
    }
    return cells.slice(1).map((cell, i) => {
      if (plainNumber.test(cell)) return Number(cell);
      found.push(notNumber(`${file}:${number}: ${at(cells, 0)}, ${at(columns, i)}`, cell));
      return 0;
    });
  });
  if (found.length > 0) throw new FuturesError(found);
  const first = rows.map(({ cells }) => at(cells, 0));
  const objective = file.replace(/^.*[\\/]/, '').replace(/\.csv$/i, '');
  return futuresIn === 'columns'
    ? { objective, policies: first, futures: columns, values }
    : {
        objective,
        policies: columns,
        futures: first,
        values: columns.map((_, policy) => values.map((row) => at(row, policy))),
      };
}

function readLong(file: string, names: readonly string[], rows: readonly Line[]): readonly ReadOutcomes[] {
  const found: FuturesProblem[] = [];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const policies = new Set<string>();
  const futures = new Set<string>();
  const tables = new Map<string, Map<string, number>>();
  const key = (policy: string, future: string): string => JSON.stringify([policy, future]);
  for (const { cells, number } of rows) {
    if (cells.length !== names.length) {
      const begin = cells.slice(0, 3).filter((cell) => !plainNumber.test(cell));
      found.push(readProblems.ragged(`${file}:${number}: ${begin.join(', ')}`, cells.length, names.length));
      continue;
    }
    const cell = (name: string): string => at(cells, must(placeOf, name));
    const [policy, future, value] = [cell('policy'), cell('future'), cell('value')];
    const objective = placeOf.has('objective') ? cell('objective') : 'value';
    const place = `${file}:${number}: ${policy}, ${future}`;
    if (!plainNumber.test(value)) {
      found.push(notNumber(place, value));
      continue;
    }
    policies.add(policy);
    futures.add(future);
    const table = tables.get(objective) ?? new Map<string, number>();
    tables.set(objective, table);
    if (table.has(key(policy, future))) found.push(readProblems.twice(place, objective));
    table.set(key(policy, future), Number(value));
  }
  const read = [...tables].map(([objective, table]): ReadOutcomes => {
    const values = [...policies].map((policy) =>
      [...futures].map((future) => {
        const value = table.get(key(policy, future));
        if (value === undefined) {
          found.push(readProblems.missing(`${file}: ${policy}, ${future}`, objective));
        }
        // Placeholder: never returned, since the missing cell is thrown below.
        return value ?? 0;
      }),
    );
    return { objective, policies: [...policies], futures: [...futures], values };
  });
  if (found.length > 0) throw new FuturesError(found);
  return read;
}

/**
 * The weights of futures from a CSV file with a row per future: its name and its weight.
 *
 * @param file name for messages
 * @param futures in the order wanted
 * @throws FuturesError for a cell that is no number, no column of weights or several, a future without a weight or with two, or a
 *   name that is no future
 */
export function readWeights(file: string, text: string, futures: readonly string[]): readonly number[] {
  const [read] = readOutcomes(file, text, 'rows');
  if (read === undefined || read.policies.length !== 1) {
    throw new FuturesError([readProblems.weightColumns(file, read?.policies.length ?? 0)]);
  }
  const weights = new Map(read.futures.map((name, i) => [name, at(at(read.values, 0), i)]));
  const wrong = [
    ...read.futures
      .filter((name, i) => read.futures.indexOf(name) < i)
      .map((name) => readProblems.twoWeights(`${file}: ${name}`, name)),
    ...futures
      .filter((future) => !weights.has(future))
      .map((future) => readProblems.noWeight(`${file}: ${future}`, future)),
    ...[...weights.keys()]
      .filter((name) => !futures.includes(name))
      .map((name) => readProblems.noFuture(`${file}: ${name}`, name)),
  ];
  if (wrong.length > 0) throw new FuturesError(wrong);
  return futures.map((future) => must(weights, future));
}
