import type { Interval } from '@schaalsprong/words';
import { describe, expect, it } from 'vitest';
import type { Constraint, Engine, Group, Logic, TaggedConstraint, Term } from '../system/logic.ts';
import { createEngine, holds, LogicError } from './engine.ts';

const shut = (min: number | null, max: number | null): Interval => ({
  min,
  max,
  minOpen: false,
  maxOpen: false,
});
const above = (min: number): Interval => ({ min, max: null, minOpen: true, maxOpen: false });
const below = (max: number): Interval => ({ min: null, max, minOpen: false, maxOpen: true });
const positive = above(0);

/** `a 2 b -1` as terms */
const terms = (...parts: readonly (readonly [string, number])[]): Term[] =>
  parts.map(([of, times]) => ({ of, times }));
const linear = (of: readonly Term[], interval: Interval): Constraint => ({
  kind: 'linear',
  terms: of,
  interval,
});
const tagged = (id: string, groups: readonly string[], constraint: Constraint): TaggedConstraint => ({
  id,
  groups,
  constraint,
});
/** a claim of its own name about one quantity */
const claim = (id: string, of: string, interval: Interval): TaggedConstraint =>
  tagged(id, [id], linear(terms([of, 1]), interval));
/** a claim of its own name about anything */
const claimed = (id: string, constraint: Constraint): TaggedConstraint => tagged(id, [id], constraint);
const product = (
  id: string,
  groups: readonly string[],
  of: string,
  factor: string,
  other: string,
  times: number,
  plus: number,
): TaggedConstraint => tagged(id, groups, { kind: 'product', product: of, factor, other, times, plus });

/** Groups are those that the constraints name, in that order; quantities likewise, positive by default. */
function logicOf(
  constraints: readonly TaggedConstraint[],
  bounds: Readonly<Record<string, Interval>> = {},
  choices: Readonly<Record<string, string>> = {},
  whole: readonly string[] = [],
): Logic {
  const named = constraints.flatMap(({ constraint }) =>
    constraint.kind === 'linear'
      ? constraint.terms.map(({ of }) => of)
      : [constraint.product, constraint.factor, constraint.other],
  );
  const groups = [...new Set(constraints.flatMap((c) => c.groups))].map(
    (id): Group => (choices[id] === undefined ? { id } : { id, choice: choices[id] }),
  );
  return {
    variables: [...new Set(named)].map((id) => ({
      id,
      bounds: bounds[id] ?? positive,
      whole: whole.includes(id),
    })),
    groups,
    constraints,
  };
}

const cores = (engine: Engine) => engine.enumerate().cores.map(({ groups }) => groups.join(' '));

