import type { LinearProgram, Solver } from '@schaalsprong/solver';
import { at } from '@schaalsprong/words';
import { polish } from './polish.ts';
import { offAt, type Ranges, valueAt } from './ranges.ts';

/** A point that breaks as little as possible. */
export interface Start {
  /** scaled values; everything that has no groups holds there */
  readonly point: Float64Array;
  /** ranges that do not hold at the point */
  readonly broken: readonly number[];
  /** products that are not met there */
  readonly unmet: readonly number[];
}

/** How far outside its bounds a range may be before it counts as broken, in the unit of its scaled row. */
export const BROKEN = 1e-7;
/** How far off a product may be before it counts as unmet, likewise. */
export const UNMET = 1e-9;

const { POSITIVE_INFINITY: INFINITE } = Number;

/**
 * The point with the least sum of violations, each measured in its scaled row, moved as far as possible from the bounds
 * of what holds, so that there is room around it, and to where products of unknowns are met.
 * @returns null where what has no groups cannot hold by itself
 */
export function startOf(solver: Solver, ranges: Ranges): Start | null {
  const least = solver.model({ presolve: true });
  let point: Float64Array;
  try {
    least.load(elasticProgram(ranges));
    if (least.run() !== 'optimal') return null;
    point = least.point().slice(0, ranges.columns);
  } finally {
    least.dispose();
  }
  // drop violated groups altogether: their other rows would keep the point at the boundary
  const breaking = new Set(brokenAt(ranges, point).flatMap((range) => at(ranges.ranges, range).groups));
  const middle = solver.model();
  try {
    const { lower, upper, products } = ranges;
    const rows = ranges.ranges.filter(({ groups }) => !groups.some((group) => breaking.has(group)));
    point =
      polish(
        middle,
        {
          lower,
          upper,
          rows,
          products: products.filter(({ groups }) => !groups.some((group) => breaking.has(group))),
        },
        point,
      )?.point ?? point;
  } finally {
    middle.dispose();
  }
  return {
    point,
    broken: brokenAt(ranges, point),
    unmet: ranges.products.flatMap((product, at) => (Math.abs(offAt(product, point)) > UNMET ? [at] : [])),
  };
}

function brokenAt({ ranges }: Ranges, point: Float64Array): number[] {
  return ranges.flatMap((range, at) => {
    const value = valueAt(range, point);
    return value > range.upper + BROKEN || value < range.lower - BROKEN ? [at] : [];
  });
}

function elasticProgram({ columns, lower, upper, ranges }: Ranges): LinearProgram {
  const cost: number[] = new Array(columns).fill(0);
  const low = [...lower];
  const high = [...upper];
  const rows = ranges.map((range) => {
    if (range.groups.length === 0) return range;
    const own = [...range.columns];
    const factors = [...range.factors];
    for (const [bound, sign] of [
      [range.upper, -1],
      [range.lower, 1],
    ] as const) {
      if (!Number.isFinite(bound)) continue;
      own.push(cost.length);
      factors.push(sign);
      cost.push(1);
      low.push(0);
      high.push(INFINITE);
    }
    return { columns: own, factors, lower: range.lower, upper: range.upper };
  });
  return { cost, lower: low, upper: high, rows };
}
