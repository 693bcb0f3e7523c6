import { at as element, type Interval, must, numberAt } from '@schaalsprong/words';
import { compute, type Link, solveFor, variablesIn } from './chain.ts';
import { minimise } from './repair-lp.ts';

/**
 * The search for the least change of a set: linear programmes in a row. Products of two unknowns are replaced by their
 * tangents at the last point; the next programme starts from its answer, within a trust region. Where all relations
 * are linear the first programme is the answer. What it finds is a point that keeps every relation and every (changed)
 * interval, so a change that it reports does repair.
 */

/** A claim in a question: its interval, and how its ends give way. */
export interface Give {
  readonly variable: string;
  readonly min: number | null;
  readonly max: number | null;
  /** index of the change that moves its ends, or null where it is fixed */
  readonly change: number | null;
  /** how far a change of one moves the lower end down and the upper end up */
  readonly down: number;
  readonly up: number;
}

export interface Question {
  readonly gives: readonly Give[];
  readonly links: readonly Link[];
  readonly bounds: ReadonlyMap<string, Interval>;
  /** what each change costs; all are zero or more */
  readonly costs: readonly number[];
  /** values to start from: the figures of the text */
  readonly figures: ReadonlyMap<string, number>;
}

export interface Answer {
  readonly changes: readonly number[];
  readonly cost: number;
  readonly point: ReadonlyMap<string, number>;
}

/** How far from every relation and interval a point may lie, relative to the numbers in it. */
const close = 1e-9;
/** What it costs to be off by one, in rounds: each change costs one per unit of its weight. */
const prices = [1e2, 1e4, 1e6] as const;
const mostTurns = 80;

/** A row `sum of factors x value - lean x change <= bound`, of size about one. */
interface Row {
  readonly terms: readonly (readonly [number, number])[];
  readonly bound: number;
  readonly change: number | null;
  readonly lean: number;
}

interface Space {
  readonly ids: readonly string[];
  readonly at: ReadonlyMap<string, number>;
}

const clamp = (x: number, min: number | null, max: number | null): number =>
  Math.min(Math.max(x, min ?? x), max ?? Number.POSITIVE_INFINITY);

/** The number itself, or one just inside the bounds. */
function inside(x: number, bounds: Interval | undefined): number {
  if (!bounds) return x;
  const at = clamp(x, bounds.min, bounds.max);
  return bounds.minOpen && at === bounds.min ? at + 1e-3 * Math.max(1, Math.abs(x)) : at;
}

/** A point to start from: the figures, and what follows from them for the rest. */
function start(question: Question, { ids }: Space): Float64Array {
  const known = new Map([...question.figures].map(([id, x]) => [id, inside(x, question.bounds.get(id))]));
  for (const give of question.gives) {
    const value = known.get(give.variable);
    if (give.change !== null || value === undefined) continue;
    known.set(give.variable, clamp(value, give.min, give.max));
  }
  const fill = (): boolean => {
    for (const link of question.links) {
      const unknown = variablesIn(link).filter((v) => !known.has(v));
      const [variable] = unknown;
      if (unknown.length !== 1 || variable === undefined) continue;
      const solved = solveFor(link, variable);
      if (!solved) continue;
      const value = compute(
        solved.operation,
        solved.from.map((v) => must(known, v)),
      );
      known.set(variable, inside(Number.isFinite(value) ? value : 1, question.bounds.get(variable)));
      return true;
    }
    return false;
  };
  for (;;) {
    if (fill()) continue;
    const open = ids.find((id) => !known.has(id));
    if (open === undefined) break;
    known.set(open, inside(100, question.bounds.get(open)));
  }
  return Float64Array.from(ids, (id) => must(known, id));
}

const sizeOf = (x: number): number => (x === 0 ? 1 : Math.abs(x));

/**
 * Every row at a point, products as their tangents there; each divided by the size of its numbers. Where a step was tried
 * before, the tangents are moved by what they missed there (a second-order correction).
 */
