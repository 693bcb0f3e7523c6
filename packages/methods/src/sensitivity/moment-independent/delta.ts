import { at, numberAt } from '@schaalsprong/words';
import type { Cases } from '../../cases/index.ts';
import { isConstant } from '../../statistics/moments.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type { Estimate, Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { type Classes, divide } from '../given-data/classes.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { type GivenData, givenData } from '../given-data/given-data.ts';
import { areaBetween, DensityGrid } from './density.ts';

/** Moment-independent index of one input. */
export type DeltaIndex = 'delta' | 'S1';

/** Minimum number of cases, so that bins are filled. */
const leastCases = 50;
/** With fewer distinct values an outcome has no meaningful density. */
const leastValues = 10;

/**
 * Number of bins of an input: n^(2 / (7 + tanh((1500 - n) / 500))), at most 48.
 *
 * Source: E. Plischke, E. Borgonovo, C. Smith, European Journal of Operational Research 226 (2013).
 */
export const deltaClasses = (cases: number): number =>
  Math.min(48, Math.ceil(cases ** (2 / (7 + Math.tanh((1500 - cases) / 500)))));

/**
 * Borgonovo's delta from given data: half the area between the unconditional density of an outcome and its density conditional on an
 * input, averaged over the input; 0 for no influence, 1 where the input determines the outcome. Uses the whole distribution, not
 * the variance alone, and is valid for dependent inputs. Includes the first-order Sobol' index from the same bins.
 *
 * Gaussian kernel densities on 100 points; quantile bins. The bootstrap gives confidence intervals and corrects the bias of delta:
 * twice the estimate less the bootstrap mean. A bin in which the outcome is constant counts as a point mass. Delta of an input
 * without influence is about the noise of the densities, not 0.
 *
 * @throws FuturesError where columns are wrong or fewer than 50 cases are usable
 *
 * Source: E. Borgonovo, Reliability Engineering and System Safety 92 (2007); E. Plischke, E. Borgonovo, C. Smith, European
 * Journal of Operational Research 226 (2013), equations 26 and 30.
 */
export function deltaIndices(
  cases: Cases,
  outcome: string,
  { inputs: names, ...given }: Partial<Resampling> & { readonly inputs?: readonly string[] | undefined } = {},
): Sensitivity<DeltaIndex> {
  const resampling = resamplingOf(given);
  const data = givenData(cases, outcome, leastCases, { inputs: names });
  const { values, inputs, count } = data;
  const classes = deltaClasses(count);
  const common = {
    method: 'delta',
    outcome,
    runs: count,
    dropped: data.dropped,
    indices: ['delta', 'S1'],
    decisive: 'delta',
    pairs: null,
    settings: { classes, ...resamplingSettings(resampling) },
  } as const;
  if (isConstant(values)) {
    const zero: Estimate = { value: 0, halfWidth: 0 };
    return {
      ...common,
      inputs: inputs.map(({ name }) => ({ name, indices: { delta: zero, S1: zero } })),
      enough: true,
      runsNeeded: null,
      warnings: [...data.warnings, sensitivityWarnings.constant(outcome)],
    };
  }

  const divided = inputs.map((input) => divide(input, classes));
  const grid = new DensityGrid(values);
  const everybody = Uint32Array.from({ length: count }, (_, i) => i);
  const point = new Float64Array(2 * inputs.length);
  const compute = (drawn: Float64Array, into: Float64Array): void => {
    const whole = grid.of(everybody, drawn);
    const { mean, variance } = momentsOf(values, everybody, drawn);
    divided.forEach((of, i) => {
      into[i] = whole === null ? 0 : deltaOf(of, grid, whole, values, drawn);
      into[inputs.length + i] = variance > 0 ? betweenOf(of, values, drawn, mean) / variance : 0;
    });
  };
  compute(new Float64Array(count).fill(1), point);
  const { means, halfWidths } = resample(count, point.length, resampling, compute);
  const results = inputs.map(({ name }, i) => {
    const k = inputs.length + i;
    return {
      name,
      indices: {
        delta: { value: 2 * numberAt(point, i) - numberAt(means, i), halfWidth: numberAt(halfWidths, i) },
        S1: { value: numberAt(point, k), halfWidth: numberAt(halfWidths, k) },
      },
    };
  });
  const judgement = judgeRuns(results, 'delta', count, count);
  return {
    ...common,
    inputs: results,
    enough: judgement.enough,
    runsNeeded: judgement.runsNeeded,
    warnings: [
      ...data.warnings,
      ...warningsOn(data),
      ...(judgement.enough ? [] : [sensitivityWarnings.notEnough(judgement, count)]),
    ],
  };
}

function warningsOn({ outcome, values, inputs }: GivenData): readonly SensitivityWarning[] {
  const different = new Set(values).size;
  const dependent = dependentPairs(inputs);
  return [
    ...(different < leastValues ? [sensitivityWarnings.fewValues(outcome, different)] : []),
    ...(dependent.length > 0 ? [sensitivityWarnings.dependentData(dependenceLabels(dependent))] : []),
  ];
}

/** The weighted mean over classes of half the area between the density of the class and of the whole. */
function deltaOf(
  { members }: Classes,
  grid: DensityGrid,
  whole: Float64Array,
  values: Float64Array,
  drawn: Float64Array,
): number {
  const count = values.length;
  let delta = 0;
  for (const places of members) {
    let size = 0;
    for (const i of places) size += numberAt(drawn, i);
    if (size === 0) continue;
    const density = grid.of(places, drawn);
    if (density !== null) {
      delta += (size / count) * (areaBetween(whole, density, grid.step) / 2);
      continue;
    }
    // A point mass overlaps the unconditional distribution only in the cases that have exactly this value.
    const only =
      values[
        at(
          places,
          places.findIndex((i) => numberAt(drawn, i) > 0),
        )
      ];
    let same = 0;
    values.forEach((value, i) => {
      if (value === only) same += numberAt(drawn, i);
    });
    delta += (size / count) * (1 - same / count);
  }
  return delta;
}

/** The variance between the means of the classes. */
function betweenOf({ members }: Classes, values: Float64Array, drawn: Float64Array, mean: number): number {
  let between = 0;
  for (const places of members) {
    const inside = momentsOf(values, places, drawn);
    if (inside.size > 0) between += (inside.size / values.length) * (inside.mean - mean) ** 2;
  }
  return between;
}

function momentsOf(
  values: Float64Array,
  places: Uint32Array,
  drawn: Float64Array,
): { readonly size: number; readonly mean: number; readonly variance: number } {
  let size = 0;
  let sum = 0;
  for (const i of places) {
    size += numberAt(drawn, i);
    sum += numberAt(drawn, i) * numberAt(values, i);
  }
  const mean = size > 0 ? sum / size : 0;
  let squares = 0;
  for (const i of places) squares += numberAt(drawn, i) * (numberAt(values, i) - mean) ** 2;
  return { size, mean, variance: size > 0 ? squares / size : 0 };
}