describe('the engine', () => {
  it('finds a sum that does not add up, with its proof', () => {
    const engine = createEngine(
      logicOf([
        claim('whole', 'w', shut(49_500, 50_500)),
        claim('a', 'x', shut(43_485, 43_485)),
        claim('b', 'y', shut(27_715, 27_715)),
        claim('leaving', 'z', shut(17_500, 17_500)),
        tagged('sum', [], linear(terms(['x', 1], ['y', 1], ['z', -1], ['w', -1]), shut(0, 0))),
      ]),
    );
    const { cores: found, complete } = engine.enumerate();
    expect(complete).toBe(true);
    expect(found).toHaveLength(1);
    const [core] = found;
    expect(core?.groups).toEqual(['whole', 'a', 'b', 'leaving']);
    expect(core?.constraints).toEqual(['whole', 'a', 'b', 'leaving', 'sum']);
    expect(core?.minimal).toBe(true);
    expect(core && holds(core.certificate)).toBe(true);
  });

  it('lets sums touch exactly, and not where one of them is strict', () => {
    const sum = tagged('sum', [], linear(terms(['x', 1], ['y', 1], ['w', -1]), shut(0, 0)));
    const claims = [claim('a', 'x', shut(43_485, 43_485)), claim('b', 'y', shut(27_715, 27_715))];
    expect(cores(createEngine(logicOf([claim('whole', 'w', shut(71_200, 71_200)), ...claims, sum])))).toEqual(
      [],
    );
    expect(cores(createEngine(logicOf([claim('whole', 'w', above(71_200)), ...claims, sum])))).toEqual([
      'whole a b',
    ]);
    expect(cores(createEngine(logicOf([claim('whole', 'w', below(71_200)), ...claims, sum])))).toEqual([
      'whole a b',
    ]);
  });

  it('follows shares to the rest of the country', () => {
    // 9.9 is 11.3 % of industry; a fifth more is to be 15 % of it, while the rest does not shrink
    const logic = logicOf(
      [
        claim('gva', 'region-2019', shut(9.85, 9.95)),
        claim('share', 'share-2019', shut(11.25, 11.35)),
        claim('growth', 'growth', shut(20, 20)),
        claim('goal', 'share-2030', shut(14.5, null)),
        tagged('shares-2019', [], {
          kind: 'product',
          product: 'region-2019',
          factor: 'share-2019',
          other: 'country-2019',
          times: 0.01,
          plus: 0,
        }),
        tagged('shares-2030', [], {
          kind: 'product',
          product: 'region-2030',
          factor: 'share-2030',
          other: 'country-2030',
          times: 0.01,
          plus: 0,
        }),
        tagged('grows', [], {
          kind: 'product',
          product: 'region-2030',
          factor: 'region-2019',
          other: 'growth',
          times: 0.01,
          plus: 100,
        }),
        tagged(
          'rest-does-not-shrink',
          ['rest'],
          linear(
            terms(['country-2030', 1], ['region-2030', -1], ['country-2019', -1], ['region-2019', 1]),
            shut(0, null),
          ),
        ),
      ],
      { growth: shut(-100, null) },
    );
    const engine = createEngine(logic);
    const found = engine.enumerate();
    expect(found.cores.map(({ groups }) => groups)).toEqual([['share', 'growth', 'goal', 'rest']]);
    expect(found.cores[0]?.minimal).toBe(true);
    expect(found.products.map(({ encoding }) => encoding)).toEqual([
      'known-factor',
      'known-factor',
      'known-factor',
    ]);
  });

  it('lets growth and level stand together where they fit exactly', () => {
    // 11.9 is 9.9 and a fifth more, to the digit: 9.9 x 1.2 = 11.88
    const growth = product('grown', [], 'later', 'now', 'rate', 0.01, 100);
    const claims = [claim('now', 'now', shut(9.9, 9.9)), claim('rate', 'rate', shut(20, 20))];
    const bounds = { rate: shut(-100, null) };
    const fits = createEngine(
      logicOf([...claims, claim('later', 'later', shut(11.88, 11.88)), growth], bounds),
    );
    expect(cores(fits)).toEqual([]);
    const answer = fits.possible(['now', 'rate', 'later']);
    expect(answer.answer).toBe('yes');
    const off = createEngine(logicOf([...claims, claim('later', 'later', above(11.88)), growth], bounds));
    expect(cores(off)).toEqual(['now rate later']);
  });

  it('tells apart which readings clash, and takes no two of one claim', () => {
    const reading = (id: string, of: string, interval: Interval) => claim(id, of, interval);
    const logic = logicOf(
      [
        reading('five-a-year', 'yearly', shut(5, 5)),
        reading('five-in-all', 'total', shut(5, 5)),
        reading('five-at-most', 'total', shut(null, 5)),
        claim('total', 'total', shut(40, null)),
        tagged('ten-years', [], linear(terms(['total', 1], ['yearly', -10]), shut(0, 0))),
      ],
      {},
      { 'five-a-year': 'five', 'five-in-all': 'five', 'five-at-most': 'five' },
    );
    expect(cores(createEngine(logic))).toEqual(['five-in-all total', 'five-at-most total']);
    expect(() => createEngine(logic).possible(['five-a-year', 'five-in-all'])).toThrow('LOGIC_CHOICE_TWICE');
  });

  it('compares dates as differences of whole years', () => {
    const year = shut(1900, 2100);
    const logic = logicOf(
      [
        claim('starts', 'start', shut(2026, null)),
        claim('takes', 'duration', above(3)),
        claim('ready', 'end', below(2030)),
        tagged('lasts', [], linear(terms(['end', 1], ['start', -1], ['duration', -1]), shut(0, 0))),
      ],
      { start: year, end: year },
      {},
      ['start', 'end', 'duration'],
    );
    // more than 3 is 4 for whole years, and before 2030 is 2029
    const found = createEngine(logic).enumerate().cores;
    expect(found.map(({ groups }) => groups)).toEqual([['starts', 'takes', 'ready']]);
    expect(found[0]?.minimal).toBe(true);
    const dated = { ...logic, variables: logic.variables.map((v) => ({ ...v, whole: false })) };
    expect(createEngine(dated).enumerate().cores).toEqual([]);
  });

  it('finds that a sum of whole numbers cannot be odd where every part is even', () => {
    const logic = logicOf(
      [
        tagged('pairs', [], linear(terms(['x', 2], ['y', 2], ['all', -1]), shut(0, 0))),
        claim('odd', 'all', shut(7, 7)),
      ],
      { x: shut(0, 3), y: shut(0, 3) },
      {},
      ['x', 'y', 'all'],
    );
    const { cores: found } = createEngine(logic).enumerate();
    expect(found.map(({ groups }) => groups)).toEqual([['odd']]);
    expect(found[0] && holds(found[0].certificate)).toBe(true);
  });
});

