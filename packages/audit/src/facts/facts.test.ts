import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Core } from '../system/logic.ts';
import { blockedSets, type Domains, freeCombinations, type Nogood, nogoodOf } from './facts.ts';

const core = (...groups: string[]): Core => ({
  groups,
  constraints: [],
  proof: [],
  certificate: { kind: 'sum', rows: [] },
  minimal: true,
});
const nogood = (...groups: string[]): Nogood => nogoodOf(core(...groups));
const sets = (nogoods: readonly Nogood[], domains: Domains): string[] =>
  blockedSets(nogoods, domains)
    .sets.map(({ claims, assumptions }) => [...claims, ...assumptions].sort().join(' '))
    .sort();

it('a clash of claims with one reading each is blocked as it is', () => {
  const domains = new Map([
    ['a', ['x']],
    ['b', ['x']],
  ]);
  expect(sets([nogood('a#x', 'b#x', 'assumed')], domains)).toEqual(['a assumed b']);
});

it('a clash that one reading escapes is not blocked', () => {
  const domains = new Map([
    ['a', ['x', 'y']],
    ['b', ['x']],
  ]);
  expect(sets([nogood('a#x', 'b#x')], domains)).toEqual([]);
});

it('readings that different claims rule out are blocked together', () => {
  const domains = new Map([
    ['a', ['x', 'y']],
    ['b', ['x']],
    ['c', ['x']],
  ]);
  expect(sets([nogood('a#x', 'b#x'), nogood('a#y', 'c#x')], domains)).toEqual(['a b c']);
});

it('a reading that a reader may not choose blocks nothing', () => {
  const domains = new Map([
    ['a', ['y']],
    ['b', ['x']],
  ]);
  expect(sets([nogood('a#x', 'b#x')], domains)).toEqual([]);
});

it('the ways that are left are all that run into nothing, in the order of the readings', () => {
  const domains = new Map([
    ['a', ['x', 'y']],
    ['b', ['x', 'y']],
  ]);
  const left = (...nogoods: Nogood[]) =>
    freeCombinations(domains, nogoods, 9).map((one) => [...one.values()].join(''));
  expect(left()).toEqual(['xx', 'xy', 'yx', 'yy']);
  expect(left(nogood('a#x', 'b#y'))).toEqual(['xx', 'yx', 'yy']);
  expect(left(nogood('b#x'), nogood('a#x', 'b#y'))).toEqual(['yy']);
  expect(left(nogood('a#x'), nogood('a#y'))).toEqual([]);
  expect(freeCombinations(domains, [], 3)).toHaveLength(3);
});

/** By trying: every set of claims and assumptions that leaves no combination, without those that hold a smaller one. */
function byTrying(nogoods: readonly Nogood[], domains: Domains, assumptions: readonly string[]): string[] {
  const names = [...domains.keys(), ...assumptions];
  const blocked: string[][] = [];
  for (let mask = 0; mask < 2 ** names.length; mask++) {
    const taken = names.filter((_, i) => mask & (1 << i));
    const inside = new Map([...domains].filter(([claim]) => taken.includes(claim)));
    const own = nogoods.filter(
      (one) =>
        [...one.assumptions].every((a) => taken.includes(a)) &&
        [...one.readings.keys()].every((claim) => inside.has(claim)),
    );
    if (freeCombinations(inside, own, 1).length === 0) blocked.push(taken);
  }
  return blocked
    .filter((one) => !blocked.some((other) => other !== one && other.every((name) => one.includes(name))))
    .map((one) => one.toSorted().join(' '))
    .sort();
}

it('all minimal blocked sets are found, and no others', () => {
  const claims = ['a', 'b', 'c', 'd', 'e'];
  const assumptions = ['p', 'q'];
  const domain = fc.integer({ min: 1, max: 3 }).map((n) => ['x', 'y', 'z'].slice(0, n));
  const group = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...claims), fc.constantFrom('x', 'y', 'z')) },
    { weight: 1, arbitrary: fc.constantFrom(...assumptions).map((a) => [a, ''] as [string, string]) },
  );
  const one = fc
    .uniqueArray(group, { minLength: 1, maxLength: 3, selector: ([claim]) => claim })
    .map((groups) => nogood(...groups.map(([claim, r]) => (r === '' ? claim : `${claim}#${r}`))));
  fc.assert(
    fc.property(
      fc.array(domain, { minLength: 5, maxLength: 5 }),
      fc.array(one, { maxLength: 7 }),
      (ds, nogoods) => {
        const domains = new Map(claims.map((claim, i) => [claim, ds[i] ?? ['x']]));
        const real = nogoods.filter((n) => n.readings.size > 0);
        expect(sets(real, domains)).toEqual(byTrying(real, domains, assumptions));
      },
    ),
    { numRuns: 300 },
  );
});
