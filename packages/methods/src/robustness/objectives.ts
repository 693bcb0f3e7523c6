import { at, must, nearest, numberAt, type Text } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import { type PolicyOutcomes, weightOf } from './outcomes.ts';
import { robustnessProblems as problems } from './problems.ts';
import { type MetricResult, type RobustnessAsked, robustness } from './robustness.ts';

/** A constraint on an outcome. */
export interface Bound {
  readonly objective: string;
  /** In the unit of the outcome; at least this where more is better, at most this where less is. */
  readonly threshold: number;
}

/** In how many futures a policy satisfies every bound. */
export interface BoundsKept {
  readonly policy: string;
  readonly count: number;
  readonly of: number;
}

/** The largest score of a policy over several outcomes. */
export interface LargestOver {
  readonly policy: string;
  readonly value: number | null;
  /** The outcome that gives it. */
  readonly objective: string | null;
  readonly reason: Text | null;
}

/**
 * In how many futures a policy satisfies all bounds simultaneously (multi-objective satisficing); weighted where futures are.
 *
 * @throws FuturesError where outcomes differ in their policies or futures, or a bound is on no outcome
 *
 * @example
 * ```ts
 * import { boundsKept, policyOutcomes } from '@schaalsprong/methods/robustness';
 *
 * const common = { policies: ['as is', 'faster'], futures: ['calm', 'crisis'] };
 * const homes = policyOutcomes({ ...common, objective: 'homes', direction: 'maximise', values: [[100, 60], [120, 50]] });
 * const cost = policyOutcomes({ ...common, objective: 'cost', direction: 'minimise', values: [[5, 5], [9, 9]] });
 * const kept = boundsKept([homes, cost], [
 *   { objective: 'homes', threshold: 55 },
 *   { objective: 'cost', threshold: 8 },
 * ]);
 * kept.map(({ policy, count, of }) => `${policy}: ${count} of ${of}`); // => ['as is: 2 of 2', 'faster: 0 of 2']
 * ```
 */
export function boundsKept(all: readonly PolicyOutcomes[], bounds: readonly Bound[]): readonly BoundsKept[] {
  const [first] = all;
  if (first === undefined) return [];
  checkAlike(all);
  const byObjective = new Map(all.map((outcomes) => [outcomes.objective, outcomes]));
  const unknown = bounds.filter(({ objective }) => !byObjective.has(objective));
  if (unknown.length > 0) {
    const names = [...byObjective.keys()];
    throw new FuturesError(
      unknown.map(({ objective }) => problems.objective(objective, nearest(objective, names))),
    );
  }
  return first.policies.map((policy, p) => {
    let count = 0;
    first.futures.forEach((_, s) => {
      const keeps = bounds.every(({ objective, threshold }) => {
        const { direction, values } = must(byObjective, objective);
        const value = numberAt(at(values, p), s);
        return direction === 'minimise' ? value <= threshold : value >= threshold;
      });
      if (keeps) count += first.weights?.[s] ?? 1;
    });
    return { policy, count, of: weightOf(first) };
  });
}

/**
 * Regret over several outcomes: per policy the maximum of its regrets, meaningful only for dimensionless regret. Null where one
 * outcome has no score for the policy.
 *
 * @param metric id of a metric without a unit that is better when lower: `regret-1`, `regret-2`, `regret-2-range`
 * @throws FuturesError where outcomes differ in their policies or futures, or for a bad setting
 */
export function largestOver(
  all: readonly PolicyOutcomes[],
  metric: string,
  asked: RobustnessAsked = {},
): readonly LargestOver[] {
  checkAlike(all);
  const results = all.flatMap((outcomes) =>
    robustness(outcomes, asked, [metric]).map((result) => ({ objective: outcomes.objective, result })),
  );
  return (all[0]?.policies ?? []).map((policy, p) => largestOf(policy, p, results));
}

function largestOf(
  policy: string,
  p: number,
  results: readonly { readonly objective: string; readonly result: MetricResult }[],
): LargestOver {
  let largest: LargestOver = { policy, value: null, objective: null, reason: null };
  for (const { objective, result } of results) {
    const score = at(result.scores, p);
    if (score.value === null) return { policy, value: null, objective, reason: score.reason };
    if (largest.value === null || score.value > largest.value) {
      largest = { policy, value: score.value, objective, reason: null };
    }
  }
  return largest;
}

function checkAlike(all: readonly PolicyOutcomes[]): void {
  const [first, ...others] = all;
  if (first === undefined) return;
  const same = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((name, i) => name === b[i]);
  const what = {
    policies: { nl: 'beleidspakketten', en: 'policies' },
    futures: { nl: 'toekomsten', en: 'futures' },
  };
  const found = others.flatMap(({ objective, policies, futures }): FuturesProblem[] => [
    ...(same(policies, first.policies) ? [] : [problems.unlikeObjectives(objective, what.policies)]),
    ...(same(futures, first.futures) ? [] : [problems.unlikeObjectives(objective, what.futures)]),
  ]);
  if (found.length > 0) throw new FuturesError(found);
}
