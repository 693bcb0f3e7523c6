import { describe, expect, it } from 'vitest';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, file, model } from '../../../test/xmile-file.ts';
import { compile } from '../../index.ts';

const inner = (name: string, variables: string): string =>
  `<model name="${name}"><variables>${variables}</variables></model>`;

describe('a module', () => {
  it('holds a model of its own, under its name', () => {
    const made = model('<module name="farm one"/>', {
      after: inner('farm one', aux('crop yield', '3 * TIME')),
    });
    expect(course(made, 'farm one.crop yield')).toEqual([0, 3, 6, 9, 12]);
    expect(course(made, 'farm_one.crop_yield')).toEqual([0, 3, 6, 9, 12]);
  });

  const farm = inner(
    'farm',
    `<aux name="rain" access="input"><eqn>{none}</eqn></aux>${aux('crop', 'rain * 2')}`,
  );

  it.each([
    ['<connect to="farm.rain" from=".weather"/>'],
    ['<connect to="rain" from=".weather"/>'],
    ['<connect2 to="farm.rain" from="weather"/>'],
  ])('gets its inputs from outside: %s', (connect) => {
    const made = model(`<module name="farm">${connect}</module>${aux('weather', 'TIME')}`, { after: farm });
    expect(course(made, 'farm.crop')).toEqual([0, 2, 4, 6, 8]);
  });

  it('gives an output to the model around it and to other modules', () => {
    const made = model(
      `<module name="farm"><connect to="farm.rain" from="sky.rain"/><connect to=".food" from="farm.crop"/></module>
      <module name="sky"/><aux name="food" access="input"/>${aux('y', 'food + farm.crop')}`,
      { after: farm + inner('sky', aux('rain', '5')) },
    );
    expect(course(made, 'y')[0]).toBe(20);
  });

  it('keeps its own value for an input that nothing is connected to', () => {
    const alone = inner(
      'farm',
      `<aux name="rain" access="input"><eqn>7</eqn></aux>${aux('crop', 'rain * 2')}`,
    );
    expect(course(model('<module name="farm"/>', { after: alone }), 'farm.crop')[0]).toBe(14);
  });

  it('may stand in a module', () => {
    const made = model('<module name="a"/>', {
      after:
        inner('a', `<module name="b"><connect to="b.x" from="a.start"/></module>${aux('start', '4')}`) +
        inner('b', `<aux name="x" access="input"/>${aux('y', 'x + 1')}`),
    });
    expect(course(made, 'a.b.y')[0]).toBe(5);
  });

  it('connects arrays, element by element', () => {
    const over = '<dimensions><dim name="D"/></dimensions>';
    const made = model(
      `<module name="m"><connect to="m.in" from=".out"/></module>${aux('out', 'D * 10', over)}`,
      {
        dimensions: '<dim name="D" size="2"/>',
        after: inner('m', `<aux name="in" access="input">${over}</aux>${aux('y', 'in + 1', over)}`),
      },
    );
    expect(course(made, 'm.y[2]')[0]).toBe(21);
  });

  it('has names in quotes', () => {
    const made = model(`<module name="a"/>${aux('y', '3 * a."in/out" + 1')}`, {
      after: inner('a', aux('in/out', '2')),
    });
    expect(course(made, 'y')[0]).toBe(7);
  });

  it('that holds itself is refused', () => {
    const after = inner('a', '<module name="b"/>') + inner('b', '<module name="a"/>');
    expect(problemsOf(() => model('<module name="a"/>', { after }))[0]?.code).toBe('MODEL_LOOP');
  });

  it.each([
    ['<module name="gone"/>', 'gone'],
    ['<module name="farm"><connect to="farm.rain" from=".gone"/></module>', 'gone'],
    ['<module name="farm"><connect to="farm.gone" from=".weather"/></module>', 'gone'],
    ['<module name="farm"/>', 'rain'],
  ])('%s is reported at its line', (module, word) => {
    const problems = problemsOf(() => model(`${module}${aux('weather', '1')}`, { after: farm }));
    expect(problems.some((problem) => problem.message.en.includes(word))).toBe(true);
  });
});

