import { Period } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortfall } from './over-targets.ts';

const baseline = (value: number) => ({ value, period: Period.parse('2019'), source: 'synthetic' });

describe('how far a value falls short', () => {
  it('is a part of the change that the target asks since its baseline', () => {
    const target = { value: 15, direction: 'at-least', baseline: baseline(11) } as const;
    expect(shortfall(target, 14)).toBeCloseTo(1 / 4, 12);
    expect(shortfall(target, 15)).toBe(0);
    expect(shortfall(target, 10)).toBe(1);
  });

  it('is a part of the target itself where there is no baseline, or where the baseline met it already', () => {
    const target = { value: 62_000, direction: 'at-least', baseline: null } as const;
    expect(shortfall(target, 31_000)).toBe(0.5);
    expect(shortfall({ ...target, baseline: baseline(70_000) }, 31_000)).toBe(0.5);
  });

  it('turns round where the target is a ceiling', () => {
    expect(shortfall({ value: 6, direction: 'at-most', baseline: baseline(10) }, 8)).toBe(0.5);
    expect(shortfall({ value: 6, direction: 'at-most', baseline: baseline(10) }, 5)).toBe(0);
  });

  it('is whole where a ceiling of zero is passed, and nothing where the target has no value', () => {
    expect(shortfall({ value: 0, direction: 'at-most', baseline: null }, 3)).toBe(1);
    expect(shortfall({ value: null, direction: 'at-most', baseline: null }, 3)).toBe(0);
  });

  it('lies between 0 and 1 and never grows when the value comes nearer', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, number, fc.option(number), (value, a, b, base) => {
        const target = {
          value,
          direction: 'at-least',
          baseline: base === null ? null : baseline(base),
        } as const;
        const [less, more] = [shortfall(target, Math.max(a, b)), shortfall(target, Math.min(a, b))];
        expect(less).toBeLessThanOrEqual(more);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
      }),
    );
  });
});
