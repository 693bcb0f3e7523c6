import { describe, expect, it } from 'vitest';
import { course, problemsOf, small } from '../../test/small-model.ts';

/** The values at the start of every element of y, in order. */
function elements(text: string): number[] {
  const model = small(text, { stop: 1 });
  const names = model.program.variables.find(({ name }) => name === 'y')?.elements ?? [];
  return names.map((name) => course(model, name)[0] ?? Number.NaN);
}

const faultOf = (text: string) => problemsOf(() => small(text, { stop: 1 }))[0]?.message.en;

const three = `D: a, b, c ~~|
E: p, q ~~|
x[D] = 30, 10, 20 ~ Dmnl ~ |
m[D, E] = 1, 2; 3, 4; 5, 6; ~ Dmnl ~ |
`;

describe('VECTOR SORT ORDER, RANK and REORDER', () => {
  it('give places, ranks and sorted values', () => {
    expect(elements(`${three}y[D] = VECTOR SORT ORDER(x[D], 1) ~ Dmnl ~ |`)).toEqual([1, 2, 0]);
    expect(elements(`${three}y[D] = VECTOR SORT ORDER(x[D], -1) ~ Dmnl ~ |`)).toEqual([0, 2, 1]);
    expect(elements(`${three}y[D] = VECTOR RANK(x[D], 1) ~ Dmnl ~ |`)).toEqual([3, 1, 2]);
    const order = 'order[D] = VECTOR SORT ORDER(x[D], 1) ~ Dmnl ~ |';
    expect(elements(`${three}${order}\ny[D] = VECTOR REORDER(x[D], order[D]) ~ Dmnl ~ |`)).toEqual([
      10, 20, 30,
    ]);
  });

  it('work along the last subscript, for every combination of the others', () => {
    const text = `${three}z[E, D] = 3, 1, 2; 6, 5, 4; ~ Dmnl ~ |`;
    expect(elements(`${text}\ny[E, D] = VECTOR SORT ORDER(z[E, D], 1) ~ Dmnl ~ |`)).toEqual([
      1, 2, 0, 2, 1, 0,
    ]);
  });

  it('put the outcome under another dimension of as many elements', () => {
    const text = `${three}Place: first, second, third ~~|`;
    expect(elements(`${text}\ny[Place] = VECTOR SORT ORDER(x[D], 1) ~ Dmnl ~ |`)).toEqual([1, 2, 0]);
  });

  it('compute the order once for all elements', () => {
    const { program } = small(`${three}y[D] = VECTOR RANK(x[D], 1) ~ Dmnl ~ |`);
    const groups = program.elements.flatMap(({ expr }) => (expr.k === 'g' ? [expr.a] : []));
    expect(groups).toHaveLength(3);
    expect(new Set(groups).size).toBe(1);
  });

  it('are refused where the vector runs over another subscript of the left side than the last', () => {
    const text = `${three}Place: first, second, third ~~|`;
    expect(faultOf(`${text}\ny[D, Place] = VECTOR RANK(x[D], 1) ~ Dmnl ~ |`)).toContain('last subscript');
  });

  it('are refused over a part of the dimension', () => {
    expect(faultOf(`${three}Sub: a, b ~~|\ny[Sub] = VECTOR RANK(x[D], 1) ~ Dmnl ~ |`)).toContain(
      'last subscript',
    );
  });
});

describe('VECTOR ELM MAP', () => {
  it('counts from the element named, over all dimensions, the last fastest', () => {
    expect(elements(`${three}y[D] = VECTOR ELM MAP(x[a], D - 1) ~ Dmnl ~ |`)).toEqual([30, 10, 20]);
    expect(
      elements(`${three}by[D] = 0, 1, 3 ~ Dmnl ~ |\ny[D] = VECTOR ELM MAP(m[a, p], by[D]) ~ Dmnl ~ |`),
    ).toEqual([1, 2, 4]);
    expect(elements(`${three}y[D] = VECTOR ELM MAP(m[b, p], (D - 1) * 2 - 2) ~ Dmnl ~ |`)).toEqual([1, 3, 5]);
  });

  it('may leave the variable where another branch is taken', () => {
    const text = `${three}y[D] = IF THEN ELSE(D = a, 7, VECTOR ELM MAP(x[D], -1)) ~ Dmnl ~ |`;
    expect(elements(text)).toEqual([7, 30, 10]);
  });

  it('moves with what is given per future', () => {
    const model = small(`${three}by = 0 ~ Dmnl ~ |\ny = VECTOR ELM MAP(x[a], by) ~ Dmnl ~ |`);
    expect(course(model, 'y', { by: 2 })[0]).toBe(20);
  });

  it('outside the variable is no number, reported with its name', () => {
    const model = small(`${three}by = 9 ~ Dmnl ~ |\ny = VECTOR ELM MAP(x[a], by) ~ Dmnl ~ |`);
    expect(problemsOf(() => course(model, 'y')).map((p) => p.code)).toEqual(['MODEL_NOT_A_NUMBER']);
  });

  it('is refused for an expression', () => {
    expect(faultOf(`${three}y[D] = VECTOR ELM MAP(x[a] * 2, D - 1) ~ Dmnl ~ |`)).toContain(
      'variable with subscripts',
    );
  });
});

