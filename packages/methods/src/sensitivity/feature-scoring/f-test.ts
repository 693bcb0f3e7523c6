import { incompleteBeta } from '@schaalsprong/model';
import { numberAt } from '@schaalsprong/words';
import type { Cases } from '../../cases/index.ts';
import { isConstant, meanOf } from '../../statistics/moments.ts';
import type { Sensitivity } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { type GivenInput, givenData } from '../given-data/given-data.ts';

const leastCases = 6;

/** Cap in place of infinity, for an input that determines the outcome exactly. */
const largest = 1e12;

/**
 * Univariate F tests: for each input the F statistic and p value of predicting the outcome from it alone. Linear regression for
 * numbers; one-way analysis of variance where the input or the outcome is categorical. Blind to non-monotonic effects and to
 * interactions.
 *
 * @throws FuturesError where columns are wrong or fewer than 6 cases are usable
 *
 * Source: R. Fisher, Statistical Methods for Research Workers (1925); as the univariate scores of EMA Workbench.
 */
export function fTest(
  cases: Cases,
  outcome: string,
  { inputs: names }: { readonly inputs?: readonly string[] | undefined } = {},
): Sensitivity<'F' | 'p'> {
  const data = givenData(cases, outcome, leastCases, { inputs: names, words: true });
  const { inputs, values, count, outcomeCategories } = data;
  const constant = isConstant(values);
  const results = inputs.map((input) => {
    const { f, p } = constant ? { f: 0, p: 1 } : scoreOf(input, values, outcomeCategories?.length ?? null);
    return {
      name: input.name,
      indices: { F: { value: f, halfWidth: null }, p: { value: p, halfWidth: null } },
    };
  });
  const dependent = dependentPairs(inputs);
  return {
    method: 'f-test',
    outcome,
    runs: count,
    dropped: data.dropped,
    indices: ['F', 'p'],
    decisive: 'F',
    inputs: results,
    pairs: null,
    settings: {},
    enough: true,
    runsNeeded: null,
    warnings: [
      ...data.warnings,
      ...(dependent.length > 0 ? [sensitivityWarnings.dependentData(dependenceLabels(dependent))] : []),
      ...(constant ? [sensitivityWarnings.constant(outcome)] : []),
    ],
  };
}

function scoreOf(
  input: GivenInput,
  values: Float64Array,
  classes: number | null,
): { readonly f: number; readonly p: number } {
  // A categorical side groups the numbers of the other side; with two categorical sides the input counts by its codes.
  if (classes !== null) return analysisOfVariance(values, classes, input.values);
  if (input.categories !== null) return analysisOfVariance(input.values, input.categories, values);
  return line(input.values, values);
}

/** The F of a straight line through one input. */
function line(x: Float64Array, y: Float64Array): { readonly f: number; readonly p: number } {
  const [middleX, middleY] = [meanOf(x), meanOf(y)];
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, i) => {
    const [dx, dy] = [value - middleX, numberAt(y, i) - middleY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  const explained = (xy * xy) / (xx * yy);
  return ratio(explained, 1 - explained, 1, x.length - 2);
}

/** The F of means per group. */
function analysisOfVariance(
  groups: Float64Array,
  count: number,
  values: Float64Array,
): { readonly f: number; readonly p: number } {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  groups.forEach((group, i) => {
    sums[group] = numberAt(sums, group) + numberAt(values, i);
    sizes[group] = numberAt(sizes, group) + 1;
  });
  const middle = meanOf(values);
  const used = sizes.filter((size) => size > 0).length;
  let [between, within] = [0, 0];
  sums.forEach((sum, group) => {
    const size = numberAt(sizes, group);
    if (size > 0) between += size * (sum / size - middle) ** 2;
  });
  groups.forEach((group, i) => {
    within += (numberAt(values, i) - numberAt(sums, group) / (sizes[group] ?? 1)) ** 2;
  });
  return ratio(between, within, used - 1, values.length - used);
}

/** F = (between / p) / (within / q), and the chance of as much where the input does nothing. */
function ratio(
  between: number,
  within: number,
  p: number,
  q: number,
): { readonly f: number; readonly p: number } {
  if (p < 1 || q < 1 || !(between > 0)) return { f: 0, p: 1 };
  const f = Math.min(largest, between / p / (Math.max(within, 0) / q));
  return { f, p: incompleteBeta(q / 2, p / 2, q / (q + p * f)) };
}
