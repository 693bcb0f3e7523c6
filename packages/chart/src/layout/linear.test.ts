import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleLinear } from './linear.ts';

const end = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000);
const ends = fc.tuple(end, end);

describe('a linear scale', () => {
  it('takes the ends of its domain to the ends of its range, also where one is turned', () => {
    fc.assert(
      fc.property(ends, ends, ([a, b], [low, high]) => {
        fc.pre(a !== b);
        const scale = scaleLinear().domain([a, b]).range([low, high]);
        expect([scale(a), scale(b)]).toEqual([low, high]);
      }),
    );
  });

  it('puts a domain without length in the middle', () => {
    expect(scaleLinear().domain([3, 3]).range([0, 100])(3)).toBe(50);
  });

  it('widens to round values that hold the domain, and its ticks begin and end there', () => {
    expect(scaleLinear().domain([0.13, 9.7]).nice(5).domain()).toEqual([0, 10]);
    expect(scaleLinear().domain([9.7, 0.13]).nice(5).domain()).toEqual([10, 0]);
    expect(scaleLinear().domain([-0.0031, 0.0004]).nice(4).domain()).toEqual([-0.004, 0.001]);
    fc.assert(
      fc.property(ends, fc.integer({ min: 1, max: 10 }), ([a, b], count) => {
        fc.pre(a !== b);
        const scale = scaleLinear().domain([a, b]).nice(count);
        const [from, to] = scale.domain();
        expect(Math.min(from, to)).toBeLessThanOrEqual(Math.min(a, b) + 1e-9);
        expect(Math.max(from, to)).toBeGreaterThanOrEqual(Math.max(a, b) - 1e-9);
      }),
    );
  });

  it('writes ticks with the decimals of their step', () => {
    const scale = scaleLinear().domain([0, 2]);
    expect(scale.ticks(4)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(scale.ticks(4).map(scale.tickFormat(4))).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0']);
    expect(scaleLinear().domain([-2000, 0]).tickFormat(2)(-1500)).toBe('−1,500');
  });
});
