import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf, small, withTime } from '../../test/small-model.ts';
import { compile, type ModelProblem } from '../index.ts';

const dims = 'Area: SGE, Kempen ~~|\n';

/** Each text has its fault on the line that is named. */
const cases: readonly (readonly [what: string, text: string, code: string, line: number, tells: string])[] = [
  ['an unbalanced parenthesis', '\ny = (1 + 2 ~ Dmnl ~ |', 'MODEL_SYNTAX', 2, 'ends too soon (column 11)'],
  [
    'a missing operator on a later line',
    'x = 1 ~ Dmnl ~ |\ny = x *\n 2\n x ~ Dmnl ~ |',
    'MODEL_SYNTAX',
    4,
    'x',
  ],
  ['missing ~ signs', '\n\ny = 1 |', 'MODEL_SYNTAX', 3, '~'],
  ['a strange character', 'y = 1 # 2 ~ Dmnl ~ |', 'MODEL_SYNTAX', 1, '#'],
  ['too few arguments', '\ny = MAX(1) ~ Dmnl ~ |', 'MODEL_SYNTAX', 2, 'MAX'],
  ['INTEG inside an expression', '\ny = 1 + INTEG(1, 0) ~ Dmnl ~ |', 'MODEL_SYNTAX', 2, 'INTEG'],
  ['a lookup without input', 't((0,0),(1,1)) ~ Dmnl ~ |\ny = t + 1 ~ Dmnl ~ |', 'MODEL_SYNTAX', 2, 't'],
  ['a call of what is no lookup', 'a = 1 ~ Dmnl ~ |\ny = a(2) ~ Dmnl ~ |', 'MODEL_SYNTAX', 2, 'lookup'],
  [
    'an unknown name',
    'builders = 1 ~ Dmnl ~ |\ny = 2 * builers ~ Dmnl ~ |',
    'MODEL_UNKNOWN_NAME',
    2,
    'builers',
  ],
  ['an unknown function', '\ny = MAXX(1, 2) ~ Dmnl ~ |', 'MODEL_UNKNOWN_NAME', 2, 'MAXX'],
  [
    'a variable that is defined twice',
    'y = 1 ~ Dmnl ~ |\n\nY = 2 ~ Dmnl ~ |',
    'MODEL_DUPLICATE',
    3,
    'line 1',
  ],
  [
    'an element that is defined twice',
    `${dims}y[Area] = 1 ~ Dmnl ~ |\ny[SGE] = 2 ~ Dmnl ~ |`,
    'MODEL_DUPLICATE',
    3,
    'y[SGE]',
  ],
  [
    'a list of values for a variable without subscripts',
    'y = 1, 2 ~ Dmnl ~ |',
    'MODEL_SUBSCRIPT',
    1,
    'The list of y has 2 values',
  ],
  ['a definition of Time', '\nTime = 3 ~ Year ~ |', 'MODEL_DUPLICATE', 2, 'Time'],
  ['a variable named as a dimension', `${dims}Area = 3 ~ Year ~ |`, 'MODEL_DUPLICATE', 2, 'Area'],
  [
    'a loop within a step',
    'a = b ~ Dmnl ~ |\nb = c + 1 ~ Dmnl ~ |\nc = a * 2 ~ Dmnl ~ |',
    'MODEL_LOOP',
    1,
    'small.mdl:3',
  ],
  [
    'a loop of initial values',
    's = INTEG(1, r) ~ Dmnl ~ |\nr = s + 1 ~ Dmnl ~ |',
    'MODEL_LOOP',
    1,
    'small.mdl:2',
  ],
  ['a function that is not computed', '\ny = SINTEG(1, 2) ~ Dmnl ~ |', 'MODEL_UNSUPPORTED', 2, 'SINTEG'],
  [
    'a range from a spreadsheet',
    "\nR: GET XLS SUBSCRIPT('a', 'b', 'A1', 'A9', '') ~ ~ |",
    'MODEL_DATA',
    2,
    'no data was given',
  ],
  [
    'a macro that calls itself',
    '\n:MACRO: GROW(x, y)\nGROW = GROW(x, y) ~ Dmnl ~ |\n:END OF MACRO:\nz = GROW(1, 2) ~ Dmnl ~ |',
    'MODEL_UNSUPPORTED',
    3,
    'GROW',
  ],
  [
    'a macro that is not closed',
    'z = 1 ~ Dmnl ~ |\n:MACRO: GROW(x, y)\nGROW = x * y ~ Dmnl ~ |',
    'MODEL_SYNTAX',
    2,
    'GROW',
  ],
  [
    'a tabbed array with a word in it',
    `${dims}y[Area] = TABBED ARRAY(\n1\ttwo\n) ~ Dmnl ~ |`,
    'MODEL_SYNTAX',
    3,
    'two',
  ],
  ['a text', "\ny = 1 + 'one' ~ Dmnl ~ |", 'MODEL_UNSUPPORTED', 2, 'one'],
  [
    'an order of delay that varies',
    '\ny = DELAY N(1, 2, 0, Time) ~ Dmnl ~ |',
    'MODEL_UNSUPPORTED',
    2,
    'DELAY N',
  ],
  ['an unknown dimension', '\ny[Aera] = 1 ~ Dmnl ~ |', 'MODEL_SUBSCRIPT', 2, 'Aera'],
  [
    'a dimension only on the right',
    `${dims}a[Area] = 1 ~ Dmnl ~ |\ny = a[Area] ~ Dmnl ~ |`,
    'MODEL_SUBSCRIPT',
    3,
    'Area',
  ],
  [
    'too many subscripts',
    `${dims}a = 1 ~ Dmnl ~ |\ny[Area] = a[Area] ~ Dmnl ~ |`,
    'MODEL_SUBSCRIPT',
    3,
    '0 dimensions',
  ],
  [
    'an element that was never defined',
    `${dims}a[SGE] = 1 ~ Dmnl ~ |\ny = a[Kempen] ~ Dmnl ~ |`,
    'MODEL_SUBSCRIPT',
    3,
    'a[Kempen]',
  ],
  ['a list of the wrong length', `${dims}y[Area] = 1, 2, 3 ~ Dmnl ~ |`, 'MODEL_SUBSCRIPT', 2, 'has 3'],
  [
    'a sum without a mark',
    `${dims}a[Area] = 1 ~ Dmnl ~ |\ny = SUM(a[SGE]) ~ Dmnl ~ |`,
    'MODEL_SUBSCRIPT',
    3,
    'SUM',
  ],
  [
    'a mark without a sum',
    `${dims}a[Area] = 1 ~ Dmnl ~ |\ny = a[Area!] ~ Dmnl ~ |`,
    'MODEL_SUBSCRIPT',
    3,
    'Area!',
  ],
  ['a mapping of unlike length', 'A: a1, a2 -> B ~~|\nB: b1 ~~|', 'MODEL_SUBSCRIPT', 1, 'mapping'],
  ['a table with two y for one x', '\nt((0,0),(1,1),(1,2)) ~ Dmnl ~ |', 'MODEL_TABLE', 2, 'x = 1'],
];

