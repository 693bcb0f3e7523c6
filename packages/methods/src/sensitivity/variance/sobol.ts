import { normalQuantile } from '@schaalsprong/model';
import { at, numberAt, Unreachable } from '@schaalsprong/words';
import { saltelliLayout } from '../../designs/index.ts';
import { dot } from '../../linear/dot.ts';
import { isConstant, meanOf, varianceOf } from '../../statistics/moments.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type {
  Estimate,
  InputResult,
  PairResult,
  Sensitivity,
  SensitivityWarning,
} from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** The outcomes of a Saltelli scheme. */
export interface SaltelliOutcomes {
  /** Inputs, or groups of inputs where those were exchanged together, in the order of the scheme. */
  readonly names: readonly string[];
  readonly outcome: string;
  /** In the row order of SALib: A, AB_1 ... AB_D, (BA_1 ... BA_D,) B per base row. NaN for a run without an outcome. */
  readonly values: Float64Array;
  /** Whether the rows BA_i are there. */
  readonly secondOrder: boolean;
}

/** Variance-based indices of one input. */
export type SobolIndex = 'S1' | 'ST';

/** The outcomes by matrix of the scheme: one number per base row in each. */
interface Blocks {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ab: readonly Float64Array[];
  /** Empty without second order. */
  readonly ba: readonly Float64Array[];
}

/** An estimate with an interval: every index of this method has one. */
interface WithInterval extends Estimate {
  readonly halfWidth: number;
}

/** Both indices of one input; neither is ever null. */
interface SobolResult extends InputResult<SobolIndex> {
  readonly indices: Readonly<Record<SobolIndex, WithInterval>>;
}

/** The result of {@link sobolIndices}. */
export interface SobolSensitivity extends Sensitivity<SobolIndex> {
  readonly inputs: readonly SobolResult[];
}

const zero: WithInterval = { value: 0, halfWidth: 0 };

/** Offsets of the indices in one vector: S1 of every input, then ST of every input, then S2 of every pair. */
export interface SobolLayout {
  readonly size: number;
  /** @throws Unreachable where there is no such input, as the next two */
  first(input: number): number;
  total(input: number): number;
  pair(pair: number): number;
}

/**
 * Single source of truth for the order of the indices, used by the estimator to write and by the result to read.
 *
 * @param pairs 0 without second order
 */
export function sobolLayout(inputs: number, pairs: number): SobolLayout {
  const place = (start: number, index: number, of: number): number => {
    if (Number.isInteger(index) && index >= 0 && index < of) return start + index;
    throw new Unreachable(`no index ${index} of ${of}`);
  };
  return {
    size: 2 * inputs + pairs,
    first: (input) => place(0, input, inputs),
    total: (input) => place(inputs, input, inputs),
    pair: (pair) => place(2 * inputs, pair, pairs),
  };
}

/**
 * Sobol' indices: the part of the variance of an outcome that an input explains alone (S1), and together with all others
 * (ST); for pairs the part that the two explain only together.
 *
 * With outcomes centred and scaled, and V the variance over A and B together:
 * - S1_i = mean(B (AB_i - A)) / V (Saltelli and others 2010)
 * - ST_i = mean((A - AB_i)^2) / (2 V) (Jansen 1999)
 * - S2_ij = mean(BA_i AB_j - A B) / V - S1_i - S1_j (Saltelli 2002)
 *
 * Confidence intervals by bootstrapping base rows, each with its whole block. A slightly negative S1 is noise and is reported as is.
 * Inputs must be independent. A base row with a missing outcome is dropped. All indices of a constant outcome are 0.
 *
 * @throws FuturesError where the number of outcomes does not fit the scheme, or fewer than 4 whole base rows are left
 *
 * Source: A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola, Computer Physics Communications 181
 * (2010); A. Saltelli, the same 145 (2002); M. Jansen, the same 117 (1999).
 *
 * @example
 * ```ts
 * import { saltelliPoints } from '@schaalsprong/methods/designs';
 * import { sobolIndices } from '@schaalsprong/methods/sensitivity';
 *
 * const [a, b] = saltelliPoints(256, 2);
 * const values = Float64Array.from({ length: a.length }, (_, run) => 3 * a[run] + b[run]);
 * const { inputs } = sobolIndices({ names: ['a', 'b'], outcome: 'y', values, secondOrder: false });
 * // The variance of 3 a is nine times that of b.
 * inputs.map(({ name, indices }) => [name, indices.ST.value.toFixed(1)]); // => [['a', '0.9'], ['b', '0.1']]
 * ```
 */
