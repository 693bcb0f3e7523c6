import { loadSolver } from '@schaalsprong/solver';
import type { Interval } from '@schaalsprong/words';
import { describe, expect, it } from 'vitest';
import type { Logic } from '../system/logic.ts';
import { repairAll } from './repair.ts';

const solver = await loadSolver();
const closed = (min: number | null, max: number | null): Interval => ({
  min,
  max,
  minOpen: false,
  maxOpen: false,
});

/** Claims about one quantity each, with relations that always hold. */
const logic = (
  claims: Readonly<Record<string, readonly [of: string, interval: Interval, choice?: string]>>,
  relations: readonly Logic['constraints'][number]['constraint'][],
): Logic => {
  const variables = new Set([
    ...Object.values(claims).map(([of]) => of),
    ...relations.flatMap((c) =>
      c.kind === 'linear' ? c.terms.map((t) => t.of) : [c.product, c.factor, c.other],
    ),
  ]);
  return {
    variables: [...variables].map((id) => ({
      id,
      bounds: { min: 0, max: null, minOpen: true, maxOpen: false },
      whole: false,
    })),
    groups: Object.entries(claims).map(([id, [, , choice]]) => ({ id, ...(choice ? { choice } : {}) })),
    constraints: [
      ...Object.entries(claims).map(([id, [of, interval]]) => ({
        id,
        groups: [id],
        constraint: { kind: 'linear' as const, terms: [{ of, times: 1 }], interval },
      })),
      ...relations.map((constraint, n) => ({ id: `relation-${n}`, groups: [], constraint })),
    ],
  };
};
const sum = (whole: string, ...parts: string[]): Logic['constraints'][number]['constraint'] => ({
  kind: 'linear',
  terms: [{ of: whole, times: 1 }, ...parts.map((of) => ({ of, times: -1 }))],
  interval: closed(0, 0),
});

const parts = logic({ whole: ['w', closed(100, 100)], a: ['a', closed(40, 40)], b: ['b', closed(40, 40)] }, [
  sum('w', 'a', 'b'),
]);

describe('the repair of all conflicts at once', () => {
  it('moves what costs least for the room that it gives, and no more than it must', () => {
    // 20 are missing: a fifth of the whole, or half of a part
    const repair = repairAll(parts, solver);
    expect(repair).toMatchObject({ optimum: 'least', verified: 'yes' });
    expect(repair?.changes).toEqual([
      { group: 'whole', constraint: 'whole', from: closed(100, 100), to: closed(80, 100), change: 0.2 },
    ]);
    expect(repair?.total).toBeCloseTo(0.2, 9);
  });

  it('takes the weights into account, and leaves what must stand', () => {
    const heavy = repairAll(parts, solver, { weights: new Map([['whole', 5]]) });
    expect(heavy?.changes.map((c) => c.group).every((group) => group !== 'whole')).toBe(true);
    expect(heavy?.total).toBeCloseTo(0.5, 6);
    expect(heavy?.verified).toBe('yes');
    const standing = new Map(['whole', 'a', 'b'].map((id) => [id, Number.POSITIVE_INFINITY]));
    expect(repairAll(parts, solver, { weights: standing })).toBeNull();
  });

  it('removes two conflicts that share a claim with one change', () => {
    const both = logic(
      {
        whole: ['w', closed(100, 100)],
        a: ['a', closed(40, 40)],
        b: ['b', closed(40, 40)],
        c: ['c', closed(80, 80)],
      },
      [sum('w', 'a', 'b'), sum('w', 'c')],
    );
    expect(repairAll(both, solver)?.changes.map((c) => c.group)).toEqual(['whole']);
  });

  it('meets products of unknowns, and says that it compared only what is near', () => {
    const shares = logic(
      { all: ['w', closed(1000, 1000)], share: ['s', closed(10, 10)], part: ['p', closed(150, 150)] },
      [{ kind: 'product', product: 'p', factor: 's', other: 'w', times: 0.01, plus: 0 }],
    );
    const repair = repairAll(shares, solver);
    const at = (id: string): number => repair?.point.get(id) ?? Number.NaN;
    expect(at('p')).toBeCloseTo(0.01 * at('s') * at('w'), 6);
    expect(repair?.optimum).toBe('near');
    expect(repair?.verified).not.toBe(undefined);
    expect(repair?.total).toBeLessThan(0.34);
  });

  it('keeps of a choice the reading that strains least', () => {
    const choice = logic(
      {
        'total#a': ['w', closed(100, 100), 'total'],
        'total#b': ['w', closed(84, 84), 'total'],
        a: ['a', closed(40, 40)],
        b: ['b', closed(40, 40)],
      },
      [sum('w', 'a', 'b')],
    );
    expect(repairAll(choice, solver)?.groups).toEqual(['total#b', 'a', 'b']);
  });

  it('changes nothing where nothing clashes', () => {
    const fits = logic({ whole: ['w', closed(75, 85)], a: ['a', closed(40, 40)], b: ['b', closed(40, 40)] }, [
      sum('w', 'a', 'b'),
    ]);
    expect(repairAll(fits, solver)).toMatchObject({ changes: [], total: 0, verified: 'yes' });
  });
});
