import { describe, expect, it } from 'vitest';
import { course, problemsOf, small, withTime } from '../../test/small-model.ts';
import { compile } from '../index.ts';
import { parse } from './parse.ts';

const value = (expression: string): number =>
  course(small(`y = ${expression} ~ Dmnl ~ |`), 'y')[1] ?? Number.NaN;

describe('the order of operators', () => {
  it.each([
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['-2^-2', -0.25],
    ['3 - -2^2', 7],
    ['2^3^2', 512],
    ['(2^3)^2', 64],
    ['2^-2^-1', 2 ** -(2 ** -1)],
    ['2 * -3', -6],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['24 / 4 * 2', 12],
    ['2 + 3 * 4 ^ 2', 50],
    ['-(2)^2 + 1', -3],
    ['+3 - +2', 1],
    [':NOT: 1 = 2', 1],
    [':NOT: 1 = 1', 0],
    [':NOT: 1 + 1 > 3', 1],
    ['(:NOT: 1) = 2', 0],
    [':NOT: 0 :AND: 0', 0],
    ['1 :OR: 0 :AND: 0', 1],
    ['(1 :OR: 0) :AND: 0', 0],
    ['1 + 1 = 2', 1],
    ['1 < 2 :AND: 3 >= 3', 1],
    ['1 <> 1', 0],
    ['1e3 + 1.5E-1 + .5', 1000.65],
  ])('makes %s into %d', (expression, wanted) => {
    expect(value(expression)).toBeCloseTo(wanted, 12);
  });

  it.each(['1 < 2 < 3', '1 = 1 = 1'])('is not guessed for %s', (expression) => {
    const [problem] = problemsOf(() => small(`\ny = ${expression} ~ Dmnl ~ |`));
    expect(problem?.code).toBe('MODEL_SYNTAX');
    expect(problem?.line).toBe(2);
    expect(problem?.hint.en).toContain('parentheses');
  });
});

describe('the text of a model', () => {
  const text = `{UTF-8}
{ a note | with ~ signs }
a = 1 { inside } +
    2
  ~ Dmnl
  ~ It's "quoted" oddly, with a 24" pipe {braces}
  |
********************************************************
	.homes
********************************************************~
		About homes
	|
"b (net)" = a * 2 \\
   + 1 ~ Dmnl [0,10] ~ second |
Area: x, y ~ ~ where |
c[Area] = "b (net)" ~~ ~ |
d = c[x] ~ Dmnl ~ with : colon |

\\\\\\---/// Sketch information - do not modify anything except names
V300  Do not put anything below this section - it will be ignored
*View 1
10,1,a,100,100 | a = 99 ~ ~ |
///---\\\\\\
:L<%^E!@
22:fte,fulltime job
`;
  const model = compile(withTime('', {}) + text, { units: 'off' });
  const offset = withTime('').split('\n').length - 1;
  const variable = (name: string) => model.variables.find((v) => v.name === name);

  it('keeps the line, the units, the comment and the sector of every equation', () => {
    expect(variable('a')).toMatchObject({ line: 3 + offset, units: 'Dmnl', sector: '' });
    expect(variable('a')?.comment).toBe(`It's "quoted" oddly, with a 24" pipe {braces}`);
    expect(variable('b (net)')).toMatchObject({ line: 13 + offset, sector: 'homes', comment: 'second' });
    expect(variable('c')).toMatchObject({ line: 16 + offset, sector: 'homes', subscripts: ['Area'] });
    expect(variable('d')?.comment).toBe('with : colon');
  });

  it('keeps the equation as written, who uses whom, and the elements', () => {
    expect(variable('b (net)')?.equation).toBe('"b (net)" = a * 2 + 1');
    expect(variable('b (net)')?.uses).toEqual(['a']);
    expect(variable('b (net)')?.usedBy).toEqual(['c']);
    expect(variable('c')?.elements).toEqual(['c[x]', 'c[y]']);
    expect(model.dimensions).toEqual([{ name: 'Area', elements: ['x', 'y'], line: 15 + offset }]);
  });

  it('ends where the sketch begins, and is computed with all its turns', () => {
    expect(course(model, 'd')[0]).toBe(7);
    expect(variable('a')?.value).toBe(3);
  });

  it('may draw points within the range of a lookup, which are not computed with', () => {
    const drawn = small(`a = WITH LOOKUP(1 + Time, ([(0,0)-(2,10),(-1,10),(-0.7,5),\\
\t\t(0.02,1)],(0,10),(1,4),\\
\t\t(2,0) )) ~ Dmnl ~ |`);
    expect(course(drawn, 'a')).toEqual([4, 0, 0, 0, 0]);
  });

  it('may break off a line just before the units', () => {
    const broken = small(`Area: x, y ~~|
      a[Area] :EXCEPT: [x] = 2\\
\t\t ~~|
      a[x] = 1 ~ Dmnl ~ |`);
    expect(course(broken, 'a[y]')[0]).toBe(2);
  });

  it('may give equal units in its settings', () => {
    expect(parse(text, 'm').unitSynonyms).toEqual([['fte', 'fulltime job']]);
  });

  it('may have Windows line ends', () => {
    const windows = compile(withTime('a = 1 ~ Dmnl ~ |\nb = a ~ Dmnl ~ |').replaceAll('\n', '\r\n'));
    expect(windows.variables.find((v) => v.name === 'b')?.line).toBe(2);
  });
});

describe('a constant', () => {
  it('is known by its value, with its kind', () => {
    const model = small(`Area: x, y ~~|
      a = -5 ~ Dmnl ~ |
      b[Area] = 1, 2 ~ Dmnl ~ |
      c = a * 2 ~ Dmnl ~ |
      d((0,0),(1,1)) ~ Dmnl ~ |
      e = INTEG(c, d(a)) ~ Dmnl ~ |
      f[x] = 8 ~ Dmnl ~ |
      f[y] = 9 ~ Dmnl ~ |`);
    const kinds = Object.fromEntries(model.variables.map((v) => [v.name, [v.kind, v.value ?? v.values]]));
    expect(kinds).toMatchObject({
      a: ['constant', -5],
      b: ['constant', [1, 2]],
      c: ['auxiliary', undefined],
      d: ['lookup', undefined],
      e: ['stock', undefined],
      f: ['constant', [8, 9]],
    });
  });
});
