import { numberAt } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import { compareCosts } from './dominance.ts';
import { isFeasible, type Solution } from './problem.ts';
import { searchProblems as problems } from './problems.ts';

/**
 * A quotient within some units in the last place of a whole number is that number: 0.3 / 0.1 is 2.9999999999999996 in floating
 * point, and a value that is on the edge of a box belongs to the box that begins there.
 */
const EDGE = 8 * Number.EPSILON;

/** In which box of width `epsilon` a value lies: `floor(value / epsilon)`, forgiving the rounding of that division. */
export function boxOf(value: number, epsilon: number): number {
  const quotient = value / epsilon;
  const whole = Math.round(quotient);
  return Math.abs(quotient - whole) <= EDGE * Math.max(1, Math.abs(quotient)) ? whole : Math.floor(quotient);
}

/** What is wrong with the epsilons for a number of objectives. */
export const epsilonFaults = (epsilons: readonly number[], objectives: number): readonly FuturesProblem[] => [
  ...(epsilons.length === objectives ? [] : [problems.epsilonCount(epsilons.length, objectives)]),
  ...epsilons.flatMap((epsilon, i) =>
    epsilon > 0 && Number.isFinite(epsilon) ? [] : [problems.epsilon(String(i + 1), epsilon)],
  ),
];

interface Kept {
  readonly solution: Solution;
  readonly box: Float64Array;
  /** Squared distance to the ideal corner of the box, in epsilons. */
  readonly distance: number;
}

/**
 * The best solutions so far, at most one per box: a solution stays out where its box is dominated, throws out those whose boxes it
 * dominates, and in one box that nearer to the box's ideal corner stays, on an exact tie the one that was there. Solutions
 * that break a constraint never enter.
 *
 * `improvements` counts solutions that came into a box not occupied before: epsilon-progress. One that only takes the place of
 * another in the same box is no progress.
 *
 * Sources: M. Laumanns et al., 'Combining convergence and diversity in evolutionary multiobjective optimization', Evol. Comp. 10
 * (2002); J. Kollat and P. Reed, Adv. Water Resources 29 (2006).
 */
export class EpsilonArchive {
  readonly #epsilons: Float64Array;
  #kept: Kept[] = [];
  #improvements = 0;

  /** @throws FuturesError where the number of epsilons is not that of the objectives, or one is not above zero */
  constructor(epsilons: readonly number[], objectives: number) {
    const found = epsilonFaults(epsilons, objectives);
    if (found.length > 0) throw new FuturesError(found);
    this.#epsilons = Float64Array.from(epsilons);
  }

  get improvements(): number {
    return this.#improvements;
  }

  get solutions(): readonly Solution[] {
    return this.#kept.map(({ solution }) => solution);
  }

  get size(): number {
    return this.#kept.length;
  }

  /** Puts back an archive as it was. */
  restore(solutions: readonly Solution[], improvements: number): void {
    this.#kept = solutions.map((solution) => this.#place(solution));
    this.#improvements = improvements;
  }

  /** Offers a solution; true where it was taken in. */
  add(solution: Solution): boolean {
    if (!isFeasible(solution)) return false;
    const entering = this.#place(solution);
    let sameBox = false;
    for (const { box, distance } of this.#kept) {
      const how = compareBoxes(entering.box, box);
      if (how === 'second') return false;
      if (how === 'same') {
        if (distance <= entering.distance) return false;
        sameBox = true;
      }
    }
    this.#kept = this.#kept.filter(({ box }) => {
      const how = compareBoxes(entering.box, box);
      return how === 'neither';
    });
    this.#kept.push(entering);
    if (!sameBox) this.#improvements++;
    return true;
  }

  #place(solution: Solution): Kept {
    const { costs } = solution;
    const box = Float64Array.from(costs, (cost, i) => boxOf(cost, numberAt(this.#epsilons, i)));
    let distance = 0;
    costs.forEach((cost, i) => {
      distance += (cost / numberAt(this.#epsilons, i) - numberAt(box, i)) ** 2;
    });
    return { solution, box, distance };
  }
}

function compareBoxes(a: Float64Array, b: Float64Array): ReturnType<typeof compareCosts> | 'same' {
  const how = compareCosts(a, b);
  return how === 'neither' && a.every((box, i) => box === b[i]) ? 'same' : how;
}
