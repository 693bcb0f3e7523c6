import { describe, expect, it } from 'vitest';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, model, valuesOf } from '../../../test/xmile-file.ts';

const gf = (inside: string, attributes = ''): string => `<gf${attributes}>${inside}</gf>`;
const points = '<xpts>0,2,4</xpts><ypts>10,30,40</ypts>';
const graph = (inside: string, equation: string, attributes = ''): number[] =>
  course(model(aux('y', equation, gf(inside, attributes))), 'y');

describe('a graphical function', () => {
  it('lies on the line between its points, and is held beyond them', () => {
    expect(graph(points, 'TIME')).toEqual([10, 20, 30, 35, 40]);
    expect(graph(points, 'TIME * 3 - 4')).toEqual([10, 10, 30, 40, 40]);
  });

  it('goes on beyond its ends where it extrapolates', () => {
    expect(graph(points, 'TIME * 3 - 4', ' type="extrapolate"')).toEqual([-30, 0, 30, 45, 60]);
  });

  it('steps where it is discrete, in both ways to say so', () => {
    const steps = '<xpts>0,2,4</xpts><ypts>10,30,30</ypts>';
    expect(graph(steps, 'TIME - 1', ' type="discrete"')).toEqual([10, 10, 10, 30, 30]);
    expect(graph(steps, 'TIME', ' discrete="true"')).toEqual([10, 10, 30, 30, 30]);
  });

  it('spreads its values evenly over the scale of x', () => {
    expect(graph('<xscale min="0" max="4"/><ypts>10,30,40</ypts>', 'TIME')).toEqual([10, 20, 30, 35, 40]);
    // Points go before a scale that is drawn.
    expect(graph(`<xscale min="0" max="0"/>${points}`, 'TIME')).toEqual([10, 20, 30, 35, 40]);
  });

  it('may have other signs between its numbers', () => {
    expect(graph('<xpts sep=";">0;2;4</xpts><ypts sep=" ">10 30 40</ypts>', 'TIME')).toEqual([
      10, 20, 30, 35, 40,
    ]);
  });

  it('stands alone and is called by name', () => {
    expect(valuesOf('tax(TIME) + 1', gf(points, ' name="tax"'))).toEqual([11, 21, 31, 36, 41]);
    expect(valuesOf('LOOKUP(tax, TIME) + 1', gf(points, ' name="tax"'))).toEqual([11, 21, 31, 36, 41]);
  });

  it('of a variable with a value is called too, and the variable keeps its value', () => {
    const text = `${aux('y', 'curve(0) + curve')}\n${aux('curve', 'TIME', gf(points))}`;
    const made = model(text);
    expect(course(made, 'y')).toEqual([20, 30, 40, 45, 50]);
    expect(course(made, 'curve')).toEqual([10, 20, 30, 35, 40]);
    expect(made.program.variables.map((v) => v.name)).not.toContain('curve (graph)');
  });

  it('without an equation is a table alone', () => {
    expect(valuesOf('curve(TIME)', `<aux name="curve">${gf(points)}</aux>`)).toEqual([10, 20, 30, 35, 40]);
  });

  it('may have a name of its own, and be used by that name elsewhere', () => {
    const text = `${aux('a', 'TIME', gf(points, ' name="tax"'))}\n${aux('b', 'TIME + 1', '<gf name="tax"/>')}`;
    expect(valuesOf('tax(2) + b', text)).toEqual([50, 60, 65, 70, 70]);
  });

  it('keeps its way of reading where it is called by name', () => {
    expect(valuesOf('tax(TIME)', gf(points, ' name="tax" type="discrete"'))).toEqual([10, 10, 30, 30, 40]);
  });

  it('differs per element of an array', () => {
    const area = '<dim name="Area"><elem name="a"/><elem name="b"/></dim>';
    const over = '<dimensions><dim name="Area"/></dimensions>';
    const other = gf('<xpts>0,4</xpts><ypts>0,8</ypts>');
    const text = `<aux name="g">${over}<element subscript="a">${gf(points)}</element><element subscript="b">${other}</element><eqn>TIME</eqn></aux>
      ${aux('y', 'LOOKUP(g[b], 1) + g(3)', over)}`;
    const made = model(text, { dimensions: area });
    expect(course(made, 'g[b]')).toEqual([0, 2, 4, 6, 8]);
    expect(course(made, 'y[a]')[0]).toBe(2 + 35);
    expect(course(made, 'y[b]')[0]).toBe(2 + 6);
  });
});

describe('a graphical function that cannot be', () => {
  it.each([
    ['no x', '<ypts>1,2</ypts>', 'MODEL_TABLE'],
    ['an empty scale', '<xscale min="3" max="3"/><ypts>1,2</ypts>', 'MODEL_TABLE'],
    ['other numbers of x and y', '<xpts>1,2,3</xpts><ypts>1,2</ypts>', 'MODEL_TABLE'],
    ['no number', '<xpts>1,two</xpts><ypts>1,2</ypts>', 'MODEL_TABLE'],
  ])('with %s is reported', (_, inside, code) => {
    const problems = problemsOf(() => model(aux('y', 'TIME', gf(inside))));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, line: 2 });
  });

  it('of a type that nobody knows is refused', () => {
    expect(problemsOf(() => model(aux('y', 'TIME', gf(points, ' type="spline"'))))[0]).toMatchObject({
      code: 'MODEL_UNSUPPORTED',
    });
  });

  it('by a name that is none is reported', () => {
    expect(problemsOf(() => model(`${aux('y', 'LOOKUP(x, 1)')}${aux('x', '1')}`))[0]?.message.en).toContain(
      'x',
    );
    expect(problemsOf(() => model(aux('y', 'TIME', '<gf name="gone"/>')))[0]?.message.en).toContain('gone');
  });
});
