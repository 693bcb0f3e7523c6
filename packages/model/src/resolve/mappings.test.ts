import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';

/** The first value of an outcome. */
const at = (text: string, outcome: string): number | undefined => course(small(text), outcome)[0];
const row = (text: string, ...outcomes: string[]): (number | undefined)[] => {
  const model = small(text);
  return outcomes.map((outcome) => course(model, outcome)[0]);
};
const reported = (text: string): string[] =>
  problemsOf(() => small(text)).map((p) => `${p.line} ${p.code} ${p.message.en}`);

describe('a mapping', () => {
  const regions = `Area: a1, a2, a3 ~~|
    South: a1, a2 ~~|
    Region: r1, r2 -> (Area: South, a3) ~~|
    `;

  it('of one element to a subrange lets many elements take its value', () => {
    const text = `${regions}rate[Region] = 5, 7 ~~|\nx[Area] = rate[Region] * 10 ~~|`;
    expect(row(text, 'x[a1]', 'x[a2]', 'x[a3]')).toEqual([50, 50, 70]);
  });

  it('holds for a subrange on the left as well', () => {
    const text = `${regions}rate[Region] = 5, 7 ~~|\nx[South] = rate[Region] ~~|\nx[a3] = 0 ~~|`;
    expect(row(text, 'x[a2]', 'x[a3]')).toEqual([5, 0]);
  });

  it('of many elements to one is refused where one of the many would have to be chosen', () => {
    const text = `${regions}y[Area] = 1, 2, 3 ~~|\nx[Region] = y[Area] ~~|`;
    expect(reported(text)).toEqual([expect.stringMatching(/MODEL_SUBSCRIPT.*Area.*Region/)]);
  });

  it('may list a range of several elements beside another of as many', () => {
    const text = `Low: c1, c2 ~~|
      C: Low, c3 -> D ~~|
      D: d1, d2, d3 ~~|
      e[C] = 1, 2, 3 ~~|
      f[D] = e[C] * 10 ~~|`;
    expect(row(text, 'f[d1]', 'f[d2]', 'f[d3]')).toEqual([10, 20, 30]);
  });

  it('may go to several ranges, each with an order of its own', () => {
    const text = `A: a1, a2, a3 -> (B: b3, b2, b1), C ~~|
      B: b1, b2, b3 ~~|
      C: c1, c2, c3 ~~|
      x[A] = 1, 2, 3 ~~|
      y[B] = x[A] ~~|
      z[C] = x[A] ~~|`;
    expect(row(text, 'y[b1]', 'y[b3]', 'z[c1]')).toEqual([3, 1, 1]);
  });

  it('between parts of one range moves along it: the one before the present', () => {
    const text = `Step: (s1-s3) ~~|
      Later: (s2-s3) -> Earlier ~~|
      Earlier: (s1-s2) ~~|
      x[s1] = 1 ~~|
      x[Later] = x[Earlier] * 2 ~~|`;
    expect(row(text, 'x[s1]', 'x[s2]', 'x[s3]')).toEqual([1, 2, 4]);
  });

  it('by place may list an element again: several of the other range answer it', () => {
    const text = `Source: coal es, gas es, peaker es -> Fuel ~~|
      Fuel: coal, gas, gas -> Source ~~|
      price[Fuel] = 5, 7 ~~|
      output[Source] = 1, 10, 100 ~~|
      cost[Source] = price[Fuel] * output[Source] ~~|`;
    expect(row(text, 'cost[coal es]', 'cost[gas es]', 'cost[peaker es]')).toEqual([5, 70, 700]);
    expect(reported(`${text}\nback[Fuel] = output[Source] ~~|`)).toEqual([
      expect.stringMatching(/MODEL_SUBSCRIPT.*Source.*Fuel/),
    ]);
  });

  it('by place between ranges that list unequal numbers is refused', () => {
    expect(reported('A: a1, a2, a2 -> B ~~|\nB: b1, b2, b3, b4 ~~|')).toEqual([
      expect.stringMatching(/^1 MODEL_SUBSCRIPT/),
    ]);
  });

  it('to a range that lacks what it lists is reported at its line', () => {
    expect(reported('A: a1, a2 -> (B: b1, c1) ~~|\nB: b1, b2 ~~|')).toEqual([
      expect.stringMatching(/^1 MODEL_SUBSCRIPT/),
    ]);
  });

  it('that two subscripts of the left side could both mean is refused', () => {
    const text = `A: a1, a2 -> C ~~|\nB: b1, b2 -> C ~~|\nC: c1, c2 ~~|
      y[C] = 1, 2 ~~|
      x[A, B] = y[C] ~~|`;
    expect(reported(text)).toEqual([expect.stringMatching(/MODEL_SUBSCRIPT/)]);
  });
});

