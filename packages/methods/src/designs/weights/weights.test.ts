import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOfSorted } from '../../distributions/quantiles.ts';
import { weightedCount, weightedQuantiles, weightsByRules, weightsOf } from './weights.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('weights on futures', () => {
  it('add up to the number of futures, whatever their unit', () => {
    expect([...weightsOf([2, 2, 4]).values]).toEqual([0.75, 0.75, 1.5]);
    expect([...weightsOf([20, 20, 40]).values]).toEqual([0.75, 0.75, 1.5]);
  });

  it('come down to as many equal futures as there are, or to one', () => {
    expect(weightsOf([3, 3, 3, 3]).effective).toBe(4);
    expect(weightsOf([0, 5, 0, 0]).effective).toBe(1);
    expect(weightsOf([1, 1, 2]).effective).toBeCloseTo(16 / 6, 12);
  });

  it('by a rule: futures above 3 count twice, and what is left out counts for nothing', () => {
    const columns = { delay: Float64Array.of(1, 2, 4, 5), demand: Float64Array.of(1, 1, 0, 0) };
    const twice = weightsByRules(columns, 4, [{ input: 'delay', comparison: 'above', limit: 3, times: 2 }]);
    expect([...twice.values].map((value) => value * 1.5)).toEqual([1, 1, 2, 2]);
    const both = weightsByRules(columns, 4, [
      { input: 'delay', comparison: 'at-least', limit: 2, times: 3 },
      { input: 'delay', comparison: 'below', limit: 2, times: 0 },
      { input: 'demand', comparison: 'equal', limit: 0, times: 0.5 },
      { input: 'demand', comparison: 'at-most', limit: -1, times: 9 },
    ]);
    expect([...both.values]).toEqual([0, 2, 1, 1]);
  });

  it('are refused where one is negative or no number, all are zero, or a rule is wrong', () => {
    expect(() => weightsOf([1, -1, Number.NaN])).toThrow(/FUTURES_WEIGHT_VALUE weights\.2.*\n.*weights\.3/);
    expect(() => weightsOf([0, 0])).toThrow('FUTURES_WEIGHTS_NOTHING');
    expect(() => weightsOf([])).toThrow('FUTURES_WEIGHTS_NOTHING');
    expect(() => weightsOf([Number.POSITIVE_INFINITY, 1])).toThrow('FUTURES_WEIGHT_VALUE');
    const columns = { delay: Float64Array.of(1, 2) };
    const rule = { input: 'delay', comparison: 'above', limit: 1, times: 2 } as const;
    expect(() => weightsByRules(columns, 2, [{ ...rule, input: 'dealy' }])).toThrow('Did you mean delay?');
    expect(() => weightsByRules(columns, 2, [{ ...rule, times: -1 }])).toThrow('FUTURES_WEIGHT_RULE');
    expect(() => weightsByRules(columns, 2, [{ ...rule, limit: Number.NaN }])).toThrow('FUTURES_WEIGHT_RULE');
    expect(() => weightsByRules(columns, 2, [{ ...rule, limit: 0, times: 0 }])).toThrow(
      'FUTURES_WEIGHTS_NOTHING',
    );
  });
});

describe('a weighted count', () => {
  it('gives the plain count beside the weighed one', () => {
    expect(weightedCount(weightsOf([1, 1, 2]), (future) => future === 2)).toEqual({
      count: 1,
      weighed: 1.5,
      of: 3,
    });
  });

  it('of all futures is their number, and of two halves together too', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 })
          .filter((w) => w.some((one) => one > 1e-3)),
        (given) => {
          const weights = weightsOf(given);
          const even = weightedCount(weights, (future) => future % 2 === 0);
          const odd = weightedCount(weights, (future) => future % 2 === 1);
          expect(even.weighed + odd.weighed).toBeCloseTo(given.length, 8);
          expect(even.count + odd.count).toBe(given.length);
        },
      ),
    );
  });
});

describe('weighted quantiles', () => {
  it('with equal weights are the unweighted ones, bit for bit', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (given, p) => {
        const outcome = Float64Array.from(given);
        const weights = weightsOf(given.map(() => 7));
        expect(weightedQuantiles(outcome, weights, [p])).toEqual([
          quantileOfSorted(Float64Array.from(outcome).sort(), p),
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('ignore futures that count for nothing at the ends, and rise with p', () => {
    const outcome = Float64Array.of(5, 1, 3, 100);
    expect(weightedQuantiles(outcome, weightsOf([1, 1, 1, 0]), [0, 0.5, 1])).toEqual([1, 3, 5]);
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 40, maxLength: 40 }),
        (given, weights) => {
          const found = weightedQuantiles(
            Float64Array.from(given),
            weightsOf(weights.slice(0, given.length)),
            [0, 0.1, 0.35, 0.5, 0.9, 1],
          );
          found.forEach((value, i) => {
            expect(value).toBeGreaterThanOrEqual(found[i - 1] ?? Number.NEGATIVE_INFINITY);
            // By ===, for which -0 is 0.
            if (i === 0) expect(given.some((one) => one === value)).toBe(true);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of a future that counts twice lie where two such futures put them', () => {
    const outcome = Float64Array.from({ length: 1000 }, (_, i) => i);
    const twice = weightsOf(outcome.map((value) => (value >= 500 ? 2 : 1)));
    const doubled = Float64Array.from([...outcome, ...outcome.subarray(500)]).sort();
    for (const [i, p] of [0.1, 0.33, 0.5, 0.9].entries()) {
      const [found = Number.NaN] = weightedQuantiles(outcome, twice, [p]);
      expect(Math.abs(found - quantileOfSorted(doubled, p)), `${i}`).toBeLessThanOrEqual(1.5);
    }
  });

  it('are refused for another number of futures', () => {
    expect(() => weightedQuantiles(Float64Array.of(1), weightsOf([1, 1]), [0.5])).toThrow(
      'FUTURES_WEIGHTS_LENGTH',
    );
  });
});
