import type { Solver, SolverModel } from '@schaalsprong/solver';
import type { Component, ComponentCores, ComponentLimits, GroupSet } from '../system/oracle.ts';
import { holdsExactly } from './exactly.ts';
import { type Ranges, rangesOf, valueAt } from './ranges.ts';
import { close, newRegion, type Region, type RegionContext } from './region.ts';
import { type Start, startOf } from './start.ts';

/** Limits of the search in large components. */
export interface PatchworkOptions {
  /** most quantities in one region; a larger one is given up and the answer is not complete */
  readonly columns?: number;
  /** most ways to give up groups in one region */
  readonly ways?: number;
}

/** Room used that is no more than rounding; the check in fractions sees it all the same. */
const NOISE = 1e-9;

/** What the patchwork came to, besides the cores. */
export interface Patchwork extends ComponentCores {
  readonly regions: number;
  readonly largest: number;
  readonly seconds: { readonly start: number; readonly regions: number; readonly exact: number };
}

/**
 * All minimal sets of groups of a component that cannot all hold, for components in which a search through all
 * combinations does not end: k conflicts of s groups each that have nothing to do with each other have s^k ways to give
 * up one of each, and plain enumeration visits them all.
 *
 * One point is sought at which as little as possible breaks. Around what breaks, regions of quantities are laid. In
 * each, conflicts are sought, and each way to give up one group of every conflict (a minimal transversal) is repaired
 * by moving only the quantities of the region. A conflict is shown by a proof in which every quantity outside cancels.
 * Where neither works, the quantities outside that are in the way are taken in, and regions that meet are joined.
 *
 * When all regions are closed, there is no other minimal set. Let S be groups that hold no set that was found (and no
 * two readings of one claim). What S leaves out hits every set of a region, so it contains a minimal transversal H of
 * them, and the region has a repair for H: it satisfies all rows that speak of the region's quantities and whose groups
 * are in S, with everything outside as it was. Put the repairs of all regions into the point. A row that speaks of no
 * region holds as it did, or its groups are not all in S, since all that breaks lies in a region. A row that speaks of
 * one region holds by its repair. A row that speaks of more holds because each region used no more of its room than
 * was left by those closed before it. A product of unknowns never lies in two regions, and repairs meet it. So S can
 * hold. Where all of this also holds in fractions (`holdsExactly`), `minimal` is true; else it rests on doubles.
 */