export function sobolIndices(
  { names, outcome, values, secondOrder }: SaltelliOutcomes,
  given: Partial<Resampling> = {},
): SobolSensitivity {
  const resampling = resamplingOf(given);
  const block = saltelliLayout(names.length, secondOrder).size;
  if (names.length === 0) refuse([sensitivityProblems.noInputs(outcome)]);
  if (values.length === 0 || values.length % block !== 0) {
    refuse([sensitivityProblems.designSize(values.length, block)]);
  }
  const whole = wholeBlocks(values, block);
  const base = whole.length / block;
  if (base < 4) refuse([sensitivityProblems.tooFew(whole.length, 4 * block)]);

  const dropped = values.length - whole.length;
  const warnings: SensitivityWarning[] = [];
  if (dropped > 0) warnings.push(sensitivityWarnings.dropped(dropped, values.length));
  const common = {
    method: 'sobol',
    outcome,
    runs: whole.length,
    dropped,
    indices: ['S1', 'ST'],
    decisive: 'ST',
    settings: { base, ...resamplingSettings(resampling) },
  } as const;
  const blocks = blocksOf(whole, names.length, secondOrder);
  if (isConstant(whole) || varianceTogether(blocks) === 0) {
    return {
      ...common,
      inputs: names.map((name) => ({ name, indices: { S1: zero, ST: zero } })),
      pairs: secondOrder ? pairsOf(names).map((inputs) => ({ inputs, estimate: zero })) : null,
      enough: true,
      runsNeeded: null,
      warnings: [...warnings, sensitivityWarnings.constant(outcome)],
    };
  }

  const pairs = secondOrder ? pairsOf(names) : [];
  const layout = sobolLayout(names.length, pairs.length);
  const point = new Float64Array(layout.size);
  const compute = estimator(blocks, layout, pairs.length > 0);
  compute(new Float64Array(base).fill(1), point);
  const { halfWidths } = resample(base, layout.size, resampling, compute);
  const estimate = (k: number): WithInterval => ({
    value: numberAt(point, k),
    halfWidth: numberAt(halfWidths, k),
  });

  const inputs = names.map((name, i) => ({
    name,
    indices: { S1: estimate(layout.first(i)), ST: estimate(layout.total(i)) },
  }));
  const judgement = judgeRuns(inputs, 'ST', whole.length, base, true);
  warnings.push(...impossible(inputs, resampling.confidence));
  if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, whole.length));
  return {
    ...common,
    inputs,
    pairs: secondOrder
      ? pairs.map((both, k): PairResult => ({ inputs: both, estimate: estimate(layout.pair(k)) }))
      : null,
    enough: judgement.enough,
    runsNeeded: judgement.runsNeeded,
    warnings,
  };
}

/** The outcomes without incomplete base rows. */
function wholeBlocks(values: Float64Array, block: number): Float64Array {
  const starts: number[] = [];
  for (let start = 0; start < values.length; start += block) {
    if (values.subarray(start, start + block).every(Number.isFinite)) starts.push(start);
  }
  if (starts.length * block === values.length) return values;
  const whole = new Float64Array(starts.length * block);
  starts.forEach((start, k) => {
    whole.set(values.subarray(start, start + block), k * block);
  });
  return whole;
}

