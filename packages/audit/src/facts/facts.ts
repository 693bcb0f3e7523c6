import { at, must } from '@schaalsprong/words';
import type { Core } from '../system/logic.ts';
import { groupOf, readingOf } from './facts-logic.ts';

/** A minimal set of the engine, taken apart: at most one reading per claim, and assumptions. */
export interface Nogood {
  readonly readings: ReadonlyMap<string, string>;
  readonly assumptions: ReadonlySet<string>;
  readonly core: Core;
}

export function nogoodOf(core: Core): Nogood {
  const readings = new Map<string, string>();
  const assumptions = new Set<string>();
  for (const group of core.groups) {
    const found = readingOf(group);
    if (found === null) assumptions.add(group);
    else readings.set(found.claim, found.reading);
  }
  return { readings, assumptions, core };
}

/** Which readings each claim may have here; a claim that is not in it takes no part. */
export type Domains = ReadonlyMap<string, readonly string[]>;

/** A set of claims that cannot all hold in any combination of the readings that they may have, under these assumptions. */
export interface Blocked {
  readonly claims: ReadonlySet<string>;
  readonly assumptions: ReadonlySet<string>;
}

interface State extends Blocked {
  /** claims with a choice of which only this reading is blocked so far */
  readonly open: ReadonlyMap<string, string>;
}

/** Number of part results beyond which the search for combinations stops. */
const mostStates = 4000;

const subset = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  if (a.size > b.size) return false;
  for (const x of a) if (!b.has(x)) return false;
  return true;
};

const covers = (a: State, b: State): boolean =>
  a.open.size <= b.open.size &&
  subset(a.claims, b.claims) &&
  subset(a.assumptions, b.assumptions) &&
  [...a.open].every(([claim, reading]) => b.open.get(claim) === reading);

/** Keeps only what no other covers. */
function irredundant(states: readonly State[]): State[] {
  const sorted = states.toSorted(
    (a, b) =>
      a.claims.size - b.claims.size || a.assumptions.size - b.assumptions.size || a.open.size - b.open.size,
  );
  const kept: State[] = [];
  for (const state of sorted) if (!kept.some((k) => covers(k, state))) kept.push(state);
  return kept;
}

/** Conjunction of two states; null where they select two readings of one claim. */
function merged(a: State, b: State): State | null {
  const open = new Map(a.open);
  for (const [claim, reading] of b.open) {
    const own = open.get(claim);
    if (own !== undefined && own !== reading) return null;
    open.set(claim, reading);
  }
  return {
    open,
    claims: new Set([...a.claims, ...b.claims]),
    assumptions: new Set([...a.assumptions, ...b.assumptions]),
  };
}

/**
 * Nogoods in parts that share no claim: what is blocked in one part is not touched by the others.
 */
function clustersOf(nogoods: readonly Nogood[]): Nogood[][] {
  const parent = new Map<string, string>();
  const rootOf = (claim: string): string => {
    let root = claim;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(claim, root);
    return root;
  };
  for (const { readings } of nogoods) {
    const [first, ...rest] = readings.keys();
    for (const claim of rest) if (first !== undefined) parent.set(rootOf(claim), rootOf(first));
  }
  const clusters = new Map<string, Nogood[]>();
  for (const nogood of nogoods) {
    const [first] = nogood.readings.keys();
    const root = first === undefined ? '' : rootOf(first);
    const own = clusters.get(root);
    if (own) own.push(nogood);
    else clusters.set(root, [nogood]);
  }
  return [...clusters.values()];
}

/** For each claim the nogoods that can have to do with it, near or far. */
export function nogoodsAbout(nogoods: readonly Nogood[]): ReadonlyMap<string, readonly Nogood[]> {
  return new Map(
    clustersOf(nogoods).flatMap((cluster) =>
      cluster.flatMap((nogood) => [...nogood.readings.keys()].map((claim) => [claim, cluster] as const)),
    ),
  );
}

/**
 * All minimal sets of claims and assumptions that are blocked whatever reading each claim has, given the minimal sets of
 * readings that cannot hold. A claim with several readings is removed by resolution: sets that block each of its readings
 * and agree on all other claims together block the claim (Davis and Putnam 1960, for values instead of signs).
 * @returns `complete: false` where the combinations were too many, so that some sets may be lacking
 */
export function blockedSets(
  nogoods: readonly Nogood[],
  domains: Domains,
): { readonly sets: readonly Blocked[]; readonly complete: boolean } {
  const parts = clustersOf(nogoods).map((cluster) => blockedWithin(cluster, domains));
  return { sets: parts.flatMap((part) => part.sets), complete: parts.every((part) => part.complete) };
}

