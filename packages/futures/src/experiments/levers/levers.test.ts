import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import {
  objectivesOf,
  type Solution,
  search,
  searchSettings,
  solutionOf,
} from '@schaalsprong/methods/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticFile, syntheticRegion } from '../../../test/synthetic.ts';
import { freeLevers } from './free-levers.ts';
import { leverRules } from './house-rules.ts';
import { type LeverSearch, leverProblem } from './lever-problem.ts';
import { reachedOf } from './objectives.ts';
import { differentPackages, leverDistance } from './packages.ts';
import { packageText } from './telling.ts';

async function problemOf(asked: Partial<LeverSearch> = {}, changed: Readonly<Record<string, string>> = {}) {
  const { region, model } = await syntheticRegion(changed);
  const runner = createInProcessRunner(model);
  const problem = await leverProblem({ region, model, runner, futures: 50, seed: 3, ...asked });
  return { region, problem };
}

describe('free levers', () => {
  it('step in parts of what the agenda asks, with none and the agenda exactly among them', async () => {
    const { region } = await syntheticRegion();
    for (const parts of [1, 3, 7, 10, 49]) {
      const [lever] = freeLevers(region, ['more-builders'], parts);
      if (lever === undefined) throw new Error('no lever');
      const { none, agenda } = lever.measure.lever.positions;
      expect([lever.valueAt(0), lever.valueAt(parts)]).toEqual([none, agenda]);
      expect([lever.shareAt(0), lever.shareAt(parts)]).toEqual([0, 1]);
      expect(lever.variable).toMatchObject({ kind: 'integer', min: 0, max: parts * 2 });
      fc.assert(
        fc.property(fc.integer({ min: 0, max: parts * 2 }), (step) => {
          const value = lever.valueAt(step);
          expect(value).toBeGreaterThanOrEqual(lever.measure.lever.min);
          expect(value).toBeLessThanOrEqual(lever.measure.lever.max);
          expect(lever.stepAt(value)).toBe(step);
        }),
      );
    }
  });

  it('of a switch or a ratio whose positions are all 0 or 1 are a switch', async () => {
    const { region } = await syntheticRegion();
    const [measure] = region.measures;
    if (measure === undefined) throw new Error('no measure');
    const lever = { ...measure.lever, positions: { none: 0, agenda: 1 }, min: 0, max: 1 };
    const word = (text: string) => ({ nl: text, en: text });
    const names = [
      { value: 0, name: word('off') },
      { value: 1, name: word('on') },
    ];
    const onOff = {
      title: word('on or off'),
      symbol: word('%'),
      decimals: 0,
      grouping: true,
      scale: 0.01,
      names,
    };
    const kindOf = (unit: string, positions: { none: number; agenda: number; half?: number }) => {
      const { lever: made, ...rest } = { ...measure, lever: { ...lever, positions } };
      const typed = { ...rest, lever: { ...made, unit } } as typeof measure;
      return freeLevers({ measures: [typed], units: { ...region.units, onOff } }, null, 10)[0]?.isSwitch;
    };
    expect(kindOf('ratio', { none: 0, agenda: 1 })).toBe(true);
    expect(kindOf('onOff', { none: 0, agenda: 1 })).toBe(true);
    expect(kindOf('homes', { none: 0, agenda: 1 })).toBe(false);
    expect(kindOf('ratio', { none: 0, agenda: 1, half: 0.5 })).toBe(false);
  });

  it('are refused by a name that is no measure, with one that may be meant', async () => {
    const { region } = await syntheticRegion();
    expect(() => freeLevers(region, ['more-bilders'], 10)).toThrow(/Did you mean more-builders/);
  });
});

