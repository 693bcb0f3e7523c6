import type { LinearProgram, Solver } from '@schaalsprong/solver';
import { at, type Interval, must, numberAt } from '@schaalsprong/words';
import { createEngine } from '../search/engine.ts';
import type { LinearConstraint, Logic, TaggedConstraint } from '../system/logic.ts';
import type { Component } from '../system/oracle.ts';
import { componentOf } from './encoded.ts';
import { type Ranges, rangesOf, STRICT } from './ranges.ts';
import { startOf } from './start.ts';

/** Which claims may change, and at what cost. */
export interface RepairOptions {
  /** Cost of a change of a claim by the id of its group: 1 by default; infinity where it is fixed. */
  readonly weights?: ReadonlyMap<string, number>;
  /** The groups that must hold together, at most one of a choice; by default of each choice the reading that strains least. */
  readonly groups?: readonly string[];
}

/** A repair of all conflicts at once, with its cost. */
export interface WeightedRepair {
  /** the groups that hold together after the changes */
  readonly groups: readonly string[];
  readonly changes: readonly {
    readonly group: string;
    readonly constraint: string;
    readonly from: Interval;
    readonly to: Interval;
    /** how far a bound moves, as a part of the figure */
    readonly change: number;
  }[];
  /** sum of weight x change */
  readonly total: number;
  /** values at which everything holds, products of unknowns too, to some nine digits */
  readonly point: ReadonlyMap<string, number>;
  /** `least`: no other repair costs less; `near`: with products of unknowns only repairs near this one were compared */
  readonly optimum: 'least' | 'near';
  /** The engine's answer, in exact arithmetic, to whether everything can hold after the changes. */
  readonly verified: 'yes' | 'unknown';
}

/** Products count as met when they are off by less than this part of their size. */
const MET = 1e-9;
const MOST_ROUNDS = 30;
/** Moving a product off costs this much more than moving a claim as far. */
const PENALTY = 100;
const { POSITIVE_INFINITY: INFINITE } = Number;

/** A claim about one quantity, whose bounds may move. */
interface Movable {
  readonly tagged: TaggedConstraint;
  readonly constraint: LinearConstraint;
  readonly column: number;
  readonly times: number;
  readonly size: number;
  readonly weight: number;
  readonly group: string;
}

/** Size of an interval, to measure changes against: of its midpoint or its only bound, and 1 where that is zero or nothing bounds it. */
function figureOf({ min, max }: Interval): number {
  const figure = min !== null && max !== null ? (min + max) / 2 : (min ?? max ?? 0);
  return figure === 0 ? 1 : Math.abs(figure);
}

/**
 * The least weighted relative change of the intervals of claims that removes all conflicts at once. A linear programme
 * with a bought excess on each bound; products of unknowns are taken as straight lines around the point of the round
 * before, in steps that shrink until the products themselves are met (successive linear programming: R. E. Griffith and
 * R. A. Stewart, Management Science 7 (1961)). Bounds that move are rounded outward to six digits, or whole numbers.
 * Claims about one quantity are relaxable; comparisons, assumptions and structure are fixed.
 * @returns null where no change of claims that may move is enough
 */
export function repairAll(
  logic: Logic,
  solver: Solver,
  { weights, groups }: RepairOptions = {},
): WeightedRepair | null {
  const component = componentOf(logic);
  const everything = takenOf(logic, groups);
  const first = solved(logic, component, everything, weights, solver);
  if (first === null) return null;
  const kept = groups === undefined ? leastStrained(logic, first.strain) : everything;
  const best =
    kept.size === everything.size ? first : solved(logic, component, kept, weights, solver, first.point);
  return best === null ? null : written(logic, component, kept, best);
}

function takenOf(logic: Logic, groups: readonly string[] | undefined): ReadonlySet<string> {
  return new Set(groups ?? logic.groups.map(({ id }) => id));
}

/** Of each choice the group that would have to move least; the first of equals. */
function leastStrained(logic: Logic, strain: ReadonlyMap<string, number>): ReadonlySet<string> {
  const best = new Map<string, { id: string; strain: number }>();
  for (const { id, choice = `only ${id}` } of logic.groups) {
    // groups whose claims cannot move strain nothing
    const own = strain.get(id) ?? 0;
    const before = best.get(choice);
    if (before === undefined || own < before.strain) best.set(choice, { id, strain: own });
  }
  return new Set([...best.values()].map(({ id }) => id));
}

interface Solved {
  /** scaled */
  readonly point: Float64Array;
  readonly ranges: Ranges;
  readonly movable: readonly Movable[];
  readonly strain: ReadonlyMap<string, number>;
}

