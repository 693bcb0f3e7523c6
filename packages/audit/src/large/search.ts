import type { Solver } from '@schaalsprong/solver';
import { at } from '@schaalsprong/words';
import type { Component, ComponentCores, ComponentLimits, GroupSet } from '../system/oracle.ts';
import { holdsExactly } from './exactly.ts';
import { Partition } from './partition.ts';
import { type Ranges, rangesOf } from './ranges.ts';
import { close, type Region, type RegionContext } from './region.ts';
import { Reservations } from './reservations.ts';
import { startOf } from './start.ts';

/** Limits of the search in large components. */
export interface PatchworkOptions {
  /** most quantities in one region; a larger one is given up and the answer is not complete */
  readonly columns?: number;
  /** limit on the minimal hitting sets (transversals) of the cores of one region */
  readonly mostTransversals?: number;
}

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
  { columns: mostColumns = 600, mostTransversals = 4096 }: PatchworkOptions = {},
): Patchwork {
  const timer = stopwatch();
  const budget = new Budget(limits);
  const ranges = rangesOf(component, among);
  const answer = (regions: readonly Region[], complete: boolean): Patchwork => ({
    cores: coresOf(regions, ranges),
    complete,
    solves: budget.solves,
    regions: regions.length,
    largest: Math.max(0, ...regions.map((region) => region.columns.size)),
    seconds: timer.seconds,
  });

  if (!budget.solve()) return answer([], false);
  const start = timer.time('start', () => startOf(solver, ranges));
  if (start === null) return answer([], false);
  const partition = new Partition(ranges, start);
  const model = solver.model();
  const polisher = solver.model();
  try {
    const { point } = start;
    const shared = { ranges, choices: component.choices, point, model, polisher, mostTransversals };
    const complete = timer.time('regions', () => closeAll(partition, shared, budget, mostColumns));
    const regions = partition.regions();
    const minimal = timer.time(
      'exact',
      () => complete && holdsExactly(component, among, ranges, point, regions),
    );
    return { ...answer(regions, complete), minimal };
  } finally {
    model.dispose();
    polisher.dispose();
  }
}

/** Counts the solves and cores of a search against its limits. */
class Budget {
  readonly #limits: ComponentLimits;
  #solves = 0;
  #cores = 0;

  constructor(limits: ComponentLimits) {
    this.#limits = limits;
  }

  get solves(): number {
    return this.#solves;
  }

  /** Counts one solve; false where no more are allowed. */
  solve(): boolean {
    if (this.#solves >= this.#limits.solves || this.#limits.signal?.aborted) return false;
    this.#solves += 1;
    return true;
  }

  /** Counts the cores of a region; false where the search has to stop. */
  found(cores: number): boolean {
    this.#cores += cores;
    return (
      this.#cores <= this.#limits.cores && this.#solves < this.#limits.solves && !this.#limits.signal?.aborted
    );
  }
}

/** Wall-clock seconds per phase. */
function stopwatch() {
  const seconds = { start: 0, regions: 0, exact: 0 };
  return {
    seconds,
    time<T>(phase: keyof typeof seconds, work: () => T): T {
      const began = performance.now();
      const result = work();
      seconds[phase] = (performance.now() - began) / 1000;
      return result;
    },
  };
}

/** Closes every region of the partition; false where some region was given up or a limit was reached. */
function closeAll(
  partition: Partition,
  shared: Omit<RegionContext, 'isOwned' | 'solve' | 'used'>,
  budget: Budget,
  mostColumns: number,
): boolean {
  const { ranges, point } = shared;
  const reservations = new Reservations();
  let complete = true;
  for (const region of partition.regions()) {
    // merged into a region that was closed before it
    if (!partition.has(region)) continue;
    const context: RegionContext = {
      ...shared,
      isOwned: (column) => partition.isOwned(column),
      solve: () => budget.solve(),
      used: (range) => reservations.ofOthers(range, region),
    };
    const isClosed = closeGrowing(region, context, mostColumns, (column) => {
      for (const merged of partition.take(region, column)) reservations.release(merged);
    });
    if (isClosed) reservations.reserve(region, ranges, point);
    else complete = false;
    if (!budget.found(region.cores.length)) return false;
  }
  return complete;
}

/** Closes one region, growing it by the columns that block it; false where it is given up. */
function closeGrowing(
  region: Region,
  context: RegionContext,
  mostColumns: number,
  take: (column: number) => void,
): boolean {
  for (;;) {
    const closing = close(region, context);
    if (closing.kind === 'closed') return true;
    if (closing.kind === 'gave-up' || closing.columns.length === 0) return false;
    for (const column of closing.columns) take(column);
    if (region.columns.size > mostColumns) return false;
  }
}

/** The minimal cores of all regions, each with the rows of the component that show it. */
const coresOf = (regions: readonly Region[], { ranges }: Ranges): Patchwork['cores'] =>
  minimalOf(regions.flatMap((region) => region.cores)).map(({ groups, ranges: shown }) => ({
    groups,
    rows: shown.flatMap((index) => {
      const { lowerRow, upperRow } = at(ranges, index);
      return [lowerRow, upperRow].filter((row) => row >= 0);
    }),
  }));

/** Drops supersets: two regions may each have found a part of what one claim cannot be. */
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
