import { describe, expect, it } from 'vitest';
import { leastMs } from '../../../model/test/growth.ts';
import { FuturesError } from '../problems.ts';
import type { Cases } from './cases.ts';
import { readCsvCases } from './read-csv.ts';

const read = (text: string, settings = {}): Cases => readCsvCases('cases.csv', text, settings);
/** The cells of a column as a person would write them; null where there is none. */
const cellsOf = (cases: Cases, name: string): readonly (string | number | null)[] => {
  const column = cases.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return Array.from(column.values, (value) =>
    column.kind === 'category' ? (column.categories[value] ?? null) : Number.isNaN(value) ? null : value,
  );
};
const kindsOf = (cases: Cases) => cases.columns.map(({ kind }) => kind);
const faultsOf = (text: string, settings = {}): readonly string[] => {
  try {
    read(text, settings);
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

describe('cases from CSV', () => {
  it('tells numbers, whole numbers, truth values and words apart', () => {
    const cases = read('a,b,c,d\n1.5,1,true,north\n2,-2,False,south\n1e3,+3,TRUE,north\n');
    expect(kindsOf(cases)).toEqual(['real', 'integer', 'category', 'category']);
    expect(cellsOf(cases, 'a')).toEqual([1.5, 2, 1000]);
    expect(cellsOf(cases, 'b')).toEqual([1, -2, 3]);
    expect(cases.columns[2]).toMatchObject({ categories: ['false', 'true'] });
    expect(cellsOf(cases, 'c')).toEqual(['true', 'false', 'true']);
    expect(cellsOf(cases, 'd')).toEqual(['north', 'south', 'north']);
    expect(cases.count).toBe(3);
  });

  it('takes 1.0 for a real number and 1 for a whole one, as pandas does', () => {
    expect(kindsOf(read('a,b\n1.0,1\n2.0,2\n'))).toEqual(['real', 'integer']);
  });

  it('reads empty cells, NA and NaN in a column of numbers as not known', () => {
    const cases = read('a,b,c\n1,x,\n,,\nNA,y,\nnan,NA,\n');
    expect(cellsOf(cases, 'a')).toEqual([1, null, null, null]);
    expect(cellsOf(cases, 'b')).toEqual(['x', null, 'y', 'NA']);
    expect(cases.columns[2]).toMatchObject({ kind: 'real' });
    expect(cellsOf(cases, 'c')).toEqual([null, null, null, null]);
  });

  it('keeps a policy that is called None a word', () => {
    expect(cellsOf(read('policy\nNone\nNone\n'), 'policy')).toEqual(['None', 'None']);
  });

  it('reads decimal commas where semicolons or tabs stand between the cells', () => {
    expect(cellsOf(read('a;b\n1,5;2\n-,25;3\n'), 'a')).toEqual([1.5, -0.25]);
    expect(cellsOf(read('a\tb\r\n1,5\t2\r\n'), 'a')).toEqual([1.5]);
    expect(cellsOf(read('a;b\n1.5;2\n'), 'a')).toEqual([1.5]);
  });

  it('reads names and words with commas, quotes and line ends in them', () => {
    const cases = read('"a, b","say ""c"""\n1,"one, two"\n2,"three\nfour"\n');
    expect(cellsOf(cases, 'a, b')).toEqual([1, 2]);
    expect(cellsOf(cases, 'say "c"')).toEqual(['one, two', 'three\nfour']);
  });

  it('does not take a semicolon inside a quoted name for a separator', () => {
    expect(read('"a;b;c;d",e\n1,2\n').columns.map(({ name }) => name)).toEqual(['a;b;c;d', 'e']);
  });

  it('takes a byte order mark, any line end, and empty lines', () => {
    expect(read('\ufeffa,b\r\n1,2\r\n\r\n3,4\r\n\r\n').columns.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(read('a,b\r1,2\r3,4').count).toBe(2);
  });

  it('leaves out the nameless count of rows that pandas writes', () => {
    expect(read(',a\n0,5\n1,6\n').columns.map(({ name }) => name)).toEqual(['a']);
  });

  it('reads codes as words when asked', () => {
    const cases = read('area,x\n0772,1\n0855,2\n', { words: ['area'] });
    expect(cellsOf(cases, 'area')).toEqual(['0772', '0855']);
  });

  it('finds the one slip in a column of numbers, with its line, also far down', () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `${i},${i === 1400 ? '1O' : i}`);
    expect(faultsOf(`a,b\n${rows.join('\n')}`)).toEqual(['FUTURES_CASES_NUMBER cases.csv:1402 b']);
    const few = Array.from({ length: 20 }, (_, i) => (i === 3 ? 'x' : i));
    expect(faultsOf(`a\n${few.join('\n')}`)).toEqual(['FUTURES_CASES_NUMBER cases.csv:5 a']);
  });

  it('counts lines right after a cell of more lines', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `"x\ny",${i === 3 ? 'oops' : i}`);
    expect(faultsOf(`w,a\n${rows.join('\n')}`)).toEqual(['FUTURES_CASES_NUMBER cases.csv:8 a']);
  });

  it('tells every fault at once, and counts what is too many', () => {
    expect(faultsOf('a,a,\n1,2,3\n4,5\n')).toEqual([
      'FUTURES_CASES_NAME_TWICE cases.csv: a',
      'FUTURES_CASES_NAME cases.csv:1',
      'FUTURES_CASES_CELLS cases.csv:3',
    ]);
    const ragged = faultsOf(`a,b\n1,2\n${'1\n'.repeat(50)}`);
    expect(ragged).toHaveLength(21);
    expect(ragged.at(-1)).toBe('FUTURES_CASES_MORE cases.csv');
  });

  it('refuses mixed decimals, a separator of thousands among them', () => {
    expect(faultsOf('a;b\n1,5;1\n1.5;1\n')).toEqual(['FUTURES_CASES_DECIMAL cases.csv:3 a']);
  });

  it('refuses what is no table of cases', () => {
    expect(faultsOf('')).toEqual(['FUTURES_CASES_EMPTY cases.csv']);
    expect(faultsOf('a,b\n')).toEqual(['FUTURES_CASES_EMPTY cases.csv']);
    expect(faultsOf('1,2\n3,4\n')).toEqual(['FUTURES_CASES_HEADER cases.csv:1']);
    expect(faultsOf('a,b\n1,"2\n3,4\n')).toEqual(['FUTURES_CASES_SYNTAX cases.csv:2']);
  });

  it('reads as many columns as cells in a time like that of as many rows', () => {
    const cells = 32_000;
    const wide = `${Array.from({ length: cells }, (_, i) => `x${i}`).join()}\n${'1,'.repeat(cells - 1)}1\n`;
    const long = `x,y\n${'1,1\n'.repeat(cells)}`;
    const [ofWide, ofLong] = [wide, long].map((text) => leastMs(() => readCsvCases('cases.csv', text)));
    // Some 4; it was 50 where each name was searched among all.
    expect((ofWide ?? 0) / Math.max(1, ofLong ?? 0)).toBeLessThan(25);
  });
});
