import { at, type Distribution } from '@schaalsprong/words';
import type { Cases, Interest } from '../../cases/index.ts';
import {
  fractionalFactorial,
  morrisPoints,
  saltelliBlock,
  saltelliPoints,
  sobolPoints,
} from '../../designs/index.ts';
import { rowsOf } from '../../statistics/rows.ts';
import { dgsm, finiteDifferencePoints, usualStep } from '../derivative/dgsm.ts';
import { type Resampling, usualResampling } from '../estimates/resampling.ts';
import type { Sensitivity, SensitivityMethod } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { fTest } from '../feature-scoring/f-test.ts';
import { featureScores } from '../feature-scoring/features.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { deltaIndices } from '../moment-independent/delta.ts';
import { pawnIndices } from '../moment-independent/pawn.ts';
import { regionalSensitivity } from '../regional/regional.ts';
import { factorialEffects } from '../screening/fractional-factorial.ts';
import { morrisEffects } from '../screening/morris.ts';
import { rbdFast } from '../variance/rbd-fast.ts';
import { sobolIndices } from '../variance/sobol.ts';
import { type Grouping, ungrouped } from './grouping.ts';
import { designRows, refuseNotDifferences, saltelliOrder } from './sample-shape.ts';

export { type Grouping, groupingOf } from './grouping.ts';

/** Request of an analysis, on a model or a sample; each method reads the options that apply to it. */
export interface AskedSensitivity extends Partial<Resampling> {
  readonly method: SensitivityMethod;
  readonly outcome: string;
  readonly secondOrder?: boolean | undefined;
  readonly groups?: Grouping | undefined;
  /** Levels of Morris; default 4. */
  readonly levels?: number | undefined;
  /** Intervals of PAWN. */
  readonly intervals?: number | undefined;
  /** Trees of the feature scores. */
  readonly trees?: number | undefined;
  /** Harmonics of RBD-FAST. */
  readonly harmonics?: number | undefined;
  /** Step of DGSM as a part of the range. */
  readonly step?: number | undefined;
  /** Cases of interest of regional sensitivity. */
  readonly interest?: Interest | undefined;
}

/** An input that can be sampled. */
export interface StudyInput {
  readonly name: string;
  readonly distribution: Distribution;
}

/** Runs to make, and what to do with their outcomes. */
export interface Study {
  /** Points of the unit cube, one column per input. */
  readonly unit: readonly Float64Array[];
  readonly runs: number;
  /**
   * @param values the outcome of each run; NaN where there is none
   * @param columns the inputs of each run in their own unit
   */
  analyse(values: Float64Array, columns: readonly Float64Array[]): Sensitivity;
}

/**
 * Plans the runs of a method: Saltelli's scheme, trajectories of Morris, finite differences, a two-level fraction, or for the
 * methods on given data points of a Sobol' sequence. Sequences are scrambled with the seed.
 *
 * @param size base rows (sobol, dgsm), trajectories (morris), runs (given data); ignored for a two-level fraction
 * @throws FuturesError where the size or a setting is out of range
 *
 * @example
 * ```ts
 * import { planStudy } from '@schaalsprong/methods/sensitivity';
 *
 * const inputs = ['a', 'b'].map((name) => ({ name, distribution: { kind: 'uniform', min: 0, max: 1 } as const }));
 * const study = planStudy(inputs, 20, { method: 'morris', outcome: 'y' });
 * study.runs; // => 60
 * const [a, b] = study.unit;
 * const values = Float64Array.from({ length: study.runs }, (_, run) => 3 * a[run] - b[run]);
 * const found = study.analyse(values, study.unit);
 * found.inputs.map(({ name, indices }) => [name, indices.mu?.value.toFixed(3)]); // => [['a', '3.000'], ['b', '-1.000']]
 * ```
 */
export function planStudy(inputs: readonly StudyInput[], size: number, asked: AskedSensitivity): Study {
  const { method, outcome, levels = 4, step = usualStep, secondOrder = false } = asked;
  const names = inputs.map(({ name }) => name);
  const groups = asked.groups ?? ungrouped(names);
  const seed = asked.seed ?? usualResampling.seed;
  const scramble = { seed };
  const study = (unit: readonly Float64Array[], analyse: Study['analyse']): Study => ({
    unit,
    runs: rowsOf(unit),
    analyse,
  });
  switch (method) {
    case 'sobol':
      return study(
        saltelliPoints(size, names.length, { secondOrder, groups: groups.of, scramble }),
        (values) => sobolIndices({ names: groups.names, outcome, values, secondOrder }, asked),
      );
    case 'morris': {
      const unit = morrisPoints(size, names, seed, { levels, groups: groups.of });
      return study(unit, (values) =>
        morrisEffects({ names, columns: unit, outcome, values, levels, groups }, asked),
      );
    }
    case 'dgsm': {
      const unit = finiteDifferencePoints(size, names.length, { step, scramble });
      const discrete = inputs
        .filter(({ distribution: { kind } }) => kind === 'discrete' || kind === 'integer')
        .map(({ name }) => name);
      const ranges = names.map(() => ({ min: 0, max: 1 }));
      return study(unit, (values) =>
        dgsm({ names, columns: unit, ranges, outcome, values, discrete }, asked),
      );
    }
    case 'ff': {
      const unit = fractionalFactorial(names.length);
      return study(unit, (values) =>
        factorialEffects({ names, columns: unit, outcome, values, secondOrder }),
      );
    }
    default:
      return study(sobolPoints(size, names.length, { scramble }), (values, columns) =>
        onGivenData(asCases(inputs, columns, outcome, values), asked),
      );
  }
}

