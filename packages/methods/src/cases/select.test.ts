import { describe, expect, it } from 'vitest';
import { FuturesError } from '../problems.ts';
import { binaryOutcome, type Interest } from './binary.ts';
import type { Cases, Column } from './cases.ts';
import { readCsvCases } from './read-csv.ts';
import { selectCases } from './select.ts';

const table: Cases = {
  ...readCsvCases(
    't.csv',
    'delay,party,homes,jobs\n1,north,10,5\n2,,20,6\n3,south,,7\n4,north,40,8\n5,south,inf,9\n',
  ),
  outcomes: ['homes', 'jobs'],
};
const codesOf = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const numbers = (...values: number[]): Column => ({
  name: 'x',
  kind: 'real',
  values: Float64Array.from(values),
});

describe('selecting from cases', () => {
  it('leaves out rows in which a chosen cell is missing, and counts them', () => {
    const { count, dropped, rows, inputs, outcome } = selectCases(table, { outcome: 'homes' });
    expect({ count, dropped, rows: [...rows] }).toEqual({ count: 2, dropped: 3, rows: [0, 3] });
    expect(inputs.map(({ name }) => name)).toEqual(['delay', 'party']);
    expect([...outcome.values]).toEqual([10, 40]);
  });

  it('does not drop a row for a column that is not chosen', () => {
    const { count, dropped } = selectCases(table, { outcome: 'jobs', inputs: ['delay'] });
    expect({ count, dropped }).toEqual({ count: 5, dropped: 0 });
  });

  it('tells every fault at once, with near names', () => {
    const act = () => selectCases(table, { outcome: 'home', inputs: ['delay', 'delay', 'partij'] });
    expect(codesOf(act)).toEqual([
      'FUTURES_CASES_COLUMN',
      'FUTURES_CASES_COLUMN',
      'FUTURES_CASES_INPUT_TWICE',
    ]);
    expect(act).toThrow(/Did you mean 'homes'/);
  });

  it('refuses an outcome among the inputs, no inputs, and cases without one whole row', () => {
    expect(codesOf(() => selectCases(table, { outcome: 'jobs', inputs: ['jobs'] }))).toEqual([
      'FUTURES_CASES_OUTCOME_INPUT',
    ]);
    expect(codesOf(() => selectCases(table, { outcome: 'jobs', inputs: [] }))).toEqual([
      'FUTURES_CASES_NO_INPUTS',
    ]);
    const gaps = readCsvCases('t.csv', 'a,b\n1,\n,2\n');
    expect(codesOf(() => selectCases(gaps, { outcome: 'b' }))).toEqual(['FUTURES_CASES_MISSING']);
  });
});

describe('cases of interest', () => {
  const judged = (column: Column, interest?: Interest): readonly number[] => [
    ...binaryOutcome(column, interest),
  ];
  it('are those above, below, or at a value; a limit itself is neither above nor below', () => {
    expect(judged(numbers(1, 2, 3), { above: 2 })).toEqual([0, 0, 1]);
    expect(judged(numbers(1, 2, 3), { below: 2 })).toEqual([1, 0, 0]);
    expect(judged(numbers(1, 2, 3), { equals: 2 })).toEqual([0, 1, 0]);
  });

  it('need no limit where the column is 0 and 1, or true and false', () => {
    expect(judged(numbers(1, 0, 1))).toEqual([1, 0, 1]);
    const truth: Column = {
      name: 'met',
      kind: 'category',
      categories: ['false', 'true'],
      values: Int32Array.of(0, 1),
    };
    expect(judged(truth)).toEqual([0, 1]);
    expect(judged(truth, { equals: 'false' })).toEqual([1, 0]);
  });

  it('are refused where nothing can be told apart, or the column is of another kind', () => {
    const words: Column = {
      name: 'w',
      kind: 'category',
      categories: ['north', 'south'],
      values: Int32Array.of(0, 1),
    };
    expect(codesOf(() => binaryOutcome(numbers(1, 1)))).toEqual(['FUTURES_CASES_ONE_SIDED']);
    expect(codesOf(() => binaryOutcome(numbers(1, 2), { above: 5 }))).toEqual(['FUTURES_CASES_ONE_SIDED']);
    expect(codesOf(() => binaryOutcome(numbers(1, 2)))).toEqual(['FUTURES_CASES_NOT_BINARY']);
    expect(codesOf(() => binaryOutcome(numbers(1, 2), { above: Number.NaN }))).toEqual([
      'FUTURES_CASES_LIMIT',
    ]);
    expect(codesOf(() => binaryOutcome(words))).toEqual(['FUTURES_CASES_NOT_BINARY']);
    expect(codesOf(() => binaryOutcome(words, { above: 1 }))).toEqual(['FUTURES_CASES_LIMIT_WORDS']);
    expect(codesOf(() => binaryOutcome(words, { equals: 'nort' }))).toEqual(['FUTURES_CASES_CATEGORY']);
  });
});