function blockedWithin(
  nogoods: readonly Nogood[],
  domains: Domains,
): { readonly sets: readonly Blocked[]; readonly complete: boolean } {
  let complete = true;
  let states: State[] = irredundant(
    nogoods.flatMap((nogood): State[] => {
      const open = new Map<string, string>();
      for (const [claim, reading] of nogood.readings) {
        const domain = domains.get(claim);
        if (!domain?.includes(reading)) return [];
        if (domain.length > 1) open.set(claim, reading);
      }
      return [{ open, claims: new Set(nogood.readings.keys()), assumptions: nogood.assumptions }];
    }),
  );
  for (;;) {
    // The claim with the fewest states goes first: fewest combinations.
    const counts = new Map<string, number>();
    for (const state of states) {
      for (const claim of state.open.keys()) counts.set(claim, (counts.get(claim) ?? 0) + 1);
    }
    const [next] = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
    if (next === undefined) break;
    const [claim] = next;
    const rest = states.filter((state) => !state.open.has(claim));
    let combined: State[] | null = null;
    for (const reading of domains.get(claim) ?? []) {
      const own = states
        .filter((state) => state.open.get(claim) === reading)
        .map((state) => {
          const open = new Map(state.open);
          open.delete(claim);
          return { ...state, open };
        });
      combined = combined === null ? own : combined.flatMap((a) => own.flatMap((b) => merged(a, b) ?? []));
      combined = irredundant(combined);
      if (combined.length > mostStates) {
        combined = combined.slice(0, mostStates);
        complete = false;
      }
    }
    states = irredundant([...rest, ...(combined ?? [])]);
  }
  return { sets: states.map(({ claims, assumptions }) => ({ claims, assumptions })), complete };
}

/** The nogoods that lie within a set of claims and assumptions. */
export const nogoodsWithin = (nogoods: readonly Nogood[], { claims, assumptions }: Blocked): Nogood[] =>
  nogoods.filter(
    (nogood) =>
      subset(nogood.assumptions, assumptions) &&
      [...nogood.readings.keys()].every((claim) => claims.has(claim)),
  );

export type Combination = ReadonlyMap<string, string>;

/**
 * Ways to read these claims that run into nothing, at most so many: those that come first in the order of the
 * domains. None where every way is blocked.
 */
export function freeCombinations(domains: Domains, nogoods: readonly Nogood[], most: number): Combination[] {
  const claims = [...domains.keys()];
  const place = new Map(claims.map((claim, i) => [claim, i]));
  // Check each as soon as the last of its claims is assigned a reading.
  const due = claims.map((): Nogood[] => []);
  for (const nogood of nogoods) {
    const last = Math.max(...[...nogood.readings.keys()].map((claim) => must(place, claim)));
    at(due, last).push(nogood);
  }
  const found: Combination[] = [];
  const taken = new Map<string, string>();
  const descend = (depth: number): void => {
    if (found.length >= most) return;
    const claim = claims[depth];
    if (claim === undefined) {
      found.push(new Map(taken));
      return;
    }
    for (const reading of domains.get(claim) ?? []) {
      taken.set(claim, reading);
      if (at(due, depth).every((nogood) => !runsInto(taken, nogood))) descend(depth + 1);
    }
    taken.delete(claim);
  };
  descend(0);
  return found;
}

const runsInto = (combination: Combination, nogood: Nogood): boolean =>
  [...nogood.readings].every(([claim, reading]) => combination.get(claim) === reading);

/**
 * The nogood that explains a blocked set best: of those that the readings allow, the one that needs least of the text (each claim in
 * the first of its readings), by the fewest assumptions and claims.
 * @param domains the domain of readings of each claim, least demanding first
 * @param about a claim that must be in it
 */
export function tellingNogood(
  nogoods: readonly Nogood[],
  domains: Domains,
  about: string | null,
): Nogood | undefined {
  const rank = new Map<Nogood, number>();
  for (const nogood of nogoods) {
    if (about !== null && !nogood.readings.has(about)) continue;
    // a claim outside the domains admits none of its readings, so the nogood says nothing about this view
    const places = [...nogood.readings].map(([claim, reading]) => domains.get(claim)?.indexOf(reading) ?? -1);
    if (!places.includes(-1))
      rank.set(
        nogood,
        places.reduce((sum, place) => sum + place, 0),
      );
  }
  return [...rank.keys()].sort(
    (a, b) =>
      must(rank, a) - must(rank, b) ||
      a.assumptions.size - b.assumptions.size ||
      a.readings.size - b.readings.size ||
      byGroups(a, b),
  )[0];
}

const groupsOf = ({ readings }: Nogood): string =>
  [...readings]
    .map(([claim, reading]) => groupOf(claim, reading))
    .sort()
    .join(' ');

const byGroups = (a: Nogood, b: Nogood): number => (groupsOf(a) < groupsOf(b) ? -1 : 1);
