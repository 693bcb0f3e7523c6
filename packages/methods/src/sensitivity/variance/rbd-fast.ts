import { at, numberAt } from '@schaalsprong/words';
import type { Cases } from '../../cases/index.ts';
import { isConstant, meanOf, varianceOf } from '../../statistics/moments.ts';
import { orderOf } from '../../statistics/ranks.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type { Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { givenData } from '../given-data/given-data.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** Options of RBD-FAST. */
export interface RbdFastOptions extends Partial<Resampling> {
  readonly inputs?: readonly string[] | undefined;
  /** Number M of harmonics that count as the input's own; default 10. */
  readonly harmonics?: number | undefined;
}

/**
 * First-order Sobol' indices from given data, by RBD-FAST: cases are sorted by an input, ascending over the odd ranks and descending
 * over the even ones, so that the main effect becomes a low-frequency signal, of which M harmonics are summed. Corrected for the
 * bias of noise in those harmonics. Inputs must be independent.
 *
 * @throws FuturesError where columns are wrong or there are fewer than 10 M cases
 *
 * Source: S. Tarantola, D. Gatelli, T. Mara, Reliability Engineering and System Safety 91 (2006); E. Plischke, the same 95
 * (2010), for given data; J.-Y. Tissot, C. Prieur, the same 107 (2012), for the bias.
 */
export function rbdFast(cases: Cases, outcome: string, options: RbdFastOptions = {}): Sensitivity<'S1'> {
  const { inputs: names, harmonics = 10, ...given } = options;
  const resampling = resamplingOf(given);
  if (!Number.isSafeInteger(harmonics) || harmonics < 1 || harmonics > 100) {
    refuse([
      sensitivityProblems.setting('harmonics', harmonics, {
        nl: 'een geheel getal van 1 tot en met 100',
        en: 'a whole number from 1 to 100',
      }),
    ]);
  }
  const data = givenData(cases, outcome, 10 * harmonics, { inputs: names });
  const { values, inputs, count } = data;
  const orders = inputs.map((input) => orderOf(input.values));
  const drawnOnce = new Float64Array(count).fill(1);
  const point = orders.map((order) => firstOrder(wave(values, order, drawnOnce), harmonics));
  const { halfWidths } = resample(count, inputs.length, resampling, (drawn, into) => {
    orders.forEach((order, i) => {
      into[i] = firstOrder(wave(values, order, drawn), harmonics);
    });
  });
  const results = inputs.map(({ name }, i) => ({
    name,
    indices: { S1: { value: at(point, i), halfWidth: numberAt(halfWidths, i) } },
  }));

  const constant = isConstant(values);
  const judgement = judgeRuns(results, 'S1', count, count);
  const dependent = dependentPairs(inputs);
  const warnings: SensitivityWarning[] = [...data.warnings];
  if (dependent.length > 0)
    warnings.push(sensitivityWarnings.dependentFirstOrder(dependenceLabels(dependent)));
  if (constant) warnings.push(sensitivityWarnings.constant(outcome));
  else if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, count));
  return {
    method: 'rbd-fast',
    outcome,
    runs: count,
    dropped: data.dropped,
    indices: ['S1'],
    decisive: 'S1',
    inputs: results,
    pairs: null,
    settings: { harmonics, ...resamplingSettings(resampling) },
    enough: constant || judgement.enough,
    runsNeeded: constant ? null : judgement.runsNeeded,
    warnings,
  };
}

/** Outcomes in the order of an input, folded (odd ranks ascending, even ranks descending), repeated as often as drawn. */
function wave(values: Float64Array, order: Uint32Array, drawn: Float64Array): Float64Array {
  const along = new Float64Array(values.length);
  const { length } = along;
  let n = 0;
  for (const place of order) {
    for (let times = numberAt(drawn, place); times > 0; times--) {
      along[n % 2 === 0 ? n / 2 : length - 1 - (n - 1) / 2] = numberAt(values, place);
      n++;
    }
  }
  return along;
}

/** The fraction of the variance of a signal in its first harmonics, corrected for noise. */
function firstOrder(along: Float64Array, harmonics: number): number {
  const { length } = along;
  if (isConstant(along)) return 0;
  const mean = meanOf(along);
  let power = 0;
  for (let k = 1; k <= harmonics; k++) {
    // Goertzel's algorithm: one harmonic without a sine per case.
    const turn = (2 * Math.PI * k) / length;
    const twice = 2 * Math.cos(turn);
    let last = 0;
    let before = 0;
    for (let n = 0; n < length; n++) {
      const next = numberAt(along, n) - mean + twice * last - before;
      before = last;
      last = next;
    }
    power += last * last + before * before - twice * last * before;
  }
  const part = (2 * power) / (length * length * varianceOf(along));
  const noise = (2 * harmonics) / length;
  return part - (noise / (1 - noise)) * (1 - part);
}
