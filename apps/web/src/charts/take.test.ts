import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './take.ts';

/** A reader of RFC 4180, written apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i += 1;
    } else cell += c;
  }
  return rows;
}

describe('the CSV behind a chart', () => {
  it('writes numbers with a point and leaves a missing value empty', () => {
    expect(
      toCsv(
        ['jaar', 'p50'],
        [
          [2030, 58900.5],
          [2031, null],
        ],
      ),
    ).toBe('jaar,p50\r\n2030,58900.5\r\n2031,\r\n');
  });
  it('gives back every text that was put in', () => {
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        const [head = [], ...rest] = rows;
        expect(parse(toCsv(head, rest))).toEqual(rows);
      }),
    );
  });
});
