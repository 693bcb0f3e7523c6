import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyed, rest, stepOf, type Track, typedNumber, writtenNumber } from './steps.ts';

const homes: Track = { min: 0, max: 9000, marks: [0, 4875, 5250] };
const ratio: Track = { min: 0, max: 0.3, marks: [0, 0.075, 0.15, 0.3] };

describe('a step of a lever', () => {
  it('is round, and about a hundred go into the range', () => {
    expect([stepOf(homes), stepOf(ratio), stepOf({ min: 0, max: 300_000_000, marks: [] })]).toEqual([
      100, 0.005, 5_000_000,
    ]);
  });
});

describe('a hand on a lever', () => {
  it('comes to rest at a position that is near, else at a whole step', () => {
    expect(rest(5240, homes)).toBe(5250);
    expect(rest(4870, homes)).toBe(4875);
    expect(rest(3333, homes)).toBe(3300);
    expect(rest(0.1234, ratio)).toBe(0.125);
  });

  it('never leaves the range', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (pointed) => {
        const at = rest(pointed, homes);
        expect(at).toBeGreaterThanOrEqual(homes.min);
        expect(at).toBeLessThanOrEqual(homes.max);
      }),
    );
  });
});

describe('the keys of a lever', () => {
  it('go a step, ten steps or to the end, and stop at a position on the way', () => {
    expect(keyed('ArrowRight', 5000, homes)).toBe(5100);
    expect(keyed('ArrowRight', 5200, homes)).toBe(5250);
    expect(keyed('ArrowRight', 5250, homes)).toBe(5300);
    expect(keyed('ArrowLeft', 5250, homes)).toBe(5200);
    expect(keyed('ArrowLeft', 4900, homes)).toBe(4875);
    expect(keyed('PageUp', 5250, homes)).toBe(6200);
    expect(keyed('PageDown', 500, homes)).toBe(0);
    expect(keyed('Home', 5250, homes)).toBe(0);
    expect(keyed('End', 5250, homes)).toBe(9000);
    expect(keyed('a', 5250, homes)).toBeNull();
    expect(keyed('ArrowRight', 0.145, ratio)).toBe(0.15);
  });

  it('always move, unless the lever is at its end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.3, noNaN: true }), (value) => {
        const up = keyed('ArrowUp', value, ratio) ?? Number.NaN;
        const down = keyed('ArrowDown', value, ratio) ?? Number.NaN;
        expect(up).toBeLessThanOrEqual(0.3);
        expect(down).toBeGreaterThanOrEqual(0);
        if (value < 0.299) expect(up).toBeGreaterThan(value);
        if (value > 0.001) expect(down).toBeLessThan(value);
      }),
    );
  });
});

describe('a typed number', () => {
  it('is read as people of that language write it', () => {
    expect(typedNumber('5.250', 'nl')).toBe(5250);
    expect(typedNumber('5,250', 'en')).toBe(5250);
    expect(typedNumber('0,125', 'nl')).toBe(0.125);
    expect(typedNumber('0.125', 'nl')).toBe(0.125);
    expect(typedNumber('187.000.000', 'nl')).toBe(187_000_000);
    expect(typedNumber('1.234,5', 'nl')).toBe(1234.5);
    expect(typedNumber(' EUR 12 ', 'en')).toBe(12);
    expect(typedNumber('-3', 'nl')).toBe(-3);
  });

  it('is nothing where it is no number', () => {
    for (const text of ['', ' ', 'veel', '1,2,3,4', '--1', '.', '5 of 6']) {
      expect(typedNumber(text, 'nl'), text).toBeNull();
    }
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        for (const lang of ['nl', 'en'] as const) {
          expect(typedNumber(writtenNumber(value, lang), lang)).toBe(value);
        }
      }),
    );
  });
});
