import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../test/growth.ts';
import type { Expression } from '../syntax/ast.ts';
import { readExpression } from './expression.ts';
import { isFault, type ReadFault } from './read-fault.ts';
import type { Dialect } from './scanner.ts';
import { readTexts } from './texts.ts';

const read = (text: string, dialect: Dialect = 'vensim'): Expression => {
  const found = readExpression(text, dialect);
  if (isFault(found)) throw new Error(`${found.fault.en} at ${found.at}`);
  return found;
};

const fault = (text: string, dialect: Dialect = 'vensim', offset = 0): ReadFault => {
  const found = readExpression(text, dialect, offset);
  if (!isFault(found)) throw new Error(`read as ${shape(found)}`);
  return found;
};

/** An expression with a parenthesis around every operation, so that the order shows. */
function shape(e: Expression): string {
  const list = (items: readonly Expression[]): string => items.map(shape).join(', ');
  switch (e.kind) {
    case 'number':
      return String(e.value);
    case 'name':
      return e.subs.length === 0 ? e.name : `${e.name}[${e.subs.join(',')}]`;
    case 'call':
      return `${e.fn}(${list(e.args)}${e.outs === undefined ? '' : ` : ${list(e.outs)}`})`;
    case 'lookup-call':
      return `${e.name}[${e.subs.join(',')}](${shape(e.arg)})`;
    case 'table':
      return JSON.stringify(e.points);
    case 'negative':
      return `(-${shape(e.of)})`;
    case 'not':
      return `(not ${shape(e.of)})`;
    case 'parens':
      return shape(e.of);
    case 'binary':
      return `(${shape(e.left)} ${e.op} ${shape(e.right)})`;
    case 'string':
      return `'${e.text}'`;
    case 'keyword':
      return e.text;
  }
}

describe('the order of operators', () => {
  it.each([
    ['-2^2', '(-(2 ^ 2))'],
    ['2^3^2', '(2 ^ (3 ^ 2))'],
    ['2^-3^2', '(2 ^ (-(3 ^ 2)))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c', '((a / b) * c)'],
    ['a + b * -c ^ d', '(a + (b * (-(c ^ d))))'],
    ['- - a', '(-(-a))'],
    ['+a - +b', '(a - b)'],
    ['-a * b', '((-a) * b)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a + b > c - 1', '((a + b) > (c - 1))'],
  ])('of %s is %s in both languages', (text, wanted) => {
    expect(shape(read(text))).toBe(wanted);
    expect(shape(read(text, 'xmile'))).toBe(wanted);
  });

  it.each([
    [':NOT: a = b', '(not (a = b))'],
    ['a :OR: b :AND: :NOT: c', '(a :OR: (b :AND: (not c)))'],
    [':not: a :and: b', '((not a) :AND: b)'],
    ['a = :NOT: b', '(a = (not b))'],
    ['a<>b:AND:c<=d', '((a <> b) :AND: (c <= d))'],
  ])('of %s in Vensim is %s', (text, wanted) => {
    expect(shape(read(text))).toBe(wanted);
  });

  it.each([
    ['not a = b', '((not a) = b)'],
    ['a OR b And NOT c', '(a :OR: (b :AND: (not c)))'],
    ['a + b mod c * 2', '(a + (MOD(b, c) * 2))'],
    ['a // b + 1', '(SAFEDIV(a, b) + 1)'],
    ['If a > 1 Then 2 Else If b Then 3 Else 4 + c', 'IF THEN ELSE((a > 1), 2, IF THEN ELSE(b, 3, (4 + c)))'],
    ['1 + (if a then b else c) * 2', '(1 + (IF THEN ELSE(a, b, c) * 2))'],
    ['IF(a)THEN(b)ELSE(c)', 'IF THEN ELSE(a, b, c)'],
    ['iffy + ifs + mode', '((iffy + ifs) + mode)'],
  ])('of %s in XMILE is %s', (text, wanted) => {
    expect(shape(read(text, 'xmile'))).toBe(wanted);
  });

  it('is not guessed where two comparisons follow each other', () => {
    expect(fault('a < b < c')).toMatchObject({ at: 6, hint: readTexts.chainHint });
    expect(fault('a = b = c', 'xmile').at).toBe(6);
  });
});

