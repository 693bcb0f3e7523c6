import { csvCell } from '@schaalsprong/tables/csv';
import type { Cases, Column } from './cases.ts';

/** A word or name: quoted so that it comes back as it was, also where the reader guesses the separator. */
export const csvField = (text: string): string => csvCell(text, true);

/** A number in the shortest form that reads back to the same double; a real column keeps its point, as pandas writes it. */
function numberText(value: number, kind: 'real' | 'integer'): string {
  if (Number.isNaN(value)) return '';
  if (Object.is(value, -0)) return kind === 'real' ? '-0.0' : '0';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = String(value);
  return kind === 'real' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

function cellOf(column: Column, row: number): string {
  const value = column.values[row] ?? Number.NaN;
  if (column.kind !== 'category') return numberText(value, column.kind);
  const word = column.categories[value];
  return word === undefined ? '' : csvField(word);
}

/**
 * Cases as CSV (RFC 4180), in parts of some thousands of lines: a line of names, then a line per case. Read back they are
 * the same cases, to the last bit; of a category those that no case has are lost.
 */
export function* csvParts(cases: Cases): Generator<string> {
  const linesAtOnce = 4096;
  yield `${cases.columns.map(({ name }) => csvField(name)).join(',')}\r\n`;
  for (let from = 0; from < cases.count; from += linesAtOnce) {
    let part = '';
    for (let row = from; row < Math.min(cases.count, from + linesAtOnce); row++) {
      const cells = cases.columns.map((column) => cellOf(column, row));
      // A line of nothing would be passed over.
      part += `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`;
    }
    yield part;
  }
}

/** The same as one text. */
export const casesCsv = (cases: Cases): string => [...csvParts(cases)].join('');
