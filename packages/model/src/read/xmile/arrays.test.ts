import { describe, expect, it } from 'vitest';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, model } from '../../../test/xmile-file.ts';

const dimensions = `<dim name="Area"><elem name="north"/><elem name="south"/></dim><dim name="Level"><elem name="low"/><elem name="mid"/><elem name="high"/></dim><dim name="Rank" size="3"/>`;

const over = (...names: string[]): string =>
  `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join('')}</dimensions>`;
const element = (subscript: string, equation: string): string =>
  `<element subscript="${subscript}"><eqn>${equation}</eqn></element>`;

/** a: 1, 2; b: 1..3 for north and 10, 20, 30 for south; n: 5, 6, 7; nn[i,j] = 10 i + j. */
const around = [
  `<aux name="a">${over('Area')}${element('north', '1')}${element('south', '2')}</aux>`,
  `<aux name="b">${over('Area', 'Level')}<eqn>1, 2, 3; 10, 20, 30;</eqn></aux>`,
  `<aux name="n">${over('Rank')}<eqn>5, 6, 7</eqn></aux>`,
  `<aux name="nn">${over('Rank', 'Rank')}${[1, 2, 3].flatMap((i) => [1, 2, 3].map((j) => element(`${i}, ${j}`, `${10 * i + j}`))).join('')}</aux>`,
].join('\n');

const at = (name: string, variables: string): number | undefined =>
  course(model(`${variables}\n${around}`, { dimensions }), name)[0];

describe('an array', () => {
  it('has one equation for all elements, with or without subscripts', () => {
    const y = aux('y', 'a * 10', over('Area'));
    expect([at('y[north]', y), at('y[south]', y)]).toEqual([10, 20]);
    const z = aux('z', 'b[Area, mid] + a[Area]', over('Area'));
    expect([at('z[north]', z), at('z[south]', z)]).toEqual([3, 22]);
  });

  it('finds its dimensions whatever their order', () => {
    const y = aux('y', 'b + a', over('Level', 'Area'));
    expect(at('y[high,south]', y)).toBe(32);
  });

  it('has an equation for each element, and takes its elements by name or place', () => {
    expect(at('y', aux('y', 'b[south, high] + n[2] + b[1, 2] + b[Area.south, Level.low]'))).toBe(
      30 + 6 + 2 + 10,
    );
  });

  it('lets elements share an equation that are not named', () => {
    const y = `<aux name="y">${over('Level')}<eqn>7</eqn>${element('mid', '9')}</aux>`;
    expect([at('y[low]', y), at('y[mid]', y), at('y[high]', y)]).toEqual([7, 9, 7]);
  });

  it('may have its equations in a row', () => {
    const y = `<aux name="y">${over('Area')}<eqn>a[north] + 3</eqn><eqn>a[south] * 4</eqn></aux>`;
    expect([at('y[north]', y), at('y[south]', y)]).toEqual([4, 8]);
  });

  it('counts with the places of its dimensions', () => {
    const y = aux('y', 'Rank^2 + Area', over('Rank', 'Area'));
    expect([at('y[1,north]', y), at('y[3,south]', y)]).toEqual([2, 11]);
    expect(at('y', aux('y', 'Level.high * 100'))).toBe(300);
  });

  it('runs over one dimension twice, each by its own place', () => {
    const y = aux('y', 'nn * 2', over('Rank', 'Rank'));
    expect([at('y[1,3]', y), at('y[3,1]', y)]).toEqual([26, 62]);
  });

  it('is a stock with flows for each element', () => {
    const stock = `<stock name="s">${over('Area')}<eqn>a</eqn><inflow>f</inflow></stock>
      <flow name="f">${over('Area')}<eqn>a * 10</eqn></flow>`;
    expect(course(model(`${stock}${around}`, { dimensions }), 's[south]')).toEqual([2, 22, 42, 62, 82]);
  });

  it('fills a stock without dimensions with the sum of its elements', () => {
    const stock = `<stock name="s"><eqn>0</eqn><inflow>f</inflow></stock><flow name="f">${over('Area')}<eqn>a</eqn></flow>`;
    expect(course(model(`${stock}${around}`, { dimensions }), 's')).toEqual([0, 3, 6, 9, 12]);
  });

  it('is read at a subscript that is computed; out of range that is 0', () => {
    const found = course(model(`${aux('y', 'n[TIME]')}${around}`, { dimensions }), 'y');
    expect(found).toEqual([0, 5, 6, 7, 0]);
    expect(at('y', aux('y', 'nn[TIME + 2, n[1] - 4]'))).toBe(21);
  });

  it('is read by one running index, the last dimension fastest', () => {
    expect(at('y', aux('y', 'b(5)'))).toBe(20);
  });
});

