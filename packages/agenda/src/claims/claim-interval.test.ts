import { contains, type Interval, intersection, isEmpty, touches, within } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimInterval, claimIntervals, lastDigitUnit, type Qualifiers } from './claim-interval.ts';

const words = ['x'];
const closed = { lowOpen: false, highOpen: false, rounding: false };
const qualifiers: Qualifiers = {
  none: { words, low: 0.975, high: 1.025, ...closed, rounding: true },
  ruim: { words, low: 1, high: 1.1, ...closed },
  bijna: { words, low: 0.9, high: 1, ...closed, highOpen: true },
  circa: { words, low: 0.95, high: 1.05, ...closed },
  'ten-minste': { words, low: 1, high: null, ...closed },
  'meer-dan': { words, low: 1, high: null, ...closed, lowOpen: true },
  tot: { words, low: null, high: 1, ...closed },
  'top-n': { words, low: null, high: 1, ...closed, floor: 1 },
};
const of = (value: number, qualifier: string): Interval => {
  const interval = claimInterval({ value, qualifier, interval: undefined }, qualifiers);
  if (interval === null) throw new Error(`no interval for ${qualifier}`);
  return interval;
};
const shut = (min: number | null, max: number | null): Interval => ({
  min,
  max,
  minOpen: false,
  maxOpen: false,
});

describe('the interval of a claim', () => {
  it('without a qualifier is half a unit of the last digit that is not zero', () => {
    expect(of(62_000, 'none')).toEqual(shut(61_500, 62_500));
    expect(of(1.59, 'none')).toEqual(shut(1.585, 1.595));
    expect(of(43_485, 'none')).toEqual(shut(43_484.5, 43_485.5));
  });

  it('without a qualifier is never wider than 2.5 %', () => {
    expect(of(50_000, 'none')).toEqual(shut(48_750, 51_250));
    expect(of(15, 'none')).toEqual(shut(14.625, 15.375));
    expect(of(-50, 'none')).toEqual(shut(-51.25, -48.75));
    expect(of(0, 'none')).toEqual(shut(0, 0));
  });

  it('follows the table for a word', () => {
    expect(of(2_500, 'ruim')).toEqual(shut(2_500, 2_750));
    expect(of(5_000, 'bijna')).toEqual({ min: 4_500, max: 5_000, minOpen: false, maxOpen: true });
    expect(of(12_000, 'ten-minste')).toEqual(shut(12_000, null));
    expect(of(16_000, 'tot')).toEqual(shut(null, 16_000));
    expect(of(3, 'meer-dan')).toEqual({ min: 3, max: null, minOpen: true, maxOpen: false });
  });

  it('of a place in a ranking runs from the first place', () => {
    expect(of(10, 'top-n')).toEqual(shut(1, 10));
    expect(isEmpty(of(0, 'top-n'))).toBe(true);
  });

  it('turns round for a figure below zero', () => {
    expect(of(-5, 'bijna')).toEqual({ min: -5, max: -4.5, minOpen: true, maxOpen: false });
  });

  it('written with the claim goes before the table, and an unknown word gives none', () => {
    expect(claimInterval({ value: 1, qualifier: 'tot', interval: shut(0, 2) }, qualifiers)).toEqual(
      shut(0, 2),
    );
    expect(claimInterval({ value: 1, qualifier: 'vast', interval: undefined }, qualifiers)).toBeNull();
    expect(claimInterval({ value: 1, qualifier: 'constructor', interval: undefined }, qualifiers)).toBeNull();
  });

  it('has the figure inside it or on its edge, whatever the figure and the word', () => {
    const digits = fc.integer({ min: -999_999, max: 999_999 });
    const figure = fc
      .tuple(digits, fc.integer({ min: -4, max: 6 }))
      .map(([n, power]) => Number(`${n}e${power}`));
    fc.assert(
      fc.property(
        figure,
        fc.constantFrom('none', 'ruim', 'bijna', 'circa', 'ten-minste', 'meer-dan', 'tot'),
        (x, q) => {
          expect(touches(of(x, q), x)).toBe(true);
          if (x !== 0) expect(isEmpty(of(x, q))).toBe(false);
        },
      ),
    );
  });

  it('the unit of the last digit divides the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: -3, max: 6 }), (n, power) => {
        const value = Number(`${n}e${power}`);
        const unit = lastDigitUnit(value);
        const times = value / unit;
        expect(Math.abs(times - Math.round(times))).toBeLessThan(1e-6);
        expect(Math.round(times) % 10).not.toBe(0);
      }),
    );
  });
});

