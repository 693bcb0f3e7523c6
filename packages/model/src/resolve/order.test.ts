import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { course, small } from '../../test/small-model.ts';
import { modelFromProgram } from '../run/model.ts';

const definitions = `Area: a1, a2, a3 ~~|
Part: a2, a3 -> Twin ~~|
Twin: t1, t2 ~~|
share[Area] = 0.2, 0.3, 0.5 ~~|
weight[Twin] = 2, 3 ~~|
effect((0,1),(50,2),(100,0)) ~~|
inflow[Area] :EXCEPT: [Part] = 10 * share[Area] ~~|
inflow[Part] = weight[Twin] * effect(total) ~~|
stock[Area] = INTEG(inflow[Area] - outflow[Area], 5 * Area) ~~|
outflow[Area] = DELAY3(inflow[Area], wait) * noise ~~|
wait = 2 + ELMCOUNT(Part) ~~|
total = SUM(stock[Area!]) ~~|
smooth total = SMOOTH(total, wait) ~~|
noise = RANDOM UNIFORM(0.9, 1.1, 0) ~~|
highest = SAMPLE IF TRUE(total > highest, total, 0) ~~|
`.split('\n');

const outcomes = ['stock[a3]', 'smooth total', 'highest', 'outflow[a1]'];

describe('a resolved model', () => {
  it('gives the same bits in whatever order its definitions stand, draws included', () => {
    const courses = (lines: readonly string[]): number[][] => {
      const model = small(lines.join('\n'), { stop: 3, step: 0.5 });
      return outcomes.map((outcome) => course(model, outcome));
    };
    const wanted = courses(definitions);
    fc.assert(
      fc.property(fc.shuffledSubarray(definitions, { minLength: definitions.length }), (lines) => {
        expect(courses(lines)).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  });

  it('is plain data: what comes out of a clone of it is the same', () => {
    const model = small(definitions.join('\n'), { stop: 3, step: 0.5 });
    const copy = modelFromProgram(structuredClone(model.program));
    expect(copy.program).toEqual(model.program);
    for (const outcome of outcomes) expect(course(copy, outcome)).toEqual(course(model, outcome));
  });

  it('has helpers of its own names only: nothing hidden is listed or asked', () => {
    const model = small(definitions.join('\n'));
    const names = model.variables.flatMap((v) => v.elements);
    for (const element of model.program.elements) {
      if (element.hidden === true) expect(names).not.toContain(element.name);
      else expect(names).toContain(element.name);
    }
  });
});
