import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFutures, fewestFutures, futureCounts } from './counts.ts';

describe('how many futures the table runs', () => {
  it('is that of the standing where the address asks nothing, so that the table counts as every page does', () => {
    expect(futureCounts(null, 1000)).toEqual({ first: 1000, all: 1000, problem: null });
  });

  it('is what the address asks, with a fifth of it first', () => {
    expect(futureCounts('500', 1000)).toEqual({ first: 100, all: 500, problem: null });
    expect(futureCounts('10000', 1000)).toEqual({ first: 1000, all: 10_000, problem: null });
  });

  it('stays within its bounds whatever the address says, and says so in both languages where it does not follow', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer().map(String)),
        fc.integer({ min: 1, max: 5000 }),
        (asked, standing) => {
          const { first, all, problem } = futureCounts(asked, standing);
          expect(first).toBeGreaterThan(0);
          expect(first).toBeLessThanOrEqual(all);
          if (problem !== null) {
            expect(all).toBe(standing);
            return;
          }
          expect(all).toBeGreaterThanOrEqual(fewestFutures);
          expect(all).toBeLessThanOrEqual(allFutures);
          expect(String(all)).toBe(asked.replace(/^0+/, ''));
        },
      ),
    );
    for (const asked of ['', '99', '10001', '1e3', '-500', '500.5', 'veel', ' 500']) {
      const { problem } = futureCounts(asked, 1000);
      expect(problem?.nl, asked).toContain('10.000');
      expect(problem?.en, asked).toContain('10,000');
    }
  });
});
