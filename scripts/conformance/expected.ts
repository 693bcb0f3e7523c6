import { parse } from 'csv-parse/sync';

/** What a variable should be worth: undefined at times of which the file says nothing. */
export interface ExpectedColumn {
  readonly name: string;
  readonly values: readonly (number | undefined)[];
}

/** The numbers that a model should give. */
export interface Expected {
  readonly time: readonly number[];
  readonly columns: readonly ExpectedColumn[];
}

const isNumber = (cell: string): boolean => cell.trim() !== '' && !Number.isNaN(Number(cell));

const transpose = (rows: readonly (readonly string[])[]): string[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));

/**
 * Reads a table of expected numbers: by tab or comma, with any line end, time running down or across. An empty cell
 * expects nothing: programs write a constant at the first time only.
 *
 * @throws Error where the file holds no such table
 */
export function readExpected(text: string): Expected {
  const unix = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const head = unix.slice(0, unix.indexOf('\n'));
  const rows = parse(unix, {
    delimiter: head.includes('\t') ? '\t' : ',',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }).filter((row) => row.some((cell) => cell.trim() !== ''));
  const across = (rows[0] ?? []).slice(1).every((cell) => cell.trim() === '' || isNumber(cell));
  const [names = [], ...lines] = across ? transpose(rows) : rows;
  if (names.length < 2 || lines.length === 0) throw new Error('no table of numbers over time');
  const read = (cell: string | undefined, name: string): number | undefined => {
    if (cell === undefined || cell.trim() === '') return undefined;
    if (!isNumber(cell)) throw new Error(`${name}: ${cell} is no number`);
    return Number(cell);
  };
  const column = (name: string, at: number): ExpectedColumn => ({
    name,
    values: lines.map((line) => read(line[at], name)),
  });
  const time = column('Time', 0).values.map((value) => {
    if (value === undefined) throw new Error('a row without a time');
    return value;
  });
  return {
    time,
    columns: names.slice(1).flatMap((name, i) => (name.trim() === '' ? [] : [column(name, i + 1)])),
  };
}
