import { streamOf, uniformPair } from '@schaalsprong/model';
import { at, must, numberAt } from '@schaalsprong/words';
import type { Cases } from '../../cases/index.ts';
import { sameLength } from '../../linear/dot.ts';
import { isConstant, meanOf, varianceOf } from '../../statistics/moments.ts';
import { orderOf } from '../../statistics/ranks.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type { Estimate, Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { type GivenInput, givenData } from '../given-data/given-data.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** Distribution-based index of one input. */
export type PawnIndex = 'median' | 'mean' | 'minimum' | 'maximum' | 'cv';

/** Options of PAWN. */
export interface PawnOptions extends Partial<Resampling> {
  readonly inputs?: readonly string[] | undefined;
  /** Number S of intervals in which an input is held; default 10. */
  readonly intervals?: number | undefined;
}

/**
 * PAWN from given data: the Kolmogorov-Smirnov distance between the unconditional distribution of an outcome and its distribution
 * conditional on an input in one of S intervals, summarised over the intervals. Uses the whole distribution and is valid for
 * dependent inputs. The index of an input without influence is above 0, because of sampling noise: a shuffled dummy input gives the
 * noise level, and inputs below it are named in a warning.
 *
 * Intervals are between quantiles (linear interpolation), upper end excluded; an input with few distinct values, or a categorical
 * one, has an interval per value.
 *
 * @throws FuturesError where columns are wrong, or there are fewer than 10 cases per interval
 *
 * Source: F. Pianosi, T. Wagener, Environmental Modelling & Software 67 (2015) and 108 (2018); the intervals as in SALib. The
 * shuffled input after F. Khorashadi Zadeh and others, the same 91 (2017).
 *
 * @example
 * ```ts
 * import { sobolPoints } from '@schaalsprong/methods/designs';
 * import { pawnIndices, ranked } from '@schaalsprong/methods/sensitivity';
 *
 * const [a, b] = sobolPoints(256, 2);
 * const columns = Object.entries({ a, b, y: a.map((value) => value ** 2) });
 * const cases = { count: 256, columns: columns.map(([name, values]) => ({ name, kind: 'real' as const, values })) };
 * const found = pawnIndices(cases, 'y');
 * ranked(found).map(({ name }) => name); // => ['a', 'b']
 * found.warnings.map(({ code }) => code).includes('SENSITIVITY_CONSTANT'); // => false
 * ```
 */
export function pawnIndices(
  cases: Cases,
  outcome: string,
  options: PawnOptions = {},
): Sensitivity<PawnIndex> {
  const { inputs: names, intervals = 10, ...given } = options;
  const resampling = resamplingOf(given);
  if (!Number.isSafeInteger(intervals) || intervals < 2 || intervals > 1000) {
    refuse([
      sensitivityProblems.setting('intervals', intervals, {
        nl: 'een geheel getal van 2 tot en met 1000',
        en: 'a whole number from 2 to 1000',
      }),
    ]);
  }
  const data = givenData(cases, outcome, 10 * intervals, { inputs: names });
  const { values, inputs, count } = data;
  const climb = climbOf(values);
  const divided = [...inputs, shuffled(at(inputs, 0), resampling.seed)].map((input) => {
    const { of, count: size } = intervalsOf(input, intervals);
    return { of: Int32Array.from(climb.order, (place) => at(of, place)), size };
  });
  const point = new Float64Array(5 * divided.length);
  const climbing = new Float64Array(count);
  const compute = (drawn: Float64Array, into: Float64Array): void => {
    sameLength(drawn, climb.order);
    // Indexed loop: `Float64Array.from` goes through an iterator, once per resample.
    for (let k = 0; k < count; k++) climbing[k] = drawn[climb.order[k] ?? -1] ?? Number.NaN;
    divided.forEach(({ of, size }, i) => {
      into.set(summary(distances(of, size, climb, climbing)), 5 * i);
    });
  };
  compute(new Float64Array(count).fill(1), point);
  const { halfWidths } = resample(count, point.length, resampling, compute);
  const estimate = (k: number): Estimate => ({
    value: numberAt(point, k),
    halfWidth: numberAt(halfWidths, k),
  });
  const indicesOf = (i: number): Record<PawnIndex, Estimate> => ({
    median: estimate(5 * i),
    mean: estimate(5 * i + 1),
    minimum: estimate(5 * i + 2),
    maximum: estimate(5 * i + 3),
    cv: estimate(5 * i + 4),
  });
  const results = inputs.map(({ name }, i) => ({ name, indices: indicesOf(i) }));
  const noise = indicesOf(inputs.length).median.value;

  const constant = isConstant(values);
  const judgement = judgeRuns(results, 'median', count, count);
  const dependent = dependentPairs(inputs);
  const silent = results.filter(({ indices }) => indices.median.value <= noise).map(({ name }) => name);
  const warnings: SensitivityWarning[] = [...data.warnings];
  if (dependent.length > 0) warnings.push(sensitivityWarnings.dependentData(dependenceLabels(dependent)));
  if (constant) warnings.push(sensitivityWarnings.constant(outcome));
  else {
    if (silent.length > 0) warnings.push(sensitivityWarnings.noise(silent, noise));
    if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, count));
  }
  return {
    method: 'pawn',
    outcome,
    runs: count,
    dropped: data.dropped,
    indices: ['median', 'mean', 'minimum', 'maximum', 'cv'],
    decisive: 'median',
    inputs: results,
    pairs: null,
    settings: { intervals, shuffled: noise, ...resamplingSettings(resampling) },
    enough: constant || judgement.enough,
    runsNeeded: constant ? null : judgement.runsNeeded,
    warnings,
  };
}

