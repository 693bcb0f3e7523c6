import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jackknifeError, type Statistic, statisticOf, withAndWithout } from './measured.ts';

const statistics: Statistic[] = [
  { of: 'mean' },
  { of: 'median' },
  { of: 'quantile', p: 0.1 },
  { of: 'quantile', p: 1 },
  { of: 'met', goal: 0, direction: 'at-least' },
  { of: 'met', goal: 1, direction: 'at-most' },
];

describe('a statistic with and without each tenth of the futures', () => {
  it('is what it is over the others', () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 40, maxLength: 73 });
    fc.assert(
      fc.property(numbers, fc.constantFrom(...statistics), (list, statistic) => {
        const values = Float64Array.from(list);
        const [whole, ...without] = withAndWithout(values, statistic);
        expect(whole).toBe(statisticOf(values, statistic));
        expect(without.length).toBe(10);
        without.forEach((found, block) => {
          const rest = values.filter((_value, future) => future % 10 !== block);
          const scale = statistic.of === 'met' ? values.length / rest.length : 1;
          expect(found).toBeCloseTo(statisticOf(rest, statistic) * scale, 9);
        });
      }),
    );
  });

  it('gives for a mean about the error that the textbook gives', () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => ((i * 7919) % 401) / 401);
    const [, ...without] = withAndWithout(values, { of: 'mean' });
    // A uniform number has a standard deviation of 0.29; over the root of 400 that is 0.0144.
    expect(jackknifeError(without)).toBeGreaterThan(0.005);
    expect(jackknifeError(without)).toBeLessThan(0.03);
  });

  it('says nothing of the error with few futures', () => {
    expect(withAndWithout(new Float64Array(39), { of: 'mean' })).toEqual([0]);
    expect(jackknifeError([])).toBeNull();
  });
});