describe('VECTOR SELECT', () => {
  it('takes every combination of the marked dimensions', () => {
    const text = `${three}take[D] = 1, 0, 1 ~ Dmnl ~ |`;
    expect(elements(`${text}\ny[E] = VECTOR SELECT(take[D!], m[D!, E], 0, 0, 0) ~ Dmnl ~ |`)).toEqual([6, 8]);
    expect(elements(`${text}\ny[E] = VECTOR SELECT(take[D!], m[D!, E], 0, 9, 0) ~ Dmnl ~ |`)).toEqual([5, 6]);
    // 2 of D times 2 of E: the products of 1 with 5 and 7, each twice.
    expect(
      elements(
        `${text}\nw[E] = 5, 7 ~ Dmnl ~ |\nu = VECTOR SELECT(take[D!], w[E!], 0, 6, 0) ~ Dmnl ~ |\ny[E] = u ~ Dmnl ~ |`,
      ),
    ).toEqual([24, 24]);
  });

  it('is refused for an action that does not exist', () => {
    expect(faultOf(`${three}y = VECTOR SELECT(x[D!], x[D!], 0, 12, 0) ~ Dmnl ~ |`)).toContain('12');
  });
});

describe('VECTOR LOOKUP', () => {
  it('reads the row of which it is given the first element', () => {
    expect(elements(`${three}y[D] = VECTOR LOOKUP(x[a], D - 0.5, 0, 4, 0) ~ Dmnl ~ |`)).toEqual([
      25, 15, 12.5,
    ]);
  });

  it('is refused for another element, or a mode that is not described', () => {
    expect(faultOf(`${three}y = VECTOR LOOKUP(x[b], 1, 0, 4, 0) ~ Dmnl ~ |`)).toContain('first element');
    expect(faultOf(`${three}y = VECTOR LOOKUP(x[a], 1, 0, 4, 8) ~ Dmnl ~ |`)).toContain('8');
  });
});

describe('INVERT MATRIX', () => {
  it('gives every element of the inverse', () => {
    const text = `R: r1, r2 ~~|\nC: c1, c2 ~~|\nm[R, C] = 4, 7; 2, 6; ~ Dmnl ~ |`;
    const found = elements(`${text}\ny[R, C] = INVERT MATRIX(m[R, C], 2) ~ Dmnl ~ |`);
    [0.6, -0.7, -0.2, 0.4].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 12);
    });
  });

  it('takes a matrix whose subscripts are named alike, and of several the one that is named', () => {
    const model = small(
      `T: t1, t2 ~~|
      R: r1, r2 ~~|
      C <-> R ~~|
      m[T, R, C] = 1, 0; 0, 1; 4, 7; 2, 6; ~ Dmnl ~ |
      y[T, R, C] = INVERT MATRIX(m[T, R, R], 2) ~ Dmnl ~ |`,
      { stop: 1 },
    );
    expect(course(model, 'y[t2,r1,r2]')[0]).toBeCloseTo(-0.7, 12);
    expect(course(model, 'y[t2,r2,r1]')[0]).toBeCloseTo(-0.2, 12);
    expect(course(model, 'y[t1,r2,r2]')[0]).toBe(1);
  });

  it('is refused for a matrix that is not square, or another size', () => {
    expect(faultOf(`${three}y[D, E] = INVERT MATRIX(m[D, E], 2) ~ Dmnl ~ |`)).toContain('last subscript');
    const text = `R: r1, r2 ~~|\nC: c1, c2 ~~|\nm[R, C] = 4, 7; 2, 6; ~ Dmnl ~ |`;
    expect(faultOf(`${text}\ny[R, C] = INVERT MATRIX(m[R, C], 3) ~ Dmnl ~ |`)).toContain('3 elements');
    expect(faultOf(`${text}\ny[C, R] = INVERT MATRIX(m[R, C], 2) ~ Dmnl ~ |`)).toContain('last subscript');
  });
});

