import { periodEnd } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, endOf } from './time.ts';

describe('the end of a period', () => {
  it('is the same as the agenda package says', () => {
    for (const period of [
      '2030',
      '2030-H1',
      '2030-H2',
      '2030-Q3',
      '2030-06',
      '2030-12',
      '2024-02-29',
      '2021/2022',
    ]) {
      expect(endOf(period), period).toBeCloseTo(periodEnd(period), 12);
    }
  });
  it('is null for what is no period', () => {
    expect(endOf('ooit')).toBeNull();
  });
});

describe('a series between its points', () => {
  it('gives a straight line and nothing outside', () => {
    expect(at([2019, 2020], [0, 10], 2019.5)).toBe(5);
    expect(at([2019, 2020], [0, 10], 2018)).toBeNull();
    expect(at([2019, 2020], [0, 10], 2021)).toBeNull();
  });
  it('passes through every point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }),
        (values) => {
          const time = values.map((_, i) => 2019 + i / 4);
          for (const [i, value] of values.entries()) expect(at(time, values, 2019 + i / 4)).toBe(value);
        },
      ),
    );
  });
});
