import { at, numberAt } from '@schaalsprong/words';
import { binaryOutcome, type Cases, type Interest, selectCases } from '../../cases/index.ts';
import { orderOf } from '../../statistics/ranks.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type { Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { givenData } from '../given-data/given-data.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

const leastCases = 40;
const leastOnEachSide = 10;

/**
 * Regional sensitivity (Monte Carlo filtering): splits the cases in those of interest and the others, and gives per input the
 * Kolmogorov-Smirnov distance between its distributions in both. A large distance means that the input separates the two; a small
 * one does not mean that it has no influence, since it may interact. `limit` is the 5 % critical value,
 * 1.358 sqrt((n + m) / (n m)). For categories: the total variation distance, half the sum of the differences between shares.
 *
 * @param interest which cases are of interest; not needed for an outcome of zeros and ones, or of truth values
 * @throws FuturesError where columns are wrong, or fewer than 10 cases are on one side
 *
 * Source: R. Spear, G. Hornberger, Water Research 14 (1980); N. Smirnov, Annals of Mathematical Statistics 19 (1948).
 */
export function regionalSensitivity(
  cases: Cases,
  outcome: string,
  interest: Interest | undefined,
  { inputs: names, ...given }: Partial<Resampling> & { readonly inputs?: readonly string[] | undefined } = {},
): Sensitivity<'distance'> {
  const resampling = resamplingOf(given);
  const data = givenData(cases, outcome, leastCases, { inputs: names, words: true });
  const { inputs, count } = data;
  const inside = binaryOutcome(selectCases(cases, { outcome, inputs: names }).outcome, interest);
  const of = inside.reduce((sum, one) => sum + one, 0);
  if (of < leastOnEachSide || count - of < leastOnEachSide) refuse([sensitivityProblems.oneSided(of, count)]);

  const orders = inputs.map((input) => orderOf(input.values));
  const compute = (drawn: Float64Array, into: Float64Array): void => {
    inputs.forEach(({ values, categories }, i) => {
      into[i] = distance(values, at(orders, i), categories !== null, inside, drawn);
    });
  };
  const point = new Float64Array(inputs.length);
  compute(new Float64Array(count).fill(1), point);
  const { halfWidths } = resample(count, inputs.length, resampling, compute);
  const results = inputs.map(({ name }, i) => ({
    name,
    indices: { distance: { value: numberAt(point, i), halfWidth: numberAt(halfWidths, i) } },
  }));
  const limit = 1.358 * Math.sqrt(count / (of * (count - of)));

  const judgement = judgeRuns(results, 'distance', count, count);
  const dependent = dependentPairs(inputs);
  const silent = results.filter(({ indices }) => indices.distance.value <= limit).map(({ name }) => name);
  const warnings: SensitivityWarning[] = [...data.warnings];
  if (dependent.length > 0) warnings.push(sensitivityWarnings.dependentData(dependenceLabels(dependent)));
  if (silent.length > 0) warnings.push(sensitivityWarnings.noise(silent, limit));
  if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, count));
  return {
    method: 'regional',
    outcome,
    runs: count,
    dropped: data.dropped,
    indices: ['distance'],
    decisive: 'distance',
    inputs: results,
    pairs: null,
    settings: { ...interest, inside: of, limit, ...resamplingSettings(resampling) },
    enough: judgement.enough,
    runsNeeded: judgement.runsNeeded,
    warnings,
  };
}

/** The distance between the two distributions of one input: Kolmogorov-Smirnov, or total variation for categories. */
function distance(
  values: Float64Array,
  order: Uint32Array,
  words: boolean,
  inside: Uint8Array,
  drawn: Float64Array,
): number {
  let [within, without] = [0, 0];
  inside.forEach((is, i) => {
    if (is === 1) within += numberAt(drawn, i);
    else without += numberAt(drawn, i);
  });
  if (within === 0 || without === 0) return 0;
  // Accumulates counts, not shares: both distribution functions then end at exactly 1.
  let [inner, outer, last, largest, sum] = [0, 0, 0, 0, 0];
  for (let from = 0; from < order.length; ) {
    const value = values[at(order, from)];
    let to = from + 1;
    while (to < order.length && values[at(order, to)] === value) to++;
    for (const place of order.subarray(from, to)) {
      if (inside[place] === 1) inner += numberAt(drawn, place);
      else outer += numberAt(drawn, place);
    }
    const difference = inner / within - outer / without;
    sum += Math.abs(difference - last);
    largest = Math.max(largest, Math.abs(difference));
    last = difference;
    from = to;
  }
  return words ? sum / 2 : largest;
}
