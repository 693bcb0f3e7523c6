import { at, numberAt } from '@schaalsprong/words';
import { type SobolOptions, sobolPoints } from '../../designs/index.ts';
import { isConstant, meanOf } from '../../statistics/moments.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type { Estimate, Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** Default step of the finite differences, as a fraction of an input's range. */
export const usualStep = 1e-3;

/**
 * Base points, each followed by one point per dimension in which that dimension alone moves one step: up, or down where up
 * would leave the unit cube.
 *
 * @param base number of base points of a Sobol sequence, a power of two
 * @param step part of the range, above 0 and at most 0.5
 * @returns one column per dimension, base (dimensions + 1) long
 * @throws FuturesError where the size or the step is wrong
 */
export function finiteDifferencePoints(
  base: number,
  dimensions: number,
  { step = usualStep, ...sequence }: SobolOptions & { readonly step?: number } = {},
): readonly Float64Array[] {
  if (!(step > 0 && step <= 0.5)) {
    refuse([
      sensitivityProblems.setting('step', step, {
        nl: 'een getal boven 0 tot en met 0.5',
        en: 'a number above 0, at most 0.5',
      }),
    ]);
  }
  const block = dimensions + 1;
  return sobolPoints(base, dimensions, sequence).map((points, dimension) => {
    const column = new Float64Array(base * block);
    points.forEach((point, row) => {
      column.fill(point, row * block, (row + 1) * block);
      column[row * block + dimension + 1] = point + step <= 1 ? point + step : point - step;
    });
    return column;
  });
}

/** The runs of a design of finite differences. */
export interface FiniteDifferenceRuns {
  readonly names: readonly string[];
  /** One per dimension, in the unit in which `ranges` are. */
  readonly columns: readonly Float64Array[];
  /** Where each input lies, uniformly: 0 to 1 for points of the unit cube, whatever distribution these then went through. */
  readonly ranges: readonly { readonly min: number; readonly max: number }[];
  readonly outcome: string;
  readonly values: Float64Array;
  /** Discrete inputs: these have no derivative. */
  readonly discrete?: readonly string[] | undefined;
}

/** Derivative-based index of one input. */
export type DgsmIndex = 'bound' | 'v';

/**
 * Derivative-based global sensitivity measures: v_i = E[(df/dx_i)^2], and from it a bound that the total Sobol' index cannot
 * exceed, v_i (b - a)^2 / (pi^2 V) for an input that is uniform from a to b. An input of another distribution is uniform as a
 * point of the unit cube, and so the bound holds there. Inputs must be independent, and the outcome smooth.
 *
 * Confidence intervals by bootstrapping base points, V included.
 *
 * @throws FuturesError where the rows do not fit, or fewer than 4 whole base points are left
 *
 * Source: I. Sobol', S. Kucherenko, Mathematics and Computers in Simulation 79 (2009).
 */
export function dgsm(runs: FiniteDifferenceRuns, given: Partial<Resampling> = {}): Sensitivity<DgsmIndex> {
  const resampling = resamplingOf(given);
  const { names, columns, ranges, outcome, values } = runs;
  const block = names.length + 1;
  if (names.length === 0) refuse([sensitivityProblems.noInputs(outcome)]);
  if (values.length === 0 || values.length % block !== 0) {
    refuse([sensitivityProblems.designSize(values.length, block)]);
  }
  const starts: number[] = [];
  for (let start = 0; start < values.length; start += block) {
    if (values.subarray(start, start + block).every(Number.isFinite)) starts.push(start);
  }
  if (starts.length < 4) refuse([sensitivityProblems.tooFew(starts.length * block, 4 * block)]);
  const used = starts.length * block;
  const base = Float64Array.from(starts, (start) => numberAt(values, start));
  const slopes = names.map((_, i) =>
    Float64Array.from(starts, (start) => {
      const row = start + i + 1;
      const change = numberAt(at(columns, i), row) - numberAt(at(columns, i), start);
      if (change === 0) refuse([sensitivityProblems.trajectory(row + 1, 0)]);
      return ((numberAt(values, row) - numberAt(values, start)) / change) ** 2;
    }),
  );

  const constant = isConstant(base);
  const point = new Float64Array(2 * names.length);
  const compute = (drawn: Float64Array, into: Float64Array): void => {
    const mean = meanOf(base.map((value, n) => value * numberAt(drawn, n)));
    const variance = meanOf(base.map((value, n) => numberAt(drawn, n) * (value - mean) ** 2));
    slopes.forEach((slope, i) => {
      const v = meanOf(slope.map((square, n) => square * numberAt(drawn, n)));
      const { min, max } = at(ranges, i);
      into[i] = !constant && variance > 0 ? (v * (max - min) ** 2) / (Math.PI ** 2 * variance) : 0;
      into[names.length + i] = v;
    });
  };
  compute(new Float64Array(starts.length).fill(1), point);
  const { halfWidths } = resample(starts.length, point.length, resampling, compute);
  const estimate = (k: number): Estimate => ({
    value: numberAt(point, k),
    halfWidth: numberAt(halfWidths, k),
  });
  const discrete = names.filter((name) => runs.discrete?.includes(name));
  const inputs = names.map((name, i) => ({
    name,
    indices: discrete.includes(name)
      ? { bound: null, v: null }
      : { bound: estimate(i), v: estimate(names.length + i) },
  }));

  const judgement = judgeRuns(inputs, 'bound', used, starts.length, true);
  const warnings: SensitivityWarning[] = [];
  if (used < values.length) warnings.push(sensitivityWarnings.dropped(values.length - used, values.length));
  if (discrete.length > 0) warnings.push(sensitivityWarnings.discreteInputs(discrete));
  if (constant) warnings.push(sensitivityWarnings.constant(outcome));
  else if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, used));
  return {
    method: 'dgsm',
    outcome,
    runs: used,
    dropped: values.length - used,
    indices: ['bound', 'v'],
    decisive: 'bound',
    inputs,
    pairs: null,
    settings: { base: starts.length, ...resamplingSettings(resampling) },
    enough: constant || judgement.enough,
    runsNeeded: constant ? null : judgement.runsNeeded,
    warnings,
  };
}
