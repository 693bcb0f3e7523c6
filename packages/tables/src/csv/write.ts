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

/**
 * A table as CSV: comma, CRLF, quotes where needed ({@link csvCell}). Text is written as it is: a cell that begins with `=` gets
 * no apostrophe, which every program but a spreadsheet would read as part of it.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly Value[]>): string {
  return [header, ...rows].map((row) => `${row.map((value) => csvCell(value)).join(',')}\r\n`).join('');
}