function solved(
  logic: Logic,
  component: Component,
  taken: ReadonlySet<string>,
  weights: RepairOptions['weights'],
  solver: Solver,
  from?: Float64Array,
): Solved | null {
  const among = Uint8Array.from(component.groups, (group) => (taken.has(group) ? 1 : 0));
  const ranges = rangesOf(component, among);
  const position = new Map(logic.variables.map(({ id }, at) => [id, at]));
  const movable: Movable[] = [];
  const standing: { constraint: LinearConstraint }[] = [];
  for (const tagged of logic.constraints) {
    const { constraint, groups } = tagged;
    if (constraint.kind !== 'linear' || !groups.every((group) => taken.has(group))) continue;
    const [term, more] = constraint.terms;
    const [group, second] = groups;
    const weight = group === undefined ? INFINITE : (weights?.get(group) ?? 1);
    if (term === undefined) continue;
    if (more !== undefined || group === undefined || second !== undefined || !Number.isFinite(weight)) {
      standing.push({ constraint });
      continue;
    }
    movable.push({
      tagged,
      constraint,
      column: must(position, term.of),
      times: term.times,
      size: figureOf(constraint.interval),
      weight,
      group,
    });
  }
  const products = component.products.filter((p) => p.groups.every((group) => among[group] === 1));

  let point = from ?? startOf(solver, ranges)?.point;
  if (point === undefined) return null;
  const model = solver.model({ presolve: true });
  try {
    let step = 0.5;
    let merit = INFINITE;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const around = point;
      model.load(program(ranges, position, movable, standing, products, around, step));
      if (model.run() !== 'optimal') return null;
      const next = model.point().slice(0, ranges.columns);
      const off = products.reduce((sum, p) => sum + Math.abs(residual(p, ranges.scale, next)), 0);
      const cost = movable.reduce((sum, m) => sum + m.weight * strainOf(m, ranges.scale, next), 0);
      const now = cost + PENALTY * off;
      if (products.length === 0)
        return { point: next, ranges, movable, strain: strains(movable, ranges, next) };
      const moved = next.reduce((most, x, at) => Math.max(most, Math.abs(x - numberAt(around, at))), 0);
      if (now <= merit + 1e-12) {
        const settled = merit - now < 1e-7 * Math.max(1, now);
        point = next;
        merit = now;
        const worst = products.reduce(
          (most, p) => Math.max(most, Math.abs(residual(p, ranges.scale, next))),
          0,
        );
        if (worst < MET && (settled || moved < 1e-6)) {
          return { point, ranges, movable, strain: strains(movable, ranges, point) };
        }
      } else step /= 4;
      if (step < 1e-9) break;
    }
    const best = point;
    const worst = products.reduce((most, p) => Math.max(most, Math.abs(residual(p, ranges.scale, best))), 0);
    return worst < 1e-6 ? { point, ranges, movable, strain: strains(movable, ranges, point) } : null;
  } finally {
    model.dispose();
  }
}

/** How far outside its interval a claim is, as a part of its figure. */
function strainOf(
  { column, times, size, constraint }: Movable,
  scale: Float64Array,
  point: Float64Array,
): number {
  const value = times * numberAt(scale, column) * numberAt(point, column);
  const { min, max } = constraint.interval;
  return Math.max(0, max === null ? 0 : (value - max) / size, min === null ? 0 : (min - value) / size);
}

function strains(movable: readonly Movable[], ranges: Ranges, point: Float64Array): Map<string, number> {
  const found = new Map<string, number>();
  for (const m of movable) {
    found.set(m.group, Math.max(found.get(m.group) ?? 0, strainOf(m, ranges.scale, point)));
  }
  return found;
}

/** How far a product is off, as a part of its scale. */
function residual(p: Component['products'][number], scale: Float64Array, point: Float64Array): number {
  const value = (column: number): number => numberAt(scale, column) * numberAt(point, column);
  const made = p.times * value(p.factor) * (value(p.other) + p.plus);
  return (value(p.product) - made) / numberAt(scale, p.product);
}

