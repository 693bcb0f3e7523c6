import { at, nearest, type Text } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import type { MetricUnit, RobustnessMetric, RobustnessSettings } from './metric.ts';
import { robustnessMetrics } from './metrics.ts';
import type { PolicyOutcomes } from './outcomes.ts';
import { robustnessProblems as problems } from './problems.ts';
import { extremesOf, isRefused } from './regret.ts';

/** The score of one policy on a metric. */
export interface PolicyScore {
  readonly policy: string;
  /** Null where the metric does not apply. */
  readonly value: number | null;
  /** Place from 1 among the policies with a number, the best first; equal numbers share a place. Null without a number. */
  readonly place: number | null;
  /** Why there is no number. */
  readonly reason: Text | null;
}

/** The scores of all policies on a metric, with its definition. */
export interface MetricResult {
  readonly metric: string;
  readonly title: Text;
  readonly definition: Text;
  readonly formula: string;
  readonly unit: MetricUnit;
  /** Whether a higher or a lower number is the more robust one. */
  readonly better: 'higher' | 'lower';
  readonly taxonomy: RobustnessMetric['taxonomy'];
  readonly source: string;
  readonly comparesPolicies: boolean;
  readonly scores: readonly PolicyScore[];
  /** The policies in the first place. */
  readonly best: readonly string[];
}

/** Settings as requested: the reference by the name of its future; defaults for what is omitted. */
export type RobustnessAsked = {
  readonly [Name in keyof Omit<RobustnessSettings, 'reference'>]?: RobustnessSettings[Name] | undefined;
} & { readonly reference?: string | null | undefined };

/** Defaults; null for what a user has to choose. */
export const usualSettings: Omit<RobustnessSettings, 'reference'> = {
  pessimism: 0.5,
  percentile: 0.1,
  deviations: 1,
  threshold: null,
  uncertainties: null,
};

/**
 * How robust each policy is, by each metric.
 *
 * @param outcomes from `policyOutcomes`
 * @param metrics ids of `robustnessMetrics`, in the order wanted; by default all
 * @returns per metric a number per policy, or the reason why there is none
 * @throws FuturesError for a metric that does not exist, a setting out of its range or a reference that is no future
 *
 * @example
 * ```ts
 * import { policyOutcomes, robustness } from '@schaalsprong/methods/robustness';
 *
 * const outcomes = policyOutcomes({
 *   objective: 'homes',
 *   direction: 'maximise',
 *   policies: ['as is', 'faster'],
 *   futures: ['calm', 'crisis'],
 *   values: [
 *     [100, 60],
 *     [120, 50],
 *   ],
 * });
 * const [worst, regret] = robustness(outcomes, {}, ['maximin', 'minimax-regret']);
 * worst?.scores.map(({ value }) => value); // => [60, 50]
 * regret?.scores.map(({ value }) => value); // => [20, 10]
 * [worst?.best, regret?.best]; // => [['as is'], ['faster']]
 * ```
 */
export function robustness(
  outcomes: PolicyOutcomes,
  asked: RobustnessAsked = {},
  metrics: readonly string[] = robustnessMetrics.map(({ id }) => id),
): readonly MetricResult[] {
  const ids = robustnessMetrics.map(({ id }) => id);
  const unknown = metrics.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new FuturesError(unknown.map((id) => problems.metric(id, nearest(id, ids))));
  const settings = settingsOf(outcomes, asked);
  const extremes = extremesOf(outcomes);
  return robustnessMetrics
    .filter(({ id }) => metrics.includes(id))
    .map((metric): MetricResult => {
      const { id, title, formula, unit, taxonomy, source, comparesPolicies } = metric;
      const better =
        metric.better === 'outcome'
          ? outcomes.direction === 'maximise'
            ? 'higher'
            : 'lower'
          : metric.better;
      const found = outcomes.policies.map((policy, i) => {
        const score = metric.score({
          outcomes,
          extremes,
          row: at(outcomes.values, i),
          settings,
        });
        return isRefused(score)
          ? { policy, value: null, reason: score.reason }
          : { policy, value: score, reason: null };
      });
      const scores = found.map((score): PolicyScore => {
        const { value } = score;
        if (value === null) return { ...score, place: null };
        const ahead = found.filter(
          (other) =>
            other.value !== null && (better === 'higher' ? other.value > value : other.value < value),
        );
        return { ...score, place: ahead.length + 1 };
      });
      return {
        metric: id,
        title,
        definition: metric.definition(settings),
        formula,
        unit,
        better,
        taxonomy,
        source,
        comparesPolicies,
        scores,
        best: scores.flatMap(({ policy, place }) => (place === 1 ? [policy] : [])),
      };
    });
}

function settingsOf(outcomes: PolicyOutcomes, asked: RobustnessAsked): RobustnessSettings {
  const { reference: name = null, ...rest } = asked;
  const settings = {
    pessimism: rest.pessimism ?? usualSettings.pessimism,
    percentile: rest.percentile ?? usualSettings.percentile,
    deviations: rest.deviations ?? usualSettings.deviations,
    threshold: rest.threshold ?? usualSettings.threshold,
    uncertainties: rest.uncertainties ?? usualSettings.uncertainties,
  };
  const found: FuturesProblem[] = [];
  for (const share of ['pessimism', 'percentile'] as const) {
    if (!(settings[share] >= 0 && settings[share] <= 1)) {
      found.push(
        problems.setting(share, settings[share], {
          nl: 'een getal van 0 tot en met 1',
          en: 'a number from 0 to 1',
        }),
      );
    }
  }
  if (!(settings.deviations >= 0 && Number.isFinite(settings.deviations))) {
    found.push(
      problems.setting('deviations', settings.deviations, {
        nl: 'een getal van nul of meer',
        en: 'a number of zero or more',
      }),
    );
  }
  if (settings.threshold !== null && !Number.isFinite(settings.threshold)) {
    found.push(
      problems.setting('threshold', settings.threshold, { nl: 'een eindig getal', en: 'a finite number' }),
    );
  }
  const reference = name === null ? -1 : outcomes.futures.indexOf(name);
  if (name !== null && reference < 0) found.push(problems.reference(name, nearest(name, outcomes.futures)));
  if (found.length > 0) throw new FuturesError(found);
  return { ...settings, reference: reference < 0 ? null : reference };
}
