import type { OutcomeId } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Status, statusOf, statusOfMet, weakest } from './standing.ts';

const outcome = 'homes-completed-since-2022' as OutcomeId;

describe('the status of a target', () => {
  it('follows the share of futures, both bounds belonging to the better side', () => {
    expect(statusOfMet({ count: 2, of: 3 })).toBe('most');
    expect(statusOfMet({ count: 666, of: 1000 })).toBe('some');
    expect(statusOfMet({ count: 1, of: 3 })).toBe('some');
    expect(statusOfMet({ count: 333, of: 1000 })).toBe('few');
  });
  it('is not computed where nothing is counted, and pending where there is no standing yet', () => {
    expect(statusOfMet(null)).toBe('unknown');
    expect(statusOfMet({ count: 0, of: 0 })).toBe('unknown');
    expect(statusOf({ outcome }, undefined)).toBe('pending');
    expect(statusOf({ outcome: null }, undefined)).toBe('unknown');
  });
  it('never gets worse with one future more', () => {
    const rank: readonly Status[] = ['few', 'some', 'most'];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (of, n) => {
        const count = n % of;
        expect(rank.indexOf(statusOfMet({ count: count + 1, of }))).toBeGreaterThanOrEqual(
          rank.indexOf(statusOfMet({ count, of })),
        );
      }),
    );
  });
});

describe('the status of an opgave', () => {
  it('is that of its weakest target', () => {
    expect(weakest(['most', 'few', 'some'])).toBe('few');
    expect(weakest(['most', 'unknown'])).toBe('most');
    expect(weakest(['unknown'])).toBe('unknown');
    expect(weakest([])).toBe('unknown');
  });
});