function rowsAt(question: Question, space: Space, x: Float64Array, tried: Float64Array | null): Row[] {
  const rows: Row[] = [];
  const value = (id: string) => numberAt(x, must(space.at, id));
  const push = (
    terms: readonly (readonly [string, number])[],
    min: number | null,
    max: number | null,
    size: number,
  ) => {
    const scaled = terms.map(([id, f]) => [must(space.at, id), f / size] as const);
    if (max !== null) rows.push({ terms: scaled, bound: max / size, change: null, lean: 0 });
    if (min !== null) {
      rows.push({
        terms: scaled.map(([i, f]) => [i, -f] as const),
        bound: -min / size,
        change: null,
        lean: 0,
      });
    }
  };
  for (const { constraint: c } of question.links) {
    if (c.kind === 'linear') {
      const size = Math.max(...c.terms.map((t) => Math.abs(t.times * value(t.of))), Number.MIN_VALUE);
      push(
        c.terms.map((t) => [t.of, t.times] as const),
        c.interval.min,
        c.interval.max,
        size,
      );
    } else {
      const [f, o] = [value(c.factor), value(c.other)];
      const after = (id: string, before: number) => (tried?.[must(space.at, id)] ?? before) - before;
      const missed = c.times * after(c.factor, f) * after(c.other, o);
      const size = Math.max(
        Math.abs(value(c.product)),
        Math.abs(c.times * f * (o + c.plus)),
        Number.MIN_VALUE,
      );
      // p - t f0 (o + plus) - t (o0 + plus) (f - f0) = 0
      push(
        [
          [c.product, 1],
          [c.factor, -c.times * (o + c.plus)],
          [c.other, -c.times * f],
        ],
        missed - c.times * f * o,
        missed - c.times * f * o,
        size,
      );
    }
  }
  for (const give of question.gives) {
    const i = must(space.at, give.variable);
    // an end that is not there adds nothing to the size
    const size = sizeOf(Math.max(Math.abs(numberAt(x, i)), Math.abs(give.min ?? 0), Math.abs(give.max ?? 0)));
    if (give.max !== null) {
      rows.push({
        terms: [[i, 1 / size]],
        bound: give.max / size,
        change: give.change,
        lean: give.up / size,
      });
    }
    if (give.min !== null) {
      rows.push({
        terms: [[i, -1 / size]],
        bound: -give.min / size,
        change: give.change,
        lean: give.down / size,
      });
    }
  }
  return rows;
}

/**
 * Quantities that may be held where they are, because the set is about proportions only: to make them and all that goes with
 * them larger or smaller changes nothing. Without that a programme would shrink them to nothing, where every relation
 * holds. Each quantity gets an exponent (its figure goes with the measure to that power); relations and figures say
 * which exponents agree, and what elimination leaves free is held.
 */
function heldBy(question: Question, { ids, at }: Space): ReadonlySet<number> {
  const rows: Float64Array[] = [];
  const row = (entries: readonly (readonly [string, number])[]): void => {
    const line = new Float64Array(ids.length);
    for (const [id, f] of entries) {
      const place = must(at, id);
      line[place] = numberAt(line, place) + f;
    }
    rows.push(line);
  };
  const fixed = new Set(question.gives.map((g) => g.variable));
  const moves = (end: number | null): boolean => end !== null && end !== 0;
  for (const id of ids) {
    const bounds = question.bounds.get(id);
    if (fixed.has(id) || moves(bounds?.min ?? null) || moves(bounds?.max ?? null)) row([[id, 1]]);
  }
  for (const { constraint: c } of question.links) {
    if (c.kind === 'product') {
      if (c.plus !== 0) row([[c.other, 1]]);
      row([[c.product, 1], [c.factor, -1], ...(c.plus === 0 ? [[c.other, -1] as const] : [])]);
      continue;
    }
    const [first, ...rest] = c.terms;
    if (!first) continue;
    if (moves(c.interval.min) || moves(c.interval.max)) row([[first.of, 1]]);
    for (const term of rest) {
      row([
        [first.of, 1],
        [term.of, -1],
      ]);
    }
  }
  const free = new Set(ids.keys());
  for (const column of ids.keys()) {
    const lead = rows.findIndex((line) => Math.abs(numberAt(line, column)) > 1e-9);
    const [line] = lead === -1 ? [] : rows.splice(lead, 1);
    if (!line) continue;
    free.delete(column);
    for (const other of rows) {
      const factor = numberAt(other, column) / numberAt(line, column);
      if (factor === 0) continue;
      for (const j of ids.keys()) other[j] = numberAt(other, j) - factor * numberAt(line, j);
    }
  }
  return free;
}

/** The least changes that a point needs, and how far it is from what no change fixes. */
function judge(
  question: Question,
  space: Space,
  x: Float64Array,
): { changes: number[]; cost: number; off: number } {
  const changes = question.costs.map(() => 0);
  let off = 0;
  const miss = (by: number, size: number): void => {
    off += Math.max(0, by) / size;
  };
  for (const give of question.gives) {
    const v = numberAt(x, must(space.at, give.variable));
    for (const [by, rate] of [
      [give.max === null ? 0 : v - give.max, give.up],
      [give.min === null ? 0 : give.min - v, give.down],
    ] as const) {
      if (by <= 0) continue;
      if (give.change === null || rate === 0) miss(by, sizeOf(v));
      else changes[give.change] = Math.max(element(changes, give.change), by / rate);
    }
  }
  const value = (id: string) => numberAt(x, must(space.at, id));
  for (const { constraint: c } of question.links) {
    if (c.kind === 'linear') {
      const size = Math.max(...c.terms.map((t) => Math.abs(t.times * value(t.of))), Number.MIN_VALUE);
      const sum = c.terms.reduce((s, t) => s + t.times * value(t.of), 0);
      if (c.interval.max !== null) miss(sum - c.interval.max, size);
      if (c.interval.min !== null) miss(c.interval.min - sum, size);
    } else {
      const made = c.times * value(c.factor) * (value(c.other) + c.plus);
      miss(Math.abs(value(c.product) - made), Math.max(Math.abs(made), Math.abs(value(c.product)), 1e-12));
    }
  }
  return { changes, cost: changes.reduce((s, d, i) => s + d * element(question.costs, i), 0), off };
}