describe('a name', () => {
  it.each([
    ['share of  the\tcost', 'share of the cost'],
    ['broken \\\n\t\tname', 'broken name'],
    ["workers' pay", "workers' pay"],
    ['année €', 'année €'],
    ['$ euro', '$ euro'],
    ['a 2 b', 'a 2 b'],
    ['"a \\"b\\" | ~ (c)"', '"a \\"b\\" | ~ (c)"'],
    ['"back \\ slash"', '"back \\ slash"'],
    ['x$', 'x$'],
  ])('in Vensim may be %s', (text, name) => {
    expect(read(text)).toEqual({ kind: 'name', name, subs: [] });
  });

  it.each([
    ['module.flow_1', 'module.flow_1'],
    ['"net\\nflow"', '"net flow"'],
    ['{ a note } größe { more }', 'größe'],
  ])('in XMILE may be %s', (text, name) => {
    expect(read(text, 'xmile')).toEqual({ kind: 'name', name, subs: [] });
  });

  it('has subscripts: names in Vensim, and more than names in XMILE', () => {
    expect(shape(read('a[ Dim A !, b , "c, d",1900]'))).toBe('a[Dim A!,b,"c, d",1900]');
    expect(shape(read('a[*, 1:3, 2, d.e, *:Sub]', 'xmile'))).toBe('a[*,1:3,2,d.e,*:Sub]');
    const computed = read('a[b, i + 1]', 'xmile');
    expect(computed).toMatchObject({
      subs: ['b', 'i + 1'],
      index: [undefined, { kind: 'binary', op: '+' }],
    });
  });
});

describe('a call', () => {
  it.each([
    ['MAX(a, MIN(b,c))', 'MAX(a, MIN(b, c))'],
    ['IF THEN ELSE ( a = 1 , b , c )', 'IF THEN ELSE((a = 1), b, c)'],
    ['M(a, b : out 2, out3) + 1', '(M(a, b : out 2, out3) + 1)'],
    ['f[Dim A](x + 1)', 'f[Dim A]((x + 1))'],
    ["GET XLS DATA('a file.xls', 'tab' ,'A','B2')", "GET XLS DATA('a file.xls', 'tab', 'A', 'B2')"],
    ['PI()', 'PI()'],
    ['F(a, , b)', 'F(a, , b)'],
    [':NA:', ':NA:'],
    ['"my table"(2)', '"my table"(2)'],
  ])('is read: %s', (text, wanted) => {
    expect(shape(read(text))).toBe(wanted);
  });
});

describe('a lookup within an expression', () => {
  it.each([
    ['((0,0),(1,-1.5e0))', '[[0,0],[1,-1.5]]'],
    ['([(0,0)-(2,10)],(0,1),(2,3))', '[[0,1],[2,3]]'],
    ['([(0,0)-(2,10),(0.5,1),(1,2)],( 0 , 1 ),\\\n(2,3) )', '[[0,1],[2,3]]'],
    ['(0,1,2, 5,6,7)', '[[0,5],[1,6],[2,7]]'],
    ['([(0,0)-(2,10)],0,1,5,6)', '[[0,5],[1,6]]'],
    ['((4,2))', '[[4,2]]'],
  ])('may be written %s', (text, wanted) => {
    expect(shape(read(`WITH LOOKUP(x, ${text})`))).toBe(`WITH LOOKUP(x, ${wanted})`);
  });

  it('is distinguished from a parenthesis', () => {
    expect(shape(read('((1) + (2)) * (3.5)'))).toBe('((1 + 2) * 3.5)');
  });

  it('does not take numbers that make no pairs', () => {
    expect(fault('WITH LOOKUP(x, (0,1,2))')).toMatchObject({ at: 15, hint: readTexts.badTableHint });
  });
});

