import { at } from '@schaalsprong/words';
import type { ReferenceTest, ReferenceValue } from '../reference-tests/reference-test.ts';
import { type PolicyOutcomes, policyOutcomes } from './outcomes.ts';
import { type RobustnessAsked, robustness } from './robustness.ts';

/** Three policies in five futures, small enough to work out on paper. */
const example = (direction: 'maximise' | 'minimise') =>
  policyOutcomes({
    objective: 'example',
    direction,
    policies: ['a', 'b', 'c'],
    futures: ['s1', 's2', 's3', 's4', 's5'],
    values: [
      [10, 8, 6, 4, 2],
      [5, 5, 5, 5, 5],
      [20, 1, 1, 1, 1],
    ],
  });

/** NaN, which equals no expected value, where the metric refuses. */
const scoreIn = (
  outcomes: PolicyOutcomes,
  policy: number,
  metric: string,
  asked: RobustnessAsked,
): number => {
  const [result] = robustness(outcomes, asked, [metric]);
  return at(result?.scores ?? [], policy).value ?? Number.NaN;
};

const scoreOf = (
  metric: string,
  policy: number,
  direction: 'maximise' | 'minimise',
  asked: RobustnessAsked = {},
) => scoreIn(example(direction), policy, metric, asked);

const row = (
  name: string,
  expected: readonly number[],
  metric: string,
  direction: 'maximise' | 'minimise' = 'maximise',
  asked: RobustnessAsked = {},
): readonly ReferenceValue[] =>
  expected.map((value, policy) => ({
    name: `${name} [${'abc'.charAt(policy)}]`,
    expected: value,
    found: scoreOf(metric, policy, direction, asked),
    tolerance: 1e-12,
  }));

const paper = 'worked out on paper from the definition, doi:10.1002/2017EF000649';

/** Reference tests of the robustness metrics. */
export const robustnessReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'robustness-extremes-and-means',
    method: 'robustness',
    title: { nl: 'Slechtste, beste, gemiddelde, spreiding', en: 'Worst, best, mean, spread' },
    source: paper,
    cost: 'quick',
    run: () => [
      ...row('maximin', [2, 5, 1], 'maximin'),
      ...row('minimax', [10, 5, 20], 'maximin', 'minimise'),
      ...row('maximax', [10, 5, 20], 'maximax'),
      ...row('hurwicz .25', [8, 5, 15.25], 'hurwicz', 'maximise', { pessimism: 0.25 }),
      ...row('laplace', [6, 5, 4.8], 'laplace'),
      ...row('mean - sd', [6 - Math.sqrt(8), 5, 4.8 - 7.6], 'mean-variance'),
      ...row('mean + sd', [6 + Math.sqrt(8), 5, 4.8 + 7.6], 'mean-variance', 'minimise'),
      ...row('(mean+1)/(sd+1)', [7 / (1 + Math.sqrt(8)), 6, 5.8 / 8.6], 'mean-variance-quotient'),
      ...row('percentile 10', [2.8, 5, 1], 'percentile'),
      ...row('percentile 10 min', [9.2, 5, 12.4], 'percentile', 'minimise'),
      ...row('undesirable', [6, 0, 0], 'undesirable-deviation'),
      ...row('undesirable min', [6, 0, 19], 'undesirable-deviation', 'minimise'),
      ...row('satisficing 5', [3, 5, 1], 'satisficing', 'maximise', { threshold: 5 }),
      ...row('peakedness', [1.6], 'peakedness'),
      ...row('skewness', [0], 'skewness'),
    ],
  },
  {
    id: 'robustness-regret',
    method: 'robustness',
    title: { nl: 'Spijt, met elke noemer', en: 'Regret, with every denominator' },
    source: paper,
    cost: 'quick',
    run: () => [
      // Best per future 20, 8, 6, 5, 5; range 15, 7, 5, 4, 4.
      ...row('minimax regret', [10, 15, 7], 'minimax-regret'),
      ...row('relative to best', [0.6, 0.75, 0.875], 'minimax-regret-best'),
      ...row('relative to range', [0.75, 1, 1], 'minimax-regret-range'),
      ...row('regret 90', [7.2, 10.2, 6.2], 'regret-90'),
      ...row('regret II best', [0.56, 0.6, 103 / 120], 'regret-2'),
      ...row('regret II range', [0.7166666666666667, 0.7714285714285714, 1], 'regret-2-range'),
      // Over the four futures that are not the reference: departures of the first .2 .4 .6 .8.
      ...row('regret I s1', [0.74, 0, 0.95], 'regret-1', 'maximise', { reference: 's1' }),
      ...row('regret I s5 absolute', [7.4, 0, 13.3], 'regret-1-absolute', 'maximise', { reference: 's5' }),
    ],
  },
  {
    id: 'robustness-laws',
    method: 'robustness',
    title: { nl: 'Wetten van spijt', en: 'Laws of regret' },
    source: 'methods: scaling, one future, a policy that is worst everywhere',
    cost: 'quick',
    run: () => laws(),
  },
  {
    id: 'robustness-radius',
    method: 'robustness',
    title: { nl: 'Afstand tot de dichtstbijzijnde mislukking', en: 'Distance to the nearest failure' },
    source:
      'worked out on paper: uncertainties 0, .25, .5, .75, 1 over the five futures, measured from the first',
    cost: 'quick',
    run: () => {
      const uncertainties = {
        count: 5,
        columns: [{ name: 'x', kind: 'real' as const, values: Float64Array.of(0, 0.25, 0.5, 0.75, 1) }],
      };
      const asked = { threshold: 5, reference: 's1', uncertainties };
      return [
        ...row('radius', [0.75], 'satisficing-radius', 'maximise', asked),
        {
          name: 'radius [c]',
          expected: 0.25,
          found: scoreOf('satisficing-radius', 2, 'maximise', asked),
          tolerance: 1e-12,
        },
      ];
    },
  },
];

function laws(): readonly ReferenceValue[] {
  const base = example('maximise');
  const regretII = (outcomes: typeof base, policy: number) => scoreIn(outcomes, policy, 'regret-2', {});
  const scaled = { ...base, values: base.values.map((values) => values.map((value) => value * 8)) };
  const withWorst = policyOutcomes({
    ...base,
    policies: [...base.policies, 'd'],
    values: [...base.values, [1, 1, 1, 1, 1]],
  });
  const one = policyOutcomes({
    objective: 'one',
    direction: 'maximise',
    policies: ['a', 'b'],
    futures: ['s1'],
    values: [[3], [2]],
  });
  return [
    ...[0, 1, 2].map((policy) => ({
      name: `another unit [${'abc'.charAt(policy)}]`,
      expected: regretII(base, policy),
      found: regretII(scaled, policy),
      tolerance: 1e-15,
    })),
    ...[0, 1, 2].map((policy) => ({
      name: `one more that is worst [${'abc'.charAt(policy)}]`,
      expected: regretII(base, policy),
      found: regretII(withWorst, policy),
      tolerance: 0,
    })),
    { name: 'one future, best policy', expected: 0, found: regretII(one, 0), tolerance: 0 },
  ];
}
