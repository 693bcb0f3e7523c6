import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../../test/growth.ts';
import { course, problemsOf } from '../../../test/small-model.ts';
import { aux, file, model, valuesOf } from '../../../test/xmile-file.ts';
import { compile } from '../../index.ts';
import { parse } from '../parse.ts';
import { isXmile } from './read.ts';

const stock = '<stock name="s"><eqn>1</eqn><inflow>f</inflow></stock><flow name="f"><eqn>s</eqn></flow>';

describe('the run settings', () => {
  it('are those of the file, with a step as it is or as its reciprocal', () => {
    const specs = '<start>1</start><stop>3</stop><dt reciprocal="true">4</dt>';
    expect(model(aux('y', 'DT'), { specs }).program.time).toEqual({
      start: 1,
      stop: 3,
      step: 0.25,
      saveEvery: 0.25,
      method: 'euler',
    });
    expect(model(aux('y', 'DT'), { specs: '<start>1</start><stop>3</stop>' }).program.time.step).toBe(1);
  });

  it('can be read as variables, but a variable of such a name does not change them', () => {
    const made = model(`${aux('y', 'TIME_STEP + FINAL_TIME')}${aux('TIME STEP', '99')}`);
    expect(made.program.time).toMatchObject({ step: 1, stop: 4 });
    expect(course(made, 'y')[0]).toBe(103);
  });

  it('may save less often than they step', () => {
    const text = file(aux('y', 'TIME')).replace('<sim_specs>', '<sim_specs isee:save_interval="2">');
    expect(course(compile(text, { units: 'off' }), 'y')).toEqual([0, 2, 4]);
  });

  // ds/dt = s over a step of 1: 1 + 1; 1 + 1 + 1/2; 1 + 1 + 1/2 + 1/6 + 1/24.
  it.each([
    ['Euler', 2],
    ['rk2', 2.5],
    ['RK4', 65 / 24],
    ['gear, rk4', 65 / 24],
  ])('take the method %s', (method, wanted) => {
    expect(course(model(stock, { method }), 's')[1]).toBeCloseTo(wanted, 12);
  });

  it('refuse a method that is not computed', () => {
    expect(problemsOf(() => model(stock, { method: 'gear' }))[0]).toMatchObject({
      code: 'MODEL_UNSUPPORTED',
      line: 1,
    });
  });

  it('do not trust the RK4 that Vensim writes into every file', () => {
    const vensim = { vendor: 'Ventana Systems, Inc.' };
    expect(problemsOf(() => model(stock, { ...vensim, method: 'RK4' }))[0]).toMatchObject({
      code: 'MODEL_TIME',
    });
    expect(course(model(stock, { ...vensim, method: 'rk4, euler' }), 's')[1]).toBeCloseTo(65 / 24, 12);
    expect(course(model(aux('y', '1'), { ...vensim, method: 'RK4' }), 'y')[0]).toBe(1);
  });

  it.each([
    ['<start>0</start>', 'stop'],
    ['<start>0</start><stop>ten</stop>', 'ten'],
    ['<start>0</start><stop>4</stop><dt>0</dt>', 'dt'],
  ])('that cannot be read are reported once: %s', (specs, word) => {
    const problems = problemsOf(() => model(aux('y', '1'), { specs }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'MODEL_TIME', line: 1 });
    expect(problems[0]?.message.en).toContain(word);
  });
});

describe('names and expressions', () => {
  it('are one with spaces, underscores, line breaks and quotes, in any case', () => {
    expect(valuesOf('Birth_RATE + "birth rate" + "birth\\nrate"', aux('birth\\nrate', '2'))[0]).toBe(6);
  });

  it('have comments, words for operators and IF as an expression', () => {
    expect(valuesOf('IF TIME &gt; 1 AND NOT (TIME = 3) THEN 1 {yes} ELSE 0')).toEqual([0, 0, 1, 0, 1]);
    expect(valuesOf('1 + (if TIME = 0 then 2 else if TIME = 1 then 3 else 4)')).toEqual([3, 4, 5, 5, 5]);
    expect(valuesOf('-2^2 + 2^3^2')[0]).toBe(508);
  });

  it('may have an initial value of their own', () => {
    expect(valuesOf('TIME * 2', '<stock name="s"><eqn>y</eqn></stock>')).toEqual([0, 2, 4, 6, 8]);
    const text = `<aux name="y"><eqn>TIME * 2</eqn><init_eqn>45</init_eqn></aux><stock name="s"><eqn>y</eqn></stock>`;
    expect(course(model(text), 's')[4]).toBe(45);
  });
});

