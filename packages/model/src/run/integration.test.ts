import { describe, expect, it } from 'vitest';
import { course, small } from '../../test/small-model.ts';
import type { Method } from '../ir/program.ts';
import { uniform } from '../statistics/philox.ts';
import { type Backend, type Model, modelFromProgram } from './model.ts';

/** The model of some equations, integrated by a method. */
function integrated(equations: string, method: Method, stop: number, step: number): Model {
  const { program } = small(equations, { stop, step });
  return modelFromProgram({ ...program, time: { ...program.time, method } });
}

const decay = 'x = INTEG(-x, 1) ~ thing ~ |';

/** What one step of x' = -x multiplies x by: the terms of exp(-h) up to the order of the method. */
const growth: Readonly<Record<Method, (h: number) => number>> = {
  euler: (h) => 1 - h,
  rk2: (h) => 1 - h + h ** 2 / 2,
  rk4: (h) => 1 - h + h ** 2 / 2 - h ** 3 / 6 + h ** 4 / 24,
};

const methods = ['euler', 'rk2', 'rk4'] as const;
const orders: Readonly<Record<Method, number>> = { euler: 1, rk2: 2, rk4: 4 };

describe('integration', () => {
  it('by Euler multiplies what decays by 1 - step, exactly where the step is a power of two', () => {
    expect(course(integrated(decay, 'euler', 3, 0.5), 'x')).toEqual([
      1, 0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625,
    ]);
  });

  it.each(methods)('by %s multiplies what decays by the first terms of the exponential series', (method) => {
    const h = 0.25;
    course(integrated(decay, method, 4, h), 'x').forEach((x, k) => {
      expect(x).toBeCloseTo(growth[method](h) ** k, 14);
    });
  });

  it.each(methods)('by %s has an error that falls with the step by the order of the method', (method) => {
    const error = (h: number): number =>
      Math.abs((course(integrated(decay, method, 2, h), 'x').at(-1) ?? Number.NaN) - Math.exp(-2));
    const fall = Math.log2(error(1 / 16) / error(1 / 32));
    expect(fall).toBeGreaterThan(orders[method] - 0.1);
    expect(fall).toBeLessThan(orders[method] + 0.2);
  });

  it('by Runge and Kutta follows the logistic curve', () => {
    const model = integrated('x = INTEG(x * (1 - x), 0.1) ~ thing ~ |', 'rk4', 8, 0.125);
    course(model, 'x').forEach((x, k) => {
      expect(x).toBeCloseTo(1 / (1 + 9 * Math.exp(-k / 8)), 6);
    });
  });

  it('by Runge and Kutta moves all stocks at once: an oscillator keeps its round', () => {
    const model = integrated('x = INTEG(v, 1) ~ m ~ |\nv = INTEG(-x, 0) ~ m ~ |', 'rk4', 6, 0.0625);
    course(model, 'x').forEach((x, k) => {
      expect(Math.abs(x - Math.cos(k / 16))).toBeLessThan(1e-6);
    });
  });

  it('by Runge and Kutta sees the time in the middle of a step: a cube is integrated without error', () => {
    const model = integrated('x = INTEG(Time * Time * Time, 0) ~ thing ~ |', 'rk4', 4, 1);
    // The method is Simpson's rule here, which is exact for cubes: t^4 / 4.
    expect(course(model, 'x')).toEqual([0, 0.25, 4, 20.25, 64]);
  });

  it('keeps what is remembered as it was until the whole step is done', () => {
    const equations = `kept = SAMPLE IF TRUE(MODULO(Time, 1) = 0, Time, 0) ~ Year ~ |
      late = DELAY FIXED(Time, 2, -1) ~ Year ~ |
      x = INTEG(late, 0) ~ thing ~ |`;
    const model = integrated(equations, 'rk4', 4, 1);
    expect(course(model, 'late')).toEqual([-1, -1, 0, 1, 2]);
    // The delayed value does not move within a step, so each step adds it once.
    expect(course(model, 'x')).toEqual([0, -1, -2, -2, -1]);
    expect(course(model, 'kept')).toEqual([0, 1, 2, 3, 4]);
  });

  it.each(['wasm', 'js', 'plain'] satisfies Backend[])('draws once per step and future in %s', (backend) => {
    const { program } = integrated('x = INTEG(rate, 0) ~ thing ~ |\nrate = 1 ~ thing ~ |', 'rk4', 3, 1);
    const rate = program.elements.findIndex((e) => e.name === 'rate');
    const elements = program.elements.map((e, i) =>
      i === rate ? { ...e, constant: false, expr: { k: 'd', stream: 7 } as const } : e,
    );
    const model = modelFromProgram({ ...program, elements });
    const ask = (first: number, count: number): Float64Array =>
      model.run({ futures: { count, first }, outcomes: ['x'], seed: 5, backend, at: [3] }).get('x');
    const sum = (future: number): number =>
      [0, 1, 2].reduce((total, step) => total + uniform(5, future, 7, step), 0);
    ask(10, 70).forEach((x, i) => {
      expect(x).toBeCloseTo(sum(10 + i), 14);
    });
    expect(ask(40, 1)[0]).toBe(ask(10, 70)[30]);
  });
});