describe('an argument that was left out', () => {
  it('is reported as such, with the equation', () => {
    const text = 'c = INTEG(1, ) ~~|\nINITIAL TIME = 0 ~~|\nFINAL TIME = 1 ~~|\nTIME STEP = 1 ~~|\n';
    const read = (): unknown => compile(text, { units: 'off' });
    expect(read).toThrow(/MODEL_SYNTAX In the equation of c an argument is empty/);
  });
});

describe('a fault in the text', () => {
  it.each(cases)('(%s) is reported with its code and line', (_, text, code, line, tells) => {
    const problems = problemsOf(() => small(text));
    const found = problems.filter((p) => p.code === code && p.line === line);
    expect(found, JSON.stringify(problems.map((p) => [p.code, p.line, p.message.en]))).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(found[0]?.file).toBe('small.mdl');
    expect(found[0]?.message.en).toContain(tells);
    for (const text of [found[0]?.message, found[0]?.hint]) {
      expect(text?.nl).not.toMatch(/\{\w+\}/);
      expect(text?.en).not.toMatch(/\{\w+\}/);
    }
  });

  it('offers the names that are near', () => {
    const [problem] = problemsOf(() => small('builders = 1 ~ Dmnl ~ |\ny = 2 * builers ~ Dmnl ~ |'));
    expect(problem?.hint).toEqual({ nl: 'Bedoelde u: builders?', en: 'Did you mean: builders?' });
  });

  it('does not hide another: all are reported, in order of line', () => {
    const problems = problemsOf(() => small('a = b1 ~ Dmnl ~ |\nc = ) ~ Dmnl ~ |\nd = c + e1 ~ Dmnl ~ |'));
    expect(problems.map((p) => [p.code, p.line])).toEqual([
      ['MODEL_UNKNOWN_NAME', 1],
      ['MODEL_SYNTAX', 2],
      ['MODEL_UNKNOWN_NAME', 3],
    ]);
  });

  it('in a lookup is reported at the lookup, and not at who reads it', () => {
    const text = 'curve((0,0),(0,1),(1,1)) ~~|\ny = curve(0) ~~|\nz = LOOKUP SLOPE(curve, 0, 1) ~~|';
    expect(problemsOf(() => small(text)).map(({ code, line }) => [code, line])).toEqual([['MODEL_TABLE', 1]]);
  });

  it('that is a loop is reported once per loop, not once per element', () => {
    const problems = problemsOf(() =>
      small(
        `${dims}a[Area] = b[Area] ~ Dmnl ~ |\nb[Area] = a[Area] ~ Dmnl ~ |\nc = c + 1 ~ Dmnl ~ |\nd = a[SGE] ~ Dmnl ~ |`,
      ),
    );
    expect(problems.map((p) => [p.code, p.line])).toEqual([
      ['MODEL_LOOP', 2],
      ['MODEL_LOOP', 4],
    ]);
    expect(problems[0]?.message.en).toContain('a[SGE] (small.mdl:2) -> b[SGE] (small.mdl:3) -> a[SGE]');
  });

  it('of any kind is reported as a problem with a line in the text, never as a crash', () => {
    const whole = withTime(`${dims}t((0,0),(1,1)) ~ Dmnl ~ |
a[Area] = 1, 2 ~ home ~ |
b[Area] :EXCEPT: [SGE] = DELAY3(a[Area], w) ~ home ~ a note |
b[SGE] = IF THEN ELSE(t(1) > 0 :AND: :NOT: Time = w, SUM(a[Area!]), -2^2 * a[SGE]) ~ home ~ |
w = 2 ~ Year ~ |
"q (r)" = INTEG(b[SGE] / w, 0) ~ home ~ |`);
    const lines = whole.split('\n').length;
    const bits = [
      '|',
      '~',
      '(',
      ')',
      '[',
      ']',
      ',',
      '"',
      '{',
      '}',
      ':',
      '=',
      '!',
      '-',
      '^',
      ' ',
      '\n',
      'a',
      'MAX',
      ';',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length), fc.nat(6), fc.constantFrom('', ...bits)), {
          minLength: 1,
          maxLength: 3,
        }),
        (edits) => {
          let text = whole;
          for (const [at, remove, put] of edits) text = text.slice(0, at) + put + text.slice(at + remove);
          for (const problem of problemsOf(() => compile(text))) {
            expect(problem.line).toBeGreaterThanOrEqual(1);
            expect(problem.line).toBeLessThanOrEqual(lines + 4);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in the time settings is reported too', () => {
    const codes = (text: string): [string, string][] =>
      problemsOf(() => compile(text, { units: 'off' })).map((p) => [p.code, p.message.en]);
    expect(codes('a = 1 ~ Dmnl ~ |')).toHaveLength(3);
    expect(codes(withTime('', { step: 0.3 }))).toEqual([
      ['MODEL_TIME', expect.stringContaining('TIME STEP')],
    ]);
    expect(codes(withTime('').replace('SAVEPER = TIME STEP', 'SAVEPER = 1.5'))).toEqual([
      ['MODEL_TIME', expect.stringContaining('SAVEPER')],
    ]);
    expect(codes('a = 1 ~ Dmnl ~ ')[0]).toEqual(['MODEL_SYNTAX', expect.stringContaining('closed')]);
  });
});