export function patchwork(
  solver: Solver,
  component: Component,
  among: GroupSet,
  limits: ComponentLimits,
  { columns: mostColumns = 600, ways = 4096 }: PatchworkOptions = {},
): Patchwork {
  const began = performance.now();
  let solves = 0;
  const solve = (): boolean => {
    if (solves >= limits.solves || limits.signal?.aborted) return false;
    solves += 1;
    return true;
  };
  const ranges = rangesOf(component, among);
  const answer = (regions: readonly Region[], complete: boolean, started: number): Patchwork => ({
    cores: minimalOf(regions.flatMap((region) => region.cores)).map(({ groups, ranges: shown }) => ({
      groups,
      rows: shown.flatMap((at) => {
        const range = ranges.ranges[at];
        return range ? [range.lowerRow, range.upperRow].filter((row) => row >= 0) : [];
      }),
    })),
    complete,
    solves,
    regions: regions.length,
    largest: Math.max(0, ...regions.map((r) => r.columns.size)),
    seconds: { start: (started - began) / 1000, regions: (performance.now() - started) / 1000, exact: 0 },
  });

  if (!solve()) return answer([], false, began);
  const start = startOf(solver, ranges);
  const started = performance.now();
  if (start === null) return answer([], false, started);
  const model = solver.model();
  const polisher = solver.model();
  try {
    return laid(start, model, polisher);
  } finally {
    model.dispose();
    polisher.dispose();
  }

  function laid(start: Start, local: SolverModel, polisher: SolverModel): Patchwork {
    const { owner, regions } = seeds(ranges, start);
    const reservations = new Map<number, Map<Region, { up: number; down: number }>>();
    const context = (region: Region): RegionContext => ({
      ranges,
      choices: component.choices,
      point: start.point,
      model: local,
      polisher,
      isOwned: (column) => owner.has(column),
      solve,
      ways,
      used(range) {
        let up = 0;
        let down = 0;
        for (const [other, use] of reservations.get(range) ?? []) {
          if (other === region) continue;
          up += use.up;
          down += use.down;
        }
        return { up, down };
      },
    });

    let complete = true;
    let cores = 0;
    const open = [...regions];
    const gone = new Set<Region>();
    for (let next = 0; next < open.length; next += 1) {
      const region = open[next];
      if (region === undefined || gone.has(region)) continue;
      for (;;) {
        const closing = close(region, context(region));
        if (closing.kind === 'closed') {
          reserve(region);
          break;
        }
        if (closing.kind === 'gave-up' || closing.columns.length === 0) {
          complete = false;
          break;
        }
        for (const column of closing.columns) take(region, column);
        if (region.columns.size > mostColumns) {
          complete = false;
          break;
        }
      }
      cores += region.cores.length;
      if (cores > limits.cores || solves >= limits.solves || limits.signal?.aborted) {
        complete = false;
        break;
      }
    }
    const left = regions.filter((region) => !gone.has(region));
    const closed = performance.now();
    const exact = complete && holdsExactly(component, among, ranges, start.point, left);
    return {
      ...answer(left, complete, started),
      minimal: exact,
      seconds: {
        start: (started - began) / 1000,
        regions: (closed - started) / 1000,
        exact: (performance.now() - closed) / 1000,
      },
    };

    function take(region: Region, column: number): void {
      const other = owner.get(column);
      if (other === region) return;
      if (other === undefined) {
        owner.set(column, region);
        region.columns.add(column);
        // what a product allows one region depends on what another does with it: they cannot share it
        for (const at of ranges.productsOf[column] ?? []) {
          const product = ranges.products[at];
          for (const met of product ? [product.product, product.factor, product.other] : []) {
            if (owner.has(met)) take(region, met);
          }
        }
        return;
      }
      // a repair of one of them says nothing of both together
      for (const taken of other.columns) {
        owner.set(taken, region);
        region.columns.add(taken);
      }
      for (const core of other.cores) region.cores.push(core);
      region.excluded.push(...other.excluded);
      region.repairs.clear();
      for (const uses of reservations.values()) uses.delete(other);
      gone.add(other);
    }

    /** Writes down how much of the room of each range the repairs of a region use at most. */
    function reserve(region: Region): void {
      const touched = new Set([...region.columns].flatMap((column) => ranges.of[column] ?? []));
      for (const at of touched) {
        const range = ranges.ranges[at];
        if (range?.columns.every((column) => region.columns.has(column)) !== false) continue;
        let up = 0;
        let down = 0;
        const before = valueAt(range, start.point);
        for (const { without, point } of region.repairs.values()) {
          if (range.groups.some((group) => without.includes(group))) continue;
          let moved = -before;
          for (const [n, column] of range.columns.entries()) {
            moved += (range.factors[n] ?? 0) * (point.get(column) ?? start.point[column] ?? 0);
          }
          up = Math.max(up, moved);
          down = Math.max(down, -moved);
        }
        if (up <= NOISE && down <= NOISE) continue;
        const uses = reservations.get(at) ?? new Map<Region, { up: number; down: number }>();
        uses.set(region, { up: up > NOISE ? up : 0, down: down > NOISE ? down : 0 });
        reservations.set(at, uses);
      }
    }
  }
}

/** Without those that hold another: two regions may each have found a part of what one claim cannot be. */
function minimalOf(cores: readonly Region['cores'][number][]): Region['cores'][number][] {
  const kept: Region['cores'][number][] = [];
  const under = new Map<number, Region['cores'][number][]>();
  for (const core of cores.toSorted((a, b) => a.groups.length - b.groups.length)) {
    const members = new Set(core.groups);
    const within = core.groups.some((group) =>
      under.get(group)?.some((smaller) => smaller.groups.every((g) => members.has(g))),
    );
    if (within) continue;
    kept.push(core);
    for (const group of core.groups) under.set(group, [...(under.get(group) ?? []), core]);
  }
  return kept;
}

/** Regions around what is broken: ranges that share a quantity lie in one. */
function seeds(ranges: Ranges, { broken, unmet }: Start) {
  const owner = new Map<number, Region>();
  let regions: Region[] = [];
  const cover = (columns: readonly number[]): void => {
    const met = new Set(columns.flatMap((column) => owner.get(column) ?? []));
    const [region = newRegion([]), ...others] = met;
    if (met.size === 0) regions.push(region);
    for (const other of others) {
      for (const column of other.columns) {
        region.columns.add(column);
        owner.set(column, region);
      }
      regions = regions.filter((r) => r !== other);
    }
    for (const column of columns) {
      region.columns.add(column);
      owner.set(column, region);
    }
  };
  for (const at of broken) cover(ranges.ranges[at]?.columns ?? []);
  for (const at of unmet) {
    const product = ranges.products[at];
    if (product !== undefined) cover([product.product, product.factor, product.other]);
  }
  return { owner, regions };
}
