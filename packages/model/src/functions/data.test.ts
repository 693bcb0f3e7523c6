import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';
import type { Point } from '../syntax/ast.ts';

const sales: readonly Point[] = [
  [0, 10],
  [1, 20],
  [3, 0],
];

const withData = (expression: string) =>
  small(
    `Who: a, b ~~|\nsales[Who] ~ Dmnl ~ |\nplain = 1 ~ Dmnl ~ |\ny = ${expression} ~ Dmnl ~ |`,
    {},
    { units: 'off', data: { series: (name) => (name === 'sales[a]' ? sales : [[2, 5]]) } },
  );

const notAvailable = -(2 ** 109);

describe('data', () => {
  it('are read at another time by interpolation, and are :NA: outside their times', () => {
    const found = course(withData('GET DATA BETWEEN TIMES(sales[a], Time + 0.5, 0)'), 'y');
    expect(found).toEqual([15, 15, 5, notAvailable, notAvailable]);
    expect(course(withData('GET DATA BETWEEN TIMES(sales[a], Time - 1, 0)'), 'y')).toEqual([
      notAvailable,
      10,
      20,
      10,
      0,
    ]);
  });

  it('have a first and a last time', () => {
    expect(
      course(withData('GET DATA FIRST TIME(sales[b]) * 10 + GET DATA LAST TIME(sales[a])'), 'y')[0],
    ).toBe(23);
  });

  it.each([
    ['GET DATA BETWEEN TIMES(plain, Time, 0)', 'no variable with data'],
    ['GET DATA LAST TIME(sales[a] * 2)', 'no variable with data'],
    ['GET DATA BETWEEN TIMES(sales[a], Time, -1)', 'interpolation only'],
  ])('are refused in %s', (expression, said) => {
    const problems = problemsOf(() => withData(expression));
    expect(problems.map((p) => [p.code, p.line])).toEqual([['MODEL_UNSUPPORTED', 4]]);
    expect(problems[0]?.message.en).toContain(said);
  });
});
