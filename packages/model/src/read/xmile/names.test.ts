import { describe, expect, it } from 'vitest';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, model, valuesOf } from '../../../test/xmile-file.ts';

const reported = (variables: string, dimensions = ''): string[] =>
  problemsOf(() => model(variables, { dimensions })).map((p) => `${p.code} ${p.message.en} ${p.hint.en}`);

describe('a name with an apostrophe', () => {
  it('is a name where a variable bears it, at its end and within it, in modules too', () => {
    const farms = `${aux("initial farms' average size", '5')}\n${aux("Can't implement on their own'", '7')}`;
    expect(valuesOf("2*initial_farms'_average_size + can't_implement_on_their_own'", farms)[0]).toBe(17);
    const module = `<module name="land"/>`;
    const after = `<model name="land"><variables>${aux("farms'", '3')}</variables></model>`;
    expect(valuesOf("land.farms' + 1", module, { after })[0]).toBe(4);
  });

  it('goes before a transpose; what no variable bears is one, and refused', () => {
    const dimensions = '<dim name="A" size="2"/>';
    const array = '<aux name="m"><dimensions><dim name="A"/></dimensions><eqn>1, 2</eqn></aux>';
    expect(reported(`${array}\n${aux('y', "SUM(m')")}`, dimensions)).toEqual([
      expect.stringMatching(/MODEL_UNSUPPORTED .*turned round/),
    ]);
    expect(reported(`${aux("m'", '1')}\n${aux('y', "m''")}`)).toEqual([
      expect.stringMatching(/MODEL_UNSUPPORTED .*turned round/),
    ]);
  });

  it('is a fault at its own line where the text goes wrong behind it', () => {
    const [problem] = problemsOf(() => model(`${aux("a'b", '1')}\n${aux('y', "a'b +\n* 2")}`));
    expect([problem?.code, problem?.line]).toEqual(['MODEL_SYNTAX', 4]);
  });
});

describe('a function of Vensim in XMILE', () => {
  const over = (...names: string[]): string =>
    `<dimensions>${names.map((name) => `<dim name="${name}"/>`).join('')}</dimensions>`;
  const dimensions =
    '<dim name="A"><elem name="a1"/><elem name="a2"/><elem name="a3"/></dim>' +
    '<dim name="B"><elem name="b1"/><elem name="b2"/></dim>' +
    '<dim name="P"><elem name="ptype"/><elem name="ppriority"/><elem name="pwidth"/><elem name="pextra"/></dim>';
  const around = [
    aux('h', '2100, 2010, 2020', over('A')),
    aux('e', '0, 1; 1, 0; 0, 1', over('A', 'B')),
    aux('pair', '1, 2', over('B')),
    aux('asked', '3, 2, 4', over('A')),
    aux('profile', '1, 1, 1, 1; 1, 2, 1, 1; 1, 3, 1, 1', over('A', 'P')),
    aux('rising', '1'),
  ].join('\n');
  const first = (variables: string, ...names: string[]): (number | undefined)[] => {
    const made = model(`${variables}\n${around}`, { dimensions });
    return names.map((name) => course(made, name)[0]);
  };

  it('may have spaces in its name, as xmutil writes it, also behind a keyword', () => {
    expect(valuesOf('ZIDZ(1, 0) + DELAY FIXED(TIME, 2, 9)')).toEqual([9, 9, 0, 1, 2]);
    expect(valuesOf('IF TIME > 1 THEN PULSE TRAIN(0, 1, 2, 9) ELSE 5')).toEqual([5, 5, 1, 0, 1]);
  });

  it('takes a vector by its dimension', () => {
    const order = aux('order', 'VECTOR SORT ORDER(h[A], rising)', over('A'));
    expect(first(order, 'order[a1]', 'order[a2]', 'order[a3]')).toEqual([1, 2, 0]);
    const mapped = aux('mapped', '10 + VECTOR_ELM_MAP(pair[b1], e[A, b1])', over('A'));
    expect(first(mapped, 'mapped[a1]', 'mapped[a2]')).toEqual([11, 12]);
    const given = aux('given', 'ALLOCATE AVAILABLE(asked[A], profile[A, ptype], 9)', over('A'));
    expect(first(given, 'given[a1]', 'given[a2]', 'given[a3]')).toEqual([3, 2, 4]);
  });

  it('runs over what * stands for in all its arguments together', () => {
    const sums = aux('sums', 'VECTOR SELECT(e[*, B], h[*], 0, 0, 0)', over('B'));
    expect(first(sums, 'sums[b1]', 'sums[b2]')).toEqual([2010, 4120]);
    expect(first(aux('most', 'VMAX(h[*]) - VMIN(h[*])'), 'most')).toEqual([90]);
  });
});

describe('what an XMILE file cannot give', () => {
  it('is refused by the name of the function before its arguments are looked at', () => {
    const array = '<aux name="m"><dimensions><dim name="A"/></dimensions><eqn>1, 2</eqn></aux>';
    for (const call of ['INTERPOLATE(m, 1)', 'STDDEV(m)', 'ALLOCATE(5, A, m, m, 1)', 'HISTORY(m, 1)']) {
      expect(reported(`${array}\n${aux('y', call)}`, '<dim name="A" size="2"/>')).toEqual([
        expect.stringMatching(new RegExp(`^MODEL_UNSUPPORTED.*${call.split('(')[0]}`)),
      ]);
    }
  });

  it('is data that xmutil left as a comment behind a 0: refused, not computed as 0', () => {
    expect(reported(aux('y', "0{GET_DIRECT_DATA(\n____'d.csv',\n____',',\n____'A',\n____'B2')}"))).toEqual([
      expect.stringMatching(/MODEL_SYNTAX The data of y was lost/),
    ]);
    expect(valuesOf('0{GET well soon}')[0]).toBe(0);
  });
});