describe('a bad question', () => {
  const model = small(`${dims}a[Area] = 1, 2 ~ Dmnl ~ |
c = 3 ~ Dmnl ~ |
t((0,0),(1,1)) ~ Dmnl ~ |
s = INTEG(a[SGE] * c + t(c), 0) ~ Dmnl ~ |`);
  const ask = (request: Partial<Parameters<typeof model.run>[0]>): readonly ModelProblem[] =>
    problemsOf(() => model.run({ futures: { count: 2 }, outcomes: ['s'], ...request }));

  it.each([
    ['a lever that is no name', { levers: { d: 1 } }, '"d"'],
    ['a lever that is no element', { levers: { 'a[Peel]': 1 } }, 'a[Peel]'],
    ['a lever that is a stock', { levers: { s: 1 } }, 'a stock'],
    ['a lever that is a lookup', { levers: { t: 1 } }, 'a lookup'],
    ['a lever that is a time setting', { levers: { 'TIME STEP': 1 } }, 'time setting'],
    ['a lever that is not a number', { levers: { c: Number.NaN } }, 'NaN'],
    [
      'values of the wrong length',
      { futures: { count: 3, values: { c: Float64Array.of(1, 2) } } },
      '2 values',
    ],
    [
      'values that are not numbers',
      { futures: { count: 2, values: { c: Float64Array.of(1, 1 / 0) } } },
      'Infinity',
    ],
    [
      'a constant that is given twice',
      { levers: { c: 1 }, futures: { count: 1, values: { C: Float64Array.of(1) } } },
      'twice',
    ],
    ['no futures', { futures: { count: 0 } }, 'is 0'],
    ['an outcome that is no name', { outcomes: ['q'] }, '"q"'],
    ['an outcome without its subscript', { outcomes: ['a'] }, 'a[SGE] ; a[Kempen]'],
    ['an outcome that is a lookup', { outcomes: ['t'] }, 'lookup'],
    ['a time between steps', { at: [0.5] }, '0.5'],
    ['a time after the end', { at: [5] }, '5'],
    ['times that go back', { at: [2, 1] }, '1'],
  ])('(%s) is refused', (_, request, tells) => {
    const problems = ask(request);
    expect(problems.map((p) => p.code)).toEqual(['MODEL_BAD_INPUT']);
    expect(problems[0]?.message.en).toContain(tells);
  });

  it('for an outcome that was not asked is refused', () => {
    const result = model.run({ futures: { count: 1 }, outcomes: ['s'] });
    expect(problemsOf(() => result.get('c')).map((p) => p.code)).toEqual(['MODEL_BAD_INPUT']);
  });
});

