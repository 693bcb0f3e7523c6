import type { Text } from '@schaalsprong/words';
import type { RobustnessMetric, RobustnessSettings, ScoreAsked } from './metric.ts';
import { type PolicyOutcomes, sumInOrder } from './outcomes.ts';
import { satisficingRadius } from './radius.ts';
import { type Denominator, departureOf, isRefused, type Refused, regretOf } from './regret.ts';
import { deviationOf, meanOf, percentileOf } from './summaries.ts';

const mcphail = 'C. McPhail et al., Robustness metrics, Earth’s Future 6 (2018), doi:10.1002/2017EF000649';
const always =
  (text: Text) =>
  (_: RobustnessSettings): Text =>
    text;
const refused = (nl: string, en: string): Refused => ({ reason: { nl, en } });

const sign = ({ direction }: PolicyOutcomes): 1 | -1 => (direction === 'maximise' ? 1 : -1);

/** The values with their sign flipped where less is better. */
const goodness = ({ outcomes, row }: ScoreAsked): Float64Array => row.map((value) => sign(outcomes) * value);

const largest = (values: Float64Array): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const smallest = (values: Float64Array): number =>
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** Whether a value is good enough. */
const goodEnough = ({ direction }: PolicyOutcomes, value: number, threshold: number): boolean =>
  direction === 'maximise' ? value >= threshold : value <= threshold;

const noThreshold = refused(
  'er is geen drempel gegeven: wat is goed genoeg?',
  'no threshold was given: what is good enough?',
);
const onePolicy = refused(
  'spijt vergelijkt beleid met elkaar, en er is er maar één',
  'regret compares policies with each other, and there is only one',
);

const onlyTheReference = refused(
  'naast de toekomst die ijkpunt is, is er geen andere',
  'there is no future beside the one that is the reference',
);

/** The percentile on the bad side: low for an outcome to be maximised, high for one to be minimised. */
function badPercentile(asked: ScoreAsked, p: number): number {
  const { weights } = asked.outcomes;
  return percentileOf(asked.row, weights, asked.outcomes.direction === 'maximise' ? p : 1 - p);
}

function regretScore(denominator: Denominator, summary: (regret: Float64Array, asked: ScoreAsked) => number) {
  return (asked: ScoreAsked): number | Refused => {
    if (asked.outcomes.policies.length < 2) return onePolicy;
    const regret = regretOf(asked.outcomes, asked.extremes, asked.row, denominator);
    return isRefused(regret) ? regret : summary(regret, asked);
  };
}

function departureScore(relative: boolean) {
  return ({ outcomes, row, settings: { reference } }: ScoreAsked): number | Refused => {
    if (reference === null) {
      return refused('er is geen toekomst als ijkpunt gekozen', 'no future was chosen as the reference');
    }
    const departure = departureOf(outcomes, row, reference, relative);
    if (isRefused(departure)) return departure;
    if (departure.length < 2) return onlyTheReference;
    // The reference has departure 0 by definition: including it would bias the percentile downward.
    const isOther = (_: number, future: number): boolean => future !== reference;
    return percentileOf(departure.filter(isOther), outcomes.weights?.filter(isOther) ?? null, 0.9);
  };
}

const worstOf = (regret: Float64Array): number => largest(regret);
const ninetieth = (regret: Float64Array, { outcomes: { weights } }: ScoreAsked): number =>
  percentileOf(regret, weights, 0.9);

const percent = (share: number): string => String(Number((share * 100).toFixed(6)));

