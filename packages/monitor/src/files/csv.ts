import type { Text } from '@schaalsprong/words';
import { MonitorError, type MonitorProblem, monitorProblem } from '../problems.ts';
import type { FileLimits } from './limits.ts';
import { filesCatalogue } from './problems.ts';

/** A cell: text as it stands there, or a number of a spreadsheet. */
export type Cell = string | number;

/** A row with the line or row of the file on which it stands, from 1. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** Where the last record ends that is complete: behind the last line end that stands outside quotes; 0 where none does. */
function lastEnd(text: string): number {
  let last = 0;
  let outside = true;
  for (let from = 0; ; ) {
    const quote = text.indexOf('"', from);
    const to = quote < 0 ? text.length : quote;
    if (outside && to > from) {
      const end = text.lastIndexOf('\n', to - 1);
      if (end >= from) last = end + 1;
    }
    if (quote < 0) return last;
    outside = !outside;
    from = quote + 1;
  }
}

const separators = [';', '\t', ',', '|'] as const;

/** The separator that stands most often in a line, outside quotes; a comma where none does. */
export function separatorIn(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const separator of separators) {
    const count = bare.split(separator).length - 1;
    if (count > most) [best, most] = [separator, count];
  }
  return best;
}

const linesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

/** Without quotes a cell ends at a separator and a row at a line end: no need to look at every letter. */
function plainRows(text: string, separator: string, first: number): Row[] {
  const rows: Row[] = [];
  let line = first;
  for (let from = 0; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const record = text.slice(from, text[stop - 1] === '\r' ? stop - 1 : stop);
    from = stop + 1;
    if (record !== '') rows.push({ cells: record.split(separator), line });
  }
  return rows;
}

/** Rows in which a cell may stand between quotes (RFC 4180): a quote opens at the begin of a cell, closes at its end, and is double inside. */
function quotedRows(text: string, separator: string, first: number, name: string): Row[] {
  const rows: Row[] = [];
  let line = first;
  let at = 0;
  /** The end of the line on which `at` stands. */
  let end = -1;
  while (at < text.length) {
    const cells: string[] = [];
    const begin = line;
    for (let more = true; more; ) {
      let cell = '';
      if (text[at] === '"') {
        for (at++; ; ) {
          const quote = text.indexOf('"', at);
          if (quote < 0) throw quoteFault(name, line, opens);
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
        line += linesIn(cell);
        if (text[at] === '\r' && (at + 1 === text.length || text[at + 1] === '\n')) at++;
        if (at < text.length && text[at] !== separator && text[at] !== '\n')
          throw quoteFault(name, line, closes);
      } else {
        if (end < at) end = text.indexOf('\n', at);
        const stop = end < 0 ? text.length : end;
        const next = text.indexOf(separator, at);
        const isLast = next < 0 || next >= stop;
        cell = text.slice(at, isLast ? stop : next);
        at = isLast ? stop : next;
        if (isLast && cell.endsWith('\r')) cell = cell.slice(0, -1);
        if (cell.includes('"')) throw quoteFault(name, line, inside);
      }
      cells.push(cell);
      more = text[at] === separator;
      // Behind a separator at the end of the text stands one more cell, with nothing in it.
      at++;
    }
    line++;
    if (cells.length > 1 || cells[0] !== '') rows.push({ cells, line: begin });
  }
  return rows;
}

const opens: Text = { nl: 'dit aanhalingsteken sluit nergens', en: 'this quote closes nowhere' };
const closes: Text = {
  nl: 'na een sluitend aanhalingsteken hoort een scheidingsteken of een nieuwe regel',
  en: 'a closing quote must be followed by a delimiter or a new line',
};
const inside: Text = {
  nl: 'een aanhalingsteken mag alleen aan het begin van een cel openen',
  en: 'a quote may only open at the begin of a cell',
};

const quoteFault = (name: string, line: number, found: Text): MonitorError =>
  new MonitorError([monitorProblem(filesCatalogue, 'MONITOR_FILE_QUOTES', `${name}:${line}`, { found })]);

/** How a file is laid out. */
export interface CsvForm {
  /** by default the one that its first row has most */
  readonly separator?: string | undefined;
  /** lines above the header */
  readonly skipRows: number;
  readonly name: string;
}

/**
 * The rows of a CSV of any size, in the order of the file, some thousand at a time; empty lines are left out. It holds no more than
 * a piece and a row at a time.
 *
 * @param pieces text, in pieces of any size
 * @throws MonitorError where quotes are wrong, with the line
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  form: CsvForm,
  limits: FileLimits,
): AsyncGenerator<readonly Row[], void, undefined> {
  let { separator } = form;
  let rest = '';
  let line = 1;
  const rowsOf = (text: string): readonly Row[] => {
    let body = text;
    while (line <= form.skipRows && body !== '') {
      const end = body.indexOf('\n');
      body = end < 0 ? '' : body.slice(end + 1);
      line++;
    }
    const first = line;
    line += linesIn(body);
    if (body === '') return [];
    separator ??= separatorIn(body.slice(0, body.indexOf('\n') + 1 || body.length));
    return body.includes('"')
      ? quotedRows(body, separator, first, form.name)
      : plainRows(body, separator, first);
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = lastEnd(text);
    if (end > 0) yield rowsOf(text.slice(0, end));
    rest = text.slice(end);
    if (rest.length > limits.row) throw quoteFault(form.name, line, opens);
  }
  if (rest !== '') yield rowsOf(rest);
}

/** A header with the rows below it. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly Row[]>;
}

/** Faults of this many rows are told; what is mended first often mends the others. */
const mostTold = 20;

/**
 * Takes rows apart in a header and what stands below it. Every row must have as many cells as the header; lines of one cell at the
 * end (`Bron: ...`) are no rows.
 *
 * @throws MonitorError where there is no header, or no row below it
 */
export async function tableOf(name: string, rows: AsyncIterable<readonly Row[]>): Promise<Table> {
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
