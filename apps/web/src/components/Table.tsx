import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableContainer,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react';
import type { ReactNode } from 'react';

/** A column: its head, and what is in it for a row. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The column that names the row. */
  readonly names?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Rows become blocks on a narrow screen, each cell with its head before it. */
  readonly stacks?: boolean;
  readonly hideCaption?: boolean;
}

/** Rows of a folded table that show before the reader asks for the rest. */
const shownAtOnce = 6;

/** A table that shows its first rows, and the rest when asked; a rest of one or two rows is not worth a fold. */
export function FoldedTable<Row>({
  more,
  rows,
  first = shownAtOnce,
  ...table
}: Props<Row> & {
  readonly more: (rest: number) => string;
  /** Rows that show at once. */
  readonly first?: number;
}) {
  if (rows.length <= first + 2) return <DataTable {...table} rows={rows} />;
  return (
    <>
      <DataTable {...table} rows={rows.slice(0, first)} />
      <details className="rest">
        <summary>{more(rows.length - first)}</summary>
        <DataTable
          {...table}
          caption={`${table.caption}: ${more(rows.length - first)}`}
          rows={rows.slice(first)}
        />
      </details>
    </>
  );
}

/**
 * A table with a caption, heads, and a way to scroll it by keyboard where it does not fit. Roles are written out,
 * since rows that a style sheet turns into blocks would lose them.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, stacks, hideCaption }: Props<Row>) {
  return (
    <TableContainer className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <Table className={stacks ? 'table table--stacks' : 'table'} role="table">
        <TableCaption className={hideCaption ? 'only-read' : ''}>{caption}</TableCaption>
        <TableHeader role="rowgroup">
          <TableRow role="row">
            {columns.map((column) => (
              <TableHeaderCell
                key={column.key}
                scope="col"
                role="columnheader"
                numericColumn={column.numeric ?? false}
              >
                {column.head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody role="rowgroup">
          {rows.map((row) => (
            <TableRow key={rowKey(row)} role="row">
              {columns.map((column) =>
                column.names ? (
                  <TableHeaderCell key={column.key} scope="row" role="rowheader">
                    {column.cell(row)}
                  </TableHeaderCell>
                ) : (
                  <TableCell
                    key={column.key}
                    role="cell"
                    numericColumn={column.numeric ?? false}
                    data-label={column.head}
                  >
                    {column.cell(row)}
                  </TableCell>
                ),
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
