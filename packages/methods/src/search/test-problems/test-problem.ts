import { at } from '@schaalsprong/words';
import type { Decision, SearchProblem } from '../problem.ts';

/** A problem whose best solutions are known in closed form. */
export interface TestProblem extends SearchProblem {
  /** Objectives of one decision. */
  readonly objectivesAt: (decision: Decision) => readonly number[];
  /** Points of the true front, evenly over it; about as many as asked. */
  readonly front: (points: number) => readonly (readonly number[])[];
  /** The share of the space between worst and best that the whole true front dominates, in closed form. No search can pass it. */
  readonly frontShare: number;
}

interface Described {
  readonly id: string;
  readonly objectives: number;
  readonly epsilon: number;
  readonly best: readonly number[];
  readonly worst: readonly number[];
  readonly variables: readonly (readonly [number, number])[];
  readonly evaluate: (decision: Decision) => readonly number[];
  readonly front: TestProblem['front'];
  readonly frontShare: number;
}

/** Makes a problem of its parts: real variables, all objectives minimised, no constraints. */
export const testProblem = (described: Described): TestProblem => ({
  id: described.id,
  variables: described.variables.map(([min, max], i) => ({ kind: 'real', name: `x${i + 1}`, min, max })),
  objectives: Array.from({ length: described.objectives }, (_, i) => ({
    name: `f${i + 1}`,
    direction: 'minimise',
    epsilon: described.epsilon,
    bounds: { best: at(described.best, i), worst: at(described.worst, i) },
  })),
  constraints: [],
  objectivesAt: described.evaluate,
  evaluate: async (batch) =>
    batch.map((decision) => ({ objectives: described.evaluate(decision), violations: [] })),
  front: described.front,
  frontShare: described.frontShare,
});
