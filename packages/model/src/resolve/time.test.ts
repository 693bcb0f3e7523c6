import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';
import { compile } from '../index.ts';
import type { TimeSettings } from '../ir/program.ts';

const settings = (text: string): TimeSettings => compile(text, { units: 'off' }).time;
const reported = (text: string): string[] =>
  problemsOf(() => compile(text, { units: 'off' })).map((p) => `${p.line} ${p.code} ${p.message.en}`);

describe('the time settings', () => {
  it('may be made of constants, by arithmetic and functions', () => {
    const text = `years = 10 ~~|
      coarse = 1 ~~|
      TIME STEP = IF THEN ELSE(coarse = 1, 1 / 2 ^ 2, 0.125) ~~|
      SAVEPER = MAX(TIME STEP, 0.5) ~~|
      INITIAL TIME = 2020 ~~|
      FINAL TIME = INITIAL TIME + years ~~|`;
    expect(settings(text)).toEqual({ start: 2020, stop: 2030, step: 0.25, saveEvery: 0.5, method: 'euler' });
  });

  it('save every step where no SAVEPER is given', () => {
    expect(settings('INITIAL TIME = 0 ~~|\nFINAL TIME = 1 ~~|\nTIME STEP = 0.1 ~~|').saveEvery).toBe(0.1);
  });

  it('that vary over the run, or are drawn, are reported with their line', () => {
    const text = 'INITIAL TIME = 0 ~~|\nFINAL TIME = 10 ~~|\nSAVEPER = 1 ~~|\nTIME STEP =';
    for (const step of ['IF THEN ELSE(Time > 5, 1, 0.5)', 'STEP(1, 0)', 'level\n~~|\nlevel = INTEG(1, 1)']) {
      expect(reported(`${text} ${step} ~~|`)).toEqual([expect.stringMatching(/^4 MODEL_TIME .*TIME STEP/)]);
    }
  });

  it('that depend on each other are reported, and hang nothing', () => {
    const text = 'INITIAL TIME = FINAL TIME - 10 ~~|\nFINAL TIME = INITIAL TIME + 10 ~~|\nTIME STEP = 1 ~~|';
    expect(reported(text).filter((line) => line.includes('MODEL_TIME'))).toHaveLength(2);
  });

  it('fix the constants they are made of: those cannot be given from outside', () => {
    const model = small('n = 3 ~~|\nfree = 3 ~~|\ny = DELAY N(10, 3, 0, n) + free ~~|');
    const fixed = model.program.elements.filter((e) => e.fixed === true).map((e) => e.name);
    expect(fixed).toContain('n');
    expect(fixed).toContain('TIME STEP');
    expect(fixed).not.toContain('free');
    expect(model.variables.filter((v) => v.fixed === true).map((v) => v.name)).toContain('n');
    expect(course(model, 'y', { free: 4 })[0]).toBe(4);
    const [problem] = problemsOf(() => course(model, 'y', { n: 1 }));
    expect([problem?.code, problem?.line]).toEqual(['MODEL_BAD_INPUT', 1]);
    expect(problem?.message.en).toContain('fixed when the model is compiled');
  });
});

describe('a loop', () => {
  it('within a step is reported with every line of it, once for all elements', () => {
    const text = 'A: a1, a2 ~~|\nx[A] = y[A] + 1 ~~|\ny[A] = z[A] ~~|\nz[A] = x[A] ~~|';
    const [first, ...rest] = problemsOf(() => small(text));
    expect(rest).toEqual([]);
    expect(first?.code).toBe('MODEL_LOOP');
    for (const place of ['x[a1] (small.mdl:2)', 'y[a1] (small.mdl:3)', 'z[a1] (small.mdl:4)'])
      expect(first?.message.en).toContain(place);
  });

  it('of initial values is reported separately', () => {
    const text = 'x = INTEG(1, y) ~~|\ny = x + 1 ~~|';
    expect(problemsOf(() => small(text)).map((p) => [p.code, p.line])).toEqual([['MODEL_LOOP', 1]]);
  });

  it('is broken by INITIAL, by ACTIVE INITIAL and by a delay', () => {
    // The 4 is what x starts from; y itself follows x from the first time on.
    const active = small('x = INTEG(1, y) ~~|\ny = ACTIVE INITIAL(x + 1, 4) ~~|');
    expect(course(active, 'x').slice(0, 3)).toEqual([4, 5, 6]);
    expect(course(active, 'y').slice(0, 3)).toEqual([5, 6, 7]);
    const initial = small('x = INTEG(y, 1) ~~|\ny = INITIAL(x) * 2 ~~|');
    expect(course(initial, 'x').slice(0, 3)).toEqual([1, 3, 5]);
    const delayed = small('x = 1 + DELAY1I(x, 2, 10) ~~|');
    // The level starts at 20 and gives 10: x is 11; then the level is 20 + 11 - 10 = 21 and gives 10.5.
    expect(course(delayed, 'x').slice(0, 2)).toEqual([11, 11.5]);
  });
});
