import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFutures } from '../../ensemble/sampling.ts';
import { type Drivers, driversOf } from './drivers.ts';

const names = ['a', 'b', 'c', 'd'];
const futures = sampleFutures(
  names.map((id) => ({ id, variable: id, distribution: { kind: 'uniform', min: 0, max: 1 } })),
  400,
  1,
);
const column = (id: string): Float64Array => futures.byId[id] ?? new Float64Array();
const inputs = names.map((id) => ({ id, values: column(id) }));
const outcome = (of: (i: number) => number) => ({
  id: 'y',
  values: Float64Array.from({ length: 400 }, (_, i) => of(i)),
});
const at = (id: string, i: number): number => column(id)[i] ?? Number.NaN;
const found = (of: (i: number) => number, more = {}): Drivers => {
  const answer = driversOf({ inputs, outcome: outcome(of), ...more });
  if (answer.kind === 'none') throw new Error(answer.reason.en);
  return answer;
};

describe('what makes futures differ', () => {
  it('is divided as squared coefficients where inputs are independent and the rise straight', () => {
    const { drivers, r2 } = found((i) => 3 * at('a', i) - 2 * at('b', i) + at('c', i), { on: 'values' });
    expect(r2).toBeCloseTo(1, 9);
    expect(drivers.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    // 9 : 4 : 1 of 14; a draw of 400 is not exactly independent.
    const [a, b, c, d] = drivers;
    for (const [driver, share] of [
      [a, 9 / 14],
      [b, 4 / 14],
      [c, 1 / 14],
      [d, 0],
    ] as const) {
      expect(Math.abs((driver?.share ?? Number.NaN) - share)).toBeLessThan(0.06);
    }
    expect([a?.direction, b?.direction]).toEqual(['up', 'down']);
    expect(d?.clear).toBe(false);
    expect(a?.clear).toBe(true);
  });

  it('is seen through any steady curve on ranks', () => {
    const { drivers, r2 } = found((i) => Math.exp(9 * at('a', i)));
    expect(r2).toBeCloseTo(1, 9);
    expect(drivers[0]).toMatchObject({ id: 'a', share: expect.closeTo(1, 1) });
  });

  it('is fair to two that hang together: neither gets all', () => {
    const twin = Float64Array.from(column('a'), (value, i) => value + 0.001 * at('d', i));
    const answer = driversOf({
      inputs: [
        { id: 'a', values: column('a') },
        { id: 'twin', values: twin },
      ],
      outcome: outcome((i) => at('a', i)),
    });
    expect(answer).toMatchObject({
      kind: 'drivers',
      drivers: [{ share: expect.closeTo(0.5, 1) }, { share: expect.closeTo(0.5, 1) }],
    });
  });

  it('adds up to R squared, the block of others included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (leading) => {
        const { drivers, others, r2 } = found((i) => at('a', i) * at('b', i) + at('c', i), { leading });
        expect(drivers.length).toBe(leading);
        expect(others.count).toBe(4 - leading);
        const sum = drivers.reduce((total, { share }) => total + share, others.share);
        expect(sum).toBeCloseTo(r2, 9);
      }),
    );
  });

  it('tells the outcome where an input is low and where it is high', () => {
    const { drivers } = found((i) => 100 * at('a', i));
    expect(drivers[0]?.low).toBeCloseTo(12.5, 0);
    expect(drivers[0]?.high).toBeCloseTo(87.5, 0);
  });

  it('corrects R squared for the number of inputs', () => {
    // Nothing explains this; the plain R squared is above 0 all the same.
    const { r2, adjusted, drivers } = found((i) => (i * 7919) % 401);
    expect(r2).toBeGreaterThan(adjusted);
    expect(Math.abs(adjusted)).toBeLessThan(0.03);
    expect(drivers.filter(({ clear, share }) => clear && share > 0.05)).toEqual([]);
  });

  it('gives a reason for a constant outcome, constant inputs and too few futures, never NaN', () => {
    expect(driversOf({ inputs, outcome: outcome(() => 3) })).toMatchObject({ code: 'constant-outcome' });
    const still = [{ id: 'still', values: new Float64Array(400) }];
    expect(driversOf({ inputs: still, outcome: outcome((i) => i) })).toMatchObject({
      code: 'constant-inputs',
    });
    const few = { id: 'few', values: Float64Array.from({ length: 20 }, (_, i) => i) };
    expect(driversOf({ inputs: [few], outcome: few })).toMatchObject({ code: 'not-enough-runs' });
    const withStill = driversOf({ inputs: [...inputs, ...still], outcome: outcome((i) => at('a', i)) });
    expect(withStill).toMatchObject({ kind: 'drivers', constant: ['still'] });
  });

  it('refuses cells that are no number', () => {
    expect(() => driversOf({ inputs, outcome: outcome((i) => (i === 3 ? Number.NaN : i)) })).toThrow(
      'FUTURES_WHY_NOT_FINITE',
    );
  });
});