const asCases = (
  inputs: readonly StudyInput[],
  columns: readonly Float64Array[],
  outcome: string,
  values: Float64Array,
): Cases => ({
  count: values.length,
  columns: [
    ...inputs.map(({ name }, i) => ({
      name,
      kind: 'real' as const,
      values: at(columns, i),
    })),
    { name: outcome, kind: 'real', values },
  ],
});

/** Metadata of a sample. */
export interface SampleShape {
  /** Names of inputs; every column that is no outcome where it is left out. */
  readonly inputs?: readonly string[] | undefined;
  /** Where inputs lie, by name; by what the sample holds where it is left out. DGSM's bound depends on it. */
  readonly ranges?: Readonly<Record<string, { readonly min: number; readonly max: number }>> | undefined;
  /** From the names of the inputs to their groups. */
  readonly groups?: ((inputs: readonly string[]) => Grouping) | undefined;
}

/**
 * Analyses a sample that was run elsewhere. For sobol, morris, dgsm and ff the rows must be in the order of the design, which is
 * validated; whether a Saltelli scheme has second order is detected. The other methods take rows in any order.
 *
 * @throws FuturesError where columns are wrong, or the rows are not what the method needs
 */
export function analyseSample(cases: Cases, asked: AskedSensitivity, shape: SampleShape = {}): Sensitivity {
  const { method, outcome, levels = 4 } = asked;
  if (method !== 'sobol' && method !== 'morris' && method !== 'dgsm' && method !== 'ff') {
    return onGivenData(cases, asked, shape.inputs);
  }
  const { names, columns, values } = designRows(cases, outcome, shape.inputs);
  const groups = shape.groups?.(names) ?? ungrouped(names);
  switch (method) {
    case 'sobol': {
      const secondOrder = saltelliOrder(columns, groups);
      const found = sobolIndices({ names: groups.names, outcome, values, secondOrder }, asked);
      return withDependence(found, names, columns, saltelliBlock(groups.names.length, secondOrder));
    }
    case 'morris':
      return morrisEffects({ names, columns, outcome, values, levels, groups }, asked);
    case 'dgsm': {
      refuseNotDifferences(columns);
      const ranges = names.map((name, i) => shape.ranges?.[name] ?? rangeOf(at(columns, i)));
      return dgsm({ names, columns, ranges, outcome, values }, asked);
    }
    case 'ff':
      return factorialEffects({ names, columns, outcome, values, secondOrder: asked.secondOrder ?? false });
  }
}

/** Warns where the base points of a sample are correlated, as they may be after rejection sampling. */
function withDependence(
  found: Sensitivity<'S1' | 'ST'>,
  names: readonly string[],
  columns: readonly Float64Array[],
  block: number,
): Sensitivity {
  const base = columns.map((column, i) => ({
    name: at(names, i),
    values: column.filter((_, row) => row % block === 0),
    categories: null,
  }));
  const pairs = dependentPairs(base);
  if (pairs.length === 0) return found;
  const warning = sensitivityWarnings.dependentDesign(dependenceLabels(pairs));
  return { ...found, warnings: [...found.warnings, warning] };
}

function rangeOf(values: Float64Array): { readonly min: number; readonly max: number } {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { min, max };
}

function onGivenData(
  cases: Cases,
  asked: AskedSensitivity,
  inputs: readonly string[] | undefined = undefined,
): Sensitivity {
  const { method, outcome, intervals, trees, harmonics, interest } = asked;
  const resampling = {
    resamples: asked.resamples ?? usualResampling.resamples,
    confidence: asked.confidence ?? usualResampling.confidence,
    seed: asked.seed ?? usualResampling.seed,
  };
  switch (method) {
    case 'delta':
      return deltaIndices(cases, outcome, { ...resampling, inputs });
    case 'pawn':
      return pawnIndices(cases, outcome, { ...resampling, inputs, intervals });
    case 'rbd-fast':
      return rbdFast(cases, outcome, { ...resampling, inputs, harmonics });
    case 'features':
      return featureScores(cases, outcome, { ...resampling, inputs, trees });
    case 'f-test':
      return fTest(cases, outcome, { inputs });
    case 'regional':
      return regionalSensitivity(cases, outcome, interest, { ...resampling, inputs });
    default:
      throw new Error(`${method} needs a design of its own`);
  }
}
