import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fact } from '../test/fact.ts';
import {
  breakMarks,
  breaksWithin,
  earlierLines,
  indexed,
  inWholeYears,
  joinPieces,
  linePieces,
  pointsOf,
  segmentsOf,
  timeOf,
} from './lines.ts';

const values = (line: readonly { readonly value: number }[]) => line.map(({ value }) => value);

describe('the moment of a figure', () => {
  it('is the beginning of a day and the end of any other period', () => {
    expect(timeOf('2024-01-01')).toBe(2024);
    expect(timeOf('2024')).toBe(2025);
    expect(timeOf('2024-Q1')).toBe(2024.25);
    expect(() => timeOf('nooit')).toThrow(RangeError);
  });
});

describe('a line', () => {
  it('takes of a period what is measured best, and only of its own area', () => {
    const facts = [
      fact('a', '2022', 5, { standing: 'expected' }),
      fact('a', '2022', 6, { standing: 'provisional' }),
      fact('a', '2021', 4),
      fact('b', '2022', 99),
    ];
    expect(values(pointsOf(facts, 'a'))).toEqual([4, 6]);
  });
  it('takes a value before a cell that is secret, however sure the source is of the cell, as the other pages do', () => {
    const secret = fact('a', '2022', null, { state: 'secret', standing: 'final' });
    const value = fact('a', '2022', 6, { standing: 'provisional' });
    expect(values(pointsOf([secret, value], 'a'))).toEqual([6]);
    expect(values(pointsOf([value, secret], 'a'))).toEqual([6]);
  });
  it('stops at a break, at a secret figure, and before what is only expected', () => {
    const facts = [
      fact('a', '2018', 1),
      fact('a', '2019', 2),
      fact('a', '2020', 3),
      fact('a', '2021', null, { state: 'secret' }),
      fact('a', '2022', 5),
      fact('a', '2023', 6, { standing: 'expected' }),
    ];
    expect(segmentsOf(facts, 'a', [2020]).map(values)).toEqual([[1, 2], [3], [5]]);
  });
  it('stops once at a break, in figures of days too', () => {
    const facts = ['2021-01-01', '2022-01-01', '2023-01-01'].map((day, i) => fact('a', day, i));
    expect(segmentsOf(facts, 'a', [2022]).map(values)).toEqual([[0], [1, 2]]);
  });
  it('has no break where its figures all lie on one side, and counts the others in the order of time', () => {
    const facts = ['2019', '2020', '2021'].map((year, i) => fact('a', year, i));
    const reason = { nl: 'gemaakt', en: 'made' };
    const breaks = ['2021', '2025', '2019', '2020'].map((at) => ({ at: at as never, reason }));
    expect(breaksWithin(breaks, facts, 'a').map(({ at }) => at)).toEqual(['2020', '2021']);
    expect(breaksWithin(breaks, facts, 'b')).toEqual([]);
  });
  it('keeps its gaps and breaks where it goes as one list', () => {
    const years = fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(years, (pieces) => {
        expect(linePieces(joinPieces(pieces))).toEqual(pieces);
      }),
    );
  });
  it('marks a break between the figures that it keeps apart, never on the line', () => {
    const facts = ['2017', '2018', '2019', '2020'].map((year, i) => fact('a', year, i));
    // The figure of 2019 is drawn at the end of its year, where its line ends; that of 2020 a year later.
    expect(breakMarks([2019.5], facts, ['a'])).toEqual([2020.5]);
    expect(breakMarks([2019], facts, ['a'])).toEqual([2019.5]);
    const quarters = ['2019-Q2', '2019-Q3', '2019-Q4'].map((period) => fact('b', period, 1));
    expect(breakMarks([2019.5], [...facts, ...quarters], ['a', 'b'])).toEqual([2019.5]);
  });
  it('holds each measured value in exactly one piece, in the order of time, whatever the breaks', () => {
    const years = fc.uniqueArray(fc.integer({ min: 2000, max: 2020 }), { minLength: 1 });
    fc.assert(
      fc.property(years, fc.array(fc.integer({ min: 1998, max: 2022 })), (all, breaks) => {
        const facts = all.map((year) => fact('a', String(year), year));
        const pieces = segmentsOf(facts, 'a', breaks);
        expect(pieces.flatMap(values)).toEqual(all.toSorted((a, b) => a - b));
        for (const piece of pieces) {
          const [from, to] = [piece[0]?.value ?? 0, piece.at(-1)?.value ?? 0];
          expect(breaks.some((at) => from < at && at <= to)).toBe(false);
        }
      }),
    );
  });
});

