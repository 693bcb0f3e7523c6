import { loadSolver } from '@schaalsprong/solver';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Component } from '../system/oracle.ts';
import { patchwork } from './search.ts';

const solver = await loadSolver();
const noLimits = {
  solves: Number.POSITIVE_INFINITY,
  cores: Number.POSITIVE_INFINITY,
  signal: undefined,
};

/** Small systems of whole numbers, with groups of one and of two, structure, choices, and much that clashes. */
const component = fc
  .record({
    variables: fc.integer({ min: 2, max: 6 }),
    groups: fc.integer({ min: 2, max: 9 }),
    choices: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 9, maxLength: 9 }),
    rows: fc.array(
      fc.record({
        terms: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -3, max: 3 })), {
          minLength: 1,
          maxLength: 3,
        }),
        bound: fc.integer({ min: -12, max: 12 }),
        equal: fc.boolean(),
        groups: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 2 }),
        structural: fc.integer({ min: 0, max: 5 }),
      }),
      { minLength: 3, maxLength: 16 },
    ),
  })
  .map(({ variables, groups, choices, rows }): Component => {
    const made = rows.flatMap(({ terms, bound, equal, groups: tags, structural }) => {
      const sums = new Map<number, number>();
      for (const [column, factor] of terms)
        sums.set(column % variables, (sums.get(column % variables) ?? 0) + factor);
      const kept = [...sums].filter(([, factor]) => factor !== 0).sort(([a], [b]) => a - b);
      if (kept.length === 0) return [];
      const row = {
        columns: kept.map(([column]) => column),
        factors: kept.map(([, factor]) => factor),
        // structure always leaves zero possible, so that it can hold by itself
        bound: structural === 0 ? Math.abs(bound) : bound,
        strict: false,
        groups: structural === 0 ? [] : [...new Set(tags.map((g) => g % groups))].sort((a, b) => a - b),
        because: [],
      };
      const opposite = { ...row, factors: row.factors.map((f) => -f), bound: -row.bound };
      return equal && structural !== 0 ? [row, opposite] : [row];
    });
    return {
      variables: Array.from({ length: variables }, (_, n) => ({
        id: `x${n}`,
        bounds: { min: -1000, max: 1000, minOpen: false, maxOpen: false },
        whole: false,
      })),
      groups: Array.from({ length: groups }, (_, n) => `g${n}`),
      choices: choices.slice(0, groups),
      rows: made,
      products: [],
    };
  });

/** All minimal sets, by asking of every set of groups whether it can hold. */
function byAsking({ variables, groups, choices, rows }: Component): string[] {
  const model = solver.model();
  const found: number[] = [];
  try {
    for (let set = 0; set < 2 ** groups.length; set += 1) {
      const taken = (group: number): boolean => ((set >> group) & 1) === 1;
      const seen = new Set<number>();
      const twice = choices.some((choice, group) => {
        if (choice < 0 || !taken(group)) return false;
        return seen.has(choice) || !seen.add(choice);
      });
      if (twice || found.some((core) => (core & set) === core)) continue;
      model.load({
        cost: variables.map(() => 0),
        lower: variables.map(() => -1000),
        upper: variables.map(() => 1000),
        rows: rows
          .filter((row) => row.groups.every(taken))
          .map((row) => ({ ...row, lower: Number.NEGATIVE_INFINITY, upper: row.bound })),
      });
      if (model.run() === 'infeasible') found.push(set);
    }
  } finally {
    model.dispose();
  }
  const minimal = found.filter((set) => !found.some((other) => other !== set && (other & set) === other));
  return minimal
    .map((set) =>
      groups
        .map((_, g) => g)
        .filter((g) => (set >> g) & 1)
        .join(),
    )
    .sort();
}

describe('the patchwork beside plain asking', () => {
  it('finds exactly the minimal sets that asking of every set finds', () => {
    let conflicts = 0;
    fc.assert(
      fc.property(component, (made) => {
        const among = new Uint8Array(made.groups.length).fill(1);
        const { cores, complete } = patchwork(solver, made, among, noLimits);
        expect(complete).toBe(true);
        const wanted = byAsking(made);
        conflicts += wanted.length;
        expect(cores.map(({ groups }) => groups.join()).sort()).toEqual(wanted);
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(conflicts).toBeGreaterThan(100);
  });
});
