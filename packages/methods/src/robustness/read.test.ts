import { describe, expect, it } from 'vitest';
import { FuturesError } from '../problems.ts';
import { readOutcomes, readWeights } from './read.ts';

const faultsOf = (
  text: string,
  read: (text: string) => unknown = (given) => readOutcomes('m.csv', given),
): readonly string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof FuturesError)) throw error;
    return error.problems.map(({ path, message }) => `${path} | ${message.en}`);
  }
};

describe('reading outcomes', () => {
  it('takes a row per policy and a column per future', () => {
    expect(readOutcomes('x/homes.csv', 'policy,s1,s2\na,1,2\nb,3,-4e1\n')).toEqual([
      {
        objective: 'homes',
        policies: ['a', 'b'],
        futures: ['s1', 's2'],
        values: [
          [1, 2],
          [3, -40],
        ],
      },
    ]);
  });

  it('takes a row per future on request', () => {
    expect(readOutcomes('m.csv', ',a,b\ns1,1,3\ns2,2,4\n', 'rows')).toEqual([
      {
        objective: 'm',
        policies: ['a', 'b'],
        futures: ['s1', 's2'],
        values: [
          [1, 2],
          [3, 4],
        ],
      },
    ]);
  });

  it('takes a row per number, in any order, of several outcomes', () => {
    const text = 'future,policy,objective,value\ns1,a,cost,1\ns2,a,cost,2\ns1,a,homes,3\ns2,a,homes,4\n';
    expect(readOutcomes('m.csv', text).map(({ objective, values }) => [objective, values])).toEqual([
      ['cost', [[1, 2]]],
      ['homes', [[3, 4]]],
    ]);
  });

  it('names every bad cell by row and column', () => {
    expect(faultsOf('p,s1,s2\na,1,\nb,x,2\nc,1\n')).toEqual([
      'm.csv:2: a, s2 | this cell is empty',
      "m.csv:3: b, s1 | 'x' is not a number",
      'm.csv:4: c | this row has 2 cells and the heading 3',
    ]);
  });

  it('names numbers that are missing or there twice', () => {
    expect(faultsOf('policy,future,value\na,s1,1\na,s1,2\nb,s2,1\n')).toEqual([
      'm.csv:3: a, s1 | value of this policy in this future is there twice',
      'm.csv: a, s2 | value of this policy in this future is missing',
      'm.csv: b, s1 | value of this policy in this future is missing',
    ]);
  });

  it('says what is wrong with a file that is empty, or that no comma divides', () => {
    expect(faultsOf('')).toEqual(['m.csv | it has no rows of numbers']);
    expect(faultsOf('p;s1\na;1\n')[0]).toContain('semicolons');
    expect(faultsOf('p,s1\n"a,1\n')[0]).toBe('m.csv:2 | the quote that opens here closes nowhere');
  });

  it('refuses rows of another length than the heading, also with a row per number', () => {
    expect(faultsOf('value,policy,future\n5,a\n6,a,s2,7\n8,a,s1\n')).toEqual([
      'm.csv:2: a | this row has 2 cells and the heading 3',
      'm.csv:3: a, s2 | this row has 4 cells and the heading 3',
    ]);
  });
});

describe('reading weights', () => {
  const weights = (text: string): readonly number[] => readWeights('w.csv', text, ['s1', 's2']);

  it('takes a weight per future, in the order asked', () => {
    expect(weights('future,weight\ns2,2\ns1,1\n')).toEqual([1, 2]);
  });

  it('refuses a file that has not one column of weights, or a future twice', () => {
    expect(faultsOf('future\ns1\ns2\n', weights)).toEqual(['w.csv | it has 0 columns of weights']);
    expect(faultsOf('future,w,v\ns1,1,5\ns2,2,6\n', weights)).toEqual([
      'w.csv | it has 2 columns of weights',
    ]);
    expect(faultsOf('future,w\ns1,1\ns1,3\ns2,2\n', weights)).toEqual([
      'w.csv: s1 | future s1 has two weights',
    ]);
  });
});