const first = [
  fact('a', '2021', 10, { published: '2022-03-01', standing: 'provisional' }),
  fact('a', '2022', 20, { published: '2023-03-01', standing: 'provisional' }),
];
const revised = fact('a', '2021', 11, { published: '2023-03-01', standing: 'final' });
const now = [revised, first[1] ?? revised];
const history = [first[0] ?? revised, revised];

/** Half a year, as is usual. */
const lag = () => 6;

describe('the line as it was known', () => {
  it('holds a figure without a date from the end of its period and the lag of its source, as every other page says it', () => {
    const undated = fact('a', '2020', 9, { vintage: 'other' });
    const before = (lagOf: () => number) =>
      earlierLines([...now, undated], history, 'a', [], 3, lagOf).map(({ segments }) => segments.map(values));
    expect(before(lag)).toEqual([[[9, 10]]]);
    // Not published yet by 1 March 2022, when the version that was revised came out.
    expect(before(() => 20)).toEqual([[[10]]]);
  });
  it('holds nothing that was withdrawn by then', () => {
    const gone = fact('a', '2021', null, { published: '2022-09-01', state: 'withdrawn', vintage: 'x@2' });
    const first = fact('a', '2021', 10, { published: '2022-03-01', vintage: 'x@1' });
    const other = fact('a', '2021', 11, { published: '2023-03-01', vintage: 'x@3' });
    const days = earlierLines([other], [first, gone, other], 'a', [], 3, lag).map(
      ({ published }) => published,
    );
    expect(days).toEqual(['2022-03-01']);
  });
  it('gives an earlier line only where it differs from the one that stands, broken where that one is', () => {
    const found = earlierLines(now, history, 'a', [], 3, lag);
    expect(found.map(({ published, revised: moved }) => [published, values(moved)])).toEqual([
      ['2022-03-01', [10]],
    ]);
    expect(earlierLines(now, [], 'a', [], 3, lag)).toEqual([]);
    const later = fact('a', '2022', 21, { published: '2024-03-01' });
    const whole = [revised, later];
    const pieces = (breaks: readonly number[]) =>
      earlierLines(whole, [...history, ...now.slice(1), later], 'a', breaks, 1, lag).map(({ segments }) =>
        segments.map(values),
      );
    expect(pieces([])).toEqual([[[11, 20]]]);
    expect(pieces([2022])).toEqual([[[11], [20]]]);
  });
});

describe('index numbers', () => {
  it('are 100 at the first moment that all lines have, and keep every ratio', () => {
    const a = pointsOf([fact('a', '2019', 50), fact('a', '2020', 40), fact('a', '2021', 60)], 'a');
    const b = pointsOf([fact('b', '2020', 10), fact('b', '2021', 30)], 'b');
    const found = indexed([a, b]);
    expect(found?.base.fact.period).toBe('2020');
    expect(found?.lines.map(values)).toEqual([
      [125, 100, 150],
      [100, 300],
    ]);
  });
  it('are not there where the lines share no moment', () => {
    const a = pointsOf([fact('a', '2019', 50)], 'a');
    const b = pointsOf([fact('b', '2020', 10)], 'b');
    expect(indexed([a, b])).toBeNull();
    expect(indexed([])).toBeNull();
  });
});

describe('figures of whole years', () => {
  it('are told from those of days and quarters', () => {
    expect(inWholeYears([{ period: '2020' }, { period: '2021 (?)' }])).toBe(true);
    expect(inWholeYears([{ period: '2020' }, { period: '2021-Q1' }])).toBe(false);
    expect(inWholeYears([])).toBe(false);
  });
});
