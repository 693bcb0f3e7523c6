import { describe, expect, it } from 'vitest';
import { growth } from '../../test/growth.ts';
import { course, problemsOf, small, withTime } from '../../test/small-model.ts';
import { parse } from '../read/parse.ts';
import type { Equation } from '../syntax/ast.ts';
import { resolve } from './index.ts';

/** Stocks with a flow, a constant and a smooth each, in a chain. */
function chain(equations: number): string {
  const lines: string[] = [];
  for (let i = 0; i < equations / 4; i++) {
    const before = i === 0 ? '1' : `flow ${i - 1}`;
    lines.push(`share ${i} = ${1 / (i + 2)} ~~|`, `flow ${i} = share ${i} * ${before} ~~|`);
    lines.push(`stock ${i} = INTEG(flow ${i}, ${i}) ~~|`, `known ${i} = SMOOTH3(stock ${i}, 5) ~~|`);
  }
  return withTime(lines.join('\n'));
}

describe('a large model', () => {
  it('of many equations takes time in proportion', () => {
    const resolving = (count: number) => {
      const parsed = parse(chain(count), 'm');
      return () => resolve(parsed, 'm');
    };
    expect(growth(resolving, 4_000, 16_000)).toBeLessThan(12);
  });

  it('that would not fit in memory is refused before it is made', () => {
    const text = `A: (a1-a2000) ~~|\nB: (b1-b2000) ~~|\nx[A, B] = 1 ~~|`;
    expect(problemsOf(() => small(text)).map((p) => p.code)).toEqual(['MODEL_TOO_LARGE']);
  });

  it('with a sum over more than fits is refused before it is written out', () => {
    const text = `A: (a1-a300) ~~|\nB: (b1-b300) ~~|\nC: (c1-c300) ~~|
      x[A] = 1 ~~|\ny[B] = 1 ~~|\nz[C] = 1 ~~|
      total = SUM(x[A!] * y[B!] * z[C!]) ~~|`;
    expect(problemsOf(() => small(text)).map((p) => p.code)).toEqual(['MODEL_TOO_LARGE']);
  });

  it('with a sum over thousands of elements is computed in order and without end of stack', () => {
    const text = 'A: (a1-a20000) ~~|\nx[A] = A ~~|\ntotal = SUM(x[A!]) ~~|';
    expect(course(small(text, { stop: 0 }), 'total')[0]).toBe((20000 * 20001) / 2);
  });

  it('with a fault in every equation tells no more than five hundred', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `x ${i} = nothing ${i} ~~|`);
    expect(problemsOf(() => small(lines.join('\n'))).length).toBeLessThanOrEqual(500);
  });
});

describe('a helper that a reader made', () => {
  const equation = (name: string, expression: Equation['right'], hiddenIn?: string): Equation => ({
    name,
    subs: [],
    except: [],
    right: expression,
    units: '',
    comment: '',
    sector: '',
    line: 1,
    text: name,
    ...(hiddenIn === undefined ? {} : { hiddenIn }),
  });

  it('is computed, shown nowhere, and what it uses is used by who called for it', () => {
    const parsed = parse(withTime('x = 2 ~~|\ny = 1 ~~|'), 'm');
    const of = (name: string): Equation['right'] => ({
      kind: 'expression',
      expression: { kind: 'name', name, subs: [] },
    });
    const equations = [
      ...parsed.equations.filter((e) => e.name !== 'y'),
      equation('y', of('inner 2')),
      equation('inner 1', of('x'), 'inner 2'),
      equation('inner 2', of('inner 1'), 'y'),
    ];
    const { program, problems } = resolve({ ...parsed, equations }, 'm');
    expect(problems).toEqual([]);
    const y = program.variables.findIndex((v) => v.name === 'y');
    expect(program.variables[y]?.uses).toEqual(['x']);
    expect(program.variables.find((v) => v.name === 'x')?.usedBy).toEqual(['y']);
    expect(program.variables.map((v) => v.name)).not.toContain('inner 1');
    const hidden = program.elements.filter((e) => e.hidden === true);
    expect(hidden.map((e) => e.variable)).toEqual([y, y]);
  });
});
