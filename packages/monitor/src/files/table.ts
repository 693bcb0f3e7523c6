import { type BatchForm, CsvFault, csvBatches } from '@schaalsprong/tables/csv';
import { MonitorError, type MonitorProblem, monitorProblem } from '../problems.ts';
import { filesCatalogue } from './problems.ts';

/** A cell: text as it stands there, or a number of a spreadsheet. */
export type Cell = string | number;

/** A row with the line or row of the file on which it stands, from 1. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly line: number;
}

/**
 * The rows of a CSV of any size, in batches.
 *
 * @param name of the file, for faults
 * @throws MonitorError where quotes are wrong, with the line
 */
export async function* csvFileRows(
  name: string,
  pieces: AsyncIterable<string>,
  form: BatchForm,
): AsyncGenerator<readonly Row[], void, undefined> {
  try {
    yield* csvBatches(pieces, form);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    const { line, text } = error;
    throw new MonitorError([
      monitorProblem(filesCatalogue, 'MONITOR_FILE_QUOTES', `${name}:${line}`, { found: text }),
    ]);
  }
}

/** A header with the rows below it. */
export interface FigureTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly Row[]>;
}

/** Faults of at most this many rows are reported; the first fix often fixes the rest. */
const mostTold = 20;

/**
 * Takes rows apart in a header and what stands below it. Every row must have as many cells as the header; lines of one cell at the
 * end (`Bron: ...`) are no rows.
 *
 * @throws MonitorError where there is no header, or no row below it
 */
export async function tableOf(name: string, rows: AsyncIterable<readonly Row[]>): Promise<FigureTable> {
  const iterator = rows[Symbol.asyncIterator]();
  let begin: readonly Row[] = [];
  while (begin.length === 0) {
    const { done, value } = await iterator.next();
    if (done) throw new MonitorError([monitorProblem(filesCatalogue, 'MONITOR_FILE_EMPTY', name)]);
    begin = value;
  }
  const header = (begin[0]?.cells ?? []).map((cell) => String(cell).trim());
  async function* below(): AsyncGenerator<readonly Row[], void, undefined> {
    let count = 0;
    let wrong: MonitorProblem[] = [];
    const check = (given: readonly Row[]): readonly Row[] => {
      const good: Row[] = [];
      for (const row of given) {
        if (row.cells.every((cell) => cell === '')) continue;
        if (row.cells.length === header.length && wrong.length === 0) good.push(row);
        else if (row.cells.length !== header.length) {
          wrong.push(
            monitorProblem(filesCatalogue, 'MONITOR_FILE_CELLS', `${name}:${row.line}`, {
              found: row.cells.length,
              expected: header.length,
            }),
          );
          if (row.cells.length !== 1 || wrong.length >= mostTold) throw new MonitorError(wrong);
        } else throw new MonitorError(wrong);
      }
      count += good.length;
      return good;
    };
    try {
      yield check(begin.slice(1));
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) break;
        yield check(value);
      }
      // Lines of one cell with nothing behind them are what an office writes under a table.
      wrong = [];
      if (count === 0) throw new MonitorError([monitorProblem(filesCatalogue, 'MONITOR_FILE_EMPTY', name)]);
    } finally {
      await iterator.return?.();
    }
  }
  return { name, header, rows: below() };
}
