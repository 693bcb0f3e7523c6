/**
 * A table of cases: what went in and what came out, one row a future. Every method that works on given data takes this,
 * whether the cases come from our model, a file or EMA Workbench.
 */
export interface Cases {
  /** Number of rows; every column is this long. */
  readonly count: number;
  /** Names are unique; the order is that of the source, and decides ties. */
  readonly columns: readonly Column[];
  /** Names of the columns that came out of a model, where the source says so: kept futures and EMA Workbench do. */
  readonly outcomes?: readonly string[];
  /** Names of the columns that only say which case it is: its number, the name of the model. No method takes them as inputs unasked. */
  readonly labels?: readonly string[];
}

/** One column of a table of cases. */
export type Column = NumberColumn | CategoryColumn;

/** Numbers; `integer` where only whole ones are meant. NaN is a cell without a value. */
export interface NumberColumn {
  readonly name: string;
  readonly kind: 'real' | 'integer';
  readonly values: Float64Array;
}

/** Words. Truth values are categories `false` and `true`. */
export interface CategoryColumn {
  readonly name: string;
  readonly kind: 'category';
  /** In the declared order, else in that of first appearance. */
  readonly categories: readonly string[];
  /** Per row the place in `categories`; -1 is a cell without a value. */
  readonly values: Int32Array;
}

/** The column of that name. */
export const columnOf = (cases: Cases, name: string): Column | undefined =>
  cases.columns.find((column) => column.name === name);