describe('a fault', () => {
  it('has the line on which it stands, also within an equation of many lines', () => {
    const text = `${aux('a', '1')}\n<aux name="b"><eqn>a +\n  2 *\n  * 3</eqn></aux>`;
    expect(problemsOf(() => model(text))[0]).toMatchObject({
      code: 'MODEL_SYNTAX',
      line: 5,
      file: 'small.xmile',
    });
  });

  it('of a name offers the nearest', () => {
    const [problem] = problemsOf(() => model(`${aux('birth rate', '1')}\n${aux('y', 'birth_rat * 2')}`));
    expect(problem).toMatchObject({ code: 'MODEL_UNKNOWN_NAME', line: 3 });
    expect(problem?.hint.en).toContain('birth rate');
  });

  it('of an equation that was lost, or never there, says so', () => {
    expect(problemsOf(() => model(aux('y', ' ??? ')))[0]?.message.en).toContain('lost');
    expect(problemsOf(() => model('<aux name="y"/>'))[0]?.message.en).toContain('no equation');
  });

  it('of a tag that might bear on numbers is one, of a tag that does not is none', () => {
    const [problem] = problemsOf(() => model(aux('y', '1', '<growth>2</growth>')));
    expect(problem).toMatchObject({ code: 'MODEL_UNSUPPORTED', line: 2 });
    expect(valuesOf('1', '<isee:dependencies/>')[0]).toBe(1);
    expect(
      course(model(aux('y', '1', '<display x="1"/><isee:summing/><range min="0" max="2"/>')), 'y')[0],
    ).toBe(1);
  });

  it('of the XML has a line, what was expected, and no other fault beside it', () => {
    const problems = problemsOf(() => compile('<xmile>\n<model>\n<a></b>\n</model></xmile>'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'MODEL_SYNTAX', line: 3 });
    expect(problems[0]?.expected?.en).toContain('XMILE');
  });

  it('of another XML says what it is', () => {
    expect(problemsOf(() => compile('<?xml version="1.0"?><svg/>'))[0]?.message.en).toContain('<svg>');
  });

  it('of a variable that is not closed is mended, with a warning', () => {
    const text = file('<aux name="y"><eqn>2</eqn>\n<aux name="z"><eqn>y</eqn></aux>');
    const made = compile(text, { units: 'off' });
    expect(course(made, 'z')[0]).toBe(2);
    expect(made.program.warnings[0]).toMatchObject({ line: 3 });
  });
});

describe('a text', () => {
  it('is distinguished from Vensim by how it begins', () => {
    expect(isXmile('\uFEFF \n<?xml version="1.0"?><xmile/>')).toBe(true);
    expect(isXmile('<xmile version="1.0">')).toBe(true);
    expect(isXmile('{UTF-8}\na = 1 ~~|')).toBe(false);
    expect(isXmile('"<xmile>" = 1 ~~|')).toBe(false);
  });

  it('may have comments with dashes, CR-only lines and a mark of byte order', () => {
    const text = `\uFEFF${file(aux('y', '2'))}`.replace('<model>', '<!-- a -- b -->\r<model>');
    expect(course(compile(text, { units: 'off' }), 'y')[0]).toBe(2);
  });

  it('that would grow without end by its entities does not', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(problemsOf(() => compile(`<?xml version="1.0"?>${bomb}${file(aux('y', '&b;'))}`))[0]?.code).toBe(
      'MODEL_SYNTAX',
    );
  });

  it('that is nested without end is refused', () => {
    expect(problemsOf(() => compile(`<xmile>${'<a>'.repeat(100_000)}`))[0]?.message.en).toContain(
      'inside each other',
    );
    expect(problemsOf(() => compile(file(aux('y', `${'('.repeat(50_000)}1`)))).length).toBeGreaterThan(0);
  });

  const over = '<dimensions><dim name="D"/></dimensions>';
  const large = '<dim name="D" size="100000"/>';
  it.each([
    ['elements', file(aux('y', 'D', over), { dimensions: '<dim name="D" size="9999999999"/>' })],
    ['equations', file(['a', 'b', 'c'].map((name) => aux(name, 'D', over)).join(''), { dimensions: large })],
    [
      'slices',
      file(
        [...'abcdefg'].map((name, i) => aux(name, `SUM(x[${i + 1}:99999])`)).join('') + aux('x', '1', over),
        {
          dimensions: large,
        },
      ),
    ],
    [
      'units',
      file(aux('y', '1', '<units>a</units>'), {
        before:
          '<model_units><unit name="a"><eqn>b*b</eqn></unit><unit name="b"><eqn>a*a</eqn></unit></model_units>',
      }),
    ],
  ])('that asks for more %s than there can be is refused', (_, text) => {
    expect(parse(text, 'large.xmile').problems.length).toBeGreaterThan(0);
  });

  it('is read in a time that grows with its length alone', () => {
    const long = (n: number): string =>
      file(Array.from({ length: n }, (_, i) => aux(`v${i}`, `${i} + TIME`)).join('\n'));
    const reading = (n: number) => {
      const text = long(n);
      return () => parse(text, 'long.xmile');
    };
    expect(growth(reading, 1000, 8000)).toBeLessThan(24);
  });

  const whole = file(
    `${stock}${aux('y', 'LOOKUP(g, s) + SUM(a[*])')}<gf name="g"><xpts>0,1</xpts><ypts>1,2</ypts></gf>
    <aux name="a"><dimensions><dim name="D"/></dimensions><element subscript="1"><eqn>1</eqn></element></aux><module name="m"/>`,
    { dimensions: '<dim name="D" size="2"/>', after: '<model name="m"><variables/></model>' },
  );

  it('that is cut off anywhere gives faults and nothing else', () => {
    for (let length = 0; length < whole.length; length += 7) {
      expect(() => problemsOf(() => compile(whole.slice(0, length)))).not.toThrow();
    }
  });

  it('that is changed anywhere gives faults or numbers, and nothing else', () => {
    const signs = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '&',
      '[',
      ']',
      '*',
      '(',
      ')',
      ':',
      '.',
      '{',
      '0',
      'a',
      '\n',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(12), fc.array(signs, { maxLength: 4 }), (at, cut, put) => {
        problemsOf(() =>
          compile(whole.slice(0, at) + put.join('') + whole.slice(at + cut), { units: 'warn' }),
        );
      }),
      { numRuns: 300 },
    );
  });
});
