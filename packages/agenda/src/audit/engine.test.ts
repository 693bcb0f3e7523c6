import { describe, expect, test } from 'vitest';
import type { Interval } from '../schema.ts';
import { createEngine, holds } from './engine.ts';
import type { Constraint, Engine, Group, Logic, TaggedConstraint, Term } from './logic.ts';

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

/** Groups are those that the constraints name, in that order; quantities likewise, above zero unless told. */
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
  test('finds a sum that does not add up, with its proof', () => {
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

  test('lets sums touch exactly, and not where one of them is strict', () => {
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

  test('follows shares to the rest of the country', () => {
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
});