describe('a product of two unknowns', () => {
  const area = product('area', [], 'z', 'x', 'y', 1, 0);

  it('is bounded by the claims on both of its factors', () => {
    const logic = logicOf([
      claim('wide', 'x', shut(null, 3)),
      claim('high', 'y', shut(null, 4)),
      claim('big', 'z', above(12)),
      claim('just', 'z', shut(12, null)),
      area,
    ]);
    const { cores: found, products } = createEngine(logic).enumerate();
    expect(found.map(({ groups }) => groups)).toEqual([['wide', 'high', 'big']]);
    expect(found[0]?.minimal).toBe(true);
    expect(products).toEqual([{ id: 'area', encoding: 'known-factor' }]);
  });

  it('whose factors may be negative is bounded all the same', () => {
    const any = shut(null, null);
    const logic = logicOf(
      [claim('x', 'x', shut(-3, 2)), claim('y', 'y', shut(-5, 4)), claim('z', 'z', above(15)), area],
      { x: any, y: any, z: any },
    );
    const { cores: found, products } = createEngine(logic).enumerate();
    expect(found.map(({ groups }) => groups)).toEqual([['x', 'y', 'z']]);
    expect(found[0] && holds(found[0].certificate)).toBe(true);
    expect(products[0]?.encoding).toBe('mccormick');
    const fits = {
      ...logic,
      constraints: logic.constraints.map((c) => (c.id === 'z' ? claim('z', 'z', shut(15, null)) : c)),
    };
    expect(cores(createEngine(fits))).toEqual([]);
  });

  it('is cut into cases where no single bound shows it, and the proof covers all of them', () => {
    // two sides that add up to 10 enclose no more than 25
    const bounds = { x: shut(0, 10), y: shut(0, 10), z: shut(0, null) };
    const around = claimed('around', linear(terms(['x', 1], ['y', 1]), shut(10, 10)));
    const engine = createEngine(logicOf([around, claim('big', 'z', shut(27, null)), area], bounds));
    const { cores: found, products } = engine.enumerate();
    expect(found.map(({ groups }) => groups)).toEqual([['around', 'big']]);
    expect(found[0]?.certificate.kind).toBe('cases');
    expect(found[0] && holds(found[0].certificate)).toBe(true);
    expect(found[0]?.minimal).toBe(true);
    expect(products).toEqual([{ id: 'area', encoding: 'branch' }]);
    const square = createEngine(logicOf([around, claim('big', 'z', shut(25, 25)), area], bounds));
    expect(square.possible(['around', 'big']).answer).not.toBe('no');
  });

  it('is refuted where only other quantities limit its factor', () => {
    // A rate without edges of its own, at most another rate of 34: a third of 90 or more cannot leave 50 or less.
    const logic = logicOf([
      claim('many', 'x', shut(90, null)),
      claim('other', 'limit', shut(null, 34)),
      tagged('order', [], linear(terms(['y', 1], ['limit', -1]), shut(null, 0))),
      claimed('few', linear(terms(['x', 1], ['z', -1]), shut(null, 50))),
      product('area', [], 'z', 'x', 'y', 0.01, 0),
    ]);
    const { cores: found } = createEngine(logic).enumerate();
    expect(found.map(({ groups }) => groups)).toEqual([['many', 'other', 'few']]);
    expect(found[0] && holds(found[0].certificate)).toBe(true);
    expect(found[0]?.minimal).toBe(true);
  });

  it('is refuted where every row could hold at zero, which is left out', () => {
    // A part of 22 % at least and of 15 % at most: rows alone allow zero, strict bounds exclude it.
    const logic = logicOf([
      claim('low', 'later', shut(null, 15)),
      tagged('rises', [], linear(terms(['share', 1], ['later', -1]), shut(null, 0))),
      claimed('half', linear(terms(['whole', 2], ['all', -1]), shut(null, 0))),
      claimed('tenth', linear(terms(['part', 1], ['all', -0.11]), shut(0, null))),
      product('share-of', [], 'part', 'share', 'whole', 0.01, 0),
    ]);
    expect(cores(createEngine(logic))).toEqual(['low half tenth']);
  });

  it('keeps to all three when it says that they can hold', () => {
    const logic = logicOf(
      [
        claim('x', 'x', shut(3.1, 3.2)),
        claim('z', 'z', shut(40, 41)),
        claim('y', 'y', shut(12.5, null)),
        area,
      ],
      {},
    );
    const answer = createEngine(logic).possible(['x', 'z', 'y']);
    expect(answer.answer).toBe('yes');
    if (answer.answer === 'no') return;
    const at = (id: string) => answer.point.get(id) as number;
    expect(at('z')).toBeCloseTo(at('x') * at('y'), 9);
  });

  it('of which a factor is zero, or that is taken only with its group, is no obstacle', () => {
    const logic = logicOf([
      claim('x', 'x', shut(2, 2)),
      claim('y', 'y', shut(3, 3)),
      claim('z', 'z', shut(7, 7)),
      product('area', ['holds'], 'z', 'x', 'y', 1, 0),
    ]);
    expect(cores(createEngine(logic))).toEqual(['x y z holds']);
    const nothing = logicOf([claim('z', 'z', shut(7, 7)), product('none', ['holds'], 'z', 'x', 'y', 0, 0)]);
    expect(cores(createEngine(nothing))).toEqual(['holds']);
  });
});

