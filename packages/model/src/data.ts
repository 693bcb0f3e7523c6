import type { Point } from './ast.ts';

/** A value of a cell; undefined where it is empty. */
export type Cell = number | string | undefined;

/** A sheet of a spreadsheet, or a delimited text file read as one. Rows and columns count from 0. */
export interface Sheet {
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): Cell;
}

/** A block of cells that has a name of its own in a spreadsheet. */
export interface NamedCells {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where a model gets what it reads from files. The package opens no file itself: who compiles hands this in, so that
 * it works in a browser, and so that a model reads only what it is given.
 */
export interface DataSource {
  /** The sheet `tab` of a spreadsheet, or a text file, for which `tab` is its delimiter or empty. */
  sheet?(file: string, tab: string): Sheet | undefined;
  /** The cells that a spreadsheet gives a name. */
  named?(file: string, name: string): NamedCells | undefined;
  /** The course over time of a variable without equation, by its full name (`demand[SGE]`). */
  series?(name: string): readonly Point[] | undefined;
}