/** Per quantity the interval that the fixed claims leave. */
function standingOf(question: Question, { ids, at }: Space): [number, number][] {
  const ends = ids.map((): [number, number] => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  for (const give of question.gives) {
    const own = give.change === null ? ends[must(at, give.variable)] : undefined;
    if (!own) continue;
    own[0] = Math.max(own[0], give.min ?? own[0]);
    own[1] = Math.min(own[1], give.max ?? own[1]);
  }
  return ends;
}

/** One programme around a point: the next point, or null where the arithmetic gave out. */
function step(
  question: Question,
  space: Space,
  held: ReadonlySet<number>,
  x: Float64Array,
  reach: number,
  penalty: number,
  tried: Float64Array | null,
): Float64Array | null {
  const n = x.length;
  const m = question.costs.length;
  const low = new Float64Array(n);
  const size = new Float64Array(n);
  const rows: { a: number[]; b: number }[] = [];
  const standing = standingOf(question, space);
  for (const [i, id] of space.ids.entries()) {
    const bounds = question.bounds.get(id);
    const v = numberAt(x, i);
    size[i] = sizeOf(v);
    const room = held.has(i) ? 0 : reach * sizeOf(v);
    const [stand, top] = element(standing, i);
    const floor = bounds?.min ?? Number.NEGATIVE_INFINITY;
    // A quantity above zero stays above it, however near it comes.
    const near = Math.max(bounds?.minOpen && v > floor ? floor + (v - floor) * 0.1 : floor, stand);
    const most = Math.min(v + room, bounds?.max ?? Number.POSITIVE_INFINITY, top);
    const bottom = Math.min(Math.max(v - room, near), v);
    low[i] = bottom;
    const a = new Array<number>(n + m).fill(0);
    a[i] = 1;
    rows.push({ a, b: Math.max(0, (Math.max(most, v) - bottom) / sizeOf(v)) });
  }
  for (const row of rowsAt(question, space, x, tried)) {
    const a = new Array<number>(n + m).fill(0);
    let b = row.bound;
    for (const [i, f] of row.terms) {
      a[i] = element(a, i) + f * numberAt(size, i);
      b -= f * numberAt(low, i);
    }
    if (row.change !== null) a[n + row.change] = -row.lean;
    rows.push({ a, b });
  }
  const cost = [...new Array<number>(n).fill(0), ...question.costs];
  const z = minimise({ cost, rows, penalty });
  return (
    z &&
    Float64Array.from(x, (_, i) => {
      const found = numberAt(low, i) + numberAt(size, i) * numberAt(z, i);
      // Snap to the end of a fixed claim, so that rounding does not move it.
      return (
        element(standing, i).find(
          (end) => Number.isFinite(end) && Math.abs(found - end) <= 1e-11 * Math.abs(end),
        ) ?? found
      );
    })
  );
}

/** The least change that makes the set possible; null where the search found no point that keeps the relations. */
export function leastChange(question: Question): Answer | null {
  const ids = [
    ...new Set([...question.gives.map((g) => g.variable), ...question.links.flatMap(variablesIn)]),
  ];
  const space: Space = { ids, at: new Map(ids.map((id, i) => [id, i])) };
  const held = heldBy(question, space);
  let x = start(question, space);
  let state = judge(question, space, x);
  let turns = 0;
  // A low price lets the search cut corners where the relations bend, and then it is fast; a high one brings it back to them.
  for (const price of prices) {
    let reach = price === prices[0] ? 1 : 0.1;
    let refused = 0;
    while (turns < mostTurns && reach > 1e-12 && refused <= 6) {
      turns += 1;
      const merit = state.cost + price * state.off;
      let next = step(question, space, held, x, reach, price, null);
      let found = next && judge(question, space, next);
      for (let again = 0; again < 2 && next && found && found.cost + price * found.off >= merit; again++) {
        next = step(question, space, held, x, reach, price, next);
        found = next && judge(question, space, next);
      }
      if (!next || !found) {
        reach /= 4;
        refused += 1;
        continue;
      }
      const gain = merit - found.cost - price * found.off;
      if (gain > 0) {
        refused = 0;
        x = next;
        state = found;
        reach = Math.min(4, reach * 2);
        if (gain < 1e-9 * Math.max(1e-3, found.cost)) break;
      } else if (next.some((v, i) => Math.abs(v - numberAt(x, i)) > 1e-13 * sizeOf(v))) {
        reach /= 4;
        refused += 1;
      } else break;
    }
    if (state.off < close / 100) break;
  }
  if (state.off > close) return null;
  return {
    changes: state.changes,
    cost: state.cost,
    point: new Map(ids.map((id, i) => [id, numberAt(x, i)])),
  };
}
