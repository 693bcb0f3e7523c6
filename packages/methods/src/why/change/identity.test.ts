import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainIdentity, type Factor, logarithmicMean } from './identity.ts';

const number = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const anyFactors = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([count, parts]): fc.Arbitrary<Factor[]> => {
    const column = fc.array(number, { minLength: parts, maxLength: parts });
    return fc
      .array(fc.tuple(column, column), { minLength: count, maxLength: count })
      .map((all) => all.map(([from, to], f) => ({ id: `f${f}`, from, to })));
  });

describe('dividing the change of a product over its factors', () => {
  it('leaves nothing over', () => {
    fc.assert(
      fc.property(anyFactors, (factors) => {
        const { change, from, to, factors: found } = explainIdentity(factors);
        const sum = found.reduce((total, { value }) => total + value, 0);
        expect(Math.abs(sum - change)).toBeLessThan(1e-9 * Math.max(from, to));
      }),
    );
  });

  it('says the opposite the other way round', () => {
    fc.assert(
      fc.property(anyFactors, (factors) => {
        const back = explainIdentity(factors.map(({ id, from, to }) => ({ id, from: to, to: from })));
        explainIdentity(factors).factors.forEach(({ value }, f) => {
          const other = back.factors[f]?.value ?? Number.NaN;
          expect(Math.abs(value + other)).toBeLessThan(1e-9 * Math.max(back.from, back.to));
        });
      }),
    );
  });

  it('gives a factor that did not change nothing', () => {
    const { factors } = explainIdentity([
      { id: 'jobs', from: [100, 50], to: [120, 70] },
      { id: 'productivity', from: [2, 3], to: [2, 3] },
    ]);
    expect(factors[1]?.value).toBe(0);
  });

  it('gives what starts from nothing to the factor that was zero', () => {
    expect(
      explainIdentity([
        { id: 'jobs', from: [0], to: [10] },
        { id: 'productivity', from: [5], to: [6] },
      ]).factors,
    ).toEqual([
      { id: 'jobs', value: 60 },
      { id: 'productivity', value: 0 },
    ]);
  });

  it('refuses negative factors and factors of other lengths', () => {
    expect(() =>
      explainIdentity([
        { id: 'a', from: [1], to: [-1] },
        { id: 'b', from: [1, 2], to: [1, 2] },
      ]),
    ).toThrow(/factor a[\s\S]*factor b|FUTURES_WHY_FACTOR a[\s\S]*FUTURES_WHY_FACTOR b/);
  });
});

describe('the logarithmic mean', () => {
  it('lies between the geometric and the arithmetic mean, however near the two', () => {
    fc.assert(
      fc.property(number, fc.double({ min: -12, max: 3, noNaN: true }), (a, power) => {
        const b = a * (1 + 10 ** power);
        const mean = logarithmicMean(a, b);
        expect(mean).toBeGreaterThanOrEqual(Math.sqrt(a * b) * (1 - 1e-12));
        expect(mean).toBeLessThanOrEqual(((a + b) / 2) * (1 + 1e-12));
      }),
    );
  });
});
