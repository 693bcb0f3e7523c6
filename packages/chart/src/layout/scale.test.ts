import { scaleLinear as ofD3 } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleLinear } from './scale.ts';

/** Numbers that d3 draws ticks of too: the least that a chart shows as other than zero is 1e-290 (`domain.ts`). */
const end = fc
  .oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: -3000, max: 3000 }),
    fc.double({ min: -1e-6, max: 1e-6, noNaN: true }),
  )
  .filter((value) => value === 0 || Math.abs(value) > 1e-290);
const pair = fc.tuple(end, end);

describe('the linear scale', () => {
  it('gives the same pixels and ticks as that of d3-scale, to the bit', () => {
    fc.assert(
      fc.property(
        pair,
        pair,
        fc.array(end),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (domain, range, values, count, nice) => {
          const ours = scaleLinear().domain(domain).range(range);
          const theirs = ofD3().domain(domain).range(range);
          if (nice) {
            ours.nice(count);
            theirs.nice(count);
          }
          expect(ours.ticks(count)).toEqual(theirs.ticks(count));
          for (const value of [...domain, ...values]) expect(ours(value)).toBe(theirs(value));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes domain and range at once, and puts a single value in the middle', () => {
    expect(scaleLinear([0, 10], [0, 200])(5)).toBe(100);
    expect(scaleLinear([3, 3], [0, 200])(3)).toBe(100);
  });
});
