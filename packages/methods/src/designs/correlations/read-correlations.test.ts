import { describe, expect, it } from 'vitest';
import { readCorrelations } from './read-correlations.ts';

const matrix = {
  names: ['a', 'b'],
  values: [
    [1, 0.5],
    [0.5, 1],
  ],
};

describe('correlations in CSV', () => {
  it('are a line of names and a line of numbers per name, with or without the name in front', () => {
    expect(readCorrelations('c.csv', 'a,b\n1,0.5\n0.5,1\n')).toEqual(matrix);
    expect(readCorrelations('c.csv', ',a,b\r\na,1,0.5\r\nb,0.5,1\r\n')).toEqual(matrix);
  });

  it('may have named rows in any order, and commas behind semicolons', () => {
    expect(readCorrelations('c.csv', '\uFEFFname;a;b\nb;0,5;1\na;1;0,5\n')).toEqual(matrix);
  });

  it('are refused with file and line where a cell is no number, a row too short or another name', () => {
    expect(() => readCorrelations('c.csv', ',a,b\na,1,x\nb,,1\n')).toThrow(
      /FUTURES_CORRELATION_CELL c\.csv:2 b.*\n.*CELL c\.csv:3 a/,
    );
    expect(() => readCorrelations('c.csv', 'a,b\n1,0.5\n0.5\n')).toThrow('FUTURES_CORRELATION_CSV c.csv:3');
    expect(() => readCorrelations('c.csv', ',a,b\na,1,0\nc,0,1\n')).toThrow('FUTURES_CORRELATION_ROWS');
    expect(() => readCorrelations('c.csv', 'a,"b\n1,0')).toThrow('FUTURES_CORRELATION_CSV');
  });

  it('are refused where a name has two rows', () => {
    const text = ',a,b\na,1,0.5\nb,0.5,1\nb,0.9,1\n';
    expect(() => readCorrelations('c.csv', text)).toThrow(/FUTURES_CORRELATION_NAME_TWICE/);
  });
});
