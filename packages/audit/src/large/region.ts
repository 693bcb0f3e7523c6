import type { LinearProgram, SolverModel } from '@schaalsprong/solver';
import { at, must, numberAt } from '@schaalsprong/words';
import { MET, type Polished, polish } from './polish.ts';
import { factorAt, offAt, type Range, type Ranges, type ScaledProduct } from './ranges.ts';
import { transversals } from './transversals.ts';

/** Part of the quantities of a component, and what is known of the conflicts that lie in it. */
export interface Region {
  readonly columns: Set<number>;
  /** conflicts within the region, for any values of the quantities outside; none is a subset of another */
  cores: { readonly groups: readonly number[]; readonly ranges: readonly number[] }[];
  /** groups of one choice that cannot both hold: no conflict, since only one reading of a claim is meant */
  excluded: (readonly number[])[];
  /** sets of groups that are given up, each with values that satisfy all the rest of the region */
  readonly repairs: Map<string, Repaired>;
  /** how often it grew because a product could not be met, though rows allowed it, or because it only just fitted */
  pressed: number;
}

/** Groups that are given up, and values that satisfy all the rest of the region. */
export interface Repaired {
  readonly without: readonly number[];
  readonly point: ReadonlyMap<number, number>;
}

/** How much of the slack of a range is used, towards its upper and its lower bound. */
export interface Use {
  readonly up: number;
  readonly down: number;
}

export interface RegionContext {
  readonly ranges: Ranges;
  readonly choices: readonly number[];
  /** scaled values outside the region */
  readonly point: Float64Array;
  /** what other regions use of a range */
  readonly used: (range: number) => Use;
  /** whether a quantity is in some region */
  readonly isOwned: (column: number) => boolean;
  readonly model: SolverModel;
  /** another model, for points in the middle of what is possible */
  readonly polisher: SolverModel;
  /** counts a solve; false where there may be no more */
  readonly solve: () => boolean;
  /** limit on the minimal hitting sets of the cores */
  readonly mostTransversals: number;
}

export type Closing =
  /** every way to give up groups is repaired: the cores of the region are all that touch it */
  | { readonly kind: 'closed' }
  /** these quantities outside are in the way */
  | { readonly kind: 'grow'; readonly columns: readonly number[] }
  | { readonly kind: 'gave-up' };

/** Multipliers below this part of the largest are noise. */
const NOISE = 1e-9;
/** So near its bound a row counts as touching it. */
const EDGE = 1e-9;
/** So often a region may grow to have some room. */
const MOST_EASED = 2;
/** So often a region may grow for the sake of a product. */
const MOST_PRESSED = 6;
const { POSITIVE_INFINITY: UP, NEGATIVE_INFINITY: DOWN } = Number;

export const newRegion = (columns: Iterable<number>): Region => ({
  columns: new Set(columns),
  cores: [],
  excluded: [],
  repairs: new Map(),
  pressed: 0,
});

/** The ranges that contain a quantity of the region, and the linear programme over their quantities. */
class Local {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly groups: readonly number[];
  readonly #context: RegionContext;
  readonly #region: Region;
  readonly #active: Uint8Array;
  readonly #room: readonly { readonly lower: number; readonly upper: number }[];
  #fixed = true;