describe('a number that goes wrong', () => {
  const model = small(`room = 5 - Time * speed ~ Dmnl ~ |
speed = 1 ~ Dmnl ~ |
share = LN(room) ~ Dmnl ~ |
stock = INTEG(share, 0) ~ Dmnl ~ |
crowd = 1 / (stock - stock) ~ Dmnl ~ |`);

  it('is reported with its element, time, future, line and inputs', () => {
    const speed = new Float64Array(100).fill(1);
    speed[77] = 2;
    const [problem, ...others] = problemsOf(() =>
      model.run({ futures: { count: 100, values: { speed } }, outcomes: ['stock'] }),
    );
    expect(others).toEqual([]);
    expect(problem?.code).toBe('MODEL_NOT_A_NUMBER');
    expect(problem?.line).toBe(3);
    expect(problem?.message.en).toBe('share is NaN at time 3 in future 77 (room = -1)');
    expect(problem?.message.nl).toBe('share is NaN op tijd 3 in toekomst 77 (room = -1)');
  });

  it('is found in an outcome and in one future alone', () => {
    const [problem] = problemsOf(() => model.run({ futures: { count: 1 }, outcomes: ['crowd'] }));
    expect(problem?.message.en).toContain('crowd is Infinity at time 0 in future 0');
    expect(problem?.line).toBe(5);
  });

  it('does not stop a run in which all goes well', () => {
    expect(model.run({ futures: { count: 1 }, levers: { speed: 0.5 }, outcomes: ['stock'] }).count).toBe(1);
  });
});