describe('a range', () => {
  it('tells what follows for a quantity, and where an end is open', () => {
    const engine = createEngine(
      logicOf([
        claim('part', 'x', shut(30, 35)),
        claim('rest', 'y', above(10)),
        tagged('sum', [], linear(terms(['w', 1], ['x', -1], ['y', -1]), shut(0, 0))),
      ]),
    );
    expect(engine.range('w', ['part', 'rest'])).toEqual({
      min: 40,
      max: null,
      minOpen: true,
      maxOpen: false,
    });
    expect(engine.range('w', [])).toEqual({ min: 0, max: null, minOpen: true, maxOpen: false });
    expect(engine.range('x', ['part'])).toEqual(shut(30, 35));
  });

  it('of a product follows from claims on both of its factors', () => {
    const any = shut(null, null);
    const engine = createEngine(
      logicOf(
        [
          claim('x', 'x', shut(-3, 2)),
          claim('y', 'y', shut(-5, 4)),
          product('area', [], 'z', 'x', 'y', 1, 0),
        ],
        { x: any, y: any, z: any },
      ),
    );
    expect(engine.range('z', ['x', 'y'])).toEqual(shut(-12, 15));
    expect(engine.range('z', ['x'])).toEqual(any);
  });

  it('of whole numbers ends at whole numbers', () => {
    const half = tagged('half', [], linear(terms(['x', 2], ['w', -1]), shut(0, 0)));
    const engine = createEngine(logicOf([claim('w', 'w', shut(3, 8)), half], {}, {}, ['x', 'w']));
    expect(engine.range('x', ['w'])).toEqual(shut(2, 4));
  });

  it('of a third of ten never leaves out a third', () => {
    const engine = createEngine(
      logicOf([
        claim('all', 'w', shut(10, 10)),
        tagged('sum', [], linear(terms(['w', 1], ['x', -3]), shut(0, 0))),
      ]),
    );
    const range = engine.range('x', ['all']);
    expect((range?.min as number) * 3).toBeLessThanOrEqual(10);
    expect(range?.max).toBeGreaterThan(range?.min as number);
  });

  it('is null where the groups cannot all hold, in this quantity or elsewhere', () => {
    const engine = createEngine(
      logicOf([claim('a', 'x', shut(1, 1)), claim('b', 'x', shut(2, 2)), claim('c', 'y', shut(1, 1))]),
    );
    expect(engine.range('x', ['a', 'b'])).toBe(null);
    expect(engine.range('y', ['a', 'b'])).toBe(null);
    expect(engine.range('y', ['a', 'c'])).toEqual(shut(1, 1));
  });
});

