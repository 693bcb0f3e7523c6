import { type Ranges, valueAt } from './ranges.ts';
import type { LinearProgram, Solver } from './solver.ts';

/** A point that breaks as little as possible. */
export interface Start {
  /** scaled values; everything that has no groups holds there */
  readonly point: Float64Array;
  /** ranges that do not hold at the point */
  readonly broken: readonly number[];
  /** ranges that together show that something must break, beyond those that do: where to look first */
  readonly pulling: readonly number[];
}

/** How far outside its bounds a range may be before it counts as broken, in the unit of its scaled row. */
export const BROKEN = 1e-7;

const { POSITIVE_INFINITY: INFINITE } = Number;

/**
 * The point with the least sum of violations, each measured in its scaled row, and of those one as far as possible
 * from the bounds of what holds, so that there is room around it.
 * @returns null where what has no groups cannot hold by itself
 */
export function startOf(solver: Solver, ranges: Ranges): Start | null {
  const elastic = elasticProgram(ranges);
  const first = solver.model({ presolve: true });
  let point: Float64Array;
  try {
    first.load(elastic);
    if (first.run() !== 'optimal') return null;
    point = first.point().slice(0, ranges.columns);
  } finally {
    first.dispose();
  }
  const broken: number[] = [];
  ranges.ranges.forEach((range, at) => {
    const value = valueAt(range, point);
    if (value > range.upper + BROKEN || value < range.lower - BROKEN) broken.push(at);
  });
  return { point, broken, pulling: [] };
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
