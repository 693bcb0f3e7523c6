import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCards, renderTable, wrap } from './table.ts';

describe('a table in plain text', () => {
  it('has as many rows as there are, also more than a call takes arguments', () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => [String(i), 'x']);
    const columns = [
      { title: 'no', align: 'left' },
      { title: 'what', align: 'left' },
    ] as const;
    expect(renderTable(columns, [{ title: '', rows }], 80)).toHaveLength(rows.length + 2);
  });

  it('numbers stand right under each other and groups under their heading', () => {
    const lines = renderTable(
      [
        { title: 'what', align: 'left' },
        { title: 'how many', align: 'right' },
      ],
      [
        {
          title: 'FRUIT',
          rows: [
            ['apples', '12'],
            ['pears', '3'],
          ],
        },
        { title: 'NUTS', rows: [['hazelnuts', '1.000']] },
      ],
      80,
    );
    expect(lines).toEqual([
      'what       how many',
      '-------------------',
      'FRUIT',
      'apples           12',
      'pears             3',
      '',
      'NUTS',
      'hazelnuts     1.000',
    ]);
  });

  it('a table wider than the screen breaks the text of the columns that give', () => {
    const lines = renderTable(
      [
        { title: 'a', align: 'left', gives: true },
        { title: 'b', align: 'right' },
      ],
      [{ title: '', rows: [['one two three four five six seven', '1']] }],
      20,
    );
    expect(lines.every((line) => line.length <= 20)).toBe(true);
    expect(lines.slice(2).join(' ').replace(/\s+/g, ' ')).toBe('one two three 1 four five six seven');
  });

  it('on a narrow screen every row is a card, without what is not there', () => {
    const lines = renderCards(
      [
        { title: 'what', align: 'left' },
        { title: 'how many', align: 'right' },
        { title: 'why', align: 'left' },
      ],
      [
        {
          title: 'FRUIT',
          rows: [
            ['apples', '12', 'they keep well in winter'],
            ['pears', '3', '-'],
          ],
        },
      ],
      30,
      '-',
    );
    expect(lines).toEqual([
      'FRUIT',
      '',
      'apples',
      '  how many  12',
      '  why       they keep well in',
      '            winter',
      '',
      'pears',
      '  how many  3',
      '',
    ]);
  });

  it('breaking a text loses no letter and keeps every line within the width', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        const letters = (words: string): string => words.replace(/[ \u00a0\u202f]/g, '');
        expect(letters(lines.join(''))).toBe(letters(text));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});
