import { must } from '@schaalsprong/words';
import {
  type Edge,
  type EncodedProduct,
  type ExactRow,
  edgeOf,
  makeRow,
  mccormickRow,
} from '../../system/encode.ts';
import type { Refutation } from '../certify.ts';
import { type Frame, type Pair, Prover } from './prover.ts';
import {
  absolute,
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  multiply,
  negate,
  one,
  type Rational,
  ratio,
  rational,
  sign,
  subtract,
  toNumber,
  zero,
} from './rational.ts';

/** A system of rows that are all taken, with the products and whole numbers that rows alone do not say. */
export interface System {
  readonly columns: readonly number[];
  readonly rows: readonly ExactRow[];
  /** the products that are taken, with their positions */
  readonly products: readonly (readonly [number, EncodedProduct])[];
  readonly whole: readonly boolean[];
  readonly frame: Frame;
}

export type Settled =
  /** a point that satisfies everything, products and whole numbers too, exactly */
  | {
      readonly kind: 'possible';
      readonly point: ReadonlyMap<number, Rational>;
      /** rows that held one factor of every product at a value; with them it is a linear question */
      readonly held: readonly ExactRow[];
    }
  | { readonly kind: 'refuted'; readonly refutation: Refutation }
  /** not refuted within the budget; the point satisfies the rows only */
  | { readonly kind: 'open'; readonly point: ReadonlyMap<number, number> };

/** The tightest edges of every column among rows that are taken. */
export type Ranges = (column: number) => Range;

export interface Budget {
  /** branchings above each other, and in all */
  readonly depth: number;
  readonly nodes: number;
}

/** Values at which one factor of each product made a point before: often they do so again. */
export type Memory = Map<number, Rational>;

const half = ratio(1n, 2n);
const sixteenth = ratio(1n, 16n);
const all = (rows: readonly unknown[]) => new Uint8Array(rows.length).fill(1);

const limitRow = (
  column: number,
  side: 'lower' | 'upper',
  at: Rational,
  whole: readonly boolean[],
  product = -1,
): ExactRow =>
  makeRow(
    side === 'upper'
      ? { terms: [[column, one]], bound: at, strict: false }
      : { terms: [[column, negate(one)]], bound: negate(at), strict: false },
    whole,
    { kind: 'cut', groups: [], because: [], product },
  );

/** Rows that hold one factor at a value, with which the product is a plain equation. */
function fixedRows(
  [at, product]: readonly [number, EncodedProduct],
  column: number,
  value: Rational,
  whole: readonly boolean[],
): ExactRow[] {
  const onFactor = column === product.factor;
  const times = multiply(product.times, onFactor ? value : add(value, product.plus));
  const rest = onFactor ? multiply(times, product.plus) : zero;
  const terms = [
    [product.product, one],
    [onFactor ? product.other : product.factor, negate(times)],
  ] as const;
  const made = { kind: 'cut', groups: [], because: [], product: at } as const;
  return [
    limitRow(column, 'lower', value, whole, at),
    limitRow(column, 'upper', value, whole, at),
    makeRow({ terms, bound: rest, strict: false }, whole, made),
    makeRow(
      { terms: terms.map(([c, t]) => [c, negate(t)] as const), bound: negate(rest), strict: false },
      whole,
      made,
    ),
  ];
}

export interface Range {
  readonly lower: Edge | null;
  readonly upper: Edge | null;
}

/** Of the edges of a column the tightest on each side. */
function tightest(edges: readonly Edge[]): Range {
  let lower: Edge | null = null;
  let upper: Edge | null = null;
  for (const edge of edges) {
    if (edge.side === 'lower') {
      const order = lower === null ? 1 : compare(edge.at, lower.at);
      if (order > 0 || (order === 0 && edge.strict && !lower?.strict)) lower = edge;
    } else {
      const order = upper === null ? -1 : compare(edge.at, upper.at);
      if (order < 0 || (order === 0 && edge.strict && !upper?.strict)) upper = edge;
    }
  }
  return { lower, upper };
}

/** Width of a range relative to its size; infinite where an end is open. */
function width({ lower, upper }: Range): number {
  if (lower === null || upper === null) return Number.POSITIVE_INFINITY;
  const [a, b] = [toNumber(lower.at), toNumber(upper.at)];
  return (b - a) / Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
}

