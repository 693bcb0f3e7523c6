import { describe, expect, it } from 'vitest';
import { leastMs } from '../../test/growth.ts';
import { problemsOf, withTime } from '../../test/small-model.ts';
import { compile, ModelError, type ModelProblem } from '../index.ts';

const faultsOf = (text: string): readonly ModelProblem[] => problemsOf(() => compile(text));

describe('a model text turned against its reader', () => {
  it.each([
    ['parentheses', `${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['signs', `${'-'.repeat(20_000)}1`],
    ['calls', `${'MAX(1,'.repeat(5_000)}1${')'.repeat(5_000)}`],
  ])('thousands of %s inside each other are refused at once', (_name, expression) => {
    const found = faultsOf(withTime(`\ny = ${expression} ~ Dmnl ~ |`));
    expect(found.map((p) => [p.code, p.line])).toEqual([['MODEL_SYNTAX', 2]]);
    expect(found[0]?.message.nl).toContain('400');
    expect(leastMs(() => faultsOf(withTime(`\ny = ${expression} ~ Dmnl ~ |`)))).toBeLessThan(2_000);
  });

  it('a quoted name of ten megabytes is read, and does not overflow the stack', () => {
    const model = compile(withTime(`"${'a'.repeat(10_000_000)}" = 1 ~ Dmnl ~ |`));
    expect(model.variables.map(({ name }) => name.length)).toContain(10_000_000);
  });

  it('what is read just within the limits is also resolved and computed', () => {
    const deep = (open: string, close: string): string => `${open.repeat(390)}Time${close.repeat(390)}`;
    const model = compile(
      withTime(`a = ${Array(1190).fill('Time').join(' + ')} ~ Dmnl ~ |
b = ${deep('MAX(1, ', ')')} ~ Dmnl ~ |
c = ${deep('(', ')')} ~ Dmnl ~ |
d = ${deep('-', '')} ~ Dmnl ~ |`),
      { units: 'off' },
    );
    const result = model.run({ futures: { count: 1 }, outcomes: ['a', 'b', 'c', 'd'], at: [2] });
    expect(['a', 'b', 'c', 'd'].map((name) => result.get(name)[0])).toEqual([2380, 2, 2, 2]);
  });

  it('what the parser says of a broken equation is in the language of the reader', () => {
    for (const text of ['y = (1 + 2', 'y = 1 +', 'y = 1 2', 'y = )']) {
      const [found] = faultsOf(withTime(`${text} ~ Dmnl ~ |`));
      expect(found?.code).toBe('MODEL_SYNTAX');
      expect(found?.message.nl).not.toMatch(/viable|input|extraneous|mismatched/);
    }
  });

  it('a definition that is not closed, and so swallows the next, is reported at its line', () => {
    const found = faultsOf(withTime('y = 1 ~ Dmnl ~ comment\nz = 2 ~ Dmnl ~ |'));
    expect(found.map((p) => [p.code, p.line])).toEqual([['MODEL_SYNTAX', 1]]);
    expect(found[0]?.message.en).toContain('a | is probably missing');
  });

  it.each([
    [
      'TIME STEP',
      'INITIAL TIME = 0 ~ Year ~ |\nFINAL TIME = 10 ~ Year ~ |\nTIME STEP = 0.000000001 ~ Year ~ |',
    ],
    [
      'FINAL TIME',
      'INITIAL TIME = 0 ~ Year ~ |\nFINAL TIME = 1000000000 ~ Year ~ |\nTIME STEP = 1 ~ Year ~ |',
    ],
  ])('a slip in %s that asks for more steps than memory holds is refused', (_name, time) => {
    const found = faultsOf(`y = 1 ~ Dmnl ~ |\n${time}`);
    expect(found.map((p) => [p.code, p.line])).toEqual([['MODEL_TIME', 4]]);
    expect(found[0]?.expected?.nl).toContain('100000');
  });
});

it('every fault says what was expected, the general thing where there is nothing more exact', () => {
  const error = new ModelError([
    { code: 'MODEL_LOOP', message: { nl: 'x', en: 'x' }, file: 'm', line: 1, hint: { nl: 'x', en: 'x' } },
  ]);
  expect(error.problems[0]?.expected?.en).toContain('a stock or a delay');
});
