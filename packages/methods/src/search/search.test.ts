import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkpointText, questionOf, readCheckpoint } from './checkpoint.ts';
import { compareCosts } from './dominance.ts';
import { dominatedShare, invertedGenerationalDistance } from './indicators.ts';
import type { SearchProblem } from './problem.ts';
import { search, searchSettings } from './search.ts';
import { searchSeeds } from './seeds.ts';
import type { SearchState } from './state.ts';
import { dtlz, dtlzNames } from './test-problems/dtlz.ts';
import { binhKorn, schaffer } from './test-problems/small.ts';
import { zdt, zdtNames } from './test-problems/zdt.ts';

/** Reals, whole numbers, words and a constraint together, so that every operator takes part. */
const mixed: SearchProblem = {
  id: 'mixed',
  variables: [
    { kind: 'real', name: 'x', min: -1, max: 1 },
    { kind: 'integer', name: 'n', min: 0, max: 9 },
    { kind: 'category', name: 'c', categories: ['a', 'b', 'c'] },
  ],
  objectives: [
    { name: 'gain', direction: 'maximise', epsilon: 0.05, bounds: { best: 12, worst: 0 } },
    { name: 'cost', direction: 'minimise', epsilon: 0.05, bounds: { best: 0, worst: 12 } },
  ],
  constraints: [{ name: 'enough', text: { nl: 'genoeg', en: 'enough' } }],
  evaluate: async (batch) =>
    batch.map(([x = 0, n = 0, c = 0]) => ({
      objectives: [n + c + x, n * 0.8 + c ** 2 + x ** 2],
      violations: [Math.max(0, 2 - n)],
    })),
};
const small = (more = {}) => searchSettings({ population: 12, window: 3, recordEvery: 24, ...more });

