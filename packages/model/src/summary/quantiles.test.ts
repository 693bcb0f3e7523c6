import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarised } from '../../test/blocks.ts';
import { placesOf, Selector } from './select.ts';

const wide = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 1.7976931348623157e308, -1.7976931348623157e308, 1, 1e-300),
);
const many = fc.array(wide, { minLength: 1, maxLength: 400 });
const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values, (v) => v + 0).sort();

describe('an order statistic', () => {
  it('is the value at its place among all sorted, for any numbers', () => {
    fc.assert(
      fc.property(many, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (values, wanted) => {
        const ranks = [...new Set(wanted.map((rank) => rank % values.length))].sort((a, b) => a - b);
        const out = new Float64Array(ranks.length);
        new Selector(values.length).at(Float64Array.from(values), ranks, out);
        const all = sorted(values);
        expect([...out]).toEqual(ranks.map((rank) => all[rank]));
      }),
      { numRuns: 300 },
    );
  });

  it('is found in a lump beside an outlier', () => {
    // 4,999 numbers within one bin of the range that the outlier makes.
    const values = Float64Array.from({ length: 5000 }, (_, i) => (i === 77 ? 1e12 : (i * 7919) % 5000));
    const out = new Float64Array(2);
    new Selector(5000).at(values, [2500, 4999], out);
    expect([...out]).toEqual([sorted([...values])[2500], 1e12]);
  });

  it('is NaN at every place where a value is', () => {
    const out = new Float64Array(1);
    new Selector(100).at(new Float64Array(100).fill(Number.NaN, 50, 51), [0], out);
    expect(out[0]).toBeNaN();
  });

  it('serves a quantile exactly at a place, and linear between two', () => {
    const { ranks, quantile } = placesOf([0, 0.5, 1], 4);
    expect(ranks).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2].map((p) => quantile(p, [1, 2, 4, 8]))).toEqual([1, 3, 8]);
  });
});

describe('a sketch of quantiles', () => {
  const probabilities = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1];
  const both = [
    { take: 'quantiles', outcome: 'a', probabilities, method: 'sketch' },
    { take: 'quantiles', outcome: 'a', probabilities },
  ] as const;
  const once = Float64Array.of(0);

  it('is no further from the exact ones than it says, and says less than 2/1023 of the range', () => {
    const finite = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 600,
    });
    fc.assert(
      fc.property(finite, (values) => {
        const [sketch, exact] = summarised(both, values.length, once, (_, __, i) => values[i] ?? 0).answers;
        const range = Math.max(...values) - Math.min(...values);
        const bound = sketch.error[0] ?? Number.NaN;
        // One bin is never narrower than what a double can tell apart at this size.
        expect(bound).toBeLessThanOrEqual(Math.max((2 * range) / 1023, 1e6 * 2 ** -50));
        probabilities.forEach((_, p) => {
          const apart = Math.abs((sketch.values[p] ?? 0) - (exact.values[p] ?? 0));
          expect(apart).toBeLessThanOrEqual(bound);
        });
      }),
    );
  });

  it('does not depend on the order of the values, nor on who saw which', () => {
    fc.assert(
      fc.property(
        fc.array(wide, { minLength: 1, maxLength: 500 }),
        fc.infiniteStream(fc.nat(2)),
        (values, workers) => {
          const given = (_: number, __: number, i: number): number => values[i] ?? 0;
          const turned = (_: number, __: number, i: number): number => values[values.length - 1 - i] ?? 0;
          const alone = summarised([both[0]], values.length, once, given);
          const owners = [...workers.take(20)];
          const workerOf = (chunk: number): number => owners[chunk] ?? 0;
          expect(summarised([both[0]], values.length, once, turned, { workers: 3, workerOf })).toEqual(alone);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('knows the ends exactly, and a number that never moves', () => {
    const [sketch] = summarised([both[0]], 1000, once, (_, __, i) => Math.sqrt(i)).answers;
    expect([sketch.values[0], sketch.values[6]]).toEqual([0, Math.sqrt(999)]);
    const [still] = summarised([both[0]], 1000, once, () => 0.1).answers;
    expect([...still.values]).toEqual(probabilities.map(() => 0.1));
    expect(still.error[0]).toBe(0);
  });

  it('is NaN where a value is no finite number', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const [sketch] = summarised([both[0]], 300, once, (_, __, i) => (i === 150 ? bad : i)).answers;
      expect(sketch.values[3]).toBeNaN();
      expect(sketch.error[0]).toBeNaN();
    }
  });
});

describe('quantiles at every so manyth time', () => {
  const time = Float64Array.from({ length: 10 }, (_, k) => k);
  const value = (o: number, k: number, future: number): number => o + k * 100 + ((future * 7919) % 300);

  for (const method of ['exact', 'sketch'] as const) {
    it(`are those of all times at these times (${method})`, () => {
      const ask = { take: 'quantiles', outcome: 'b', probabilities: [0.1, 0.9], method } as const;
      const other = { ...ask, outcome: 'a' };
      const whole = summarised([other, ask], 300, time, value, { workers: 2 }).answers[1];
      const some = summarised([other, { ...ask, every: 4 }], 300, time, value, { workers: 2 }).answers[1];
      const at = [0, 4, 8];
      expect([...some.values]).toEqual([...at, ...at.map((k) => k + 10)].map((k) => whole.values[k]));
      expect([...some.error]).toEqual(at.map((k) => whole.error[k]));
    });
  }
});
