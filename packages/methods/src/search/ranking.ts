import { at, numberAt } from '@schaalsprong/words';
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
  const nodes = solutions.map(
    (solution): Node => ({ solution, rank: 0, crowding: 0, dominated: [], above: 0 }),
  );
  for (let i = 0; i < nodes.length; i++) {
    const a = at(nodes, i);
    for (let j = i + 1; j < nodes.length; j++) {
      // A plain read: most of a search is spent here, and `at` is called with many kinds of array.
      const b = nodes[j];
      if (b === undefined) continue;
      const how = compareSolutions(a.solution, b.solution);
      if (how === 'neither') continue;
      const winner = how === 'first' ? a : b;
      const loser = how === 'first' ? b : a;
      winner.dominated.push(loser);
      loser.above++;
    }
  }
  let front = nodes.filter(({ above }) => above === 0);
  for (let rank = 0; front.length > 0; rank++) {
    const next: Node[] = [];
    const distances = crowdingDistances(front.map(({ solution }) => solution.costs));
    for (const [place, node] of front.entries()) {
      node.rank = rank;
      node.crowding = numberAt(distances, place);
      for (const other of node.dominated) {
        other.above--;
        if (other.above === 0) next.push(other);
      }
    }
    front = next;
  }
  return nodes.map(({ solution, rank, crowding }) => ({ solution, rank, crowding }));
}

/** A solution while fronts are peeled off: what it dominates, and how many not yet ranked solutions dominate it. */
interface Node {
  readonly solution: Solution;
  rank: number;
  crowding: number;
  readonly dominated: Node[];
  above: number;
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