/** Every metric, in the order in which they are shown. */
export const robustnessMetrics: readonly RobustnessMetric[] = [
  {
    id: 'maximin',
    title: { nl: 'Slechtste toekomst (maximin)', en: 'Worst future (maximin)' },
    definition: always({
      nl: 'De uitkomst in de toekomst die voor dit beleid het slechtst is.',
      en: 'The outcome in the future that is worst for this policy.',
    }),
    formula: 'min_s f(p,s)',
    unit: 'outcome',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'worst', summary: 'identity' },
    source: `A. Wald (1950); ${mcphail}`,
    comparesPolicies: false,
    score: (asked) => sign(asked.outcomes) * smallest(goodness(asked)) + 0,
  },
  {
    id: 'maximax',
    title: { nl: 'Beste toekomst (maximax)', en: 'Best future (maximax)' },
    definition: always({
      nl: 'De uitkomst in de toekomst die voor dit beleid het best is.',
      en: 'The outcome in the future that is best for this policy.',
    }),
    formula: 'max_s f(p,s)',
    unit: 'outcome',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'best', summary: 'identity' },
    source: mcphail,
    comparesPolicies: false,
    score: (asked) => sign(asked.outcomes) * largest(goodness(asked)) + 0,
  },
  {
    id: 'hurwicz',
    title: { nl: 'Tussen slechtste en beste (Hurwicz)', en: 'Between worst and best (Hurwicz)' },
    definition: ({ pessimism }) => ({
      nl: `De slechtste uitkomst telt voor ${percent(pessimism)}%, de beste voor de rest.`,
      en: `The worst outcome counts for ${percent(pessimism)}%, the best for the rest.`,
    }),
    formula: 'alpha min_s f(p,s) + (1 - alpha) max_s f(p,s)',
    unit: 'outcome',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'worst and best', summary: 'weighted mean' },
    source: `L. Hurwicz (1953), alpha being the weight of the worst; ${mcphail}`,
    comparesPolicies: false,
    score: (asked) => {
      const good = goodness(asked);
      const { pessimism } = asked.settings;
      // At weight 0 or 1 the other end is ignored, even where it is infinite.
      const worst = pessimism === 0 ? 0 : pessimism * smallest(good);
      const best = pessimism === 1 ? 0 : (1 - pessimism) * largest(good);
      return sign(asked.outcomes) * (worst + best) + 0;
    },
  },
  {
    id: 'laplace',
    title: { nl: 'Gemiddelde over de toekomsten (Laplace)', en: 'Mean over the futures (Laplace)' },
    definition: always({
      nl: 'Het gemiddelde over alle toekomsten; elke toekomst telt even zwaar, tenzij u gewichten geeft.',
      en: 'The mean over all futures; every future counts the same unless you give weights.',
    }),
    formula: 'mean_s f(p,s)',
    unit: 'outcome',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'all', summary: 'mean' },
    source: `P.-S. Laplace; ${mcphail}`,
    comparesPolicies: false,
    score: ({ outcomes, row }) => meanOf(row, outcomes.weights),
  },
  {
    id: 'mean-variance',
    title: { nl: 'Gemiddelde min spreiding', en: 'Mean less spread' },
    definition: ({ deviations }) => ({
      nl: `Het gemiddelde, met ${deviations} maal de standaardafwijking naar de slechte kant. De standaardafwijking is die van precies deze toekomsten (gedeeld door hun aantal).`,
      en: `The mean, moved to the bad side by ${deviations} times the standard deviation. That is the deviation of just these futures (divided by their number).`,
    }),
    formula: 'mean_s f(p,s) - k sd_s f(p,s)',
    unit: 'outcome',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'all', summary: 'mean and standard deviation' },
    source: 'H. Markowitz (1952) in units of the outcome, so that a change of unit changes no order',
    comparesPolicies: false,
    score: ({ outcomes, row, settings }) =>
      row.length < 2
        ? refused('spreiding vraagt ten minste twee toekomsten', 'spread takes at least two futures')
        : meanOf(row, outcomes.weights) -
          sign(outcomes) * settings.deviations * deviationOf(row, outcomes.weights),
  },
  {
    id: 'mean-variance-quotient',
    title: { nl: 'Gemiddelde gedeeld door spreiding', en: 'Mean divided by spread' },
    definition: always({
      nl: 'Gemiddelde plus 1, gedeeld door standaardafwijking plus 1; is minder beter, dan vermenigvuldigd in plaats van gedeeld. Let op: de plus 1 hangt van de eenheid af, dus een andere eenheid kan de volgorde veranderen.',
      en: 'Mean plus 1, divided by standard deviation plus 1; multiplied instead of divided where less is better. Mind that the plus 1 depends on the unit, so another unit can change the order.',
    }),
    formula: 'max: (mean_s f(p,s) + 1) / (sd_s f(p,s) + 1); min: (mean_s f(p,s) + 1) (sd_s f(p,s) + 1)',
    unit: 'none',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'all', summary: 'mean and standard deviation' },
    source: `C. Hamarat et al. (2014); ${mcphail}`,
    comparesPolicies: false,
    score: ({ outcomes, row }) => {
      if (row.length < 2)
        return refused('spreiding vraagt ten minste twee toekomsten', 'spread takes at least two futures');
      const mean = meanOf(row, outcomes.weights);
      if (mean < 0) {
        return refused(
          'het gemiddelde is negatief, en dan zou meer spreiding beter lijken; vraag mean-variance',
          'the mean is negative, and more spread would then look better; ask for mean-variance',
        );
      }
      const spread = deviationOf(row, outcomes.weights) + 1;
      return outcomes.direction === 'maximise' ? (mean + 1) / spread : (mean + 1) * spread;
    },
  },
  {
    id: 'percentile',
    title: { nl: 'Percentiel aan de slechte kant', en: 'Percentile on the bad side' },
    definition: ({ percentile }) => ({
      nl: `Het ${percent(percentile)}e percentiel van slecht naar goed: in ${percent(percentile)}% van de toekomsten is het slechter. Tussen getallen wordt rechtlijnig ingevuld (type 7).`,
      en: `Percentile ${percent(percentile)} from bad to good: in ${percent(percentile)}% of the futures it is worse. Between numbers it is filled in along a line (type 7).`,
    }),
    formula: 'Q_p f(p,s)',
    unit: 'outcome',
    better: 'outcome',
    taxonomy: { value: 'identity', futures: 'percentile', summary: 'identity' },
    source: `${mcphail}; R. Hyndman and Y. Fan (1996), type 7; with weights A. Akinshin (2023), arXiv:2304.07265`,
    comparesPolicies: false,
    score: (asked) => badPercentile(asked, asked.settings.percentile),
  },
  {
    id: 'skewness',
    title: { nl: 'Scheefheid van de percentielen', en: 'Skewness of the percentiles' },
    definition: always({
      nl: 'Of de goede of de slechte kant verder van het midden ligt: 0 is gelijk, boven 0 ligt de goede kant verder.',
      en: 'Whether the good or the bad side lies further from the middle: 0 is the same, above 0 the good side lies further.',
    }),
    formula: '((Q90 + Q10) / 2 - Q50) / ((Q90 - Q10) / 2)',
    unit: 'none',
    better: 'higher',
    taxonomy: { value: 'identity', futures: 'percentiles 10, 50, 90', summary: 'skew' },
    source: `A. Voudouris et al. (2014); ${mcphail}`,
    comparesPolicies: false,
    score: (asked) => {
      const good = goodness(asked);
      const at = (p: number) => percentileOf(good, asked.outcomes.weights, p);
      const [low, middle, high] = [at(0.1), at(0.5), at(0.9)];
      return high === low ? noSpread : ((high + low) / 2 - middle) / ((high - low) / 2);
    },
  },
  {
    id: 'peakedness',
    title: { nl: 'Spitsheid van de percentielen', en: 'Peakedness of the percentiles' },
    definition: always({
      nl: 'Hoeveel breder de band van 10 tot 90% is dan die van 25 tot 75%. Hoger betekent meer toekomsten dicht bij het midden, met langere staarten.',
      en: 'How much wider the band from 10 to 90% is than that from 25 to 75%: higher means more futures near the middle, with longer tails.',
    }),
    formula: '(Q90 - Q10) / (Q75 - Q25)',
    unit: 'none',
    better: 'higher',
    taxonomy: { value: 'identity', futures: 'percentiles 10, 25, 75, 90', summary: 'kurtosis' },
    source: `A. Voudouris et al. (2014); ${mcphail}`,
    comparesPolicies: false,
    score: ({ outcomes: { weights }, row }) => {
      const at = (p: number) => percentileOf(row, weights, p);
      const narrow = at(0.75) - at(0.25);
      return narrow === 0 ? noSpread : (at(0.9) - at(0.1)) / narrow;
    },
  },
  {
    id: 'undesirable-deviation',
    title: { nl: 'Ongewenste afwijking', en: 'Undesirable deviation' },
    definition: always({
      nl: 'De som van wat de toekomsten aan de slechte kant van de mediaan daarbij achterblijven. De som groeit met het aantal toekomsten.',
      en: 'The sum of what the futures on the bad side of the median fall short of it. The sum grows with the number of futures.',
    }),
    formula: 'sum_s max(0, Q50 - f(p,s))',
    unit: 'outcome',
    better: 'lower',
    taxonomy: { value: 'regret from median', futures: 'worst half', summary: 'sum' },
    source: `J. Kwakkel, S. Eker, E. Pruyt (2016); ${mcphail}`,
    comparesPolicies: false,
    score: (asked) => {
      const good = goodness(asked);
      const { weights } = asked.outcomes;
      const median = percentileOf(good, weights, 0.5);
      return sumInOrder(good.map((value, i) => Math.max(0, median - value) * (weights?.[i] ?? 1)));
    },
  },
  {
    id: 'minimax-regret',
    title: { nl: 'Grootste spijt', en: 'Largest regret' },
    definition: always({
      nl: 'Hoeveel slechter dan het beste beleid in dezelfde toekomst, in de toekomst waar dat het meest is.',
      en: 'How much worse than the best policy in the same future, in the future where that is most.',
    }),
    formula: 'max_s (max_q f(q,s) - f(p,s))',
    unit: 'outcome',
    better: 'lower',
    taxonomy: { value: 'regret from best policy', futures: 'worst', summary: 'identity' },
    source: `L. Savage (1951); ${mcphail}`,
    comparesPolicies: true,
    score: regretScore('absolute', worstOf),
  },
  {
    id: 'minimax-regret-best',
    title: {
      nl: 'Grootste spijt, als deel van de beste waarde',
      en: 'Largest regret, as part of the best value',
    },
    definition: always({
      nl: 'Als de grootste spijt, elke toekomst gedeeld door de beste waarde over al het beleid in die toekomst.',
      en: 'As the largest regret, each future divided by the best value over all policies in that future.',
    }),
    formula: 'max_s |(max_q f(q,s) - f(p,s)) / max_q f(q,s)|',
    unit: 'none',
    better: 'lower',
    taxonomy: { value: 'regret from best policy, relative to it', futures: 'worst', summary: 'identity' },
    source: 'L. Savage (1951); denominator: the best value in that future',
    comparesPolicies: true,
    score: regretScore('best', worstOf),
  },
  {
    id: 'minimax-regret-range',
    title: { nl: 'Grootste spijt, als deel van het bereik', en: 'Largest regret, as part of the range' },
    definition: always({
      nl: 'Als de grootste spijt, elke toekomst gedeeld door het verschil tussen het beste en het slechtste beleid in die toekomst. 0 is het beste, 1 het slechtste. Een beleid erbij kan dit getal veranderen.',
      en: 'As the largest regret, each future divided by the difference between the best and the worst policy in that future: 0 is the best, 1 the worst. One policy more can change this number.',
    }),
    formula: 'max_s (max_q f(q,s) - f(p,s)) / (max_q f(q,s) - min_q f(q,s))',
    unit: 'none',
    better: 'lower',
    taxonomy: {
      value: 'regret from best policy, relative to the range',
      futures: 'worst',
      summary: 'identity',
    },
    source: 'L. Savage (1951); denominator: the range over policies in that future',
    comparesPolicies: true,
    score: regretScore('range', worstOf),
  },
  {
    id: 'regret-90',
    title: { nl: 'Spijt, negentigste percentiel', en: 'Regret, ninetieth percentile' },
    definition: always({
      nl: 'Hoeveel slechter dan het beste beleid in dezelfde toekomst; in negen van de tien toekomsten is het minder dan dit.',
      en: 'How much worse than the best policy in the same future; in nine of ten futures it is less than this.',
    }),
    formula: 'Q90_s (max_q f(q,s) - f(p,s))',
    unit: 'outcome',
    better: 'lower',
    taxonomy: { value: 'regret from best policy', futures: 'percentile 90', summary: 'identity' },
    source: mcphail,
    comparesPolicies: true,
    score: regretScore('absolute', ninetieth),
  },
  {
    id: 'regret-1',
    title: { nl: 'Spijt I: ten opzichte van zichzelf', en: 'Regret I: from itself' },
    definition: always({
      nl: 'Hoe ver het beleid afwijkt van wat het zelf geeft in de toekomst die als ijkpunt is gekozen, gedeeld door die eigen waarde. Dat is het negentigste percentiel over de andere toekomsten. Een afwijking naar de goede kant telt ook.',
      en: 'How far the policy departs from what it gives itself in the future chosen as reference, divided by that value of its own; ninetieth percentile over the other futures. A departure to the good side counts too.',
    }),
    formula: 'Q90_{s != s0} |(f(p,s) - f(p,s0)) / f(p,s0)|',
    unit: 'none',
    better: 'lower',
    taxonomy: { value: 'regret from itself', futures: 'percentile 90', summary: 'identity' },
    source: 'Rhodium, regret type I; denominator: the own value in the reference future',
    comparesPolicies: false,
    score: departureScore(true),
  },
  {
    id: 'regret-1-absolute',
    title: { nl: 'Spijt I, in de eenheid van de uitkomst', en: 'Regret I, in the unit of the outcome' },
    definition: always({
      nl: 'Als Spijt I, niet gedeeld.',
      en: 'As Regret I, not divided.',
    }),
    formula: 'Q90_{s != s0} |f(p,s) - f(p,s0)|',
    unit: 'outcome',
    better: 'lower',
    taxonomy: { value: 'regret from itself', futures: 'percentile 90', summary: 'identity' },
    source: 'Rhodium, regret type I, without a denominator',
    comparesPolicies: false,
    score: departureScore(false),
  },
  {
    id: 'regret-2',
    title: { nl: 'Spijt II: ten opzichte van het beste', en: 'Regret II: from the best' },
    definition: always({
      nl: 'Hoeveel slechter dan het beste beleid in dezelfde toekomst, gedeeld door die beste waarde; negentigste percentiel.',
      en: 'How much worse than the best policy in the same future, divided by that best value; ninetieth percentile.',
    }),
    formula: 'Q90_s |(f(p,s) - max_q f(q,s)) / max_q f(q,s)|',
    unit: 'none',
    better: 'lower',
    taxonomy: {
      value: 'regret from best policy, relative to it',
      futures: 'percentile 90',
      summary: 'identity',
    },
    source: 'Rhodium, regret type II; denominator: the best value in that future (Rhodium: the own value)',
    comparesPolicies: true,
    score: regretScore('best', ninetieth),
  },
  {
    id: 'regret-2-range',
    title: { nl: 'Spijt II, als deel van het bereik', en: 'Regret II, as part of the range' },
    definition: always({
      nl: 'Als Spijt II, gedeeld door het verschil tussen het beste en het slechtste beleid in die toekomst.',
      en: 'As Regret II, divided by the difference between the best and the worst policy in that future.',
    }),
    formula: 'Q90_s |f(p,s) - max_q f(q,s)| / (max_q f(q,s) - min_q f(q,s))',
    unit: 'none',
    better: 'lower',
    taxonomy: {
      value: 'regret from best policy, relative to the range',
      futures: 'percentile 90',
      summary: 'identity',
    },
    source: 'Rhodium, regret type II; denominator: the range over policies in that future',
    comparesPolicies: true,
    score: regretScore('range', ninetieth),
  },
  {
    id: 'regret-2-own',
    title: { nl: 'Spijt II, zoals Rhodium deelt', en: 'Regret II, as Rhodium divides' },
    definition: always({
      nl: 'Als Spijt II, maar gedeeld door de waarde van het beleid zelf. Alleen om met Rhodium te vergelijken: hoe slechter het beleid, hoe milder dit bij maximaliseren oordeelt over de noemer.',
      en: 'As Regret II, but divided by the value of the policy itself. Only to compare with Rhodium: the denominator changes with the policy that is judged.',
    }),
    formula: 'Q90_s |(f(p,s) - max_q f(q,s)) / f(p,s)|',
    unit: 'none',
    better: 'lower',
    taxonomy: {
      value: 'regret from best policy, relative to itself',
      futures: 'percentile 90',
      summary: 'identity',
    },
    source: 'Rhodium, regret type II, as that divides',
    comparesPolicies: true,
    score: regretScore('own', ninetieth),
  },
  {
    id: 'satisficing',
    title: { nl: 'Goed genoeg in hoeveel toekomsten', en: 'Good enough in how many futures' },
    definition: ({ threshold }) => ({
      nl: `In hoeveel toekomsten de uitkomst de drempel haalt${threshold === null ? '' : ` (${threshold})`}; met gewichten telt een toekomst voor zijn gewicht.`,
      en: `In how many futures the outcome reaches the threshold${threshold === null ? '' : ` (${threshold})`}; with weights a future counts as its weight.`,
    }),
    formula: '#{s : f(p,s) >= c}',
    unit: 'futures',
    better: 'higher',
    taxonomy: { value: 'satisfaction of a constraint', futures: 'all', summary: 'count' },
    source: `M. Starr (1963), domain criterion; ${mcphail}`,
    comparesPolicies: false,
    score: ({ outcomes, row, settings: { threshold } }) => {
      if (threshold === null) return noThreshold;
      const counts = row.map((value, i) =>
        goodEnough(outcomes, value, threshold) ? (outcomes.weights?.[i] ?? 1) : 0,
      );
      return sumInOrder(counts);
    },
  },
  {
    id: 'satisficing-radius',
    title: { nl: 'Afstand tot de dichtstbijzijnde mislukking', en: 'Distance to the nearest failure' },
    definition: always({
      nl: 'Hoe ver de dichtstbijzijnde toekomst waarin het misgaat van de ijktoekomst ligt, elke onzekerheid gedeeld door haar bereik over de toekomsten. 0 als het in de ijktoekomst zelf misgaat.',
      en: 'How far the nearest future in which it goes wrong lies from the reference future, each uncertainty divided by its range over the futures. 0 where it goes wrong in the reference future itself.',
    }),
    formula: 'min_{s : f(p,s) < c} sqrt(mean_i ((x_i(s) - x_i(s0)) / range x_i)^2)',
    unit: 'none',
    better: 'higher',
    taxonomy: { value: 'satisfaction of a constraint', futures: 'nearest failure', summary: 'distance' },
    source: 'Rhodium, satisficing type II, turned round: the nearest failure, not the nearest success',
    comparesPolicies: false,
    score: ({ outcomes, row, settings: { threshold, reference, uncertainties } }) => {
      if (threshold === null) return noThreshold;
      const fails = Array.from(row, (value) => !goodEnough(outcomes, value, threshold));
      return satisficingRadius(fails, reference, uncertainties);
    },
  },
];

const noSpread = refused(
  'de percentielen zijn gelijk: er is geen spreiding om te beschrijven',
  'the percentiles are equal: there is no spread to describe',
);
