import type { SolverModel } from '@schaalsprong/solver';
import { offAt, type ScaledProduct } from './ranges.ts';

/** What a point must satisfy: a box, rows, and products of its quantities. */
export interface Problem {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly factors: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly products: readonly ScaledProduct[];
}

/**
 * The point with factors moved to where their products are met, each by the one that fewest products speak of: rows say
 * little of a factor that no claim limits, and from where they leave it a straight line points nowhere.
 */
function fitted({ products, lower, upper }: Problem, near: ArrayLike<number>): ArrayLike<number> {
  const uses = new Map<number, number>();
  for (const { product, factor, other } of products) {
    for (const column of [product, factor, other]) uses.set(column, (uses.get(column) ?? 0) + 1);
  }
  const point = Array.from({ length: lower.length }, (_, column) => near[column] ?? 0);
  for (const p of products) {
    if (Math.abs(offAt(p, point)) < MET) continue;
    const [x = 0, y = 0, z = 0] = [point[p.factor], point[p.other], point[p.product]];
    const moves = [
      { column: p.factor, to: z / (p.times * (y + p.plus)) },
      { column: p.other, to: z / (p.times * x) - p.plus },
      { column: p.product, to: p.times * x * (y + p.plus) },
    ].filter(
      ({ column, to }) => to >= (lower[column] ?? DOWN) && to <= (upper[column] ?? UP) && Number.isFinite(to),
    );
    const [first] = moves.sort((a, b) => (uses.get(a.column) ?? 0) - (uses.get(b.column) ?? 0));
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
/** The room that a row without a second bound is given, in its scaled unit. */
const ROOM = 0.05;
/** Leaving a product unmet costs so much more than all the room there is. */
const PENALTY = 1000;
const { POSITIVE_INFINITY: UP, NEGATIVE_INFINITY: DOWN } = Number;

/**
 * The point that stays as far as possible from the bounds of all rows and meets the products, sought from a point
 * near: products are straight lines around the point of the round before, so once near they are met to twice as many
 * digits each round (Newton). Equalities have no room and are simply kept.
 * @returns null where the rows alone cannot hold
 */
export function polish(model: SolverModel, problem: Problem, near: ArrayLike<number>): Polished | null {
  const from = fitted(problem, near);
  const count = problem.lower.length;
  const margin = count;
  const cost = new Array<number>(count).fill(0);
  cost.push(-1);
  const lower = [...Array.from(problem.lower), 0];
  const upper = [...Array.from(problem.upper), 1];
  const rows: { columns: number[]; factors: number[]; lower: number; upper: number }[] = [];
  // the box has its room as well: a quantity that must be above zero should not end up at the edge of it
  const sides = Array.from({ length: count }, (_, column) => ({
    columns: [column],
    factors: [1],
    lower: problem.lower[column] ?? DOWN,
    upper: problem.upper[column] ?? UP,
  })).filter((side) => side.lower < side.upper && (side.lower > DOWN || side.upper < UP));
  for (const row of [...problem.rows, ...sides]) {
    const room = Math.min(ROOM, (row.upper - row.lower) / 4);
    if (!(room > 0)) {
      rows.push({ ...row, columns: [...row.columns], factors: [...row.factors] });
      continue;
    }
    if (row.upper < UP) {
      const factors = [...row.factors, room];
      rows.push({ columns: [...row.columns, margin], factors, lower: DOWN, upper: row.upper });
    }
    if (row.lower > DOWN) {
      const factors = [...row.factors, -room];
      rows.push({ columns: [...row.columns, margin], factors, lower: row.lower, upper: UP });
    }
  }
  const firstProduct = rows.length;
  // a quantity that is both factors of a product, or factor and product, has its factors added up
  const line = (product: ScaledProduct, point: ArrayLike<number>): Map<number, number> => {
    const [x, y] = [point[product.factor] ?? 0, point[product.other] ?? 0];
    const sums = new Map<number, number>([[product.product, 1]]);
    const add = (column: number, by: number): void => void sums.set(column, (sums.get(column) ?? 0) + by);
    add(product.factor, -product.times * (y + product.plus));
    add(product.other, -product.times * x);
    return sums;
  };
  const right = ({ factor, other, times }: ScaledProduct, point: ArrayLike<number>): number =>
    -times * (point[factor] ?? 0) * (point[other] ?? 0);
  for (const product of problem.products) {
    const sums = line(product, from);
    const over = cost.push(PENALTY, PENALTY) - 2;
    lower.push(0, 0);
    upper.push(UP, UP);
    const bound = right(product, from);
    rows.push({
      columns: [...sums.keys(), over, over + 1],
      factors: [...sums.values(), -1, 1],
      lower: bound,
      upper: bound,
    });
  }
  const factors = [...new Set(problem.products.flatMap(({ factor, other }) => [factor, other]))];
  const hold = (point: ArrayLike<number>, step: number): void => {
    for (const column of factors) {
      const x = point[column] ?? 0;
      const reach = step * Math.max(Math.abs(x), 0.25);
      lower[column] = Math.max(
        problem.lower[column] ?? DOWN,
        Math.min(x - reach, problem.upper[column] ?? UP),
      );
      upper[column] = Math.min(
        problem.upper[column] ?? UP,
        Math.max(x + reach, problem.lower[column] ?? DOWN),
      );
    }
  };

  let step = 4;
  hold(from, step);
  model.load({ cost, lower, upper, rows });
  let best: Polished | null = null;
  let least = UP;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (model.run() !== 'optimal') return best;
    const values = model.point();
    const point = values.slice(0, count);
    const offs = problem.products.map((p) => Math.abs(offAt(p, point)));
    const off = offs.reduce((most, x) => Math.max(most, x), 0);
    const sum = offs.reduce((total, x) => total + x, 0);
    const now: Polished = { point, off, margin: values[margin] ?? 0 };
    // with the products as lines the margin is that of the lines: once they are met it is that of the point
    if (best === null || sum < least) {
      best = now;
      least = sum;
    } else step /= 8;
    if (best.off < MET) return best;
    const around: Float64Array = best.point;
    hold(around, step);
    for (const column of factors) model.columnBounds(column, lower[column] ?? DOWN, upper[column] ?? UP);
    for (const [at, product] of problem.products.entries()) {
      const row = firstProduct + at;
      for (const [column, value] of line(product, around)) model.factor(row, column, value);
      const bound = right(product, around);
      model.rowBounds(row, bound, bound);
    }
  }
  return best;
}
