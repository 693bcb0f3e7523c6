import { CsvFault, csvRows, type CsvRow as TextRow } from '@schaalsprong/tables/csv';
import { at, type Fill, nearest, type Text } from '@schaalsprong/words';
import type { z } from 'zod';
import { offer, type Place, type Problem, problem } from '../problems/problems.ts';
import { boundWords } from './yaml.ts';

/** Schema of a kind of CSV file. */
export interface CsvColumns {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** columns that hold numbers */
  readonly numbers: readonly string[];
  /** nullable number columns: an empty cell means unknown */
  readonly emptyIsNull?: readonly string[];
  /** true where additional columns are allowed; they are returned as text */
  readonly others?: boolean;
  /** the header must have at least one of each of these lists */
  readonly header?: readonly (readonly string[])[];
}

/** One row, with the source locations of its cells. */
export interface CsvRow<T> {
  readonly value: T;
  /** the location of a cell of this row, or of the row */
  at(column?: string): Place;
}

/** Wrong separators: a spreadsheet in a locale with decimal commas writes semicolons; others write tabs. */
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
  const place: PlaceOf = (line, column, path) => ({ file, line, column, path });
  const { records, fault } = parse(text, place);
  if (fault !== null) return { rows: [], problems: [fault] };
  const header = records[0]?.cells.map((name) => name.trim()) ?? [];
  const wrong = headerProblems(header, columns, place);
  if (wrong.length > 0) return { rows: [], problems: wrong };
  const problems: Problem[] = [];
  const rows = records.slice(1).flatMap((record): CsvRow<T>[] => {
    const read = readRow(record, header, schema, columns, place);
    if ('row' in read) return [read.row];
    problems.push(...read.problems);
    return [];
  });
  return { rows, problems };
}

type PlaceOf = (line: number, column: number, path: string) => Place;

/** The records of a text, or why it is no CSV. */
function parse(text: string, place: PlaceOf): { records: TextRow[]; fault: Problem | null } {
  const syntax = (line: number, detail: Fill, found: string): Problem =>
    problem('REGION_CSV_SYNTAX', place(line, 1, ''), { expected: 'RFC 4180', found, detail });
  const [firstLine = ''] = text.split('\n', 1);
  if (/[;\t]/.test(firstLine) && !firstLine.includes(',')) {
    return { records: [], fault: syntax(1, otherSeparator, firstLine) };
  }
  try {
    return { records: [...csvRows(text, { separator: ',' })], fault: null };
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { records: [], fault: syntax(error.line, error.text, error.kind) };
  }
}

/** Missing, duplicate and unknown columns of a header. */
function headerProblems(header: readonly string[], columns: CsvColumns, place: PlaceOf): Problem[] {
  const known = [...columns.required, ...(columns.optional ?? [])];
  const names = { found: header.join(', '), known: known.join(', ') };
  const missing = columns.required
    .filter((column) => !header.includes(column))
    .map((column) =>
      problem('REGION_CSV_COLUMN_MISSING', place(1, 1, column), { column, expected: column, ...names }),
    );
  const noneOf = (columns.header ?? [])
    .filter((some) => !some.some((column) => header.includes(column)))
    .map((some) =>
      problem('REGION_CSV_COLUMN_MISSING', place(1, 1, ''), {
        column: some.join(' / '),
        expected: some.join(', '),
        ...names,
      }),
    );
  const unknown = header.flatMap((column, i) => {
    const isFirst = header.indexOf(column) === i;
    if (isFirst && (columns.others || known.includes(column))) return [];
    const near = known.includes(column) ? '' : offer(nearest(column, known));
    return [
      problem('REGION_CSV_COLUMN_UNKNOWN', place(1, i + 1, column), {
        column,
        expected: names.known,
        found: column,
        known: names.known,
        nearest: near,
      }),
    ];
  });
  return [...missing, ...noneOf, ...unknown];
}

type Cell = string | number | null;

/** Validates one record by its schema; or all its faults. */
function readRow<T>(
  { cells: record, line }: TextRow,
  header: readonly string[],
  schema: z.ZodType<T>,
  columns: CsvColumns,
  place: PlaceOf,
): { row: CsvRow<T> } | { problems: Problem[] } {
  if (record.length !== header.length) {
    const counts = { expected: String(header.length), found: String(record.length) };
    return { problems: [problem('REGION_CSV_CELLS', place(line, 1, ''), counts)] };
  }
  // A problem of the whole row is placed at its beginning and names no column.
  const placeOf = (column?: string): Place => {
    const index = column === undefined ? -1 : header.indexOf(column);
    return place(line, index + 1 || 1, column ?? '');
  };
  const problems: Problem[] = [];
  const cells: Record<string, Cell> = {};
  for (const [i, column] of header.entries()) {
    const text = at(record, i).trim();
    const cell = readCell(text, column, columns);
    if (cell !== undefined) {
      cells[column] = cell;
      continue;
    }
    const expected = { nl: 'een getal', en: 'a number' };
    problems.push(
      problem('REGION_NUMBER_EXPECTED', placeOf(column), { column, expected, found: `"${text}"` }),
    );
  }
  if (problems.length > 0) return { problems };
  const parsed = schema.safeParse(cells);
  if (parsed.success) return { row: { value: parsed.data, at: placeOf } };
  return {
    problems: parsed.error.issues.map((issue) => {
      // a rule over the whole row has an empty path
      const column = String(issue.path[0] ?? '');
      const isNumber = columns.numbers.includes(column);
      return issueProblem(issue, { column, isNumber, cell: cells[column], place: placeOf(column) });
    }),
  };
}

/** What a cell holds: a text, a number, null for one that is not known; undefined where it should be a number and is none. */
function readCell(text: string, column: string, { numbers, emptyIsNull }: CsvColumns): Cell | undefined {
  if (!numbers.includes(column)) return text;
  if (text === '' && emptyIsNull?.includes(column)) return null;
  return plainNumber.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Translates an issue of the schema about a cell into a problem of the region. */
function issueProblem(
  issue: z.core.$ZodIssue,
  {
    column,
    isNumber,
    cell,
    place,
  }: { column: string; isNumber: boolean; cell: Cell | undefined; place: Place },
): Problem {
  // a column that the file does not have reads as an empty cell
  const text = String(cell ?? '');
  const found = `"${text}"`;
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const known = allowed.join(', ');
    const near = offer(nearest(text, allowed));
    return problem('REGION_VALUE_NOT_ALLOWED', place, { expected: known, found, known, nearest: near });
  }
  if (isNumber && (issue.code === 'too_small' || issue.code === 'too_big')) {
    return problem('REGION_VALUE_OUT_OF_BOUNDS', place, { expected: boundWords(issue), found });
  }
  if (issue.code === 'too_small') {
    const expected = { nl: 'een tekst', en: 'a text' };
    return problem('REGION_FIELD_MISSING', place, { field: column, found, expected });
  }
  return problem('REGION_FORMAT_WRONG', place, { expected: issue.message, found });
}
