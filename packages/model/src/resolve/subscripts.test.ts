import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';

const around = `Area: SGE, Kempen, Peel, A2 ~~|
Rural: Kempen, Peel ~~|
Level: mbo, hbowo ~~|
Place: p1, p2, p3, p4 -> Area ~~|
Zone: z1, z2 -> (Region: r2, r1) ~~|
Region: r1, r2 ~~|
Other <-> Level ~~|
Numbered: (n1-n3) ~~|
`;
const value = (equations: string, outcome: string): number | undefined =>
  course(small(`${around}${equations}`), outcome)[0];

describe('a subscript', () => {
  it('takes a list over one dimension and over two', () => {
    const text = 'a[Area] = 1, 2, 3, 4 ~ Dmnl ~ |\nb[Area, Level] = 1, 2; 3, 4; 5, 6; 7, 8; ~ Dmnl ~ |';
    const layers = `c[Region, Level, SGE] = 1, 2; 3, 4; ~ Dmnl ~ |
      c[Region, Level, A2] = 5, 6;
        7, 8; ~ Dmnl ~ |`;
    expect(value(layers, 'c[r2,mbo,A2]')).toBe(7);
    expect(value(text, 'a[Peel]')).toBe(3);
    expect(value(text, 'b[Peel,mbo]')).toBe(5);
    expect(value(text, 'B[ a2 , HBOWO ]')).toBe(8);
  });

  it('may be a subrange, on the left and on the right', () => {
    const text = `a[Area] :EXCEPT: [Rural] = 1 ~ Dmnl ~ |
      a[Rural] = 5, 6 ~ Dmnl ~ |
      outside = SUM(a[Rural!]) ~ Dmnl ~ |
      all = SUM(a[Area!]) ~ Dmnl ~ |
      double[Rural] = 2 * a[Area] ~ Dmnl ~ |`;
    expect(value(text, 'outside')).toBe(11);
    expect(value(text, 'all')).toBe(13);
    expect(value(text, 'double[Peel]')).toBe(12);
  });

  it('is one number by whatever range it comes: its place in the largest that holds it', () => {
    const text = `spot[Rural] = Rural ~ Dmnl ~ |
      inside[Area, Rural] = IF THEN ELSE(Area = Rural, 1, 0) ~ Dmnl ~ |
      number of Peel = Peel ~ Dmnl ~ |`;
    expect(value(text, 'spot[Peel]')).toBe(3);
    expect(value(text, 'number of Peel')).toBe(3);
    expect(value(text, 'inside[Kempen,Kempen]')).toBe(1);
    expect(value(text, 'inside[SGE,Kempen]')).toBe(0);
  });

  it('of two dimensions of one length with one set of elements is compared by element, and is no certain number', () => {
    const turned = 'Turned: A2, Peel, Kempen, SGE ~~|\n';
    const same = `${turned}same[Area, Turned] = IF THEN ELSE(Area = Turned, 1, 0) ~ Dmnl ~ |`;
    expect(value(same, 'same[Kempen,Kempen]')).toBe(1);
    expect(value(same, 'same[Kempen,Peel]')).toBe(0);
    const [problem] = problemsOf(() => value(`${turned}n = Peel ~ Dmnl ~ |`, 'n'));
    expect(problem?.code).toBe('MODEL_SUBSCRIPT');
    expect(problem?.message.en).toContain('Area, Turned');
  });

  it('may be left out by :EXCEPT: one element or one pair at a time', () => {
    const text = `a[Area, Level] :EXCEPT: [SGE, mbo], [A2, Level] = 1 ~ Dmnl ~ |
      a[SGE, mbo] = 10 ~ Dmnl ~ |
      a[A2, Level] = 20 ~ Dmnl ~ |
      all = SUM(a[Area!, Level!]) ~ Dmnl ~ |`;
    expect(value(text, 'all')).toBe(5 + 10 + 40);
  });

  it('is carried over by a mapping, in order or by a list', () => {
    const text = `a[Place] = 1, 2, 3, 4 ~ Dmnl ~ |
      b[Area] = a[Place] ~ Dmnl ~ |
      c[Region] = 5, 6 ~ Dmnl ~ |
      d[Zone] = c[Region] ~ Dmnl ~ |`;
    expect(value(text, 'b[Peel]')).toBe(3);
    expect(value(text, 'd[z1]')).toBe(6);
  });

  it('may have another name, or a number in a row', () => {
    const text = `a[Other] = 1, 2 ~ Dmnl ~ |
      b[Level] = a[Level] * 10 ~ Dmnl ~ |
      c[Numbered] = 1, 2, 3 ~ Dmnl ~ |`;
    expect(value(text, 'b[hbowo]')).toBe(20);
    expect(value(text, 'c[n3]')).toBe(3);
  });

  it('as a number is its position', () => {
    const text = `a[Area] = IF THEN ELSE(Area = Peel, 7, Area) ~ Dmnl ~ |`;
    expect(value(text, 'a[Kempen]')).toBe(2);
    expect(value(text, 'a[Peel]')).toBe(7);
  });

  it('of a lookup chooses the table', () => {
    const text = `t[SGE]((0,1),(9,1)) ~ Dmnl ~ |
      t[Rural]((0,2),(9,2)) ~ Dmnl ~ |
      t[A2]((0,3),(9,3)) ~ Dmnl ~ |
      a[Area] = t[Area](Time) ~ Dmnl ~ |`;
    expect(value(text, 'a[Kempen]')).toBe(2);
    expect(value(text, 'a[A2]')).toBe(3);
  });

  it('lets elements of one variable depend on each other, as a chain', () => {
    const text = `a[SGE] = 1 ~ Dmnl ~ |
      a[Kempen] = a[SGE] + 1 ~ Dmnl ~ |
      a[Peel] = a[Kempen] + 1 ~ Dmnl ~ |
      a[A2] = a[Peel] + 1 ~ Dmnl ~ |`;
    expect(value(text, 'a[A2]')).toBe(4);
  });

  it('may be left out of a lever: it then holds for all elements, and one named element goes before', () => {
    const model = small(`${around}a[Area] = 1, 2, 3, 4 ~ Dmnl ~ |\nall = SUM(a[Area!]) ~ Dmnl ~ |`);
    expect(course(model, 'all', { a: 10 })[0]).toBe(40);
    expect(course(model, 'all', { 'A[sge]': 10 })[0]).toBe(19);
    expect(course(model, 'all', { 'a[SGE]': 100, a: 10 })[0]).toBe(130);
  });
});
