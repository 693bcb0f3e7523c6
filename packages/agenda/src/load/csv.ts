import { CsvFault, csvRows, type CsvRow as TextRow } from '@schaalsprong/tables/csv';
import { type Fill, nearest, type Text } from '@schaalsprong/words';
import type { z } from 'zod';
import { offer, type Place, type Problem, problem } from '../problems/problems.ts';
import { boundWords } from './yaml.ts';

/** What a CSV file of some kind must and may hold. */
export interface CsvColumns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** columns that hold numbers */
  readonly numbers: readonly string[];
  /** columns of numbers where an empty cell means that it is not known */
  readonly emptyIsNull?: readonly string[];
  /** true where other columns may stand beside these; they are given as text */
  readonly others?: boolean;
  /** of each of these lists the header must have at least one */
  readonly header?: readonly (readonly string[])[];
}

/** One row, with the places of its cells. */
export interface CsvRow<T> {
  readonly value: T;
  /** the place of a cell of this row, or of the row */
  at(column?: string): Place;
}

/** A spreadsheet of a country with decimal commas writes semicolons; another one tabs. */
const otherSeparator: Text = {
  nl: 'de kolommen zijn met puntkomma’s of tabs gescheiden, niet met komma’s',
  en: 'the columns are separated by semicolons or tabs, not by commas',
};

const plainNumber = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Reads a CSV file (RFC 4180, comma, UTF-8) into rows of a schema. Every fault gives a problem with its line;
 * rows that are right are given all the same, so that one run finds all faults.
 */
export function readCsv<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  columns: CsvColumns,
): { rows: CsvRow<T>[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const place = (line: number, column: number, path: string): Place => ({ file, line, column, path });
  const syntax = (line: number, detail: Fill, found: string): Problem =>
    problem('REGION_CSV_SYNTAX', place(line, 1, ''), { expected: 'RFC 4180', found, detail });
  const [firstLine = ''] = text.split('\n', 1);
  if (/[;\t]/.test(firstLine) && !firstLine.includes(',')) {
    return { rows: [], problems: [syntax(1, otherSeparator, firstLine)] };
  }
  let records: TextRow[];
  try {
    records = [...csvRows(text, { separator: ',' })];
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { rows: [], problems: [syntax(error.line, error.text, error.kind)] };
  }
  const header = records[0]?.cells.map((name) => name.trim()) ?? [];
  const known = [...columns.required, ...(columns.optional ?? [])];
  for (const column of columns.required.filter((name) => !header.includes(name))) {
    problems.push(
      problem('REGION_CSV_COLUMN_MISSING', place(1, 1, column), {
        column,
        expected: column,
        found: header.join(', '),
        known: known.join(', '),
      }),
    );
  }
  for (const names of columns.header ?? []) {
    if (names.some((name) => header.includes(name))) continue;
    problems.push(
      problem('REGION_CSV_COLUMN_MISSING', place(1, 1, ''), {
        column: names.join(' / '),
        expected: names.join(', '),
        found: header.join(', '),
        known: known.join(', '),
      }),
    );
  }
  header.forEach((column, i) => {
    if ((columns.others || known.includes(column)) && header.indexOf(column) === i) return;
    problems.push(
      problem('REGION_CSV_COLUMN_UNKNOWN', place(1, i + 1, column), {
        column,
        expected: known.join(', '),
        found: column,
        known: known.join(', '),
        nearest: known.includes(column) ? '' : offer(nearest(column, known)),
      }),
    );
  });
  if (problems.length > 0) return { rows: [], problems };

  const rows: CsvRow<T>[] = [];
  for (const { cells: record, line } of records.slice(1)) {
    if (record.length !== header.length) {
      problems.push(
        problem('REGION_CSV_CELLS', place(line, 1, ''), {
          expected: String(header.length),
          found: String(record.length),
        }),
      );
      continue;
    }
    let good = true;
    const at = (column?: string): Place => {
      const index = column === undefined ? -1 : header.indexOf(column);
      return place(line, index + 1 || 1, column ?? '');
    };
    const cells: Record<string, string | number | null> = {};
    header.forEach((column, i) => {
      const cell = (record[i] ?? '').trim();
      if (!columns.numbers.includes(column)) {
        cells[column] = cell;
      } else if (cell === '' && columns.emptyIsNull?.includes(column)) {
        cells[column] = null;
      } else if (plainNumber.test(cell) && Number.isFinite(Number(cell))) {
        cells[column] = Number(cell);
      } else {
        good = false;
        problems.push(
          problem('REGION_NUMBER_EXPECTED', at(column), {
            column,
            expected: { nl: 'een getal', en: 'a number' },
            found: `"${cell}"`,
          }),
        );
      }
    });
    if (!good) continue;
    const parsed = schema.safeParse(cells);
    if (parsed.success) {
      rows.push({ value: parsed.data, at });
      continue;
    }
    for (const issue of parsed.error.issues) {
      const column = String(issue.path[0] ?? '');
      const found = `"${cells[column] ?? ''}"`;
      if (issue.code === 'invalid_value') {
        const allowed = issue.values.map(String);
        problems.push(
          problem('REGION_VALUE_NOT_ALLOWED', at(column), {
            expected: allowed.join(', '),
            found,
            known: allowed.join(', '),
            nearest: offer(nearest(String(cells[column] ?? ''), allowed)),
          }),
        );
      } else if (
        columns.numbers.includes(column) &&
        (issue.code === 'too_small' || issue.code === 'too_big')
      ) {
        const expected = boundWords(issue);
        problems.push(problem('REGION_VALUE_OUT_OF_BOUNDS', at(column), { expected, found }));
      } else if (issue.code === 'too_small') {
        problems.push(
          problem('REGION_FIELD_MISSING', at(column), {
            field: column,
            found,
            expected: { nl: 'een tekst', en: 'a text' },
          }),
        );
      } else {
        problems.push(problem('REGION_FORMAT_WRONG', at(column), { expected: issue.message, found }));
      }
    }
  }
  return { rows, problems };
}
