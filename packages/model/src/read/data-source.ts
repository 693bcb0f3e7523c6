import type { Text } from '../problems/say.ts';
import type { Point } from '../syntax/ast.ts';

/** A value of a cell; undefined where it is empty. */
export type Cell = number | string | undefined;

/** A sheet of a spreadsheet, or a delimited text file read as one. Rows and columns count from 0. */
export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  /** What is in a cell; undefined too where the sheet ends before it. */
  cell(row: number, column: number): Cell;
}

/** A block of cells that has a name of its own in a spreadsheet. */
export interface NamedCells {
  readonly sheet: Sheet;
  /** Where it begins on the sheet, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Thrown by a {@link DataSource} that cannot read its data, such as a damaged spreadsheet. The compiler reports it at the line of the
 * equation that reads the data.
 */
export class DataFault extends Error {
  override readonly name = 'DataFault';
  /** What is wrong. */
  readonly text: Text;
  /** What to do. */
  readonly hint: Text;
  /** What was expected. */
  readonly expected?: Text;

  constructor(text: Text, hint: Text, expected?: Text) {
    super(text.en);
    this.text = text;
    this.hint = hint;
    if (expected !== undefined) this.expected = expected;
  }
}

/** A {@link DataFault} of a file that is missing: only what needs it is refused, the rest of the model runs. */
export class DataMissing extends DataFault {}

/**
 * Source of the data that a model reads from files. The package opens no files itself: the caller of `compile` injects this, so that it
 * works in a browser and a model reads only what it is given. Methods return undefined for what they do not have, and may throw {@link
 * DataFault}.
 */
export interface DataSource {
  /** The sheet `tab` of a spreadsheet, or a text file, for which `tab` is its delimiter or empty. */
  sheet?(file: string, tab: string): Sheet | undefined;
  /** The cells that a spreadsheet gives a name, on sheet `tab` before the whole file. */
  named?(file: string, name: string, tab?: string): NamedCells | undefined;
  /** The course over time of a variable without equation, by its full name (`demand[SGE]`). */
  series?(name: string): readonly Point[] | undefined;
}