const market = `B: b1, b2 ~~|
profile: ptype, ppriority, pwidth, pextra ~~|
pp[b1, profile] = 1, 5, 2, 0 ~ Dmnl ~ |
pp[b2, profile] = 1, 4.5, 2, 0 ~ Dmnl ~ |
ask[B] = 20, 30 ~ Dmnl ~ |
there = 25 ~ Dmnl ~ |
`;

describe('allocation', () => {
  it('shares out by the curves of the profile', () => {
    // As in groups.test.ts: lines that cross at 13 and 12.
    const found = elements(`${market}y[B] = ALLOCATE AVAILABLE(ask[B], pp[B, ptype], there) ~ Dmnl ~ |`);
    expect(found[0]).toBeCloseTo(13, 9);
    expect(found[1]).toBeCloseTo(12, 9);
  });

  it('shares out by priority', () => {
    const text = `${market}priority[B] = 3, 2 ~ Dmnl ~ |`;
    const found = elements(
      `${text}\ny[B] = ALLOCATE BY PRIORITY(ask[B], priority[B], ELMCOUNT(B), 2, there) ~ Dmnl ~ |`,
    );
    // The first has 10 of 20 when the second begins; the 15 left go 2 : 3.
    expect(found[0]).toBeCloseTo(16, 9);
    expect(found[1]).toBeCloseTo(9, 9);
  });

  it('is refused for a curve that is not computed, a profile too short, or another size', () => {
    const call = 'y[B] = ALLOCATE AVAILABLE(ask[B], pp[B, ptype], there) ~ Dmnl ~ |';
    expect(faultOf(`${market.replace('= 1, 5', '= 5, 5')}${call}`)).toContain('type 5');
    expect(faultOf(`${market}${call.replace('pp[B, ptype]', 'pp[B, ppriority]')}`)).toContain(
      'pp[B,ppriority]',
    );
    const other = `${market}priority[B] = 3, 2 ~ Dmnl ~ |`;
    expect(
      faultOf(`${other}\ny[B] = ALLOCATE BY PRIORITY(ask[B], priority[B], 3, 2, there) ~ Dmnl ~ |`),
    ).toContain('3 elements');
  });
});

describe('a market', () => {
  it('finds the price at which demand meets supply, and what each side trades there', () => {
    const text = `S: s1, s2 ~~|
      sp[s1, profile] = 1, 2, 2, 0 ~ Dmnl ~ |
      sp[s2, profile] = 1, 2, 2, 0 ~ Dmnl ~ |
      offer[S] = 5, 5 ~ Dmnl ~ |
      want[B] = 4, 6 ~ Dmnl ~ |
      wp[b1, profile] = 1, 2, 2, 0 ~ Dmnl ~ |
      wp[b2, profile] = 1, 2, 2, 0 ~ Dmnl ~ |
      price = FIND MARKET PRICE(want[b1], wp[b1, ptype], offer[s1], sp[s1, ptype]) ~ Dmnl ~ |
      sold[S] = SUPPLY AT PRICE(offer[S], sp[S, ptype], price) ~ Dmnl ~ |`;
    const bought = 'y[B] = DEMAND AT PRICE(want[B], wp[B, ptype], price) ~ Dmnl ~ |';
    const model = small(`${market}${text}\n${bought}`, { stop: 1 });
    // Demand 10 (3 - p)/2, supply 10 (p - 1)/2: price 2, half of everything.
    expect(course(model, 'price')[0]).toBeCloseTo(2, 9);
    expect(
      [course(model, 'sold[s1]')[0], course(model, 'y[b1]')[0], course(model, 'y[b2]')[0]].map((v) =>
        Number(v?.toFixed(9)),
      ),
    ).toEqual([2.5, 2, 3]);
  });
});
