import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from './combine.ts';

describe('scenarios and policies', () => {
  it('two and three make six runs as a factorial, three zipped over, three as a sample', () => {
    expect(combine(2, 3, 'factorial').policy).toHaveLength(6);
    expect(combine(2, 3, 'zip-over')).toEqual({
      scenario: Uint32Array.of(0, 1, 0),
      policy: Uint32Array.of(0, 1, 2),
    });
    expect(combine(2, 3, 'sample', 5).scenario).toHaveLength(3);
  });

  it('as a factorial every pair is there once, the scenarios of one policy together', () => {
    const { scenario, policy } = combine(3, 2, 'factorial');
    expect([...scenario]).toEqual([0, 1, 2, 0, 1, 2]);
    expect([...policy]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('as a sample each of the longer list is there once and each of the shorter about equally often', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.maxSafeNat(),
        (s, p, seed) => {
          const { scenario, policy } = combine(s, p, 'sample', seed);
          const [longer, shorter] = s >= p ? [scenario, policy] : [policy, scenario];
          expect(new Set(longer).size).toBe(Math.max(s, p));
          const counts = Array.from(
            { length: Math.min(s, p) },
            (_, i) => shorter.filter((one) => one === i).length,
          );
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are refused where there are none, or too many runs', () => {
    expect(() => combine(0, 3, 'factorial')).toThrow('FUTURES_DESIGN_COUNT');
    expect(() => combine(1e5, 1e5, 'factorial')).toThrow('FUTURES_DESIGN_SIZE');
  });
});
