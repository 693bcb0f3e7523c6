/**
 * A table as CSV (RFC 4180): UTF-8, comma, decimal point, CRLF. Numbers in full precision; null is an empty field.
 *
 * @param header names of the columns
 * @param rows values in the order of the header
 */
export function csv(
  header: readonly string[],
  rows: Iterable<readonly (string | number | null | undefined)[]>,
): string {
  const lines = [header.map(field).join(',')];
  for (const row of rows) lines.push(row.map(field).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