describe('a fault', () => {
  it.each([
    ['(1 + 2', 6, 'ends too soon', ')'],
    ['1 +', 3, 'ends too soon', 'a number'],
    ['1 2', 2, '"2"', 'an operator'],
    [')', 0, '")"', 'a number'],
    ['a # b', 2, '"#"', 'an operator'],
    ['a[b', 3, 'ends too soon', ']'],
    ['a[]', 2, '"]"', 'dimension'],
    ['MAX(a, b', 8, 'ends too soon', ')'],
    ['x * :AND: y', 4, '":AND:"', 'a number'],
    ['f[a](1, 2)', 4, '2 inputs', ''],
    ['"open + 1', 0, 'quotation mark', ''],
    ['', 0, 'ends too soon', 'a number'],
  ])('in %s is reported with its place and what was expected', (text, at, tells, expected) => {
    const found = fault(text);
    expect(found.at).toBe(at);
    expect(found.fault.en).toContain(tells);
    expect(found.expected?.en ?? '').toContain(expected);
  });

  it.each(['if a then b', 'if a else b', 'a and', 'then', 'a not', 'a {'])(
    'is reported in XMILE: %s',
    (text) => {
      expect(fault(text, 'xmile').fault.nl).not.toBe('');
    },
  );

  it('is placed in the text that the expression is part of', () => {
    expect(fault('1 2', 'xmile', 100).at).toBe(102);
  });
});

describe('hostile text', () => {
  it.each([
    ['(', '1', ')'],
    ['-', '1', ''],
    ['2^', '1', ''],
    ['MAX(1,', '1', ')'],
    [':NOT: ', '1', ''],
    ['1 * IF 1 THEN 1 ELSE ', '1', ''],
    ['a[', '1', ']'],
  ])('of 20,000 times %s is refused and does not run out of stack', (open, middle, close) => {
    const text = open.repeat(20_000) + middle + close.repeat(20_000);
    for (const dialect of ['vensim', 'xmile'] as const)
      expect(isFault(readExpression(text, dialect))).toBe(true);
  });

  it('of a sum of 20,000 terms is refused, of 1,000 is read', () => {
    expect(fault(Array(20_000).fill('1').join('+')).fault.en).toContain('too long');
    expect(read(Array(1000).fill('1').join('+')).kind).toBe('binary');
  });

  it('of any signs is read or refused, never more', () => {
    const bits = [
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
      ':AND:',
      ':NOT:',
      '=',
      '!',
      '-',
      '^',
      ' ',
      '\n',
      '\\',
      '\\\n',
    ];
    const more = [
      'a',
      'MAX',
      ';',
      'if',
      'then',
      'else',
      'not',
      '1',
      '.',
      '1e',
      '*',
      '//',
      'é',
      '\u{1f600}',
      '\ud800',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...bits, ...more)),
        fc.constantFrom('vensim', 'xmile'),
        (parts, dialect) => {
          const text = parts.join('');
          const found = readExpression(text, dialect as Dialect);
          if (isFault(found)) {
            expect(found.at).toBeGreaterThanOrEqual(0);
            expect(found.at).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a name', 'a'],
    ['spaces', ' '],
    ['spaces in a name', 'a '],
    ['backslashes', '\\ '],
    ['an open quote', '"\\'],
    ['open comments', '{'],
    ['digits', '1'],
    ['a list', 'M(a,b),'],
  ])('that is long (%s) takes no more than its length', (_, bit) => {
    for (const dialect of ['vensim', 'xmile'] as const) {
      const reading = (size: number) => {
        const text = bit.repeat(size);
        return () => readExpression(text, dialect);
      };
      expect(growth(reading, 40_000, 320_000)).toBeLessThan(24);
    }
  });
});
