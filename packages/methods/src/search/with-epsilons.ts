import { at } from '@schaalsprong/words';
import { FuturesError } from '../problems.ts';
import { epsilonFaults } from './archive.ts';
import type { SearchProblem } from './problem.ts';

/**
 * A problem with other epsilons.
 *
 * @param epsilons one per objective; null leaves them
 * @throws FuturesError where there are not as many as objectives, or one is not above zero
 */
export function withEpsilons<P extends SearchProblem>(problem: P, epsilons: readonly number[] | null): P {
  if (epsilons === null) return problem;
  const found = epsilonFaults(epsilons, problem.objectives.length);
  if (found.length > 0) throw new FuturesError(found);
  const objectives = problem.objectives.map((objective, i) => ({
    ...objective,
    epsilon: at(epsilons, i),
  }));
  return { ...problem, objectives };
}
