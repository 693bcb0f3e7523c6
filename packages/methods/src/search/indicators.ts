import { at, numberAt } from '@schaalsprong/words';
import { rowsOf } from '../statistics/rows.ts';
import { hypervolume } from './hypervolume.ts';
import { isFeasible, type SearchProblem, type Solution } from './problem.ts';

/** Points of costs; all minimised. */
export type Points = readonly ArrayLike<number>[];

/** Scales costs so that the least of a reference set becomes 0 and the greatest 1, per objective. */
export function scaledBy(reference: Points): (points: Points) => readonly Float64Array[] {
  const dimensions = rowsOf(reference);
  const low = new Float64Array(dimensions).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(dimensions).fill(Number.NEGATIVE_INFINITY);
  for (const point of reference) {
    for (let i = 0; i < dimensions; i++) {
      low[i] = Math.min(numberAt(low, i), at(point, i));
      high[i] = Math.max(numberAt(high, i), at(point, i));
    }
  }
  return (points) =>
    points.map((point) =>
      Float64Array.from({ length: dimensions }, (_, i) => {
        const width = numberAt(high, i) - numberAt(low, i);
        return (at(point, i) - numberAt(low, i)) / (width === 0 ? 1 : width);
      }),
    );
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (at(a, i) - at(b, i)) ** 2;
  return Math.sqrt(sum);
}
const nearest = (point: ArrayLike<number>, set: Points): number =>
  set.reduce<number>((least, other) => Math.min(least, distance(point, other)), Number.POSITIVE_INFINITY);

/** Generational distance, `(sum d^2)^(1/2) / n`, d to the nearest point of the reference set; infinite for no points. */
export function generationalDistance(points: Points, reference: Points): number {
  if (points.length === 0) return Number.POSITIVE_INFINITY;
  return Math.sqrt(points.reduce((sum, point) => sum + nearest(point, reference) ** 2, 0)) / points.length;
}

/** Inverted generational distance: the mean distance from a point of the reference set to the nearest point; infinite for no points. */
export function invertedGenerationalDistance(points: Points, reference: Points): number {
  return reference.reduce((sum, point) => sum + nearest(point, points), 0) / reference.length;
}

/**
 * Additive epsilon: by how much the points must be moved, the same in every objective, to be nowhere worse than the reference set;
 * infinite for no points.
 */
export function additiveEpsilon(points: Points, reference: Points): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const target of reference) {
    let least = Number.POSITIVE_INFINITY;
    for (const point of points) {
      let worst = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < target.length; i++) {
        worst = Math.max(worst, at(point, i) - at(target, i));
      }
      least = Math.min(least, worst);
    }
    most = Math.max(most, least);
  }
  return most;
}

/**
 * Spacing: the standard deviation (of a sample) of the distances, as sums of differences, from each point to its nearest
 * neighbour; 0 for points at even distances and for fewer than two. Source: J. Schott (1995).
 */
export function spacing(points: Points): number {
  if (points.length < 2) return 0;
  const distances = points.map((point, i) => {
    let least = Number.POSITIVE_INFINITY;
    points.forEach((other, j) => {
      if (i === j) return;
      let sum = 0;
      for (let k = 0; k < point.length; k++) sum += Math.abs(at(point, k) - at(other, k));
      least = Math.min(least, sum);
    });
    return least;
  });
  const mean = distances.reduce((sum, each) => sum + each, 0) / distances.length;
  return Math.sqrt(distances.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (distances.length - 1));
}

/**
 * The share of the space between the worst and the best that counts (the bounds of the objectives) which solutions dominate, from 0 to 1.
 * Solutions that break a constraint never count; what is better than best counts as best.
 */
export function dominatedShare(
  problem: Pick<SearchProblem, 'objectives'>,
  solutions: readonly Solution[],
): number {
  const points = solutions.filter(isFeasible).map(({ costs }) =>
    Float64Array.from(problem.objectives, ({ direction, bounds: { best, worst } }, i) => {
      const value = direction === 'maximise' ? 0 - numberAt(costs, i) : numberAt(costs, i);
      return Math.max(0, (value - best) / (worst - best));
    }),
  );
  return hypervolume(points, new Float64Array(problem.objectives.length).fill(1));
}
