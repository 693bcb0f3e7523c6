import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aboutColumns,
  CsvFault,
  type CsvForm,
  type CsvRow,
  csvBatches,
  csvCell,
  csvRows,
  csvText,
  separatorIn,
} from './index.ts';

const cellsOf = (text: string, form: Partial<CsvForm> = {}): (readonly string[])[] =>
  Array.from(csvRows(text, { separator: ';', ...form }), ({ cells }) => cells);

const faultOf = (text: string): unknown => {
  try {
    return cellsOf(text);
  } catch (error) {
    if (error instanceof CsvFault) return [error.kind, error.line];
    throw error;
  }
};

async function batched(text: string, size: number, skipRows = 0): Promise<CsvRow[]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const found: CsvRow[] = [];
  for await (const some of csvBatches(pieces(), { skipRows, separator: ';', longestRow: 1000 }))
    found.push(...some);
  return found;
}

const signs = ['"', '""', ';', '\n', '\r\n', '\r', 'a', 'b c', ' ', '1', 'é'];
const anyText = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join(''));

describe('a text of CSV', () => {
  it.each<Partial<CsvForm>>([{}, { trim: true }, { keepEmpty: true }])(
    'is read as csv-parse reads it, and refused where it refuses, with %j',
    (form) => {
      const other = (text: string): unknown => {
        try {
          return parse(text, {
            delimiter: ';',
            record_delimiter: ['\r\n', '\n', '\r'],
            relax_column_count: true,
            skip_empty_lines: form.keepEmpty !== true,
            trim: form.trim === true,
          });
        } catch (error) {
          if (error instanceof CsvError) return 'refused';
          throw error;
        }
      };
      const own = (text: string): unknown => {
        try {
          return cellsOf(text, form);
        } catch (error) {
          if (error instanceof CsvFault) return 'refused';
          throw error;
        }
      };
      fc.assert(
        fc.property(anyText, (text) => {
          // With `trim` csv-parse takes a second quoted text in one cell for nothing; a figure would be lost.
          fc.pre(form.trim !== true || !/" +"/.test(text));
          expect(own(text)).toEqual(other(text));
        }),
        { numRuns: 3000 },
      );
    },
  );

  it('has no byte order mark in its first cell', () => {
    expect(cellsOf('\ufeffa;b\n')).toEqual([['a', 'b']]);
  });

  it('names the line of a wrong quote: of one that never closes, where it opens', () => {
    expect(faultOf('a\n"b\nc')).toEqual(['not-closed', 2]);
    expect(faultOf('a\n"b\nc"d')).toEqual(['after-quote', 3]);
    expect(faultOf('a\r\rb"c')).toEqual(['inside-cell', 3]);
  });
});

describe('CSV of any size', () => {
  it('gives the same rows and lines whatever the size of the pieces and the line ends', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        let whole: readonly CsvRow[] | number;
        try {
          whole = [...csvRows(text, { separator: ';' })];
        } catch (error) {
          if (!(error instanceof CsvFault)) throw error;
          await expect(batched(text, size)).rejects.toThrow(CsvFault);
          return;
        }
        expect(await batched(text, size)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it('skips lines above the header and still counts them', async () => {
    expect(await batched('title\r\n\r\na;b\r\n', 4, 2)).toEqual([{ cells: ['a', 'b'], line: 3 }]);
  });

  it('takes time in proportion to its length, also of one row of many quotes and of one column', async () => {
    const wide = '"a";'.repeat(100_000);
    const long = `"a"\n${'b\n'.repeat(200_000)}`;
    const found: CsvRow[] = [];
    for (const text of [wide, long]) {
      async function* pieces(): AsyncGenerator<string> {
        for (let at = 0; at < text.length; at += 1 << 16) yield text.slice(at, at + (1 << 16));
      }
      for await (const some of csvBatches(pieces(), { skipRows: 0, separator: ';', longestRow: 1 << 20 }))
        found.push(...some);
    }
    expect(found[0]?.cells.length).toBe(100_001);
    expect(found.length).toBe(200_002);
  });

  it('refuses a row beyond the limit: a quote was not closed', async () => {
    await expect(batched(`a;b\n"${'x'.repeat(3000)}`, 500)).rejects.toMatchObject({
      kind: 'not-closed',
      line: 2,
    });
  });
});

describe('the separator', () => {
  it('is the one that the first line has most, outside quotes', () => {
    expect(separatorIn('a;b;c')).toBe(';');
    expect(separatorIn('"a,b,c";d')).toBe(';');
    expect(separatorIn('a\tb\nc;d;e')).toBe('\t');
    expect(separatorIn('a;b,c')).toBe(';');
    expect(separatorIn('alone')).toBe(',');
  });
});

describe('a table as CSV', () => {
  it('gives a reader back what was written, whatever a cell holds', () => {
    const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        const text = csvText(header, rows, null);
        expect(parse(text, { record_delimiter: '\r\n' })).toEqual([header, ...rows]);
        expect(cellsOf(text, { separator: ',', trim: true })).toEqual([header, ...rows]);
      }),
    );
  });

  it('keeps all digits of a number, and leaves empty what is absent', () => {
    expect(csvText(['a', 'b', 'c'], [[0.1 + 0.2, null, undefined]], null)).toBe(
      'a,b,c\r\n0.30000000000000004,,\r\n',
    );
  });

  it('says in each row where it is from, so that a program reads it as any other and a filter loses nothing', () => {
    const from = {
      title: 'Woningen, verzonnen',
      unit: 'woningen',
      source: 'Verzonnen bureau',
      retrieved: '2026-12-03',
      address: 'https://example.org/monitor/homes',
    };
    const text = csvText(
      ['year', 'value'],
      [
        [2024, 1],
        [2025, 2],
      ],
      from,
    );
    const said = Object.fromEntries(Object.entries(from).map(([name, value]) => [`about_${name}`, value]));
    expect(aboutColumns).toEqual(Object.keys(said));
    expect(parse(text, { columns: true, record_delimiter: '\r\n' })).toEqual([
      { year: '2024', value: '1', ...said },
      { year: '2025', value: '2', ...said },
    ]);
  });

  it('quotes white space at an end, and for a reader that guesses also other separators and nothing', () => {
    expect(csvCell(' a')).toBe('" a"');
    expect(['a;b', 'a\tb', ''].map((text) => csvCell(text))).toEqual(['a;b', 'a\tb', '']);
    expect(['a;b', 'a\tb', ''].map((text) => csvCell(text, true))).toEqual(['"a;b"', '"a\tb"', '""']);
  });
});
