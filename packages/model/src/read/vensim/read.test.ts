import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../../test/growth.ts';
import { print } from '../../syntax/ast.ts';
import type { ParsedModel } from '../../syntax/parsed-model.ts';
import { readVensim } from './read.ts';

const read = (text: string): ParsedModel => readVensim(text, 'm.mdl');
const whole = (text: string): ParsedModel => {
  const parsed = read(text);
  expect(parsed.problems.map((p) => p.message.en)).toEqual([]);
  return parsed;
};
const one = (text: string) => {
  const [equation, ...more] = whole(text).equations;
  if (equation === undefined || more.length > 0) throw new Error('not one equation');
  return equation;
};
const range = (text: string) => {
  const [dimension, ...more] = whole(text).dimensions;
  if (dimension === undefined || more.length > 0) throw new Error('not one range');
  return dimension;
};
const faults = (text: string): [line: number, message: string, expected: string][] =>
  read(text).problems.map((p) => [p.line, p.message.en, p.expected?.en ?? '']);

describe('an equation', () => {
  it('keeps its name, subscripts, units, comment, line and text', () => {
    expect(
      one('\n\n Net\tflow [ Dim A , b ] = x \\\n\t + { why } 1 ~ home/Year [0,?] ~ It\'s 24" wide |'),
    ).toMatchObject({
      name: 'Net flow',
      subs: ['Dim A', 'b'],
      except: [],
      units: 'home/Year [0,?]',
      comment: 'It\'s 24" wide',
      line: 3,
      text: 'Net flow [ Dim A , b ] = x + 1',
    });
  });

  it.each([
    ['a = b ~~|', 'b'],
    ['a == 7 ~~|', '7'],
    ['a := b * 2 ~~|', 'b * 2'],
    ['a = b ~ Dmnl |', 'b'],
    ['a=b~~~:SUPPLEMENTARY|', 'b'],
    ['"a | ~ b" = "c ~ |" ~~|', '"c ~ |"'],
    ['"say \\"a\\" | b" = 1 ~~|', '1'],
    ["a = GET DIRECT DATA('f.csv', '|', 'A', 'B2') ~~|", "GET DIRECT DATA('f.csv', '|', 'A', 'B2')"],
    ["workers' pay = boss' pay ~~|", "boss' pay"],
    ['a = { not | this ~ { or this } } b ~~|', 'b'],
    ['a = A FUNCTION OF(b, -c) ~~|', 'A FUNCTION OF(b, -c)'],
  ])('may be written %s', (text, wanted) => {
    const { right } = one(text);
    expect(right.kind === 'expression' ? print(right.expression) : right.kind).toBe(wanted);
  });

  it('may leave elements out, in several sets', () => {
    expect(one('a[D, E] :EXCEPT: [x, E], [y, z]  [D,\\\n\t q] = 1 ~~|').except).toEqual([
      ['x', 'E'],
      ['y', 'z'],
      ['D', 'q'],
    ]);
  });

  it.each([
    [':RAW:', 'raw'],
    [':INTERPOLATE:', 'interpolate'],
    [':HOLD BACKWARD:', 'hold backward'],
    [':LOOK FORWARD:', 'look forward'],
  ])('may be read from data as %s', (word, mode) => {
    expect(one(`a[D] ${word} ~~|`)).toMatchObject({ mode, right: { kind: 'data' } });
    expect(one(`a[D]${word}:= GET XLS DATA('f', 'tab', 'A', 'B2') ~~|`)).toMatchObject({
      mode,
      right: { kind: 'expression', expression: { kind: 'call', fn: 'GET XLS DATA' } },
    });
  });

  it('without a right side is a variable from data', () => {
    expect(one('a ~ home ~|')).toMatchObject({ name: 'a', right: { kind: 'data' } });
  });
});