describe('a macro', () => {
  const macro = (name: string, parameters: string, equation: string, inside = ''): string =>
    `<macro name="${name}">${parameters
      .split(',')
      .map((p) => {
        const [own = '', value] = p.split('=');
        return `<parm${value === undefined ? '' : ` default="${value}"`}>${own}</parm>`;
      })
      .join('')}<eqn>${equation}</eqn>${inside}</macro>`;

  it('is an expression of its parameters', () => {
    const made = model(aux('y', 'LOGBASE(8, 2) + LOGBASE(9, 3)'), {
      after: macro('LOGBASE', 'x,base', 'LN(x) / LN(base)'),
    });
    expect(course(made, 'y')[0]).toBeCloseTo(5, 12);
  });

  it('has defaults, a number or another parameter', () => {
    const made = model(aux('y', 'F(7) + F(7, 100)'), { after: macro('F', 'x,a=x,b=2', 'x + a * b') });
    expect(course(made, 'y')[0]).toBe(7 + 14 + 7 + 200);
  });

  it('may hold stocks, which every call has for itself', () => {
    const after = macro(
      'ADDED UP',
      'rate',
      'total',
      `<variables><stock name="total"><eqn>0</eqn><inflow>in</inflow></stock>
      <flow name="in"><eqn>rate</eqn></flow></variables>`,
    );
    const made = model(aux('y', 'ADDED_UP(1) + ADDED_UP(10)'), { after });
    expect(course(made, 'y')).toEqual([0, 11, 22, 33, 44]);
  });

  it.each([
    ['<macro name="F" filter="flow"><parm>x</parm><eqn>x</eqn></macro>', 'filter'],
    [
      '<macro name="F"><parm>x</parm><eqn>x</eqn><sim_specs><start>0</start></sim_specs></macro>',
      'simulation',
    ],
  ])('%s is refused by name', (after, word) => {
    const problems = problemsOf(() => model(aux('y', '1'), { after }));
    expect(problems[0]).toMatchObject({ code: 'MODEL_UNSUPPORTED' });
    expect(problems[0]?.message.en).toContain(word);
  });

  it('that calls itself, or gets too few inputs, is reported', () => {
    const own = { after: macro('F', 'x', 'F(x - 1)') };
    expect(problemsOf(() => model(aux('y', 'F(3)'), own)).length).toBeGreaterThan(0);
    expect(problemsOf(() => model(aux('y', 'G(3)'), { after: macro('G', 'x,z', 'x + z') }))[0]?.code).toBe(
      'MODEL_SYNTAX',
    );
  });
});

describe('a file', () => {
  it('tells units, comments, sectors and the equation of each variable', () => {
    const made = model(`${aux('birth rate', '0.1 * TIME', '<doc>per\nhead</doc><units>1/Year</units>')}
      <group name="People"><entity name="birth_rate"/></group>`);
    expect(made.program.variables.find((v) => v.name === 'birth rate')).toMatchObject({
      units: '1/Year',
      comment: 'per head',
      sector: 'People',
      line: 2,
      equation: 'birth rate = 0.1 * TIME',
    });
  });

  it('checks units, with the names and the definitions that it gives them', () => {
    const before =
      '<model_units><unit name="Head"><alias>Heads</alias></unit><unit name="Crowd"><eqn>Heads/km^2</eqn></unit></model_units>';
    const text = (unit: string): string =>
      file(
        `${aux('n', '10', '<units>Heads</units>')}${aux('area', '2', '<units>km^2</units>')}${aux('d', 'n / area', `<units>${unit}</units>`)}`,
        { before },
      ).replace('<sim_specs>', '<sim_specs time_units="Years">');
    expect(compile(text('Crowd')).program.variables).not.toHaveLength(0);
    expect(compile(text('Head/km^2')).program.variables).not.toHaveLength(0);
    expect(problemsOf(() => compile(text('Head')))[0]).toMatchObject({ code: 'MODEL_UNIT_CLASH' });
  });
});
