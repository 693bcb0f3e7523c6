import { describe, expect, it } from 'vitest';
import { doubles, fractions } from './exact/field.ts';
import { combination } from './exact/prover.ts';
import { print, type Rational, rational, toNumber } from './exact/rational.ts';
import { type Limit, Simplex } from './simplex.ts';

/** The same questions over both fields: x, y and x + y, x - y. */
const overDoubles = {
  name: 'doubles',
  make: () =>
    new Simplex(doubles, 2, [
      [1, 1],
      [1, -1],
    ]),
  value: (x: number) => x,
  number: (x: number) => x,
};
const overFractions = {
  name: 'fractions',
  make: () =>
    new Simplex(fractions, 2, [
      [rational(1), rational(1)],
      [rational(1), rational(-1)],
    ]),
  value: rational,
  number: toNumber,
};

function holds<N>({
  make,
  value,
  number,
}: {
  make: () => Simplex<N>;
  value: (x: number) => N;
  number: (x: N) => number;
}) {
  const limit = (x: number, delta: -1 | 0 | 1 = 0): Limit<N> => ({
    value: value(x),
    delta,
    exact: rational(x),
    row: 0,
  });
  const simplex = make();
  // doubles leave what is touched to an arbiter; nothing here is touched from outside
  const touches = () => true;
  simplex.setLimits(0, limit(0), limit(4));
  simplex.setLimits(1, limit(0), limit(3));
  expect(simplex.solve(touches).kind).toBe('feasible');
  expect(simplex.optimum(2, 'upper')).toMatchObject({ kind: 'optimal' });
  expect(simplex.point().map(number)).toEqual([4, 3]);
  simplex.setLimits(2, limit(6.5), null);
  simplex.setLimits(3, null, limit(0.5));
  expect(simplex.solve(touches).kind).toBe('feasible');
  simplex.setLimits(3, limit(2), null);
  expect(simplex.solve(touches).kind).toBe('infeasible');
  // what was taken back is forgotten
  simplex.setLimits(2, null, null);
  expect(simplex.solve(touches).kind).toBe('feasible');
  simplex.setLimits(0, limit(0), null);
  simplex.setLimits(1, limit(0), null);
  expect(simplex.solve(touches).kind).toBe('feasible');
  expect(simplex.optimum(2, 'upper').kind).toBe('unbounded');
  expect(simplex.optimum(2, 'lower').kind).toBe('optimal');
}

describe('the simplex', () => {
  it('answers, optimises and forgets over doubles', () => holds(overDoubles));
  it('answers, optimises and forgets over fractions', () => holds(overFractions));

  it('does not decide in doubles what rounding could', () => {
    const simplex = overDoubles.make();
    const limit = (x: number): Limit<number> => ({ value: x, delta: 0, exact: rational(x), row: 0 });
    simplex.setLimits(0, limit(0.1), null);
    simplex.setLimits(1, limit(0.2), null);
    simplex.setLimits(2, null, limit(0.3));
    expect(simplex.solve().kind).toBe('lost');
    expect(simplex.solve(() => true).kind).toBe('feasible');
    expect(simplex.solve(() => false).kind).toBe('infeasible');
  });

  it('tells a limit that is touched from one that is not, without a tolerance', () => {
    const ask = (delta: -1 | 0): string => {
      const limit = (x: number, d: -1 | 0 | 1 = 0): Limit<Rational> => ({
        value: rational(x),
        delta: d,
        exact: rational(x),
        row: 0,
      });
      const simplex = overFractions.make();
      simplex.setLimits(0, limit(0.1), null);
      simplex.setLimits(1, limit(0.2), null);
      simplex.setLimits(2, null, limit(0.3, delta));
      return simplex.solve().kind;
    };
    expect(ask(0)).toBe('feasible');
    expect(ask(-1)).toBe('infeasible');
  });
});

describe('a combination', () => {
  const form = (...times: number[]) =>
    times.map((x, at) => [at, rational(x)] as const).filter(([, { n }]) => n !== 0n);

  it('is found where there is one, and only one', () => {
    const found = combination(form(2, 0.3), [form(1, 0), form(1, 0.1)]);
    expect(found?.map(print)).toEqual(['-1', '3']);
    expect(combination(form(1, 1), [form(1, 0)])).toBe(null);
    expect(combination(form(1, 0), [form(1, 0), form(2, 0)])).toBe(null);
  });
});