describe('a search over levers', () => {
  it('finds what the closed form says: all relief meets the target everywhere, none costs no effort', async () => {
    const { problem } = await problemOf({ objectives: ['homes-2029:met', 'effort'], noWorseThan: null });
    const { front } = await search(problem, searchSettings({ evaluations: 600, population: 20, seed: 1 }));
    const values = front.map((solution) => objectivesOf(problem, solution));
    // Nothing done still meets it in some futures; with all relief 10 homes a year are built in each.
    expect(Math.max(...values.map(([met = 0]) => met))).toBe(50);
    expect(Math.min(...values.map(([, effort = 9]) => effort))).toBe(0);
    // The idle lever does nothing, so no package worth choosing moves it.
    expect(front.every(({ decision }) => decision[2] === 0)).toBe(true);
  });

  it('keeps its red lines: so many futures, never beyond, and no worse than a scenario', async () => {
    const { problem } = await problemOf({
      objectives: ['effort'],
      keep: ['homes-2029:45'],
      never: ['homes-2029:60'],
      noWorseThan: 'agenda',
    });
    expect(problem.constraints.map(({ name }) => name)).toEqual([
      'homes-2029:45',
      'homes-2029 never beyond 60',
    ]);
    const { front } = await search(problem, searchSettings({ evaluations: 500, population: 20 }));
    const outcomes = await problem.outcomesOf(front.map(({ decision }) => decision));
    expect(front.length).toBeGreaterThan(0);
    for (const { targets } of outcomes) {
      expect(targets.find(({ target }) => target === 'homes-2029')?.met.count).toBeGreaterThanOrEqual(45);
    }
  });

  it('is no worse than the own scenario where nothing else is asked', async () => {
    const { problem } = await problemOf();
    expect(problem.noWorseThan).toBe('agenda');
    const [nothing, agenda] = await problem.evaluate(problem.known ?? []);
    expect(Math.max(...(agenda?.violations ?? [1]))).toBe(0);
    expect(Math.max(...(nothing?.violations ?? [0]))).toBeGreaterThan(0);
    expect((await problemOf({ keep: ['homes-2029:1'] })).problem.noWorseThan).toBeNull();
  });

  it('says by how much a line that nothing can keep is missed', async () => {
    const { problem } = await problemOf({ objectives: ['effort'], never: ['homes-2029:120'] });
    const { front, state } = await search(problem, searchSettings({ evaluations: 200, population: 20 }));
    expect(front).toEqual([]);
    // At best 10 homes a year for ten years: 100 of 120.
    expect(state.leastViolations[0]).toBeCloseTo(20 / 120, 6);
  });

  it('measures a count that is missed by how far the nearest futures are from the target', async () => {
    const { problem } = await problemOf({ objectives: ['effort'], keep: ['homes-2029:50'] });
    const shortOf = async (step: number): Promise<number> =>
      (await problem.evaluate([Float64Array.of(step, step, 0)]))[0]?.violations[0] ?? Number.NaN;
    const [nothing, half, all] = [await shortOf(0), await shortOf(10), await shortOf(20)];
    expect(nothing).toBeGreaterThan(half);
    expect(nothing).toBeLessThan(1);
    expect(all).toBe(0);
  });

  it('keeps shared budgets and rules between measures', async () => {
    const table = `
budgets:
  - id: money
    title: { nl: geld, en: money }
    unit: homes
    most: 1
    measures: [{ measure: more-builders, per: 1 }, { measure: more-grid, per: 1 }]
    reason: { nl: verzonnen, en: synthetic }
    source: synthetic
rules:
  - { kind: needs, measure: more-grid, other: more-builders, reason: { nl: verzonnen, en: synthetic }, source: synthetic }
  - { kind: excludes, measure: idle, other: more-builders, reason: { nl: verzonnen, en: synthetic }, source: synthetic }
`;
    const { region } = await syntheticRegion({ 'table.yaml': table });
    const broken = (positions: Readonly<Record<string, number>>) =>
      leverRules(region).map((rule) => Number(rule.violation(positions).toFixed(3)));
    expect(broken({ 'more-builders': 0.5, 'more-grid': 0.5, idle: 0 })).toEqual([0, 0, 0]);
    expect(broken({ 'more-builders': 1, 'more-grid': 0.5, idle: 0 })).toEqual([0.5, 0, 0]);
    expect(broken({ 'more-builders': 0, 'more-grid': 0.5, idle: 1 })).toEqual([0, 0.5, 0]);
    expect(broken({ 'more-builders': 0.25, 'more-grid': 0, idle: 1 })).toEqual([0, 0, 0.25]);
  });

  it('adds up known costs in proportion, and refuses cost where none is known', async () => {
    await expect(problemOf({ objectives: ['cost'] })).rejects.toThrow(/FUTURES_SEARCH_NO_COST/);
    const priced = syntheticFile('measures.yaml').replace(
      'cost: null',
      'cost: { amount: 80, unit: homes, status: assumed, source: synthetic }',
    );
    const { problem } = await problemOf(
      { objectives: ['cost'], noWorseThan: null },
      { 'measures.yaml': priced },
    );
    const costs = await problem.evaluate([
      Float64Array.of(0, 0, 0),
      Float64Array.of(10, 5, 0),
      Float64Array.of(20, 0, 0),
    ]);
    expect(costs.map(({ objectives }) => objectives[0])).toEqual([0, 80, 160]);
  });
});