export function rangesOf(rows: readonly ExactRow[]): Ranges {
  const edges = new Map<number, Edge[]>();
  for (const row of rows) {
    const [first] = row.form;
    if (first === undefined || row.form.length > 1) continue;
    const known = edges.get(first[0]);
    if (known === undefined) edges.set(first[0], [edgeOf(row)]);
    else known.push(edgeOf(row));
  }
  const ranges = new Map<number, Range>();
  return (column) => {
    const known = ranges.get(column) ?? tightest(edges.get(column) ?? []);
    ranges.set(column, known);
    return known;
  };
}

/**
 * Rows that hold one factor of every product at a value, with which all of them are plain equations. The factor is the
 * one whose range is the narrower; its value the one remembered, where that lies in the range, or else the one it has
 * at the point.
 */
export function hold(
  products: System['products'],
  whole: readonly boolean[],
  rangeOf: Ranges,
  memory: Memory,
  point: ReadonlyMap<number, number>,
): ExactRow[] {
  const chosen = new Map<number, Rational>();
  return products.flatMap((made) => {
    if (made[1].times.n === 0n) return [];
    const [column] = narrow(made[1], rangeOf);
    const range = rangeOf(column);
    const remembered = memory.get(column);
    const value =
      chosen.get(column) ??
      (remembered !== undefined && lies(remembered, range) ? remembered : heldAt(must(point, column), range));
    chosen.set(column, value);
    return fixedRows(made, column, value, whole);
  });
}

function lies(value: Rational, { lower, upper }: Range): boolean {
  const low = lower === null ? 1 : compare(value, lower.at);
  const high = upper === null ? -1 : compare(value, upper.at);
  return (low > 0 || (low === 0 && !lower?.strict)) && (high < 0 || (high === 0 && !upper?.strict));
}

const narrow = ({ factor, other }: EncodedProduct, rangeOf: Ranges): [number, number] =>
  width(rangeOf(other)) <= width(rangeOf(factor)) ? [other, factor] : [factor, other];

const isWhole = ({ re, de }: Pair): boolean => re.d === 1n && de.n === 0n;

/** The rows of McCormick for the tightest edges of the factors of every product. */
export function envelope(system: Pick<System, 'products' | 'whole'>, rangeOf: Ranges): ExactRow[] {
  return system.products.flatMap(([at, product]) =>
    product.times.n === 0n
      ? []
      : Object.values(rangeOf(product.factor)).flatMap((a: Edge | null) =>
          Object.values(rangeOf(product.other)).flatMap((b: Edge | null) =>
            a !== null && b !== null ? [mccormickRow(product, at, system.whole, a, b)] : [],
          ),
        ),
  );
}

/**
 * Settles whether a system can hold where linear rows alone do not tell: looks for a point at which one factor of every
 * product is held at a value, and for whole numbers near a point; where there is none, cuts the range of a factor or of
 * a whole number in two and asks again. Both halves refuted is a refutation.
 */
export function settle(system: System, budget: Budget, memory: Memory): Settled {
  let nodes = 0;
  const visit = (cuts: readonly ExactRow[], depth: number): Settled => {
    nodes++;
    const bare = [...system.rows, ...cuts];
    const rangeOf = rangesOf(bare);
    const rows = [...bare, ...envelope(system, rangeOf)];
    const prover = new Prover(system.columns, rows, system.frame);
    const proof = prover.solve(all(rows));
    if (!proof.ok) return { kind: 'refuted', refutation: { kind: 'sum', rows, farkas: proof.farkas } };
    const point = prover.point();
    const search = new PointSearch({ ...system, rows }, prover, rangeOf, memory);
    const easy = search.atOnce();
    if (easy !== null) return { kind: 'possible', ...easy };
    const branches = depth < budget.depth && nodes < budget.nodes;
    // Bounds of the rows cost less than one factor after the other, and often refute what that would search in vain.
    const tightened = branches ? tightenedCut(system, prover, point, rangeOf) : null;
    const found = tightened === null ? search.oneByOne() : null;
    if (found !== null) return { kind: 'possible', ...found };
    const cut = tightened ?? (branches ? bisectingCut(system, point, rangeOf) : null);
    if (cut === null) return { kind: 'open', point };
    const below = visit([...cuts, limitRow(cut.column, 'upper', cut.belowMost, system.whole)], depth + 1);
    if (below.kind !== 'refuted') return below;
    if (nodes >= budget.nodes) return { kind: 'open', point };
    const above = visit([...cuts, limitRow(cut.column, 'lower', cut.aboveLeast, system.whole)], depth + 1);
    if (above.kind !== 'refuted') return above;
    return {
      kind: 'refuted',
      refutation: { kind: 'cases', ...cut, below: below.refutation, above: above.refutation },
    };
  };
  return visit([], 0);
}