/** Outcomes by matrix, centred and scaled: the estimators lose digits far from zero (Sobol' and others 2007). */
function blocksOf(values: Float64Array, inputs: number, secondOrder: boolean): Blocks {
  const layout = saltelliLayout(inputs, secondOrder);
  const block = layout.size;
  // Scale to 1 first, so that squares of very large or small outcomes neither overflow nor underflow.
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const unit = values.map((value) => (largest > 0 ? value / largest : 0));
  const mean = meanOf(unit);
  const sd = Math.sqrt(varianceOf(unit));
  const take = (offset: number): Float64Array =>
    Float64Array.from({ length: values.length / block }, (_, row) => {
      const centred = numberAt(unit, row * block + offset) - mean;
      return sd > 0 ? centred / sd : 0;
    });
  const many = (of: (group: number) => number): Float64Array[] =>
    Array.from({ length: inputs }, (_, i) => take(of(i)));
  return {
    a: take(layout.a),
    b: take(layout.b),
    ab: many(layout.ab),
    ba: secondOrder ? many(layout.ba) : [],
  };
}

/** The variance over A and B together. */
function varianceTogether({ a, b }: Blocks): number {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return varianceOf(both);
}

/** Computes all indices with base rows weighted by how often they were drawn. */
function estimator(
  { a, b, ab, ba }: Blocks,
  layout: SobolLayout,
  withPairs: boolean,
): (drawn: Float64Array, into: Float64Array) => void {
  const base = a.length;
  const inputs = ab.length;
  const products = a.map((value, n) => value * numberAt(b, n));
  const firsts = ab.map((one) => b.map((value, n) => value * (numberAt(one, n) - numberAt(a, n))));
  const totals = ab.map((one) => a.map((value, n) => (value - numberAt(one, n)) ** 2));
  const weighted = (drawn: Float64Array, terms: Float64Array): number => dot(drawn, terms) / base;
  return (drawn, into) => {
    const mean = (weighted(drawn, a) + weighted(drawn, b)) / 2;
    let squares = 0;
    for (let n = 0; n < base; n++) {
      squares += numberAt(drawn, n) * ((numberAt(a, n) - mean) ** 2 + (numberAt(b, n) - mean) ** 2);
    }
    const variance = squares / (2 * base);
    const part = (mean: number): number => (variance > 0 ? mean / variance : 0);
    for (let i = 0; i < inputs; i++) {
      into[layout.first(i)] = part(weighted(drawn, at(firsts, i)));
      into[layout.total(i)] = part(weighted(drawn, at(totals, i)) / 2);
    }
    if (!withPairs) return;
    let pair = 0;
    const product = weighted(drawn, products);
    for (let i = 0; i < inputs; i++) {
      const left = at(ba, i).map((value, n) => value * numberAt(drawn, n));
      for (let j = i + 1; j < inputs; j++) {
        const together = weighted(left, at(ab, j)) - product;
        into[layout.pair(pair++)] =
          part(together) - numberAt(into, layout.first(i)) - numberAt(into, layout.first(j));
      }
    }
  };
}

const pairsOf = (names: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other] as const));

/** Tolerance before an index is called impossible: a hundredth of the variance. */
const worthSaying = 0.01;

/**
 * Warns of indices that are impossible for independent inputs, beyond chance. With many inputs some lie outside their own interval by
 * chance, so intervals are widened to hold simultaneously (Bonferroni).
 */
function impossible(inputs: readonly SobolResult[], confidence: number): readonly SensitivityWarning[] {
  const wider =
    normalQuantile(1 - (1 - confidence) / (2 * inputs.length)) / normalQuantile(0.5 + confidence / 2);
  const reach = ({ halfWidth }: WithInterval): number => wider * halfWidth;
  const negative = inputs.filter(({ indices: { S1 } }) => S1.value + reach(S1) < -worthSaying);
  const larger = inputs.filter(
    ({ indices: { S1, ST } }) => S1.value - reach(S1) > ST.value + reach(ST) + worthSaying,
  );
  return [
    ...(negative.length > 0 ? [sensitivityWarnings.negative(negative.map(({ name }) => name))] : []),
    ...(larger.length > 0 ? [sensitivityWarnings.firstAboveTotal(larger.map(({ name }) => name))] : []),
  ];
}
