import type { SolverModel } from '@schaalsprong/solver';
import { at, must, numberAt } from '@schaalsprong/words';
import { offAt, type ScaledProduct } from './ranges.ts';

interface Row {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** What a point must satisfy: a box, rows, and products of its quantities. */
export interface Problem {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly Row[];
  readonly products: readonly ScaledProduct[];
}

/**
 * The point with factors moved to where their products are met, each by the one that fewest products speak of: rows say
 * little of a factor that no claim limits, and from where they leave it a straight line points nowhere.
 */
function fitted({ products, lower, upper }: Problem, near: Float64Array): Float64Array {
  const uses = new Map<number, number>();
  for (const { product, factor, other } of products) {
    for (const column of [product, factor, other]) uses.set(column, (uses.get(column) ?? 0) + 1);
  }
  const point = Float64Array.from(near.subarray(0, lower.length));
  for (const p of products) {
    if (Math.abs(offAt(p, point)) < MET) continue;
    const [x, y, z] = [numberAt(point, p.factor), numberAt(point, p.other), numberAt(point, p.product)];
    const moves = [
      { column: p.factor, to: z / (p.times * (y + p.plus)) },
      { column: p.other, to: z / (p.times * x) - p.plus },
      { column: p.product, to: p.times * x * (y + p.plus) },
    ].filter(({ column, to }) => to >= at(lower, column) && to <= at(upper, column) && Number.isFinite(to));
    const [first] = moves.sort((a, b) => must(uses, a.column) - must(uses, b.column));
    if (first !== undefined) point[first.column] = first.to;
  }
  return point;
}

export interface Polished {
  readonly point: Float64Array;
  /** how far off the worst product is */
  readonly off: number;
  /** the part of the room of each row that is left on either side, 1 at most; 0 where something touches */
  readonly margin: number;
}

/** A product is met when it is off by less than this. */
export const MET = 1e-10;
const MOST_ROUNDS = 12;
/** The first radius of the trust region, as a part of each factor. */
const FIRST_STEP = 4;
/** The room that a row without a second bound is given, in its scaled unit. */
const ROOM = 0.05;
/** Leaving a product unmet costs so much more than all the room there is. */
const PENALTY = 1000;
const { POSITIVE_INFINITY: UP, NEGATIVE_INFINITY: DOWN } = Number;

/**
 * The point that stays as far as possible from the bounds of all rows and meets the products, sought from a point
 * near: products are linearized at the best point so far, so once near they are met to twice as many digits each round
 * (Newton), within a trust region that shrinks when a round does not help. Equalities have no room and are simply kept.
 * @returns null where the rows alone cannot hold
 */
export function polish(model: SolverModel, problem: Problem, near: Float64Array): Polished | null {
  const { products, lower } = problem;
  const from = fitted(problem, near);
  const columns = lower.length;
  const rows = marginRows(problem);
  const linearized = new Linearized(model, problem, rows.length);
  linearized.load(rows, from);
  let step = FIRST_STEP;
  let best: Polished | null = null;
  let least = UP;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (model.run() !== 'optimal') return best;
    const values = model.point();
    const point = values.slice(0, columns);
    const offs = products.map((p) => Math.abs(offAt(p, point)));
    const sum = offs.reduce((total, x) => total + x, 0);
    if (best === null || sum < least) {
      // the margin is that of the linearized products: once they are met it is that of the point
      best = { point, off: Math.max(0, ...offs), margin: numberAt(values, columns) };
      least = sum;
    } else step /= 8;
    if (best.off < MET) return best;
    linearized.update(best.point, step);
  }
  return best;
}

/** The rows and the box of a problem, each of its bounds tightened by the margin, a column behind those of the problem. */
function marginRows({ lower, upper, rows }: Problem): Row[] {
  const margin = lower.length;
  // the box has its room as well: a quantity that must be above zero should not end up at the edge of it
  const sides = Array.from(lower, (least, column) => ({
    columns: [column],
    factors: [1],
    lower: least,
    upper: at(upper, column),
  })).filter((side) => side.lower < side.upper && (side.lower > DOWN || side.upper < UP));
  return [...rows, ...sides].flatMap((row) => {
    const room = Math.min(ROOM, (row.upper - row.lower) / 4);
    if (!(room > 0)) return [row];
    const columns = [...row.columns, margin];
    return [
      ...(row.upper < UP ? [{ ...row, columns, factors: [...row.factors, room], lower: DOWN }] : []),
      ...(row.lower > DOWN ? [{ ...row, columns, factors: [...row.factors, -room], upper: UP }] : []),
    ];
  });
}

/** The tangent of a product at a point: the factor of each of its columns, and what they come to together. */
function tangent({ product, factor, other, times, plus }: ScaledProduct, point: Float64Array) {
  const x = numberAt(point, factor);
  const y = numberAt(point, other);
  const factors = new Map([[product, 1]]);
  // a column that is both factors of a product, or factor and product, has its factors added up
  const add = (column: number, by: number): void => void factors.set(column, (factors.get(column) ?? 0) + by);
  add(factor, -times * (y + plus));
  add(other, -times * x);
  return { factors, bound: -times * x * y };
}

/** The programme of a problem with its products replaced by their tangents, in a trust region around a point. */
class Linearized {
  readonly #model: SolverModel;
  readonly #problem: Problem;
  /** the row of the first product */
  readonly #first: number;
  /** the columns that are a factor of some product, which the trust region holds */
  readonly #factors: readonly number[];

  constructor(model: SolverModel, problem: Problem, first: number) {
    this.#model = model;
    this.#problem = problem;
    this.#first = first;
    this.#factors = [...new Set(problem.products.flatMap(({ factor, other }) => [factor, other]))];
  }

  /** Loads the rows and the tangents at a point, which two elastic columns per product may miss at a cost. */
  load(rows: readonly Row[], from: Float64Array): void {
    const { products, lower, upper } = this.#problem;
    const cost = [...new Array<number>(lower.length).fill(0), -1];
    const least = [...Array.from(lower), 0];
    const most = [...Array.from(upper), 1];
    const tangents = products.map((product): Row => {
      const { factors, bound } = tangent(product, from);
      const over = cost.push(PENALTY, PENALTY) - 2;
      least.push(0, 0);
      most.push(UP, UP);
      return {
        columns: [...factors.keys(), over, over + 1],
        factors: [...factors.values(), -1, 1],
        lower: bound,
        upper: bound,
      };
    });
    for (const { column, low, high } of this.#trusted(from, FIRST_STEP)) {
      least[column] = low;
      most[column] = high;
    }
    this.#model.load({ cost, lower: least, upper: most, rows: [...rows, ...tangents] });
  }

  /** Moves the tangents and the trust region to a point. */
  update(point: Float64Array, step: number): void {
    for (const { column, low, high } of this.#trusted(point, step)) {
      this.#model.columnBounds(column, low, high);
    }
    for (const [index, product] of this.#problem.products.entries()) {
      const row = this.#first + index;
      const { factors, bound } = tangent(product, point);
      for (const [column, factor] of factors) this.#model.factor(row, column, factor);
      this.#model.rowBounds(row, bound, bound);
    }
  }

  /** The bounds of the factors of products within the trust region and the box. */
  #trusted(point: Float64Array, step: number) {
    return this.#factors.map((column) => {
      const x = numberAt(point, column);
      const least = at(this.#problem.lower, column);
      const most = at(this.#problem.upper, column);
      const reach = step * Math.max(Math.abs(x), 0.25);
      return {
        column,
        low: Math.max(least, Math.min(x - reach, most)),
        high: Math.min(most, Math.max(x + reach, least)),
      };
    });
  }
}
