/** What a cell holds; nothing is an empty cell. */
type Value = string | number | null | undefined;

/**
 * A cell of CSV (RFC 4180): between quotes where it holds a separator, a quote or a line end, or begins or ends with white space,
 * which many readers remove. Numbers in full, with a point.
 *
 * @param forGuessing also quote `;`, tabs and an empty text: for files whose reader guesses the separator by the header, and
 *   distinguishes an empty text from nothing
 */
export function csvCell(value: Value, forGuessing = false): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const needsQuotes = /[",\r\n]/.test(text) || text.trim() !== text || (forGuessing && /[;\t]|^$/.test(text));
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a table says of itself once it has left its page. */
export interface CsvAbout {
  readonly title: string;
  /** in words; where rows differ, which column says it */
  readonly unit: string;
  readonly source: string;
  /** the day on which it was taken: `2026-12-03` */
  readonly retrieved: string;
  /** `https://…` of the page that shows it, with its language and settings */
  readonly address: string;
}

const about = ['title', 'unit', 'source', 'retrieved', 'address'] as const satisfies (keyof CsvAbout)[];

/** Names of the last columns of a table that says where it is from (decision 0059). */
export const aboutColumns: readonly string[] = about.map((name) => `about_${name}`);

/**
 * A table as CSV: comma, CRLF, quotes where needed ({@link csvCell}). Text is written as it is: a cell that begins with `=` gets
 * no apostrophe, which every program but a spreadsheet would read as part of it.
 *
 * @param from stands in each row, in {@link aboutColumns}; null for a file that leaves no page, as a template or what a command prints
 */
export function csvText(
  header: readonly string[],
  rows: Iterable<readonly Value[]>,
  from: CsvAbout | null,
): string {
  const line = (cells: readonly Value[]): string => cells.map((value) => csvCell(value)).join(',');
  const [names, tail] =
    from === null ? ['', ''] : [`,${line(aboutColumns)}`, `,${line(about.map((name) => from[name]))}`];
  return `${line(header)}${names}\r\n${Array.from(rows, (row) => `${line(row)}${tail}\r\n`).join('')}`;
}