describe('how far a target is reached', () => {
  const target = async (id: string) => {
    const found = (await syntheticRegion()).region.targets.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no target ${id}`);
    return found;
  };
  it('is the mean over futures of the part of what is asked, never more than all of it', async () => {
    expect(reachedOf(await target('homes-2029'), Float64Array.of(40, 80, 160, -5))).toBe(
      (0.5 + 1 + 1 + 0) / 4,
    );
    expect(reachedOf(await target('few-held-back'), Float64Array.of(30, 15, 0, -1))).toBe(
      (0.5 + 1 + 1 + 1) / 4,
    );
  });
});

describe('different packages', () => {
  const variables = [
    { kind: 'integer' as const, name: 'a', min: 0, max: 10 },
    { kind: 'category' as const, name: 'b', categories: ['no', 'yes'] },
  ];
  const solution = (...decision: number[]): Solution => solutionOf(Float64Array.from(decision), [0], []);

  it('are the three of which the two most alike are as unlike as can be', () => {
    const front = [solution(0, 0), solution(1, 0), solution(10, 0), solution(9, 0), solution(5, 1)];
    const chosen = differentPackages(variables, front).map(({ decision }) => [...decision]);
    expect(chosen).toEqual([
      [0, 0],
      [10, 0],
      [5, 1],
    ]);
    expect(differentPackages(variables, front.slice(0, 2))).toHaveLength(2);
    expect(differentPackages(variables, [])).toEqual([]);
  });

  it('are no more alike than any others of a small front, and close to that of a large one', () => {
    const decision = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 1 }));
    const least = (chosen: readonly Solution[]): number => {
      let apart = Number.POSITIVE_INFINITY;
      chosen.forEach((a, i) => {
        for (const b of chosen.slice(i + 1))
          apart = Math.min(apart, leverDistance(variables, a.decision, b.decision));
      });
      return apart;
    };
    fc.assert(
      fc.property(fc.array(decision, { minLength: 3, maxLength: 9 }), (decisions) => {
        const front = decisions.map((each) => solution(...each));
        const found = least(differentPackages(variables, front));
        front.forEach((a, i) => {
          front.slice(i + 1).forEach((b, j) => {
            for (const c of front.slice(i + j + 2)) expect(found).toBeGreaterThanOrEqual(least([a, b, c]));
          });
        });
      }),
    );
  });

  it('are told by where they go further than the others and what they leave', async () => {
    const { region, problem } = await problemOf({ keep: ['homes-2029:1'] });
    const packages = [Float64Array.of(20, 0, 0), Float64Array.of(0, 10, 0)];
    const outcomes = await problem.outcomesOf(packages);
    const told = packageText(problem, packages, outcomes, 0, region, 'en');
    expect(told).toContain('Package 1 goes further than the others with more-builders (200% of the agenda');
    expect(told).toContain('less far with more-grid (not)');
    expect(told).toMatch(/Red lines: homes-2029 \d+ of 50 futures\./);
    const alone = packageText(problem, packages.slice(0, 1), outcomes, 0, region, 'en');
    expect(alone).toContain('Package 1 goes furthest with more-builders (200% of the agenda');
    expect(packageText(problem, packages, outcomes, 1, region, 'nl')).toContain(
      'Pakket 2 gaat verder dan de andere met more-grid',
    );
  });
});