/** A dummy input: a random permutation, independent of the outcome. */
function shuffled({ values }: GivenInput, seed: number): GivenInput {
  const stream = streamOf('shuffled input');
  const keys = values.map((_, i) => uniformPair(seed, stream, i)[0]);
  return {
    name: 'shuffled',
    categories: null,
    values: Float64Array.from(orderOf(keys), (place) => place),
  };
}

/** Per case the index of its interval; -1 for the maximum, which the last interval excludes. */
interface Intervals {
  readonly of: Int32Array;
  readonly count: number;
}

function intervalsOf({ values, categories }: GivenInput, intervals: number): Intervals {
  const different = [...new Set(values)].sort((a, b) => a - b);
  if (categories !== null || different.length <= intervals) {
    const number = new Map(different.map((value, k) => [value, k]));
    return { of: Int32Array.from(values, (value) => must(number, value)), count: different.length };
  }
  const sorted = values.slice().sort();
  const limits = Array.from({ length: intervals + 1 }, (_, k) => {
    const place = (k / intervals) * (sorted.length - 1);
    const below = Math.floor(place);
    const low = numberAt(sorted, below);
    return low + (place - below) * ((sorted[below + 1] ?? low) - low);
  });
  const of = Int32Array.from(values, (value) => {
    let low = 0;
    let high = intervals;
    // The last limit that is not above the value.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at(limits, middle) <= value) low = middle;
      else high = middle - 1;
    }
    return low === intervals ? -1 : low;
  });
  return { of, count: intervals };
}

/** Cases in ascending order of the outcome. */
interface Climb {
  readonly order: Uint32Array;
  /** Per position in that order, where the next distinct outcome starts. */
  readonly next: Uint32Array;
}

function climbOf(values: Float64Array): Climb {
  const order = orderOf(values);
  const sorted = Float64Array.from(order, (place) => numberAt(values, place));
  const next = new Uint32Array(order.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    next.fill(to, from, to);
    from = to;
  }
  return { order, next };
}

/**
 * Per interval the Kolmogorov-Smirnov distance between the outcome within it and over all cases, each case weighted by how often it
 * was drawn; NaN for an empty interval. A single pass in ascending order: the distance has its maximum just before or just after a
 * step of the interval's own distribution function.
 *
 * @param of per case, in ascending order of the outcome, the index of its interval
 * @param drawn in the same order, how often it was drawn
 */
function distances(of: Int32Array, count: number, { next }: Climb, drawn: Float64Array): Float64Array {
  // Checked once: below is the hot loop of the bootstrap, where a check per element cost 17 %.
  sameLength(of, drawn);
  sameLength(of, next);
  const sizes = new Float64Array(count);
  let whole = 0;
  for (let k = 0; k < of.length; k++) {
    const interval = of[k] ?? -1;
    const times = drawn[k] ?? Number.NaN;
    whole += times;
    if (interval >= 0) sizes[interval] = (sizes[interval] ?? Number.NaN) + times;
  }
  const largest = sizes.map((size) => (size > 0 ? 0 : Number.NaN));
  const within = new Float64Array(count);
  let all = 0;
  const measure = (k: number): void => {
    const interval = of[k] ?? -1;
    if (interval < 0 || drawn[k] === 0) return;
    const distance = Math.abs(numberAt(within, interval) / numberAt(sizes, interval) - all / whole);
    if (distance > numberAt(largest, interval)) largest[interval] = distance;
  };
  for (let from = 0; from < of.length; ) {
    const to = next[from] ?? of.length;
    for (let k = from; k < to; k++) measure(k);
    for (let k = from; k < to; k++) {
      const interval = of[k] ?? -1;
      const times = drawn[k] ?? Number.NaN;
      all += times;
      if (interval >= 0) within[interval] = (within[interval] ?? Number.NaN) + times;
    }
    for (let k = from; k < to; k++) measure(k);
    from = to;
  }
  return largest;
}

/** Median, mean, minimum, maximum and coefficient of variation of the intervals that have cases. */
function summary(distances: Float64Array): readonly number[] {
  const there = distances.filter((distance) => !Number.isNaN(distance)).sort();
  if (there.length === 0) return [0, 0, 0, 0, 0];
  const half = there.length / 2;
  const median = (numberAt(there, Math.floor(half - 0.5)) + numberAt(there, Math.floor(half))) / 2;
  const mean = meanOf(there);
  const spread = Math.sqrt(varianceOf(there));
  return [median, mean, numberAt(there, 0), numberAt(there, there.length - 1), mean > 0 ? spread / mean : 0];
}