describe('bad input', () => {
  const good = logicOf([claim('a', 'x', shut(1, 2))]);
  const change = (part: Partial<Logic>): Logic => ({ ...good, ...part });

  it.each<[string, Logic]>([
    ['LOGIC_VARIABLE_UNKNOWN', change({ variables: [] })],
    ['LOGIC_GROUP_UNKNOWN', change({ groups: [] })],
    ['LOGIC_ID_TWICE', change({ variables: [...good.variables, ...good.variables] })],
    ['LOGIC_ID_TWICE', change({ groups: [...good.groups, ...good.groups] })],
    ['LOGIC_ID_TWICE', change({ constraints: [...good.constraints, ...good.constraints] })],
    ['LOGIC_NOT_FINITE', change({ constraints: [claim('a', 'x', shut(Number.NaN, null))] })],
    ['LOGIC_NOT_FINITE', change({ constraints: [claim('a', 'x', shut(null, Number.POSITIVE_INFINITY))] })],
    [
      'LOGIC_NOT_FINITE',
      change({ constraints: [tagged('a', [], linear(terms(['x', Number.NaN]), shut(0, 0)))] }),
    ],
    ['LOGIC_NO_TERMS', change({ constraints: [tagged('a', [], linear([], shut(0, 0)))] })],
  ])('is refused with the code %s', (code, logic) => {
    let error: unknown;
    try {
      createEngine(logic);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LogicError);
    const { code: found, text, about } = error as LogicError;
    expect(found).toBe(code);
    expect(text.nl).not.toBe(text.en);
    expect(about.length).toBeGreaterThan(0);
  });

  it('that contradicts itself without any claim is named, and not called a conflict', () => {
    const logic = logicOf([
      claim('a', 'x', shut(1, 2)),
      tagged('more', [], linear(terms(['x', 1], ['y', -1]), above(0))),
      tagged('less', [], linear(terms(['x', 1], ['y', -1]), shut(null, 0))),
    ]);
    let error: unknown;
    try {
      createEngine(logic).enumerate();
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(LogicError);
    expect((error as LogicError).code).toBe('LOGIC_STRUCTURE_IMPOSSIBLE');
    expect([...(error as LogicError).about].sort()).toEqual(['less', 'more']);
  });

  it('of a claim that no number satisfies is a conflict of that claim alone', () => {
    const logic = logicOf([claim('a', 'x', shut(2, 1)), claim('b', 'x', shut(1, 1))]);
    expect(cores(createEngine(logic))).toEqual(['a']);
    const cancelled = logicOf([tagged('a', ['a'], linear(terms(['x', 1], ['x', -1]), shut(1, null)))]);
    expect(cores(createEngine(cancelled))).toEqual(['a']);
  });

  it('of a group without constraints is in no conflict', () => {
    const logic: Logic = { ...good, groups: [...good.groups, { id: 'empty' }] };
    expect(cores(createEngine(logic))).toEqual([]);
    expect(createEngine(logic).possible(['a', 'empty']).answer).toBe('yes');
    expect(() => createEngine(logic).possible(['b'])).toThrow('LOGIC_GROUP_UNKNOWN');
    expect(() => createEngine(logic).range('b', [])).toThrow('LOGIC_VARIABLE_UNKNOWN');
  });

  it('of nothing at all has no conflicts', () => {
    const engine = createEngine({ variables: [], groups: [], constraints: [] });
    expect(engine.enumerate()).toMatchObject({ cores: [], complete: true });
    expect(engine.possible([]).answer).toBe('yes');
  });
});

describe('limits', () => {
  const pairs = Array.from({ length: 12 }, (_, at) => [
    claim(`low-${at}`, `x${at}`, shut(null, 1)),
    claim(`high-${at}`, `x${at}`, shut(2, null)),
  ]).flat();

  it('that are reached are told', () => {
    const engine = createEngine(logicOf(pairs));
    expect(engine.enumerate()).toMatchObject({ complete: true });
    expect(engine.enumerate(undefined, { solves: 3 }).complete).toBe(false);
    const few = engine.enumerate(undefined, { cores: 5 });
    expect(few.complete).toBe(false);
    expect(few.cores).toHaveLength(5);
    const stopped = new AbortController();
    stopped.abort();
    expect(engine.enumerate(undefined, { signal: stopped.signal })).toMatchObject({
      cores: [],
      complete: false,
    });
  });

  it('of the groups asked about keep the others out', () => {
    const engine = createEngine(logicOf(pairs));
    expect(
      engine.enumerate(['low-1', 'high-1', 'low-2', 'high-3']).cores.map(({ groups }) => groups),
    ).toEqual([['low-1', 'high-1']]);
  });
});

describe('the work', () => {
  /** Sums of sums with several claims on every quantity, of which every eighth is 6 % off. */
  const tree = (claims: number, name: string): TaggedConstraint[] => {
    const sums = [
      ['t', 'a', 'b', 'c'],
      ['a', 'a1', 'a2', 'a3'],
      ['b', 'b1', 'b2'],
      ['c', 'c1', 'c2'],
    ];
    const truth = { a1: 10, a2: 20, a3: 30, b1: 15, b2: 25, c1: 5, c2: 45, a: 60, b: 40, c: 50, t: 150 };
    const said = Object.entries(truth);
    return [
      ...sums.map(([whole, ...parts]) =>
        tagged(
          `${name}sum-${whole}`,
          [],
          linear(
            [{ of: `${name}${whole}`, times: 1 }, ...parts.map((of) => ({ of: `${name}${of}`, times: -1 }))],
            shut(0, 0),
          ),
        ),
      ),
      ...Array.from({ length: claims }, (_, at) => {
        const [of, value] = said[(at * 7) % said.length] as [string, number];
        const figure = at % 8 === 7 ? value * 1.06 : value;
        const rounded = (x: number) => Number(x.toPrecision(6));
        return claim(`${name}k${at}`, `${name}${of}`, shut(rounded(figure * 0.99), rounded(figure * 1.01)));
      }),
    ];
  };

  it('on 25 claims in one component with dozens of conflicts stays small', () => {
    const logic = logicOf(tree(25, ''));
    const { cores: found, complete, work } = createEngine(logic).enumerate();
    expect(complete).toBe(true);
    expect(found.length).toBeGreaterThan(20);
    expect(found.every(({ minimal }) => minimal)).toBe(true);
    expect(work.components).toBe(1);
    expect(work.solves).toBeLessThan(20 * found.length + 200);
  });

  it('on 200 claims in 40 components is the sum of 40 small ones', () => {
    const logic = logicOf(Array.from({ length: 40 }, (_, at) => tree(5, `r${at}-`)).flat());
    const { complete, work } = createEngine(logic).enumerate();
    expect(complete).toBe(true);
    expect(work.components).toBe(40);
    expect(work.solves).toBeLessThan(2_000);
  });

  it('is the same every time, to the order and the proof', () => {
    const logic = logicOf([...tree(25, ''), ...tree(9, 'other-')]);
    const first = createEngine(logic).enumerate();
    const engine = createEngine(logic);
    engine.possible(['k0', 'k1']);
    engine.range('t', ['k3']);
    expect(engine.enumerate().cores).toEqual(first.cores);
    expect(first.cores.map(({ groups }) => groups.length)).toEqual(
      first.cores.map(({ groups }) => groups.length).sort((a, b) => a - b),
    );
  });
});
