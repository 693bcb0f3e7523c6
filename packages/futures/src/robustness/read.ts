import type { Text } from '@schaalsprong/agenda';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import type { GivenOutcomes } from './outcomes.ts';

/** Outcomes as a file gives them: which way is better it does not say. */
export type ReadOutcomes = Pick<GivenOutcomes, 'objective' | 'policies' | 'futures' | 'values'>;

interface Line {
  readonly cells: readonly string[];
  /** From 1, where the row begins in the file. */
  readonly number: number;
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const fault = (code: string, path: string, message: Text, expected: Text, hint: Text): FuturesProblem => ({
  code: `FUTURES_ROBUSTNESS_${code}`,
  path,
  message,
  expected,
  hint,
});

const notNumber = (path: string, cell: string): FuturesProblem =>
  cell === ''
    ? fault(
        'CELL_EMPTY',
        path,
        { nl: 'deze cel is leeg', en: 'this cell is empty' },
        { nl: 'een getal', en: 'a number' },
        {
          nl: 'Vul het getal in, of laat deze toekomst weg bij elk beleid.',
          en: 'Fill in the number, or leave this future out for every policy.',
        },
      )
    : fault(
        'CELL_TEXT',
        path,
        { nl: `'${cell}' is geen getal`, en: `'${cell}' is not a number` },
        { nl: 'een getal, met een punt voor decimalen', en: 'a number, with a point for decimals' },
        { nl: 'Verbeter de cel.', en: 'Mend the cell.' },
      );

/**
 * Reads outcomes from CSV (RFC 4180, comma, UTF-8). Two forms: a table with the policies in the first column and a column per
 * future (or turned, with `futuresIn: 'rows'`); or a row per number, with columns `policy`, `future`, `value` and, for several
 * outcomes, `objective`.
 *
 * @param file name for messages, and of the outcome where the file gives none
 * @returns one table per outcome, in the order of the file
 * @throws FuturesError with every fault at its line and column: rows of unequal length, cells that are empty or no number,
 *   a number that is there twice or not at all
 */
export function readOutcomes(
  file: string,
  text: string,
  futuresIn: 'columns' | 'rows' = 'columns',
): readonly ReadOutcomes[] {
  const [head, ...rows] = linesOf(file, text);
  if (head === undefined || rows.length === 0) {
    throw new FuturesError([
      fault(
        'FILE_EMPTY',
        file,
        { nl: 'er staan geen rijen met getallen in', en: 'it has no rows of numbers' },
        { nl: 'een kop en ten minste één rij', en: 'a heading and at least one row' },
        {
          nl: 'Geef een rij per beleid en een kolom per toekomst, met namen in de eerste kolom.',
          en: 'Give a row per policy and a column per future, with names in the first column.',
        },
      ),
    ]);
  }
  const names = head.cells.map((cell) => cell.toLowerCase());
  return ['policy', 'future', 'value'].every((name) => names.includes(name))
    ? readLong(file, names, rows)
    : [readTable(file, head, rows, futuresIn)];
}

function linesOf(file: string, text: string): readonly Line[] {
  const syntax = (line: number, message: Text): FuturesError =>
    new FuturesError([
      fault(
        'CSV',
        `${file}:${line}`,
        message,
        { nl: "CSV met komma's (RFC 4180)", en: 'CSV with commas (RFC 4180)' },
        { nl: "Bewaar het bestand als CSV met komma's.", en: 'Save the file as CSV with commas.' },
      ),
    ]);
  const [first = ''] = text.split('\n', 1);
  if (/[;\t]/.test(first) && !first.includes(',')) {
    throw syntax(1, {
      nl: "de kolommen zijn met puntkomma's of tabs gescheiden, niet met komma's",
      en: 'the columns are separated by semicolons or tabs, not by commas',
    });
  }
  try {
    const raw: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return (raw as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record.map((cell) => cell.trim()),
      // `lines` is where the record ends; a quoted cell may hold line ends of its own.
      number: info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = (error as unknown as { lines?: unknown }).lines;
    throw syntax(typeof at === 'number' ? at : 1, {
      nl: `fout in CSV: ${error.code}`,
      en: `CSV fault: ${error.code}`,
    });
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
      found.push(
        fault(
          'RAGGED',
          `${file}:${number}: ${cells[0] ?? ''}`,
          {
            nl: `deze rij heeft ${cells.length} cellen en de kop ${head.cells.length}`,
            en: `this row has ${cells.length} cells and the heading ${head.cells.length}`,
          },
          { nl: 'evenveel cellen in elke rij', en: 'as many cells in every row' },
          { nl: 'Vul de rij aan of haal cellen weg.', en: 'Fill in the row or remove cells.' },
        ),
      );
      return [];
    }
    return cells.slice(1).map((cell, i) => {
      if (plainNumber.test(cell)) return Number(cell);
      found.push(notNumber(`${file}:${number}: ${cells[0] ?? ''}, ${columns[i] ?? ''}`, cell));
      return 0;
    });
  });
  if (found.length > 0) throw new FuturesError(found);
  const first = rows.map(({ cells }) => cells[0] ?? '');
  const objective = file.replace(/^.*[\\/]/, '').replace(/\.csv$/i, '');
  return futuresIn === 'columns'
    ? { objective, policies: first, futures: columns, values }
    : {
        objective,
        policies: columns,
        futures: first,
        values: columns.map((_, policy) => values.map((row) => row[policy] ?? Number.NaN)),
      };
}

