import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cases, Column } from './cases.ts';
import { casesCsv } from './csv-text.ts';
import { hashCases } from './hash.ts';
import { readCsvCases } from './read-csv.ts';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  fc.constantFrom(
    'a,b',
    'say "x"',
    ' space ',
    'two\nlines',
    'semi;colon',
    "it's",
    'two\r\nlines',
    'tab\there',
  ),
);
const isTruth = (word: string): boolean => /^(true|false)$/i.test(word);
/** What a header cannot hold: only numbers, space at the ends, a byte order mark. */
const name = text.filter((word) => word.trim() === word && !/^[+-.,\d]|^inf|^nan|\ufeff|\ufffd/i.test(word));
const cell = text.filter((word) => !isTruth(word));

const realValues = (count: number) =>
  fc.array(fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN)), {
    minLength: count,
    maxLength: count,
  });
const wholeValues = (count: number) =>
  fc
    .array(fc.oneof(fc.maxSafeInteger(), fc.constant(Number.NaN)), { minLength: count, maxLength: count })
    // A column of gaps alone does not show what it was; nor is there a whole number below zero and not.
    .filter((values) => values.some((value) => !Number.isNaN(value)))
    .map((values) => values.map((value) => (value === 0 ? 0 : value)));
const codes = (count: number) =>
  fc.array(fc.integer({ min: -1, max: 2 }), { minLength: count, maxLength: count });

/** Categories in order of first appearance, as a reader finds them. */
function categoryColumn(title: string, words: readonly string[], values: readonly number[]): Column {
  const seen = [...new Set(values.filter((value) => value >= 0))];
  return {
    name: title,
    kind: 'category',
    categories: seen.map((value) => words[value] ?? ''),
    values: Int32Array.from(values, (value) => seen.indexOf(value)),
  };
}

const cases = fc
  .record({
    count: fc.integer({ min: 1, max: 12 }),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    words: fc.uniqueArray(cell, { minLength: 3, maxLength: 3 }),
  })
  .chain(({ count, names, words }) =>
    fc
      .tuple(
        ...names.map((title) =>
          fc.oneof(
            realValues(count).map(
              (v): Column => ({ name: title, kind: 'real', values: Float64Array.from(v) }),
            ),
            wholeValues(count).map(
              (v): Column => ({ name: title, kind: 'integer', values: Float64Array.from(v) }),
            ),
            codes(count).map((v) => categoryColumn(title, words, v)),
          ),
        ),
      )
      .map((columns): Cases => ({ count, columns })),
  );

describe('cases as CSV', () => {
  it('come back as they were: names, kinds, words, and numbers to the last bit', () => {
    fc.assert(
      fc.property(cases, (before) => {
        const words = before.columns.filter(({ kind }) => kind === 'category').map((column) => column.name);
        const after = readCsvCases('back.csv', casesCsv(before), { delimiter: ',', words });
        expect(after).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  it('are read the same with and without quotes, faults and all', () => {
    const cell = fc.oneof(
      fc.constantFrom('', ' ', '1', ' 2.5', '-3e4', 'x y', 'true', 'NA', '1,5', 'é'),
      fc.integer().map(String),
    );
    const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 30 });
    const ends = fc.constantFrom('\n', '\r\n');
    const tried = (text: string, delimiter: ';' | '\t') => {
      try {
        return readCsvCases('t.csv', text, { delimiter });
      } catch (error) {
        return error instanceof Error ? error.message : error;
      }
    };
    fc.assert(
      fc.property(lines, ends, fc.constantFrom(';', '\t'), (rows, end, delimiter) => {
        const body = rows.map((row) => row.join(delimiter)).join(end);
        const bare = tried(['a', 'b'].join(delimiter) + end + body, delimiter);
        expect(tried(['"a"', 'b'].join(delimiter) + end + body, delimiter)).toEqual(bare);
      }),
      { numRuns: 400 },
    );
  });

  it('write a real number with a point, a gap as nothing and a word with a comma in quotes', () => {
    const csv = casesCsv(readCsvCases('t.csv', 'a,b,c\n1.0,1,"x, y"\n,2,z\n'));
    expect(csv).toBe('a,b,c\r\n1.0,1,"x, y"\r\n,2,z\r\n');
  });
});

describe('the hash of cases', () => {
  const base = readCsvCases('t.csv', 'a,b\n1.5,x\n,y\n');
  it('does not depend on the file', async () => {
    const other = readCsvCases('other.csv', 'a;b\r\n1,50;x\r\nNA;y\r\n');
    expect(await hashCases(other)).toBe(await hashCases(base));
  });

  it('changes with a name, a word, a number, a kind and the order', async () => {
    const others = ['c,b\n1.5,x\n,y', 'a,b\n1.5,x\n,z', 'a,b\n1.25,x\n,y', 'a,b\n1,x\n,y', 'b,a\nx,1.5\ny,'];
    const hashes = await Promise.all(others.map((csv) => hashCases(readCsvCases('t.csv', csv))));
    expect(new Set([...hashes, await hashCases(base)]).size).toBe(6);
  });
});