describe('a dimension', () => {
  it('may stand twice on the left under another name', () => {
    const text = `A: a1, a2 ~~|\nOther A <-> A ~~|
      x[A] = 1, 10 ~~|
      d[A, Other A] = x[A] - x[Other A] ~~|`;
    expect(row(text, 'd[a1,a2]', 'd[a2,a1]', 'd[a2,a2]')).toEqual([-9, 9, 0]);
  });

  it('that stands twice under one name is not read: Vensim takes no such equation', () => {
    const square = 'A: a1, a2 ~~|\nx[a1, A] = 1, 2 ~~|\nx[a2, A] = 3, 4 ~~|\n';
    expect(reported(`${square}y[A, A] = x[A, A] ~~|`)).toEqual([
      expect.stringMatching(/^4 MODEL_SUBSCRIPT A .*y/),
    ]);
    expect(reported(`${square}total = SUM(x[A!, A!]) ~~|`)).toEqual([
      expect.stringMatching(/^4 MODEL_SUBSCRIPT A! stands twice in x/),
    ]);
    expect(row(`${square}Other <-> A ~~|\ntotal = SUM(x[A!, Other!]) ~~|`, 'total')).toEqual([10]);
  });

  it('may be made of other dimensions, which then are parts of it', () => {
    const text = `A: a1, a2 ~~|\nB: b1 ~~|\nAll: A, B ~~|
      x[A] = 1, 2 ~~|
      x[B] = 3 ~~|
      total = SUM(x[All!]) ~~|
      y[All] = x[All] * All ~~|`;
    expect(row(text, 'total', 'y[b1]')).toEqual([6, 9]);
  });

  it('on the right that the left does not hold is refused', () => {
    const text = 'A: a1, a2 ~~|\nB: b1, b2 ~~|\ny[B] = 1, 2 ~~|\nx[A] = y[B] ~~|';
    expect(reported(text)).toEqual([expect.stringMatching(/^4 MODEL_SUBSCRIPT.*B/)]);
  });

  it('on the left may be wider than the part for which a variable is there, but for what is left out', () => {
    const text = `A: a1, a2, a3 ~~|\nPart: a2, a3 ~~|
      p[Part] = 5, 6 ~~|
      x[A] :EXCEPT: [a1] = p[A] ~~|
      x[a1] = 0 ~~|`;
    expect(row(text, 'x[a1]', 'x[a3]')).toEqual([0, 6]);
    expect(reported(text.replace(' :EXCEPT: [a1]', '').replace('x[a1] = 0 ~~|', ''))).toEqual([
      expect.stringMatching(/MODEL_SUBSCRIPT p\[a1\] does not exist/),
    ]);
  });

  it('counts its elements, also of a part', () => {
    const text = 'A: (a1-a7) ~~|\nPart: a2, a3 ~~|\nn = ELMCOUNT(A) * 10 + ELMCOUNT(Part) ~~|';
    expect(at(text, 'n')).toBe(72);
  });

  it('compared with a mapped one says whether the present elements answer each other', () => {
    const text = `A: a1, a2 ~~|\nB: b1, b2 -> (A: a2, a1) ~~|
      x[A] = IF THEN ELSE(B = b1, 1, 0) ~~|`;
    expect(row(text, 'x[a1]', 'x[a2]')).toEqual([0, 1]);
  });

  it('that holds itself is reported, as is one that is there twice', () => {
    expect(reported('A: B ~~|\nB: A ~~|')[0]).toMatch(/^[12] MODEL_LOOP/);
    expect(reported('A: a1 ~~|\nA: a2 ~~|')[0]).toMatch(/^2 MODEL_DUPLICATE/);
  });
});

describe('equations of one variable', () => {
  it('may stand over parts, single elements and what remains', () => {
    const text = `A: a1, a2, a3, a4 ~~|\nPart: a2, a3 ~~|\nC: c1, c2 ~~|
      x[A, C] :EXCEPT: [Part, C], [a4, c2] = 1 ~~|
      x[Part, c1] = 2 ~~|
      x[Part, c2] = 3, 4 ~~|
      x[a4, c2] = 5 ~~|
      total = SUM(x[A!, C!]) ~~|`;
    expect(row(text, 'x[a3,c2]', 'x[a4,c2]', 'total')).toEqual([4, 5, 3 + 4 + 7 + 5]);
    expect(small(text).variables.find((v) => v.name === 'x')?.elements).toEqual([
      'x[a1,c1]',
      'x[a1,c2]',
      'x[a2,c1]',
      'x[a2,c2]',
      'x[a3,c1]',
      'x[a3,c2]',
      'x[a4,c1]',
      'x[a4,c2]',
    ]);
  });

  it('that both give one element are reported with both lines', () => {
    expect(reported('A: a1, a2 ~~|\nx[A] = 1 ~~|\nx[a2] = 2 ~~|')).toEqual([
      '3 MODEL_DUPLICATE x[a2] is defined twice: on line 2 and on line 3',
    ]);
  });

  it('with different numbers of subscripts are reported', () => {
    expect(reported('A: a1, a2 ~~|\nx[A] = 1 ~~|\nx = 2 ~~|')).toEqual([
      expect.stringMatching(/^3 MODEL_SUBSCRIPT/),
    ]);
  });
});
