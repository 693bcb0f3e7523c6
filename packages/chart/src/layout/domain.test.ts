import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueDomain } from './domain.ts';

describe('the value axis', () => {
  it('begins at zero where values reach well towards it', () => {
    expect(valueDomain([10, 100])).toEqual([0, 100]);
  });
  it('leaves zero out where all values lie in a narrow band far from it', () => {
    const [low, high] = valueDomain([0.97, 1.05]);
    expect(low).toBeGreaterThan(0.9);
    expect(high).toBeLessThan(1.1);
  });
  it('always holds every value and has some height', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const [low, high] = valueDomain(values);
        expect(high).toBeGreaterThan(low);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low - 1e-290);
          expect(value).toBeLessThanOrEqual(high + 1e-290);
        }
      }),
    );
  });
});
