import { at, int32At, numberAt } from '@schaalsprong/words';
import { rowsOf } from '../statistics/rows.ts';
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
  // Positions, not objects: most of a search is spent in these pairs, and lists of small integers are cheap to grow.
  const dominated: number[][] = solutions.map(() => []);
  const above = new Int32Array(solutions.length);
  for (let i = 0; i < solutions.length; i++) {
    const a = at(solutions, i);
    const below = at(dominated, i);
    for (let j = i + 1; j < solutions.length; j++) {
      // A plain read: `at` is called with many kinds of array.
      const b = solutions[j];
      if (b === undefined) continue;
      const how = compareSolutions(a, b);
      if (how === 'neither') continue;
      if (how === 'first') below.push(j);
      else at(dominated, j).push(i);
      const loser = how === 'first' ? j : i;
      above[loser] = int32At(above, loser) + 1;
    }
  }
  const ranks = new Int32Array(solutions.length);
  const crowding = new Float64Array(solutions.length);
  let front = [...solutions.keys()].filter((i) => above[i] === 0);
  for (let rank = 0; front.length > 0; rank++) {
    const next: number[] = [];
    const distances = crowdingDistances(front.map((i) => at(solutions, i).costs));
    for (const [place, i] of front.entries()) {
      ranks[i] = rank;
      crowding[i] = numberAt(distances, place);
      for (const j of at(dominated, i)) {
        const left = int32At(above, j) - 1;
        above[j] = left;
        if (left === 0) next.push(j);
      }
    }
    front = next;
  }
  return solutions.map((solution, i) => ({
    solution,
    rank: int32At(ranks, i),
    crowding: numberAt(crowding, i),
  }));
}

/**
 * How much room each point of a front has: over objectives the distance between its two neighbours as part of the range; infinite at
 * both ends. Of points that are the same in every objective only the first has room.
 */
export function crowdingDistances(front: readonly Float64Array[]): Float64Array {
  const distances = new Float64Array(front.length);
  const seen = new Set<string>();
  const single = front.flatMap((costs, place) => {
    const text = costs.join();
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ costs, place }];
  });
  const objectives = rowsOf(front);
  for (let objective = 0; objective < objectives; objective++) {
    const order = single
      .map(({ costs, place }) => ({ cost: numberAt(costs, objective), place }))
      .sort((a, b) => a.cost - b.cost || a.place - b.place);
    const range = at(order, order.length - 1).cost - at(order, 0).cost;
    order.forEach(({ place }, k) => {
      const [before, after] = [order[k - 1], order[k + 1]];
      const end = before === undefined || after === undefined;
      const room = end ? Number.POSITIVE_INFINITY : range === 0 ? 0 : (after.cost - before.cost) / range;
      distances[place] = numberAt(distances, place) + room;
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
