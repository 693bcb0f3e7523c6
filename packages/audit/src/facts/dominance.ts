import type { Interval } from '@schaalsprong/words';
import { engineFor, setLogic, withIntervals } from '../repair/repair-engine.ts';
import { type Blocked, blockedSets, type Domains, nogoodsAbout } from './facts.ts';
import { groupOf } from './facts-logic.ts';
import {
  boundedReadings,
  noMore,
  type OneSided,
  oneSidedOf,
  type Search,
  type View,
} from './facts-search.ts';
import type { Fact, FactContext } from './facts-types.ts';

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
  const asked = new Set(search.nogoods.flatMap((nogood) => nogood.core.groups));
  const about = nogoodsAbout(search.nogoods);
  let complete = true;
  const moot = view.input.claims.flatMap((claim): Moot[] => {
    const open = oneSidedOf(claim, view, bounds);
    if (open === null) return [];
    const bounded = boundedReadings(claim, open, bounds, view.intervalAt(view.setting));
    const readings = [...bounded, noMore].filter((reading) => asked.has(groupOf(claim.id, reading)));
    return readings.flatMap((reading) => {
      const domains = new Map([...view.domains, [claim.id, [reading]]]);
      const found = blockedSets(about.get(claim.id) ?? [], domains);
      complete &&= found.complete;
      return found.sets
        .filter((set) => set.claims.has(claim.id) && !within(set, conflicts))
        .map((blocked) => ({ open, reading, blocked, domains }));
    });
  });
  return { moot, complete };
}

/** True where the set is a superset of a conflict, hence redundant. */
export const within = (set: Blocked, conflicts: readonly Blocked[]): boolean =>
  conflicts.some(
    (conflict) =>
      [...conflict.claims].every((claim) => set.claims.has(claim)) &&
      [...conflict.assumptions].every((assumption) => set.assumptions.has(assumption)),
  );

/** Steps after which the search for the end of what is demanded stops where it is, and the part of the figure it need not resolve. */
const mostSteps = 60;
const finest = 5e-4;

/**
 * What the rest demands of the quantity of a target, as an end beyond its own; null where it demands no more than the
 * target asks. Where the engine's own range does not reach (a product of unknowns), the quantity is pushed up bit by
 * bit: each piece of the line that cannot be is proven, so the end that is given is certainly demanded, and what lies
 * beyond it may be too.
 * @param fact the set with the target in it, to be asked with other intervals for the target
 */
export function demandedOf(moot: Moot, fact: Fact, context: FactContext): Fact['demands'] {
  const { open } = moot;
  const up = open.way === 'up';
  const own = up ? open.interval.min : open.interval.max;
  const set = setLogic(fact, context);
  const at = fact.taken.findIndex((taken) => taken.claim === open.claim);
  const group = set.claims[at];
  if (own === null || group === undefined) return null;
  const intervals = fact.taken.map(({ claim, reading }) => context.intervalOf(claim, reading));
  const cannot = (interval: Interval): boolean =>
    engineFor(withIntervals(set, intervals.with(at, interval))).possible(set.groups).answer === 'no';
  const to = (end: number, isOpen: boolean): Fact['demands'] => ({
    claim: open.claim,
    stated: open.interval,
    demanded: up
      ? { min: end, minOpen: isOpen, max: null, maxOpen: false }
      : { min: null, minOpen: false, max: end, maxOpen: isOpen },
  });
  const others = set.groups.filter((one) => one !== group);
  const range = engineFor(set.logic).range(open.reading.variable, others);
  const end = range && (up ? range.min : range.max);
  if (range && end !== null && (up ? end > own : end < own))
    return to(end, up ? range.minOpen : range.maxOpen);

  const bounded = intervals[at];
  const cap = bounded && (up ? bounded.max : bounded.min);
  const scale = Math.max(Math.abs(open.reading.value), 1e-9);
  const piece = (low: number, step: number): Interval =>
    up
      ? { min: low, max: low + step, minOpen: false, maxOpen: false }
      : { min: low - step, max: low, minOpen: false, maxOpen: false };
  // What the figure itself may be is excluded already; where there is no such reading, the end alone is.
  let reached = cap ?? own;
  let step = Math.max(Math.abs(reached - own), 0.2 * scale);
  let growing = true;
  for (let steps = 0; steps < mostSteps && step > finest * scale; steps++) {
    if (cannot(piece(reached, step))) {
      reached = up ? reached + step : reached - step;
      if (growing) step *= 1.5;
    } else {
      growing = false;
      step /= 2;
    }
  }
  const clean = Number(reached.toPrecision(12));
  return (up ? clean > own : clean < own) ? to(clean, false) : null;
}