function readLong(file: string, names: readonly string[], rows: readonly Line[]): readonly ReadOutcomes[] {
  const found: FuturesProblem[] = [];
  const at = (name: string): number => names.indexOf(name);
  const placeOf = {
    policy: at('policy'),
    future: at('future'),
    value: at('value'),
    objective: at('objective'),
  };
  const policies = new Set<string>();
  const futures = new Set<string>();
  const tables = new Map<string, Map<string, number>>();
  const key = (policy: string, future: string): string => JSON.stringify([policy, future]);
  for (const { cells, number } of rows) {
    const cell = (name: keyof typeof placeOf): string => cells[placeOf[name]] ?? '';
    const [policy, future, value] = [cell('policy'), cell('future'), cell('value')];
    const objective = placeOf.objective < 0 ? 'value' : cell('objective');
    const place = `${file}:${number}: ${policy}, ${future}`;
    if (!plainNumber.test(value)) {
      found.push(notNumber(place, value));
      continue;
    }
    policies.add(policy);
    futures.add(future);
    const table = tables.get(objective) ?? new Map<string, number>();
    tables.set(objective, table);
    if (table.has(key(policy, future))) {
      found.push(
        fault(
          'TWICE',
          place,
          {
            nl: `${objective} van dit beleid in deze toekomst staat er twee keer`,
            en: `${objective} of this policy in this future is there twice`,
          },
          { nl: 'één getal per beleid en toekomst', en: 'one number per policy and future' },
          { nl: 'Haal er een weg.', en: 'Remove one.' },
        ),
      );
    }
    table.set(key(policy, future), Number(value));
  }
  const read = [...tables].map(([objective, table]): ReadOutcomes => {
    const values = [...policies].map((policy) =>
      [...futures].map((future) => {
        const value = table.get(key(policy, future));
        if (value === undefined) {
          found.push(
            fault(
              'MISSING',
              `${file}: ${policy}, ${future}`,
              {
                nl: `${objective} van dit beleid in deze toekomst ontbreekt`,
                en: `${objective} of this policy in this future is missing`,
              },
              {
                nl: 'een getal voor elk beleid in elke toekomst',
                en: 'a number for every policy in every future',
              },
              { nl: 'Voeg de rij toe.', en: 'Add the row.' },
            ),
          );
        }
        return value ?? 0;
      }),
    );
    return { objective, policies: [...policies], futures: [...futures], values };
  });
  if (found.length > 0) throw new FuturesError(found);
  return read;
}
