import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, endOf } from './time.ts';

describe('the end of a period', () => {
  it('is the beginning of the next', () => {
    expect(['2030', '2030-H1', '2021/2022', '2025 (?)'].map(endOf)).toEqual([2031, 2030.5, 2023, 2026]);
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