interface Cut {
  readonly column: number;
  readonly belowMost: Rational;
  readonly aboveLeast: Rational;
}

/** A cut at a tightened bound of a factor, of the product that is missed most first; null where none gains enough. */
function tightenedCut(
  system: System,
  prover: Prover,
  point: ReadonlyMap<number, number>,
  rangeOf: Ranges,
): Cut | null {
  for (const [, { factor, other }] of mostMissedFirst(system, point)) {
    for (const column of new Set([factor, other])) {
      const at = tightenedEdge(prover, column, rangeOf(column));
      if (at !== null) return { column, belowMost: at, aboveLeast: at };
    }
  }
  return null;
}

/** Where to bisect: a whole number that came out broken, else a factor of the product that is missed most. */
function bisectingCut(system: System, point: ReadonlyMap<number, number>, rangeOf: Ranges): Cut | null {
  const valueAt = (column: number) => must(point, column);
  for (const column of system.columns) {
    const value = valueAt(column);
    if (system.whole[column] && Math.abs(value - Math.round(value)) > 1e-6) {
      const below = ratio(BigInt(Math.floor(value)));
      return { column, belowMost: below, aboveLeast: add(below, one) };
    }
  }
  const [missed, worst] = mostMissedFirst(system, point)[0] ?? [0, null];
  if (worst === null || missed <= 1e-9) return null;
  const finite = (column: number) => Number.isFinite(width(rangeOf(column)));
  const { factor, other } = worst;
  const column =
    finite(factor) === finite(other)
      ? width(rangeOf(other)) > width(rangeOf(factor))
        ? other
        : factor
      : finite(factor)
        ? factor
        : other;
  const { lower, upper } = rangeOf(column);
  const value = valueAt(column);
  let at = rational(Number(value.toPrecision(6)));
  if (lower !== null && upper !== null) {
    const span = subtract(upper.at, lower.at);
    if (span.n <= 0n) return null;
    const room = divide(span, ratio(5n));
    const inside = compare(at, add(lower.at, room)) >= 0 && compare(at, subtract(upper.at, room)) <= 0;
    if (!inside) at = multiply(add(lower.at, upper.at), half);
  }
  return { column, belowMost: at, aboveLeast: at };
}

/** Products by how far their equation is violated at a point, relative to its size: most first. */
function mostMissedFirst(
  system: System,
  point: ReadonlyMap<number, number>,
): (readonly [number, EncodedProduct])[] {
  const valueAt = (column: number) => must(point, column);
  return system.products
    .map(([, product]) => {
      const made =
        toNumber(product.times) * valueAt(product.factor) * (valueAt(product.other) + toNumber(product.plus));
      const stated = valueAt(product.product);
      const size = Math.max(Math.abs(made), Math.abs(stated), Number.MIN_VALUE);
      return [Math.abs(made - stated) / size, product] as const;
    })
    .sort(([a], [b]) => b - a);
}

/**
 * Bound tightening (Belotti et al., Branching and bounds tightening techniques for non-convex MINLP, 2009): where the
 * rows together keep a factor well within its own edges, a value just beyond what they leave. One side of a cut there
 * is refuted by the rows alone, and on the other the envelope of the product is as tight as the rows allow. Without it
 * a factor that only other quantities limit is halved until the budget is gone. Worth a node where it takes at least
 * half of the range; a smaller gain is left to bisection.
 */
function tightenedEdge(prover: Prover, column: number, { lower, upper }: Range): Rational | null {
  const low = prover.bound(column, 'lower')?.re ?? null;
  const high = prover.bound(column, 'upper')?.re ?? null;
  const span = lower !== null && upper !== null ? subtract(upper.at, lower.at) : null;
  const size = (value: Rational) => (value.n === 0n ? one : absolute(value));
  /** How far beyond an implied bound the cut lies; null where tightening would gain little. */
  const step = (implied: Rational, edge: Edge | null): Rational | null => {
    if (edge === null) return multiply(size(implied), sixteenth);
    const gained = absolute(subtract(edge.at, implied));
    if (compare(gained, multiply(span ?? size(implied), half)) < 0) return null;
    return multiply(gained, sixteenth);
  };
  const above = high && step(high, upper);
  if (high !== null && above !== null) return shortened(add(high, above));
  const below = low && step(low, lower);
  if (low !== null && below !== null) return shortened(subtract(low, below));
  return null;
}