describe('a list of constants', () => {
  it.each([
    ['1, -2, +3e1', [[1, -2, 30]]],
    [
      '1,2;\n\t3,4;\n\t',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['1;2;3', [[1], [2], [3]]],
    ['5;', [[5]]],
    ['1, :NA:', [[1, -(2 ** 109)]]],
    [
      'TABBED ARRAY(\n\t1\t2 3\n\t-4\t5e0\t6\n)',
      [
        [1, 2, 3],
        [-4, 5, 6],
      ],
    ],
    ['TABBED ARRAY( 1 2 )', [[1, 2]]],
  ])('may be written %s', (text, rows) => {
    expect(one(`a[D] = ${text} ~~|`).right).toEqual({ kind: 'list', rows });
  });
});

describe('a lookup', () => {
  it.each([['t( (0,0),(1,2) ) ~~|'], ['t([(0,0)-(2,10),(0.5,1)],(0,0),(1,2)) ~~|'], ['t(0, 1, 0, 2) ~~|']])(
    'may be written %s',
    (text) => {
      expect(one(text).right).toEqual({
        kind: 'table',
        points: [
          [0, 0],
          [1, 2],
        ],
      });
    },
  );

  it('may come from a file', () => {
    expect(one("t[D](GET DIRECT LOOKUPS('f.csv', ',', 'A', 'B2*')) ~~|")).toMatchObject({
      subs: ['D'],
      right: { kind: 'expression', expression: { kind: 'call', fn: 'GET DIRECT LOOKUPS' } },
    });
  });
});

describe('a subscript range', () => {
  it.each([
    ['D: a, b c ,"d, e" ~~|', ['a', 'b c', '"d, e"']],
    ['D : (A8-A11), Z ~~|', ['A8', 'A9', 'A10', 'A11', 'Z']],
    ['D: (x 01-x 03) ~~|', ['x 01', 'x 02', 'x 03']],
    ['D: 1990, 2000 ~~|', ['1990', '2000']],
  ])('%s has its elements', (text, members) => {
    expect(range(text)).toMatchObject({ name: 'D', members, mappings: [] });
  });

  it.each([
    ['-> E', [{ to: 'E', members: [] }]],
    ['-> (E: e1, e2)', [{ to: 'E', members: ['e1', 'e2'] }]],
    [
      '->E, (F: (f1-f2)), G',
      [
        { to: 'E', members: [] },
        { to: 'F', members: ['f1', 'f2'] },
        { to: 'G', members: [] },
      ],
    ],
  ])('may map to others: %s', (text, mappings) => {
    expect(range(`D: a, b ${text} ~~|`).mappings).toEqual(mappings);
  });

  it('may be another name of one, or come from a file', () => {
    expect(range('D <-> E ~~|')).toMatchObject({ name: 'D', aliasOf: 'E' });
    expect(range("D: GET XLS SUBSCRIPT('f.xlsx', 't', 'A2', 'A9', '') -> E ~~|")).toMatchObject({
      members: [],
      mappings: [{ to: 'E' }],
      fromData: { kind: 'call', fn: 'GET XLS SUBSCRIPT' },
    });
  });

  it.each(['(A1-B9)', '(A9-A1)', '(A-B)', '(A1-A999999999)'])('that is no range is reported: %s', (text) => {
    expect(faults(`\nD: ${text} ~~|`)).toEqual([
      [2, expect.stringContaining(text), expect.stringContaining('(A1-A9)')],
    ]);
  });
});

describe('the rest of the file', () => {
  const stars = '*'.repeat(20);
  const sketch =
    '\\\\\\---/// Sketch information\nV300\n*View 1\n10,1,a | b = ~,1\n///---\\\\\\\n:L\x7f<%^E!@\n';

  it('may have groups, a header, and any line ends', () => {
    const text = `{UTF-8}\na=1~~|\n${stars}\n\t.homes|all\n${stars}~\n\tabout\n\t|\nb=2~~|\n`;
    for (const ends of ['\n', '\r\n', '\r']) {
      const { equations } = whole(text.replaceAll('\n', ends));
      expect(equations.map((e) => [e.name, e.sector, e.line])).toEqual([
        ['a', '', 2],
        ['b', 'homes|all', 8],
      ]);
    }
  });

  it('may hold a sketch, of which only the settings count', () => {
    const parsed = whole(
      `a = GET XLS DATA('?data', 't', 'A', 'B2') ~~|\n${sketch}15:0,0,0,5,0,0\n22:fte,job\n30:?data=prices.xlsx\n`,
    );
    expect(parsed.equations).toHaveLength(1);
    expect(parsed.equations[0]?.right).toMatchObject({
      expression: { args: [{ text: 'prices.xlsx' }, {}, {}, {}] },
    });
    expect(parsed.unitSynonyms).toEqual([['fte', 'job']]);
    expect(parsed.settings).toEqual({ method: 'rk4', line: 8 });
  });

  it.each([
    [0, undefined],
    [1, 'rk4'],
    [3, 'rk2'],
    [4, 'rk2'],
    [5, 'rk4'],
  ])('says with number %d in row 15 how stocks are carried on: %s', (code, method) => {
    const parsed = whole(`a=1~~|\n${sketch}15:0,0,0,${code},0,0\n`);
    expect(parsed.settings?.method).toBe(method);
    expect(parsed.warnings?.length ?? 0).toBe(code === 1 || code === 3 ? 1 : 0);
  });

  it('is refused where it asks for a way of integration that is not computed', () => {
    expect(read(`a=1~~|\n${sketch}15:0,0,0,2,0,0\n`).problems).toMatchObject([
      { code: 'MODEL_UNSUPPORTED', line: 8 },
    ]);
  });

  it('may hold reality checks, which are passed over with a word', () => {
    const parsed = whole(
      'c:THE CONDITION: a=0:IMPLIES:b=0 ~~|\nt[D] :TEST INPUT: a = RC STEP(a, 0) ~~|\na = 1 ~~|',
    );
    expect(parsed.equations.map((e) => e.name)).toEqual(['a']);
    expect(parsed.warnings?.map((w) => [w.code, w.line])).toEqual([
      ['MODEL_UNSUPPORTED', 1],
      ['MODEL_UNSUPPORTED', 2],
    ]);
  });

  it('may hold macros anywhere', () => {
    const parsed = whole(
      'a=1~~|\n:MACRO: M ( x, y z : out )\nM = x ~~|\nout = y z ~~|\n:END OF MACRO:\nb = 2 ~~|',
    );
    expect(parsed.equations.map((e) => e.name)).toEqual(['a', 'b']);
    expect(parsed.macros).toMatchObject([
      { name: 'M', inputs: ['x', 'y z'], outputs: ['M', 'out'], line: 2 },
    ]);
    expect(parsed.macros?.[0]?.equations.map((e) => [e.name, e.line])).toEqual([
      ['M', 3],
      ['out', 4],
    ]);
  });
});

describe('a fault', () => {
  it.each([
    ['a = 1 +\n  b c ( ~~|\nd = 1 ~~|', 2, '(column 8)', 'a number'],
    ['a = 1\n  2 ~~|', 2, '"2" does not fit here (column 3)', 'an operator'],
    ['\n2a = 1 ~~|', 2, '"2a" does not fit here (column 1)', 'quotation marks'],
    ['a b ~ c = 1 ~ |\nd 1 ~~|\n= 1 ~~|', 3, '"="', 'name of a variable'],
    ['a[D] :SOMETIMES: = 1 ~~|', 1, '":SOMETIMES:"', '='],
    ['a = 1 ~~|\n{ open\nb = 2 ~~|', 2, 'on line 2 is not closed', ''],
    ['a = 1 { open\n ~~|\nb = 2 ~~|', 1, 'on line 1 is not closed', ''],
    [':MACRO: M(x\nM = x ~~|\n:END OF MACRO:\na=1~~|', 1, 'ends too soon (column 12)', ')'],
    ['a[D] = 1, 2, x ~~|', 1, '"x"', 'a number'],
    ['a = 1 ~~| b = 2', 1, 'not closed', ''],
  ])('in %j is reported with line, column and what was expected', (text, line, tells, expected) => {
    const found = faults(text);
    expect(found).toEqual([[line, expect.stringContaining(tells), expect.stringContaining(expected)]]);
  });

  it('leaves the other definitions to be read', () => {
    const parsed = read('a = ) ~~|\nb = 1 ~~|\n"c d" = 1 2 ~~|\ne = 2 ~~|');
    expect(parsed.equations.map((e) => e.name)).toEqual(['b', 'e']);
    expect([...parsed.unread]).toEqual(['a', 'c d']);
  });
});

describe('hostile text', () => {
  const bits = [
    '|',
    '~',
    '(',
    ')',
    '[',
    ']',
    ',',
    '"',
    "'",
    '{',
    '}',
    ':',
    '=',
    '!',
    '-',
    '^',
    ' ',
    '\n',
    '\r',
    '\\',
  ];
  const words = [
    'a',
    '1',
    ';',
    '<->',
    '->',
    ':EXCEPT:',
    ':MACRO:',
    ':MACRO: M(x)',
    ':END OF MACRO:',
    ':RAW:',
    'TABBED ARRAY(',
  ];
  const more = ['****\n', '\n\\\\\\---///', '\n15:', '(A1-A9)', 'M(', '\ufeff', '\u{1f600}'];

  it('of any signs is read or refused with a line of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits, ...words, ...more), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line } of read(text).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([...bits, ...words, ...more, 'a = ', '"a\\\n', "('", '{a', 'a\n', '\\ \\', ':MACRO: a('])(
    'of %j over and over takes time in proportion to its length',
    (bit) => {
      const reading = (size: number) => {
        const text = bit.repeat(Math.ceil(size / bit.length));
        return () => read(text);
      };
      expect(growth(reading, 25_000, 200_000)).toBeLessThan(24);
    },
  );

  it('may be long: four times the equations take far less than sixteen times as long', () => {
    const model = (count: number): string =>
      Array.from(
        { length: count },
        (_, i) => `stock ${i} = INTEG(rate ${i} * 2 - MAX(a, b[D]) / c, 10)\n\t~ home\n\t~ what it is |\n`,
      ).join('');
    const reading = (count: number) => {
      const text = model(count);
      expect(read(text).equations).toHaveLength(count);
      return () => read(text);
    };
    expect(growth(reading, 5_000, 20_000)).toBeLessThan(12);
  });
});
