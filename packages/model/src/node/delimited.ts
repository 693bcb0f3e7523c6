import { CsvFault, csvRows } from '@schaalsprong/tables/csv';
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
    return Array.from(csvRows(text, { separator: delimiter, keepEmpty: true }), ({ cells }) =>
      cells.map(cellOf),
    );
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw new DataFault(
      say(fileTexts.dataDelimited, { file, line: error.line }),
      say(fileTexts.dataDelimitedHint),
      say(fileTexts.dataDelimitedExpected),
    );
  }
}