/** A short decimal close to a value, so that proofs stay readable. */
const shortened = (value: Rational): Rational => rational(Number(toNumber(value).toPrecision(4)));

interface Found {
  readonly point: ReadonlyMap<number, Rational>;
  readonly held: readonly ExactRow[];
}

/** Looks for a point that satisfies everything exactly; each way answers null where it gave up. */
class PointSearch {
  readonly #system: System;
  readonly #start: Prover;
  readonly #rangeOf: Ranges;
  readonly #memory: Memory;
  readonly #products: System['products'];
  /** where the rows alone hold, in doubles */
  readonly #here: ReadonlyMap<number, number>;

  /** @param start after a `solve` that found a way */
  constructor(system: System, start: Prover, rangeOf: Ranges, memory: Memory) {
    this.#system = system;
    this.#start = start;
    this.#rangeOf = rangeOf;
    this.#memory = memory;
    this.#products = system.products.filter(([, { times }]) => times.n !== 0n);
    this.#here = start.point();
  }

  /** All factors held where they were before or where they are now: one question where it works, and it mostly does. */
  atOnce(): Found | null {
    if (this.#products.length === 0) return this.#finish([], this.#start);
    for (const from of [this.#memory, new Map<number, Rational>()]) {
      const held = this.#hold(from);
      const prover = this.#attempt([...this.#system.rows, ...held]);
      const found = prover && this.#finish(held, prover);
      if (found) return found;
    }
    return null;
  }

  /** Those that are in each other's way are let go, and held again one by one where the rest leaves them. */
  oneByOne(): Found | null {
    if (this.#products.length === 0) return null;
    const { whole } = this.#system;
    const loosened = this.#loosened(this.#hold(this.#memory));
    if (loosened === null) return null;
    let { held, prover } = loosened;
    for (const made of loosened.loose.reverse()) {
      const next = this.#firstThatHolds(held, prover, made);
      if (next === null) return null;
      this.#memory.set(next.column, next.value);
      held = [...held, ...fixedRows(made, next.column, next.value, whole)];
      prover = next.prover;
    }
    return this.#finish(held, prover);
  }

  /** Lets go of products until the rest can be held at once. */
  #loosened(start: readonly ExactRow[]): {
    held: readonly ExactRow[];
    prover: Prover;
    loose: (readonly [number, EncodedProduct])[];
  } | null {
    const loose: (readonly [number, EncodedProduct])[] = [];
    let held = start;
    for (;;) {
      const rows = [...this.#system.rows, ...held];
      const prover = new Prover(this.#system.columns, rows, this.#system.frame);
      const proof = prover.solve(all(rows));
      if (proof.ok) return { held, prover, loose };
      const clash = new Set(
        proof.farkas.map(({ row }) => rows[row] as ExactRow).filter((row) => held.includes(row)),
      );
      const last = this.#products.findLast(([at]) => [...clash].some(({ product }) => product === at));
      if (last === undefined) return null;
      loose.push(last);
      held = held.filter(({ product }) => product !== last[0]);
    }
  }

  #firstThatHolds(
    held: readonly ExactRow[],
    prover: Prover,
    made: readonly [number, EncodedProduct],
  ): { column: number; value: Rational; prover: Prover } | null {
    for (const column of narrow(made[1], this.#rangeOf)) {
      for (const value of candidates(prover, column, this.#rangeOf(column))) {
        const tried = [...held, ...fixedRows(made, column, value, this.#system.whole)];
        const next = this.#attempt([...this.#system.rows, ...tried]);
        if (next !== null) return { column, value, prover: next };
      }
    }
    return null;
  }

  #hold(memory: Memory): ExactRow[] {
    return hold(this.#products, this.#system.whole, this.#rangeOf, memory, this.#here);
  }

  #attempt(rows: readonly ExactRow[]): Prover | null {
    const prover = new Prover(this.#system.columns, rows, this.#system.frame);
    return prover.solve(all(rows)).ok ? prover : null;
  }

  #finish(held: readonly ExactRow[], prover: Prover): Found | null {
    const rows = [...this.#system.rows, ...held];
    const point = wholePoint({ ...this.#system, rows }, prover, (tried) => this.#attempt(tried));
    return point && { point, held };
  }
}

/** A short decimal near a value that a factor may be held at: its edge where it is on one, else inside. */
function heldAt(value: number, { lower, upper }: Range): Rational {
  const close = (edge: Edge | null) =>
    edge !== null && Math.abs(toNumber(edge.at) - value) <= 1e-7 * Math.abs(value);
  const middle = lower !== null && upper !== null ? multiply(add(lower.at, upper.at), half) : null;
  for (const edge of [lower, upper]) {
    if (edge !== null && close(edge)) return edge.strict && middle !== null ? middle : edge.at;
  }
  return rational(Number(value.toPrecision(9)));
}

/** Values to hold a factor at: where the point has it, the middle of what it can be, and the ends. */
function* candidates(prover: Prover, column: number, range: Range): Generator<Rational> {
  yield heldAt(must(prover.point(), column), range);
  const low = prover.bound(column, 'lower');
  const high = prover.bound(column, 'upper');
  if (low !== null && high !== null) {
    const middle = multiply(add(low.re, high.re), half);
    const short = rational(Number(toNumber(middle).toPrecision(6)));
    yield compare(short, low.re) > 0 && compare(short, high.re) < 0 ? short : middle;
    yield low.re;
    yield high.re;
  } else if (low !== null) yield add(low.re, one);
  else if (high !== null) yield subtract(high.re, one);
  else yield one;
}

/** Rounds what must be whole one by one, and makes plain numbers of what touches strict bounds. */
function wholePoint(
  system: System,
  start: Prover,
  attempt: (rows: readonly ExactRow[]) => Prover | null,
): Map<number, Rational> | null {
  let rows = system.rows;
  let prover = start;
  const wholes = system.columns.filter((column) => system.whole[column]);
  for (let round = 0; round <= wholes.length; round++) {
    const point = prover.exactPoint();
    if (point === null) return null;
    const broken = wholes.find((column) => !isWhole(point.get(column) as Pair));
    if (broken === undefined) return plainPoint({ ...system, rows }, point);
    const { re } = point.get(broken) as Pair;
    const near = floor(add(re, half));
    const others = [floor(re), ceil(re)].filter((n) => n !== near);
    let next: Prover | null = null;
    for (const n of [near, ...others, near - 1n, near + 1n]) {
      const value = ratio(n);
      const tried = [
        ...rows,
        limitRow(broken, 'lower', value, system.whole),
        limitRow(broken, 'upper', value, system.whole),
      ];
      next = attempt(tried);
      if (next !== null) {
        rows = tried;
        break;
      }
    }
    if (next === null) return null;
    prover = next;
  }
  return null;
}

/**
 * Puts a number in the place of the infinitesimal, small enough for every row, and looks at every row, product and
 * whole number in fractions: null where one of them does not hold.
 */
export function plainPoint(
  system: Pick<System, 'rows' | 'products' | 'whole'>,
  point: ReadonlyMap<number, Pair>,
): Map<number, Rational> | null {
  let e = one;
  const near = new Map([...point].map(([column, { re }]) => [column, toNumber(re)]));
  for (const { terms, bound, strict } of system.rows) {
    let left = toNumber(bound);
    let reach = Math.abs(left);
    let still = true;
    for (const [column, times] of terms) {
      const part = toNumber(times) * (near.get(column) as number);
      left -= part;
      reach += Math.abs(part);
      still &&= (point.get(column) as Pair).de.n === 0n;
    }
    // The error of adding up a few rounded products is far smaller; what lies nearer is computed in fractions.
    if (still && left > 1e-12 * reach) continue;
    let [re, de] = [bound, zero];
    for (const [column, times] of terms) {
      const pair = point.get(column) as Pair;
      re = subtract(re, multiply(times, pair.re));
      if (pair.de.n !== 0n) de = subtract(de, multiply(times, pair.de));
    }
    const order = sign(re) || sign(de);
    if (order < 0 || (order === 0 && strict)) return null;
    if (sign(de) < 0) {
      const most = multiply(divide(re, negate(de)), half);
      if (compare(most, e) < 0) e = most;
    }
  }
  const found = new Map(
    [...point].map(([column, { re, de }]) => [column, de.n === 0n ? re : add(re, multiply(de, e))]),
  );
  const value = (column: number) => found.get(column) as Rational;
  for (const [, { product, factor, other, times, plus }] of system.products) {
    const made = multiply(times, multiply(value(factor), add(value(other), plus)));
    if (!equal(value(product), made)) return null;
  }
  for (const [column, { d }] of found) if (system.whole[column] && d !== 1n) return null;
  return found;
}
