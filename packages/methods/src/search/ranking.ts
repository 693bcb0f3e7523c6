import { numberAt } from '@schaalsprong/words';
import { compareSolutions } from './dominance.ts';
import type { Solution } from './problem.ts';

/** A solution with its front, from 0, and its crowding distance. */
export interface Ranked {
  readonly solution: Solution;
  readonly rank: number;
  readonly crowding: number;
}

/**
 * Sorts solutions into fronts: 0 is what nothing dominates, 1 what only front 0 dominates, and so on; with the crowding distance in each
 * front. The order of the solutions is kept.
 *
 * Source: K. Deb et al. (2002), sections III.A and III.B.
 */
export function rankSolutions(solutions: readonly Solution[]): readonly Ranked[] {
  const dominated: number[][] = solutions.map(() => []);
  const above = new Int32Array(solutions.length);
  for (let i = 0; i < solutions.length; i++) {
    const a = solutions[i];
    for (let j = i + 1; j < solutions.length; j++) {
      const b = solutions[j];
      if (a === undefined || b === undefined) continue;
      const how = compareSolutions(a, b);
      if (how === 'neither') continue;
      const [winner, loser] = how === 'first' ? [i, j] : [j, i];
      dominated[winner]?.push(loser);
      above[loser] = (above[loser] ?? 0) + 1;
    }
  }
  const ranks = new Int32Array(solutions.length);
  const crowding = new Float64Array(solutions.length);
  let front = [...solutions.keys()].filter((i) => above[i] === 0);
  for (let rank = 0; front.length > 0; rank++) {
    const next: number[] = [];
    for (const i of front) {
      ranks[i] = rank;
      for (const j of dominated[i] ?? []) {
        above[j] = (above[j] ?? 0) - 1;
        if (above[j] === 0) next.push(j);
      }
    }
    const distances = crowdingDistances(front.map((i) => solutions[i]?.costs ?? new Float64Array()));
    front.forEach((i, k) => {
      crowding[i] = numberAt(distances, k);
    });
    front = next;
  }
  return solutions.map((solution, i) => ({ solution, rank: ranks[i] ?? 0, crowding: numberAt(crowding, i) }));
}

/**
 * How much room each point of a front has: over objectives the distance between its two neighbours as part of the range; infinite at
 * both ends. Of points that are the same in every objective only the first has room.
 */
export function crowdingDistances(front: readonly Float64Array[]): Float64Array {
  const distances = new Float64Array(front.length);
  const seen = new Set<string>();
  const single = [...front.keys()].filter((i) => {
    const text = (front[i] ?? new Float64Array()).join();
    return !seen.has(text) && seen.add(text);
  });
  const objectives = front[0]?.length ?? 0;
  for (let objective = 0; objective < objectives; objective++) {
    const at = (i: number | undefined): number => front[i ?? 0]?.[objective] ?? 0;
    const order = [...single].sort((i, j) => at(i) - at(j) || i - j);
    const range = at(order.at(-1)) - at(order[0]);
    order.forEach((i, place) => {
      const end = place === 0 || place === order.length - 1;
      const between = range === 0 ? 0 : (at(order[place + 1]) - at(order[place - 1])) / range;
      distances[i] = numberAt(distances, i) + (end ? Number.POSITIVE_INFINITY : between);
    });
  }
  return distances;
}

/** Better first: the lower front, then the more room; on a tie neither. */
export const compareRanked = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank || (a.crowding === b.crowding ? 0 : b.crowding - a.crowding);

/** The best `count`, in order; on a tie the one that came first. */
export const truncate = (ranked: readonly Ranked[], count: number): readonly Ranked[] =>
  [...ranked].sort(compareRanked).slice(0, count);
