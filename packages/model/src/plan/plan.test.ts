import { describe, expect, it } from 'vitest';
import { small } from '../../test/small-model.ts';
import type { Model } from '../index.ts';
import type { Operation, Scalar } from '../ir/scalar.ts';
import { makePlan, type Plan } from './plan.ts';

const numberOf = (model: Model, name: string): number =>
  model.program.elements.findIndex((element) => element.name === name);

/** The plan for some outcomes; of the inputs the first have a value per future, the others one for all. */
function planOf(model: Model, outcomes: string[], perFuture: string[] = [], shared: string[] = []): Plan {
  const numbers = (names: string[]): number[] => names.map((name) => numberOf(model, name));
  return makePlan(model.program, new Set(numbers(perFuture)), new Set(numbers(shared)), numbers(outcomes));
}

const countOf = (f: Operation, s: Scalar): number => {
  if (s.k === 'l') return countOf(f, s.x);
  if (s.k !== 'f' && s.k !== 'g') return 0;
  return s.a.reduce((sum, a) => sum + countOf(f, a), s.k === 'f' && s.f === f ? 1 : 0);
};

/** How often an operation is done in each step. */
const timesEachStep = (plan: Plan, f: Operation): number =>
  [...plan.stepOrder, ...plan.states].reduce((sum, e) => {
    const element = plan.elements[e];
    return element === undefined ? sum : sum + countOf(f, element.expr);
  }, 0);

describe('the plan of a run', () => {
  const model = small(`a = 2 ~~|
b = 3 ~~|
product = a * b ~~|
growth = Time * EXP(a * b) ~~|
rest = growth + EXP(a * b) ~~|
other = SQRT(Time + b) ~~|
stock = INTEG(SIN(Time) * growth, product) ~~|
twice = COS(Time * a) + 1 / COS(Time * a) ~~|
again = COS(Time * a) - 1 ~~|`);

  it('leaves out what no outcome needs, stocks too', () => {
    const all = planOf(model, ['rest', 'other', 'stock']);
    expect([all.states.length, timesEachStep(all, 'sqrt'), timesEachStep(all, 'sin')]).toEqual([1, 1, 1]);
    const one = planOf(model, ['rest']);
    expect([one.states.length, timesEachStep(one, 'sqrt'), timesEachStep(one, 'sin')]).toEqual([0, 0, 0]);
  });

  it('works out beforehand what no input changes', () => {
    const product = numberOf(model, 'product');
    expect(planOf(model, ['product'], ['growth']).place(product)).toEqual({ in: 'number', value: 6 });
    expect(timesEachStep(planOf(model, ['growth']), 'exp')).toBe(0);
  });

  it('computes before the first step what time does not change, once per future or once for all', () => {
    const product = numberOf(model, 'product');
    for (const [perFuture, shared, where] of [
      [['a'], [], 'each'],
      [[], ['a'], 'shared'],
    ] as const) {
      const plan = planOf(model, ['rest', 'product'], [...perFuture], [...shared]);
      expect(plan.place(product).in).toBe(where);
      expect(plan.stepOrder).not.toContain(product);
      expect(timesEachStep(plan, 'exp')).toBe(0);
      expect(timesEachStep(plan, 'mul')).toBe(1);
    }
  });

  it('computes once what stands in several places', () => {
    const plan = planOf(model, ['twice', 'again'], ['a']);
    expect(timesEachStep(plan, 'cos')).toBe(1);
  });

  it('gives the same numbers, whatever it sets apart', () => {
    const outcomes = ['product', 'rest', 'other', 'stock', 'twice', 'again'];
    const ask = { futures: { count: 1 }, levers: { a: 0.5 }, at: [3] };
    const together = model.run({ ...ask, outcomes });
    const wanted = {
      product: 1.5,
      rest: 4 * Math.exp(1.5),
      other: Math.sqrt(6),
      twice: Math.cos(1.5) + 1 / Math.cos(1.5),
    };
    for (const [name, value] of Object.entries(wanted)) {
      expect(together.get(name)[0]).toBeCloseTo(value, 12);
    }
    for (const name of outcomes) {
      expect(model.run({ ...ask, outcomes: [name] }).get(name)).toEqual(together.get(name));
    }
  });
});