describe('the search', () => {
  it('gives the same to the last bit when it was stopped, kept as text and taken up again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 12, max: 400 }),
        fc.nat(),
        async (seed, evaluations, stop) => {
          const settings = small({ seed, evaluations });
          const question = questionOf(mixed);
          const states: string[] = [];
          const whole = await search(mixed, settings, {
            onGeneration: (current) => states.push(checkpointText(question, { done: [], current })),
          });
          const kept = states[stop % states.length] ?? '';
          const { current } = readCheckpoint('kept', kept, question);
          const again = await search(mixed, settings, {}, current ?? undefined);
          expect(current).not.toBeNull();
          expect(again.state).toEqual(whole.state);
          expect(again.front).toEqual(whole.front);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('does not depend on when the answers of a batch come', async () => {
    let asked = 0;
    const late: SearchProblem = {
      ...mixed,
      evaluate: async (batch) => {
        asked += 1;
        for (let turn = 0; turn < (asked * 7) % 5; turn += 1) await new Promise((done) => setImmediate(done));
        return mixed.evaluate(batch);
      },
    };
    const settings = small({ evaluations: 200 });
    expect((await search(late, settings)).state).toEqual((await search(mixed, settings)).state);
  });

  it('spends exactly the evaluations that it was given', async () => {
    let spent = 0;
    const counting: SearchProblem = {
      ...mixed,
      evaluate: (batch) => {
        spent += batch.length;
        return mixed.evaluate(batch);
      },
    };
    for (const evaluations of [1, 13, 100, 257]) {
      spent = 0;
      const { state } = await search(counting, small({ evaluations }));
      expect([spent, state.evaluations]).toEqual([evaluations, evaluations]);
    }
  });

  it('keeps decisions in their ranges, whole numbers whole, and the front free of what breaks a constraint', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { front, state } = await search(mixed, small({ seed, evaluations: 150 }));
        for (const { decision } of state.population) {
          const [x = 9, n = -1, c = -1] = decision;
          expect(Math.abs(x)).toBeLessThanOrEqual(1);
          expect(Number.isInteger(n) && n >= 0 && n <= 9).toBe(true);
          expect([0, 1, 2]).toContain(c);
        }
        for (const a of front) {
          expect(a.violation).toBe(0);
          for (const b of front) expect(compareCosts(a.costs, b.costs)).toBe('neither');
        }
      }),
      { numRuns: 15 },
    );
  });

  it('says the nearest where nothing keeps the constraints', async () => {
    const hopeless: SearchProblem = {
      ...mixed,
      evaluate: async (batch) => batch.map(([, n = 0]) => ({ objectives: [n, n], violations: [20 - n] })),
    };
    const { front, state } = await search(hopeless, small({ evaluations: 300 }));
    expect(front).toEqual([]);
    expect(state.nearest?.violation).toBe(11);
    expect(state.nearest?.decision[1]).toBe(9);
  });

  it('begins with the decisions that are known', async () => {
    const known = [Float64Array.of(0.5, 3, 1), Float64Array.of(-0.5, 9, 0)];
    const asked: number[][] = [];
    const watched: SearchProblem = {
      ...mixed,
      known,
      evaluate: (batch) => {
        asked.push(...batch.map((each) => [...each]));
        return mixed.evaluate(batch);
      },
    };
    await search(watched, small({ evaluations: 12 }));
    expect(asked.slice(0, 2)).toEqual(known.map((each) => [...each]));
  });

  it('stops at once when it is told to, between two generations and within one', async () => {
    const stop = new AbortController();
    const seen: SearchState[] = [];
    const running = search(mixed, small({ evaluations: 1e6 }), {
      signal: stop.signal,
      onGeneration: (state) => {
        seen.push(state);
        if (seen.length === 3) stop.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(seen).toHaveLength(3);
  });

  it('refuses settings and problems that cannot be, all faults at once', async () => {
    await expect(search(mixed, searchSettings({ evaluations: 0, seed: -1, population: 2 }))).rejects.toThrow(
      /evaluations[\s\S]*population[\s\S]*seed/,
    );
    const broken: SearchProblem = {
      ...mixed,
      variables: [{ kind: 'real', name: 'upside-down', min: 2, max: 1 }],
      objectives: [{ name: 'f', direction: 'minimise', epsilon: -1, bounds: { best: 0, worst: 0 } }],
    };
    await expect(search(broken, small())).rejects.toThrow(/upside-down[\s\S]*epsilon of f[\s\S]*RANGE f/);
    const holes: SearchProblem = {
      ...mixed,
      evaluate: async (batch) => batch.map(() => ({ objectives: [Number.NaN, 1], violations: [0] })),
    };
    await expect(search(holes, small())).rejects.toThrow(/FUTURES_SEARCH_NOT_FINITE mixed/);
  });

  it('refuses a checkpoint of another question, and one that is cut short', async () => {
    const { state } = await search(mixed, small({ evaluations: 24 }));
    const text = checkpointText(questionOf(mixed), { done: [state], current: null });
    expect(() => readCheckpoint('f', text, questionOf(binhKorn))).toThrow(/OTHER_PROBLEM/);
    expect(() => readCheckpoint('f', text.slice(0, -20), questionOf(mixed))).toThrow(
      /FUTURES_SEARCH_CHECKPOINT/,
    );
    expect(() => readCheckpoint('f', '{"form":1}', questionOf(mixed))).toThrow(/no kept search: question/);
  });

  it('puts several seeds together, shows their spread, and goes on where it was', async () => {
    const kept: string[] = [];
    const whole = await searchSeeds(mixed, small({ evaluations: 60 }), 3, {
      onGeneration: ({ done, current }) => kept.push(JSON.stringify([done.length, current?.evaluations])),
    });
    expect(whole.runs.map(({ seed }) => seed)).toEqual([0, 1, 2]);
    expect(whole.hypervolume).toBeGreaterThanOrEqual(whole.spread.most);
    expect(whole.spread.least).toBeLessThanOrEqual(whole.spread.median);
    const [first, second] = whole.runs;
    if (first === undefined || second === undefined) throw new Error('runs are missing');
    const from = { done: [first.result.state], current: null };
    expect(await searchSeeds(mixed, small({ evaluations: 60 }), 3, {}, from)).toEqual(whole);
    expect(kept.at(-1)).toBe('[2,60]');
  });
});

describe('the test problems', () => {
  for (const problem of [...zdtNames.map(zdt), ...dtlzNames.map((name) => dtlz(name, 3))]) {
    it(`${problem.id} has a front that no random decision dominates`, () => {
      const front = problem.front(400).map((point) => Float64Array.from(point));
      const beaten = (costs: Float64Array) => front.some((b) => compareCosts(b, costs) === 'first');
      expect(front.filter(beaten)).toEqual([]);
      const unit = (i: number, k: number) => ((k + 1) * (i + 1) * 0.6180339887) % 1;
      const tried = Array.from({ length: 300 }, (_, k) => {
        const decision = Float64Array.from(problem.variables, (v, i) =>
          v.kind === 'category' ? 0 : v.min + unit(i, k) * (v.max - v.min),
        );
        return Float64Array.from(problem.objectivesAt(decision));
      });
      expect(tried.filter((costs) => front.some((b) => compareCosts(costs, b) === 'first'))).toEqual([]);
    });
  }

  it('have fronts of which the hypervolume is known exactly, above that of any sample', () => {
    // 1 - (pi / 6) / 1.331 and 1 - (pi / 4) / 1.21.
    expect(dtlz('dtlz2', 3).frontShare).toBeCloseTo(0.606612, 6);
    expect(dtlz('dtlz2', 2).frontShare).toBeCloseTo(0.350911, 6);
    const problems = [
      ...zdtNames.map(zdt),
      ...dtlzNames.flatMap((name) => [2, 3].map((objectives) => dtlz(name, objectives))),
    ];
    for (const problem of problems) {
      const points = problem.objectives.length === 2 ? 1000 : 300;
      const sampled = dominatedShare(
        problem,
        problem.front(points).map((point) => ({
          decision: new Float64Array(),
          costs: Float64Array.from(point),
          violations: new Float64Array(),
          violation: 0,
        })),
      );
      expect(problem.frontShare).toBeGreaterThan(sampled);
      // A staircase of n points falls short by some 1 / (2 n) of the square, in three objectives by 1 / sqrt(n).
      expect(problem.frontShare - sampled).toBeLessThan(problem.objectives.length === 2 ? 1e-3 : 0.1);
    }
  });

  it('come near their fronts in 10,000 evaluations, from every seed tried', async () => {
    for (const [name, least] of [
      ['zdt1', 0.92],
      ['zdt2', 0.85],
      ['zdt3', 0.94],
    ] as const) {
      const problem = zdt(name);
      const best = problem.frontShare;
      const { spread } = await searchSeeds(problem, searchSettings({ recordEvery: 10_000 }), 2);
      expect(spread.least / best).toBeGreaterThan(least);
      expect(spread.most / best).toBeLessThanOrEqual(1);
    }
  });

  it('are found in whole numbers and under constraints', async () => {
    const { front } = await search(schaffer('integer'), searchSettings({ evaluations: 2000 }));
    expect(front.map(({ decision }) => decision[0]).sort()).toEqual([0, 1, 2]);
    const bound = await search(binhKorn, searchSettings({ evaluations: 3000 }));
    const onCurve = Array.from({ length: 101 }, (_, i) => {
      const t = i / 20;
      const [x, y] = [t, Math.min(t, 3)];
      return [(4 * x ** 2 + 4 * y ** 2) / 140, ((x - 5) ** 2 + (y - 5) ** 2) / 50];
    });
    const found = bound.front.map(({ costs: [a = 0, b = 0] }) => [a / 140, b / 50]);
    expect(invertedGenerationalDistance(found, onCurve)).toBeLessThan(0.03);
  });
});
