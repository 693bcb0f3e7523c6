import { CsvError, parse } from 'csv-parse/sync';
import { say } from '../problems/say.ts';
import { type Cell, DataFault, type Sheet } from '../read/data-source.ts';
import { fileTexts } from './texts.ts';

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A cell of text as a number where it is one (with a point for decimals), as nothing where it is empty. */
function cellOf(text: string): Cell {
  const bare = text.trim();
  if (bare === '') return undefined;
  return number.test(bare) ? Number(bare) : bare;
}

/** The delimiter that a text seems to have: a tab or a semicolon stands in few cells by chance, a comma in many. */
export function guessDelimiter(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return ['\t', ';'].find((delimiter) => head.includes(delimiter)) ?? ',';
}

/** Cells laid out in rows, as a sheet. */
export function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  return {
    rows: rows.length,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    cell: (row, column) => rows[row]?.[column],
  };
}

/**
 * Reads delimited text (RFC 4180, any line end) as rows of cells; rows may differ in length, and empty rows count,
 * because cells are addressed by their number.
 *
 * @throws DataFault at the line where a quote is wrong
 */
export function readDelimited(file: string, text: string, delimiter: string): Cell[][] {
  try {
    const rows = parse(text.replace(/\r\n?/g, '\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
    });
    return rows.map((row) => row.map(cellOf));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DataFault(
      say(fileTexts.dataDelimited, { file, line: 'lines' in error ? String(error.lines) : '?' }),
      say(fileTexts.dataDelimitedHint),
      say(fileTexts.dataDelimitedExpected),
    );
  }
}
