import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metDegree } from './met.ts';

describe('how often a target is met', () => {
  it('is mostly from two thirds on, sometimes from one third on, and seldom below that', () => {
    const of = 300;
    expect([200, 199, 100, 99, 0].map((count) => metDegree({ count, of }))).toEqual([
      'most',
      'some',
      'some',
      'few',
      'few',
    ]);
  });

  it('is nothing where nothing is counted', () => {
    expect(metDegree(null)).toBeNull();
    expect(metDegree({ count: 0, of: 0 })).toBeNull();
  });

  it('does not depend on the number of futures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (of, asked) => {
        const count = asked % (of + 1);
        expect(metDegree({ count: 10 * count, of: 10 * of })).toBe(metDegree({ count, of }));
      }),
    );
  });
});
