import type { Interval } from '../schema.ts';
import { type Blocked, blockedSets, type Domains, type Nogood } from './facts.ts';
import { groupOf } from './facts-logic.ts';
import {
  boundedReadings,
  noMore,
  type OneSided,
  oneSidedOf,
  type Search,
  type View,
} from './facts-search.ts';

/** A target that the rest makes moot: read as its figure and no more it cannot hold, read as 'at least' it can. */
export interface Moot {
  readonly open: OneSided;
  /** the reading that clashes: `exactly`, or the question `noMore` */
  readonly reading: string;
  readonly blocked: Blocked;
  readonly domains: Domains;
}

/**
 * The targets that others make moot. A target with a one-sided plain reading is read as its figure and no more, all others as
 * they may be read; what then blocks it demands strictly more of its quantity than it asks itself.
 */
export function mootTargets(
  view: View,
  search: Search,
  conflicts: readonly Blocked[],
): { readonly moot: readonly Moot[]; readonly complete: boolean } {
  const bounds = new Map(view.input.variables.map((v) => [v.id, v.bounds]));
  const asked = new Set(search.logic.groups.map((group) => group.id));
  let complete = true;
  const moot = view.input.claims.flatMap((claim): Moot[] => {
    const open = oneSidedOf(claim, view, bounds);
    if (open === null) return [];
    const bounded = boundedReadings(claim, open, bounds, view.intervalAt(view.setting));
    const readings = [...bounded, noMore].filter((reading) => asked.has(groupOf(claim.id, reading)));
    return readings.flatMap((reading) => {
      const domains = new Map([...view.domains, [claim.id, [reading]]]);
      const found = blockedSets(search.nogoods, domains);
      complete &&= found.complete;
      return found.sets
        .filter((set) => set.claims.has(claim.id) && !within(set, conflicts))
        .map((blocked) => ({ open, reading, blocked, domains }));
    });
  });
  return { moot, complete };
}

/** True where the set holds a whole conflict, so that it tells nothing of its own. */
export const within = (set: Blocked, conflicts: readonly Blocked[]): boolean =>
  conflicts.some(
    (conflict) =>
      [...conflict.claims].every((claim) => set.claims.has(claim)) &&
      [...conflict.assumptions].every((assumption) => set.assumptions.has(assumption)),
  );

/**
 * What the rest demands of the quantity of a target: the end that lies beyond its own. Null where it demands no more
 * than the target asks.
 */
export function demandedOf(
  moot: Moot,
  others: Nogood,
  search: Search,
): { readonly claim: string; readonly stated: Interval; readonly demanded: Interval } | null {
  const { open } = moot;
  const groups = others.core.groups.filter((group) => !group.startsWith(`${open.claim}#`));
  const range = search.engine.range(open.reading.variable, groups);
  if (range === null) return null;
  const { min, max, minOpen, maxOpen } = range;
  const demanded: Interval =
    open.way === 'up'
      ? { min, minOpen, max: null, maxOpen: false }
      : { min: null, minOpen: false, max, maxOpen };
  const own = open.way === 'up' ? open.interval.min : open.interval.max;
  const end = open.way === 'up' ? min : max;
  if (own === null || end === null) return null;
  const more = open.way === 'up' ? end > own : end < own;
  return more ? { claim: open.claim, stated: open.interval, demanded } : null;
}
