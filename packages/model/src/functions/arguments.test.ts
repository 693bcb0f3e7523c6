import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { course, small } from '../../test/small-model.ts';
import { ModelError } from '../problems/problems.ts';
import { builders } from './index.ts';

const around = `Who: w1, w2 ~~|
Other: o1, o2, o3 ~~|
profile: ptype, ppriority, pwidth, pextra ~~|
a = 2 ~ Dmnl ~ |
v[Who] = 1, 2 ~ Dmnl ~ |
m[Who, Other] = 1, 2, 3; 4, 5, 6; ~ Dmnl ~ |
pp[Who, profile] = 1, 1, 1, 0; 1, 1, 1, 0; ~ Dmnl ~ |
level = INTEG(1, 0) ~ Dmnl ~ |
look((0,1),(2,1)) ~ Dmnl ~ |
looks[Who]((0,1),(1,3)) ~~|
`;

/** Arguments of every kind, fitting or not. */
const argument = fc.constantFrom(
  '0',
  '1',
  '-3.5',
  '1e300',
  'Time',
  'a',
  'level',
  'v[Who]',
  'v[w1]',
  'v[Who!]',
  'm[Who, Other]',
  'm[w1, o1]',
  'm[Who!, Other!]',
  'm[Who, o2]',
  'pp[Who, ptype]',
  'pp[w2, pextra]',
  'pp[Who, profile]',
  'look',
  'looks[Who]',
  'look(Time)',
  '((0,0),(1,1))',
  'Who',
  'w1',
  ':NA:',
  'nothing',
  "'text'",
  'v[Who] * a',
  'SUM(v[Who!])',
  'RANDOM 0 1()',
);

const names = Object.keys(builders).filter((name) => !name.startsWith('xmile '));

describe('a function given arguments of any kind', () => {
  it('is computed, or refused with its problems; and no run of it ends in another way', () => {
    const call = fc.constantFrom(...names).chain((name) =>
      fc.record({
        name: fc.constant(name),
        given: fc.array(argument, {
          minLength: builders[name]?.minArguments ?? 0,
          maxLength: builders[name]?.maxArguments ?? 0,
        }),
        left: fc.constantFrom('y', 'y[Who]', 'y[Who, Other]', 'y[w1]'),
      }),
    );
    fc.assert(
      fc.property(call, ({ name, given, left }) => {
        const text = `${around}${left} = ${name.toUpperCase()}(${given.join(', ')}) ~ Dmnl ~ |`;
        try {
          const model = small(text);
          const [element = 'y'] = model.program.variables.find((v) => v.name === 'y')?.elements ?? [];
          expect(course(model, element).every(Number.isFinite)).toBe(true);
        } catch (error) {
          if (!(error instanceof ModelError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 600 },
    );
  });
});
