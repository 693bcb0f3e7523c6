import { Unreachable } from '@schaalsprong/words';
import type { Solution } from './problem.ts';

/** How one solution stands to another. */
export type Dominance = 'first' | 'second' | 'neither';

/** Pareto dominance of costs, which are minimised: the first dominates where it is nowhere worse and somewhere better. */
export function compareCosts(a: Float64Array, b: Float64Array): Dominance {
  const { length } = a;
  if (b.length !== length) throw new Unreachable(`${length} costs against ${b.length}`);
  // Plain reads: the lengths were just compared, and this is the innermost loop of a search.
  let aBetter = false;
  let bBetter = false;
  for (let i = 0; i < length; i++) {
    const x = a[i] ?? Number.NaN;
    const y = b[i] ?? Number.NaN;
    if (x < y) aBetter = true;
    else if (y < x) bBetter = true;
    if (aBetter && bBetter) return 'neither';
  }
  return aBetter ? 'first' : bBetter ? 'second' : 'neither';
}

/**
 * Constrained dominance: of two solutions that break constraints the one that breaks them less dominates, one that keeps all dominates
 * one that does not, and of two that keep all costs decide.
 *
 * Source: K. Deb et al., 'A fast and elitist multiobjective genetic algorithm: NSGA-II', IEEE Trans. Evol. Comp. 6 (2002), section VI.
 */
export function compareSolutions(a: Solution, b: Solution): Dominance {
  if (a.violation !== b.violation) return a.violation < b.violation ? 'first' : 'second';
  return compareCosts(a.costs, b.costs);
}