describe('intervals', () => {
  const edge = fc.option(fc.integer({ min: -20, max: 20 }), { nil: null });
  const interval = fc.record({ min: edge, max: edge, minOpen: fc.boolean(), maxOpen: fc.boolean() });
  const point = fc.integer({ min: -90, max: 90 }).map((n) => n / 4);

  it('no number lies in an empty interval, and the middle lies in one with two ends that is not empty', () => {
    fc.assert(
      fc.property(interval, point, (a, x) => {
        if (isEmpty(a)) expect(contains(a, x)).toBe(false);
        else if (a.min !== null && a.max !== null) expect(contains(a, (a.min + a.max) / 2)).toBe(true);
      }),
    );
  });
});

describe('the settings of the audit', () => {
  const rule = (low: number | null, high: number | null) => ({ words, low, high, ...closed });
  const table: Qualifiers = {
    none: {
      ...rule(0.975, 1.025),
      rounding: true,
      bare: { low: 1, high: 1, rounding: false },
      generous: { low: 0.95, high: 1.05 },
    },
    ruim: { ...rule(1, 1.1), bare: { high: 1.05 }, generous: { high: 1.15 } },
    tot: rule(null, 1),
  };
  const at = (value: number, qualifier: string) =>
    claimIntervals({ value, qualifier, interval: undefined }, table);

  it('take the multiples that they name, and keep the others', () => {
    expect(at(100, 'ruim')).toMatchObject({
      bare: { min: 100, max: 105 },
      default: { min: 100, max: 110 },
      generous: { min: 100, max: 115 },
    });
    expect(at(100, 'tot')).toMatchObject({
      bare: { max: 100 },
      default: { max: 100 },
      generous: { max: 100 },
    });
  });

  it('take a figure without a word as printed, rounded, or rounded up to a wider reach', () => {
    expect(at(15, 'none')).toMatchObject({
      bare: { min: 15, max: 15 },
      default: { min: 14.625, max: 15.375 },
      generous: { min: 14.5, max: 15.5 },
    });
    expect(at(-15, 'none')?.default).toMatchObject({ min: -15.375, max: -14.625 });
  });

  it('leave an interval that is written with the claim as it is', () => {
    const interval = shut(1, 2);
    expect(claimIntervals({ value: 1, qualifier: 'ruim', interval }, table)).toEqual({
      bare: interval,
      default: interval,
      generous: interval,
    });
    expect(at(1, 'vast')).toBeNull();
  });

  it('an interval lies within another where each of its numbers does', () => {
    const end = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
    const any = fc.record({ min: end, max: end, minOpen: fc.boolean(), maxOpen: fc.boolean() });
    const samples = Array.from({ length: 33 }, (_, i) => (i - 16) / 4);
    fc.assert(
      fc.property(any, any, (a, b) => {
        fc.pre(!isEmpty(a));
        const all = samples.every((x) => !contains(a, x) || contains(b, x));
        if (within(a, b)) expect(all).toBe(true);
        else
          expect(all && (a.min !== null || b.min === null) && (a.max !== null || b.max === null)).toBe(false);
        for (const x of samples)
          expect(contains(intersection(a, b), x)).toBe(contains(a, x) && contains(b, x));
      }),
    );
  });
});