function program(
  ranges: Ranges,
  position: ReadonlyMap<string, number>,
  movable: readonly Movable[],
  standing: readonly { readonly constraint: LinearConstraint }[],
  products: Component['products'],
  around: Float64Array,
  step: number,
): LinearProgram {
  const { scale } = ranges;
  const cost: number[] = new Array(ranges.columns).fill(0);
  const lower = [...ranges.lower];
  const upper = [...ranges.upper];
  if (products.length > 0) {
    // trust region: only factors of products stay near the point, where the linearization is accurate
    for (const { factor, other } of products) {
      for (const column of [factor, other]) {
        const x = numberAt(around, column);
        const reach = step * Math.max(Math.abs(x), 0.1);
        lower[column] = Math.max(numberAt(ranges.lower, column), x - reach);
        upper[column] = Math.min(numberAt(ranges.upper, column), x + reach);
      }
    }
  }
  const extra = (price: number): number => {
    lower.push(0);
    upper.push(INFINITE);
    return cost.push(price) - 1;
  };
  const rows: { columns: number[]; factors: number[]; lower: number; upper: number }[] = [];
  for (const { column, times, size, weight, constraint } of movable) {
    const { min, max, minOpen, maxOpen } = constraint.interval;
    const factor = (times * numberAt(scale, column)) / size;
    const columns = [column];
    const factors = [factor];
    if (max !== null) {
      columns.push(extra(weight));
      factors.push(-1);
    }
    if (min !== null) {
      columns.push(extra(weight));
      factors.push(1);
    }
    rows.push({
      columns,
      factors,
      lower: min === null ? -INFINITE : min / size + (minOpen ? STRICT : 0),
      upper: max === null ? INFINITE : max / size - (maxOpen ? STRICT : 0),
    });
  }
  for (const { constraint } of standing) {
    const sums = new Map<number, number>();
    for (const { of, times } of constraint.terms) {
      const column = must(position, of);
      sums.set(column, (sums.get(column) ?? 0) + times * numberAt(scale, column));
    }
    const unit = Math.max(...[...sums.values()].map(Math.abs), Number.MIN_VALUE);
    const { min, max, minOpen, maxOpen } = constraint.interval;
    rows.push({
      columns: [...sums.keys()],
      factors: [...sums.values()].map((factor) => factor / unit),
      lower: min === null ? -INFINITE : min / unit + (minOpen ? STRICT : 0),
      upper: max === null ? INFINITE : max / unit - (maxOpen ? STRICT : 0),
    });
  }
  for (const { product, factor, other, times, plus } of products) {
    const unit = numberAt(scale, product);
    const [f, o] = [numberAt(scale, factor), numberAt(scale, other)];
    const [x, y] = [numberAt(around, factor), numberAt(around, other)];
    const sums = new Map<number, number>([[product, 1]]);
    const take = (column: number, by: number): void => void sums.set(column, (sums.get(column) ?? 0) + by);
    take(factor, (-times * f * (y * o + plus)) / unit);
    take(other, (-times * f * x * o) / unit);
    const [over, under] = [extra(PENALTY), extra(PENALTY)];
    const right = (-times * f * x * o * y) / unit;
    rows.push({
      columns: [...sums.keys(), over, under],
      factors: [...sums.values(), -1, 1],
      lower: right,
      upper: right,
    });
  }
  return { cost, lower, upper, rows };
}

/** Rounded outward: to whole numbers, or six digits. */
function outward(x: number, up: boolean, whole: boolean): number {
  if (whole) return up ? Math.ceil(x - 1e-9) : Math.floor(x + 1e-9);
  if (x === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(x))) - 5);
  const steps = up ? Math.ceil(x / unit) : Math.floor(x / unit);
  return Number((steps * unit).toPrecision(7));
}

function written(
  logic: Logic,
  component: Component,
  kept: ReadonlySet<string>,
  { point, ranges, movable }: Solved,
): WeightedRepair {
  const changes: WeightedRepair['changes'][number][] = [];
  const repaired = new Map<string, Interval>();
  let total = 0;
  for (const { tagged, constraint, column, times, size, weight, group } of movable) {
    const from = constraint.interval;
    const value = times * numberAt(ranges.scale, column) * numberAt(point, column);
    const whole = at(logic.variables, column).whole && times === 1;
    let to = from;
    if (from.max !== null && value > from.max + 1e-9 * size) {
      to = { ...to, max: outward(value, true, whole), maxOpen: false };
    }
    if (from.min !== null && value < from.min - 1e-9 * size) {
      to = { ...to, min: outward(value, false, whole), minOpen: false };
    }
    if (to === from) continue;
    const change = Math.max(
      from.max === null || to.max === null ? 0 : (to.max - from.max) / size,
      from.min === null || to.min === null ? 0 : (from.min - to.min) / size,
    );
    changes.push({ group, constraint: tagged.id, from, to, change });
    repaired.set(tagged.id, to);
    total += weight * change;
  }
  const after: Logic = {
    ...logic,
    constraints: logic.constraints.map((tagged) => {
      const interval = repaired.get(tagged.id);
      return interval === undefined || tagged.constraint.kind !== 'linear'
        ? tagged
        : { ...tagged, constraint: { ...tagged.constraint, interval } };
    }),
  };
  const groups = logic.groups.map(({ id }) => id).filter((id) => kept.has(id));
  const { answer } = createEngine(after).possible(groups);
  return {
    groups,
    changes,
    total,
    point: new Map(
      component.variables.map(({ id }, column) => [
        id,
        numberAt(ranges.scale, column) * numberAt(point, column),
      ]),
    ),
    optimum: component.products.length === 0 ? 'least' : 'near',
    verified: answer === 'yes' ? 'yes' : 'unknown',
  };
}
