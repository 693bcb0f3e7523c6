import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Budget, Budgets, failure, judge, median, tableOf } from './judge.ts';

const budget = (id: string, most: number): Budget => ({
  id,
  what: `the ${id}`,
  unit: 'ms',
  most,
  why: `because of ${id}`,
});
const [paint, start, ci] = [budget('paint', 100), budget('start', 50), budget('ci', 480)];
const none = { notMeasured: 'no full run here' };

describe('a budget', () => {
  it('that is over fails, and only it is named', () => {
    const verdicts = judge(
      [paint, start, ci],
      new Map([
        ['paint', 99],
        ['start', 51.26],
        ['ci', 10],
      ]),
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['within', 'over', 'within']);
    expect(failure(verdicts)).toBe('over budget: start (51.3 ms, at most 50.0)');
    expect(tableOf(verdicts)).toContain('because of start');
  });

  it('that is met to the number is within', () => {
    const verdicts = judge([paint], new Map([['paint', 100]]));
    expect(failure(verdicts)).toBeNull();
    expect(tableOf(verdicts)).toMatch(/paint +100 +100 +ms +within +the paint$/);
  });

  it('that this machine cannot measure says so and does not fail', () => {
    const verdicts = judge([ci], new Map([['ci', none]]));
    expect(failure(verdicts)).toBeNull();
    expect(tableOf(verdicts)).toMatch(/ci +- +480 +ms +not measured here +the ci: no full run here$/);
  });

  it('that nothing measured, or that came out as no number, is an error rather than a pass', () => {
    expect(() => judge([paint, start], new Map([['paint', 1]]))).toThrow('nothing measured the budget start');
    expect(() => judge([paint], new Map([['paint', Number.NaN]]))).toThrow('the measurement of paint is NaN');
    expect(() =>
      judge(
        [paint],
        new Map([
          ['paint', 1],
          ['other', 1],
        ]),
      ),
    ).toThrow('measured without a budget: other');
  });

  it('has one line in the file, with its reason', () => {
    const file: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../budgets.json'), 'utf8'));
    expect(Budgets.parse(file).length).toBeGreaterThan(10);
    expect(Budgets.safeParse([paint, paint]).success).toBe(false);
    expect(Budgets.safeParse([{ ...paint, why: '' }]).success).toBe(false);
  });
});

describe('the median', () => {
  it('is the middle one, or lies between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 100])).toBe(3);
    expect(() => median([])).toThrow('no value');
  });
});