  constructor(region: Region, context: RegionContext) {
    this.#context = context;
    this.#region = region;
    const { ranges } = context.ranges;
    const rows = new Set<number>();
    for (const column of region.columns) for (const range of at(context.ranges.of, column)) rows.add(range);
    this.rows = [...rows].sort((a, b) => a - b);
    const columns = new Set<number>(region.columns);
    const groups = new Set<number>();
    for (const column of region.columns) {
      for (const index of at(context.ranges.productsOf, column)) {
        const product = at(context.ranges.products, index);
        for (const one of [product.product, product.factor, product.other]) columns.add(one);
        for (const group of product.groups) groups.add(group);
      }
    }
    for (const row of this.rows) {
      const range = at(ranges, row);
      for (const column of range.columns) columns.add(column);
      for (const group of range.groups) groups.add(group);
    }
    this.columns = [...columns].sort((a, b) => a - b);
    this.groups = [...groups].sort((a, b) => a - b);
    this.#active = new Uint8Array(this.rows.length).fill(1);
    this.#room = this.rows.map((row) => {
      const { up, down } = context.used(row);
      const { lower, upper } = at(ranges, row);
      return { lower: lower + down, upper: upper - up };
    });
    context.model.load(this.#program());
  }

  #range(row: number): Range {
    return at(this.#context.ranges.ranges, at(this.rows, row));
  }

  #program(): LinearProgram {
    const { lower, upper } = this.#context.ranges;
    const position = new Map(this.columns.map((column, at) => [column, at]));
    const outside = (column: number): boolean => !this.#region.columns.has(column);
    const value = (column: number): number => numberAt(this.#context.point, column);
    return {
      cost: new Float64Array(this.columns.length),
      lower: this.columns.map((c) => (outside(c) ? value(c) : numberAt(lower, c))),
      upper: this.columns.map((c) => (outside(c) ? value(c) : numberAt(upper, c))),
      rows: this.rows.map((_, row) => ({
        columns: this.#range(row).columns.map((column) => must(position, column)),
        factors: this.#range(row).factors,
        ...at(this.#room, row),
      })),
    };
  }

  /** Activates the rows whose groups are all active; outside quantities are constants where `fixed`, else free variables. */
  set(taken: (group: number) => boolean, fixed: boolean): void {
    const { model, ranges, point } = this.#context;
    const switched = fixed !== this.#fixed;
    if (switched) {
      this.#fixed = fixed;
      for (const [position, column] of this.columns.entries()) {
        if (this.#region.columns.has(column)) continue;
        const value = numberAt(point, column);
        model.columnBounds(
          position,
          fixed ? value : numberAt(ranges.lower, column),
          fixed ? value : numberAt(ranges.upper, column),
        );
      }
    }
    for (let row = 0; row < this.rows.length; row += 1) {
      const range = this.#range(row);
      const active = range.groups.every(taken) ? 1 : 0;
      if (active === this.#active[row] && !(switched && active)) continue;
      this.#active[row] = active;
      const room = fixed ? at(this.#room, row) : range;
      model.rowBounds(row, active ? room.lower : DOWN, active ? room.upper : UP);
    }
  }

  /** A row that is taken and of whose room others leave nothing. */
  crowded(): number | undefined {
    const found = this.#room.findIndex(({ lower, upper }, row) => this.#active[row] === 1 && lower > upper);
    return found < 0 ? undefined : found;
  }

  /** The outside quantities that occur in the rows. */
  outside(rows: readonly number[]): number[] {
    const columns = new Set(rows.flatMap((row) => this.#range(row).columns));
    return [...columns].filter((column) => !this.#region.columns.has(column));
  }

  /** Whether the active rows are satisfiable; null where undecided. */
  holds(): boolean | null {
    if (!this.#context.solve()) return null;
    const status = this.#context.model.run();
    return status === 'optimal' ? true : status === 'infeasible' ? false : null;
  }

  /**
   * After `holds` returned true with everything outside held constant: a point in the middle of what is possible that meets the
   * products of the region too, and the quantities outside that those speak of which it does not meet.
   */
  polished(taken: (group: number) => boolean): { readonly found: Polished; readonly unmet: number[] } | null {
    const { ranges, point } = this.#context;
    const position = new Map(this.columns.map((column, at) => [column, at]));
    const place = (column: number): number => must(position, column);
    const inside = (column: number): boolean => this.#region.columns.has(column);
    const products: ScaledProduct[] = [];
    for (const index of new Set([...this.#region.columns].flatMap((c) => at(ranges.productsOf, c)))) {
      const product = at(ranges.products, index);
      if (product.groups.every(taken)) products.push(product);
    }
    const localProducts = products.map((p) => ({
      ...p,
      product: place(p.product),
      factor: place(p.factor),
      other: place(p.other),
    }));
    const found = polish(
      this.#context.polisher,
      {
        lower: this.columns.map((c) => numberAt(inside(c) ? ranges.lower : point, c)),
        upper: this.columns.map((c) => numberAt(inside(c) ? ranges.upper : point, c)),
        rows: this.rows.flatMap((_, row) => {
          const range = this.#range(row);
          if (!range.groups.every(taken)) return [];
          const { lower, upper } = at(this.#room, row);
          return [{ columns: range.columns.map(place), factors: range.factors, lower, upper }];
        }),
        products: localProducts,
      },
      this.#context.model.point(),
    );
    if (found === null) return null;
    if (found.off < MET) {
      if (found.margin > 0) return { found, unmet: [] };
      // barely feasible: the fixed outside quantities may be the cause
      const edge = this.rows.flatMap((_, row) =>
        this.#touches(row, found.point, place, taken) ? [row] : [],
      );
      return { found, unmet: this.outside(edge).filter((column) => !this.#context.isOwned(column)) };
    }
    const unmet = products.filter((_, n) => Math.abs(offAt(at(localProducts, n), found.point)) >= MET);
    return {
      found,
      unmet: [...new Set(unmet.flatMap((p) => [p.product, p.factor, p.other]))].filter((c) => !inside(c)),
    };
  }

  #touches(
    row: number,
    point: Float64Array,
    place: (column: number) => number,
    taken: (group: number) => boolean,
  ): boolean {
    const range = this.#range(row);
    const { lower, upper } = at(this.#room, row);
    if (!range.groups.every(taken) || !(lower < upper)) return false;
    let value = 0;
    for (const [n, column] of range.columns.entries()) {
      value += factorAt(range.factors, n) * numberAt(point, place(column));
    }
    return value > upper - EDGE || value < lower + EDGE;
  }

  /** The region's own part of a point. */
  values(point: Float64Array): ReadonlyMap<number, number> {
    return new Map(
      this.columns.flatMap((column, position) =>
        this.#region.columns.has(column) ? [[column, numberAt(point, position)] as const] : [],
      ),
    );
  }

  /**
   * After `holds` returned false: the rows that show it, and the net factor that the proof gives each quantity. Null where
   * what the solver returns is no proof when it is added up here.
   */
  proof(): { readonly rows: readonly number[]; readonly net: ReadonlyMap<number, number> } | null {
    const ray = this.#context.model.ray();
    if (ray === null) return null;
    const largest = ray.reduce((most, y) => Math.max(most, Math.abs(y)), 0);
    if (!(largest > 0)) return null;
    for (const sign of [1, -1]) {
      const proof = this.#added(ray.map((y) => (Math.abs(y) < NOISE * largest ? 0 : (sign * y) / largest)));
      if (proof !== null) return proof;
    }
    return null;
  }

  #added(multipliers: Float64Array) {
    const { lower, upper } = this.#context.ranges;
    const net = new Map<number, number>();
    const gross = new Map<number, number>();
    const rows: number[] = [];
    let most = 0;
    for (let row = 0; row < this.rows.length; row += 1) {
      const y = numberAt(multipliers, row);
      if (y === 0 || this.#active[row] === 0) continue;
      const range = this.#range(row);
      const room = this.#fixed ? at(this.#room, row) : range;
      const bound = y > 0 ? room.upper : room.lower;
      if (!Number.isFinite(bound)) return null;
      most += y * bound;
      rows.push(row);
      for (const [n, column] of range.columns.entries()) {
        const part = y * factorAt(range.factors, n);
        net.set(column, (net.get(column) ?? 0) + part);
        gross.set(column, Math.max(gross.get(column) ?? 0, Math.abs(part)));
      }
    }
    let least = 0;
    for (const [column, factor] of net) {
      const largest = must(gross, column);
      if (Math.abs(factor) <= NOISE * largest) {
        net.delete(column);
        continue;
      }
      const still = this.#fixed && !this.#region.columns.has(column);
      const value = numberAt(still ? this.#context.point : factor > 0 ? lower : upper, column);
      if (!Number.isFinite(value)) {
        // what is left over of a sum that should cancel
        if (Math.abs(factor) <= 1e-7 * largest) {
          net.delete(column);
          continue;
        }
        return null;
      }
      least += factor * value;
    }
    return least > most ? { rows, net } : null;
  }

  groupsOf(rows: readonly number[]): Set<number> {
    return new Set(rows.flatMap((row) => this.#range(row).groups));
  }
}

const key = (groups: readonly number[]): string => groups.join();
const rising = (groups: Iterable<number>): number[] => [...groups].sort((a, b) => a - b);

/** Adds a set unless one within it is there; takes out those that it is within. */
function addCore(region: Region, core: Region['cores'][number]): void {
  const members = new Set(core.groups);
  if (region.cores.some(({ groups }) => groups.every((g) => members.has(g)))) return;
  region.cores = region.cores.filter(({ groups }) => {
    const larger = new Set(groups);
    return !core.groups.every((g) => larger.has(g));
  });
  region.cores.push(core);
}

/** Two groups of one choice in a set. */
function pairIn(groups: readonly number[], choices: readonly number[]): readonly number[] | undefined {
  const first = new Map<number, number>();
  for (const group of groups) {
    const choice = at(choices, group);
    if (choice < 0) continue;
    const before = first.get(choice);
    if (before !== undefined) return [before, group];
    first.set(choice, group);
  }
  return undefined;
}

/** A minimal unsatisfiable subset of the groups for any values of the outside quantities. */
function shrink(local: Local, start: ReadonlySet<number>, rows: readonly number[]) {
  let groups = new Set(start);
  let shown = rows;
  for (const group of rising(start)) {
    if (!groups.has(group)) continue;
    local.set((g) => g !== group && groups.has(g), false);
    const holds = local.holds();
    if (holds === null) return null;
    if (holds) continue;
    const proof = local.proof();
    if (proof === null) {
      groups.delete(group);
      continue;
    }
    shown = proof.rows;
    const needed = local.groupsOf(proof.rows);
    groups = new Set([...groups].filter((g) => needed.has(g)));
  }
  return { groups: rising(groups), rows: shown };
}

/**
 * Tries to show that the region's conflicts are all there are: gives up each minimal transversal of what was found, in
 * turn, and moves the region's quantities, with those outside standing still, until all else holds. What cannot be
 * repaired is either a conflict by itself, and is added, or needs room outside.
 */
export function close(region: Region, context: RegionContext): Closing {
  const local = new Local(region, context);
  const hittingSets = transversals(context.mostTransversals);
  for (const { groups } of region.cores) if (!hittingSets.add(groups)) return { kind: 'gave-up' };
  for (const pair of region.excluded) if (!hittingSets.add(pair)) return { kind: 'gave-up' };
  const rangeIds = (rows: readonly number[]): number[] => rows.map((row) => at(local.rows, row));

  for (;;) {
    const next = hittingSets.all().find((set) => !region.repairs.has(key(set)));
    if (next === undefined) {
      const wanted = new Set(hittingSets.all().map(key));
      for (const old of region.repairs.keys()) if (!wanted.has(old)) region.repairs.delete(old);
      return { kind: 'closed' };
    }
    const given = new Set(next);
    local.set((group) => !given.has(group), true);
    const crowded = local.crowded();
    if (crowded !== undefined) return { kind: 'grow', columns: local.outside([crowded]) };
    const holds = local.holds();
    if (holds === null) return { kind: 'gave-up' };
    if (holds) {
      const polished = local.polished((group) => !given.has(group));
      if (!context.solve() || polished === null) return { kind: 'gave-up' };
      const met = polished.found.off < MET;
      if (!met || (polished.unmet.length > 0 && region.pressed < MOST_EASED)) {
        region.pressed += 1;
        const more =
          polished.unmet.length > 0 ? polished.unmet : local.outside(local.rows.map((_, row) => row));
        if (region.pressed > MOST_PRESSED || more.length === 0) return { kind: 'gave-up' };
        return { kind: 'grow', columns: more };
      }
      region.repairs.set(key(next), { without: next, point: local.values(polished.found.point) });
      continue;
    }
    const stuck = local.proof();
    local.set((group) => !given.has(group), false);
    const free = local.holds();
    if (free === null) return { kind: 'gave-up' };
    if (free) {
      if (stuck === null)
        return { kind: 'grow', columns: local.columns.filter((c) => !region.columns.has(c)) };
      const pulled = [...stuck.net.keys()].filter((column) => !region.columns.has(column));
      // what no region owns is enough more often than not, and merges no regions
      const unowned = pulled.filter((column) => !context.isOwned(column));
      if (pulled.length > 0) return { kind: 'grow', columns: unowned.length > 0 ? unowned : pulled };
      return { kind: 'grow', columns: local.outside(stuck.rows) };
    }
    const proof = local.proof();
    const all = new Set(local.groups.filter((group) => !given.has(group)));
    const core = shrink(local, proof === null ? all : local.groupsOf(proof.rows), proof?.rows ?? []);
    if (core === null) return { kind: 'gave-up' };
    const pair = pairIn(core.groups, context.choices);
    if (pair !== undefined) region.excluded.push(pair);
    else addCore(region, { groups: core.groups, ranges: rangeIds(core.rows) });
    if (!hittingSets.add(pair ?? core.groups)) return { kind: 'gave-up' };
  }
}
