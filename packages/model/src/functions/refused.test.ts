import { describe, expect, it } from 'vitest';
import { problemsOf, small } from '../../test/small-model.ts';
import { builders } from './index.ts';
import { refused } from './refused.ts';

/** One call for each kind of function that is refused by name. */
const calls = [
  'ALLOC P(x, 1, 1, 1)',
  'CALL SOMETHING(x)',
  'CUMULATE(x)',
  'CUMULATEF(x)',
  'DATE VALUE(x)',
  'DELAY BATCH(x, 1, 1, 1, 1, 1)',
  'DELAY CONVEYOR(x, 1, 1, x, 1, 1)',
  'DELAY PROFILE(x, x, 1, 1, 0)',
  'DELAYP(x, 1, x)',
  'DEPRECIATE SOMEHOW(x, 1, 1, 1)',
  'ELM COUNT(x)',
  'GET DATA AT TIME(x, 1)',
  'GET DATA MEAN(x, 0, 1)',
  'GET VDF DATA(x)',
  'INTERNAL RATE OF RETURN(x)',
  'LOOKUP SOMETHING(x)',
  'MARKETP(x, 1, 1, 1)',
  'MESSAGE(x, 1)',
  'NET PRESENT VALUE(x, 1, 1, 1, 1)',
  'QUEUE FIFO(x, 1, 1)',
  'RANDOM SOMETHING(x)',
  'INITIAL VALUE(x)',
  'SAMPLE UNTIL(x, 1, 1)',
  'SHIFT IF TRUE(x, 1, 1, 1, 1)',
  'SIMULTANEOUS(x, 1)',
  'SINTEG(x, 1)',
  'SMOOTH X(x, 1)',
  'SSHAPE(x, 1)',
  'TIME SHIFT(x, 1)',
  'VECTOR SOMETHING(x)',
  'VMESSAGE(x, 1)',
  'X IF MISSING(x, 1)',
];

describe('a function that is known and not computed', () => {
  it.each(calls)('is refused by name and line, with what to do instead: %s', (call) => {
    const problems = problemsOf(() => small(`x = 1 ~ Dmnl ~ |\ny = ${call} ~ Dmnl ~ |`));
    expect(problems.map((p) => [p.code, p.line])).toEqual([['MODEL_UNSUPPORTED', 2]]);
    expect(problems[0]?.message.en).toContain(call.slice(0, call.indexOf('(')));
    expect(problems[0]?.hint.en).not.toContain('README');
  });

  it('is found by every pattern of the table, in its place', () => {
    const names = calls.map((call) => call.slice(0, call.indexOf('(')).toLowerCase());
    const others = ['tabbed array', 'find zero', 'sinteg', 'irr'];
    const speaking = [...names, ...others].map((name) =>
      refused.findIndex(([pattern]) => pattern.test(name)),
    );
    expect(new Set(speaking)).toEqual(new Set(refused.keys()));
  });

  it.each([
    ['DEPRECIATE STRAIGHTLINE(x, Time, 1, 0)', 'depreciate straightline'],
    ['DEPRECIATE STRAIGHTLINE(x, 4, 2, 0)', 'depreciate straightline'],
    ['DEPRECIATE STRAIGHTLINE(x, 2.5, 1, 0)', 'depreciate straightline'],
    ['DEPRECIATE BY SCHEDULE(x, s[first], 0, 4, Time)', 'depreciate by schedule'],
    ['DEPRECIATE BY SCHEDULE(x, s[first], 1, 2, Time)', 'depreciate by schedule'],
    ['DEPRECIATE BY SCHEDULE(x, s[first], 0, 2, 0.5)', 'depreciate by schedule'],
    ['GET TIME VALUE(2, 0, 1)', 'time value'],
    ['DELAY MATERIAL(x, Time, 1, 0)', 'delay time'],
    ['DELAY N(x, 2, 1, Time)', 'order'],
    ['SMOOTH N(x, 2, 1, x / 2)', 'order'],
    ['SMOOTH N(x, 2, 1, RANDOM 0 1())', 'order'],
    ['DELAY N(x, 4 + Time, 1, 3)', 'delay time that changes'],
    ['DELAY N(x, 4 + Time, 1, 1)', 'delay time that changes'],
    ['GET DATA LAST TIME(x)', 'data'],
    ['GET DATA BETWEEN TIMES(x, 1, 1)', 'interpolation'],
    ['FORECAST(x, 1)', 'arguments'],
  ])('only in part: %s', (call, word) => {
    const around = `s[Part] = 2, 1 ~ Dmnl ~ |\nPart: first, second ~~|`;
    const problems = problemsOf(() => small(`x = 1 ~ Dmnl ~ |\ny = ${call} ~ Dmnl ~ |\n${around}`));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(2);
    expect(problems[0]?.message.en.toLowerCase()).toContain(word);
  });

  it('is not among those that are computed', () => {
    const fn = /^[^(]+/;
    expect(
      calls.map((call) => fn.exec(call)?.[0].toLowerCase() ?? '').filter((name) => name in builders),
    ).toEqual([]);
  });
});

describe('a sketch without equations', () => {
  it('is reported once, with the names of its variables', () => {
    const text = Array.from({ length: 10 }, (_, i) => `v${i} = A FUNCTION OF(v${i + 1}) ~~|`).join('\n');
    const problems = problemsOf(() => small(`${text}\nv10 = 1 ~~|`));
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['MODEL_UNSUPPORTED', 1]]);
    expect(problems[0]?.message.en).toContain('10 (v0, v1, v2, v3, v4, ...)');
    expect(problems[0]?.hint.en).toContain('Write the equation');
  });
});