describe('a function over an array', () => {
  it.each([
    ['SUM(a)', 3],
    ['SUM(b)', 66],
    ['SUM(b[north, *])', 6],
    ['SUM(b[*, high])', 33],
    ['SUM(a[*] * b[*, low])', 1 + 20],
    ['SUM(nn[*, *])', 11 + 12 + 13 + 21 + 22 + 23 + 31 + 32 + 33],
    ['SUM(n[2:3])', 13],
    ['SUM(b[south, low:mid])', 30],
    ['PROD(n)', 210],
    ['MEAN(n)', 6],
    ['MEAN(b[north, *])', 2],
    ['MIN(b)', 1],
    ['MAX(b[north, *])', 3],
    ['MAX(a[Area])', 2],
    ['SIZE(b)', 6],
    ['SIZE(b[north, *])', 3],
    ['SIZE(Level)', 3],
    ['SUM(IF n > 5 THEN n ELSE 0)', 13],
    ['SUM(n) / SUM(a)', 6],
    ['RANK(n, 1)', 1],
    ['RANK(b, 4)', 4],
    ['RANK(b[south, *] * (-1), 1)', 3],
    ['RANK(n, 4)', 0],
  ])('%s is %d', (equation, wanted) => {
    expect(at('y', aux('y', equation.replace(/>/g, '&gt;')))).toBe(wanted);
  });

  it('leaves the dimensions of the left side alone', () => {
    const y = aux('y', 'SUM(b[Area, *])', over('Area'));
    expect([at('y[north]', y), at('y[south]', y)]).toEqual([6, 60]);
    const m = aux('m', 'MAX(a, 1.5)', over('Area'));
    expect([at('m[north]', m), at('m[south]', m)]).toEqual([1.5, 2]);
  });
});

it('an array that is not computed is reported once, not again where it is summed', () => {
  const flow = `<flow name="f">${over('Area')}<eqn>1</eqn><event/></flow>`;
  expect(problemsOf(() => model(`${flow}${aux('y', 'SUM(f[*]) + SUM(f)')}`, { dimensions }))).toHaveLength(1);
});

describe('a subscript that cannot be', () => {
  it.each([
    ['a', 'MODEL_SUBSCRIPT'],
    ['a[east]', 'MODEL_SUBSCRIPT'],
    ['n[4]', 'MODEL_SUBSCRIPT'],
    ['b[north]', 'MODEL_SUBSCRIPT'],
    ['a[*]', 'MODEL_SUBSCRIPT'],
    ['SUM(3)', 'MODEL_SUBSCRIPT'],
    ['SUM(n[2:5])', 'MODEL_SUBSCRIPT'],
    ['Area', 'MODEL_SUBSCRIPT'],
    ['SUM(n[1:2] * n[2:3])', 'MODEL_UNSUPPORTED'],
    ['b(7)', 'MODEL_UNSUPPORTED'],
    ["SUM(b')", 'MODEL_UNSUPPORTED'],
    ["b[Area, Level]'", 'MODEL_UNSUPPORTED'],
    ['b[@2, @1]', 'MODEL_UNSUPPORTED'],
    ['b[@one]', 'MODEL_SYNTAX'],
  ])('%s is reported at its line', (equation, code) => {
    const problems = problemsOf(() => model(`${aux('y', equation)}\n${around}`, { dimensions }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, line: 2 });
  });

  it('of the left side shows which elements there are', () => {
    const y = `<aux name="y">${over('Area')}${element('north', '1')}${element('east', '2')}</aux>`;
    const [problem] = problemsOf(() => model(y, { dimensions }));
    expect(problem?.message.en).toContain('[east]');
    expect(problem?.hint.en).toContain('north, south');
  });

  it('is no element that has the name of a dimension', () => {
    const clash = '<dim name="A"><elem name="B"/></dim><dim name="B"><elem name="c"/></dim>';
    expect(problemsOf(() => model(aux('y', '1'), { dimensions: clash }))[0]?.code).toBe('MODEL_DUPLICATE');
  });
});
