import { at, numberAt } from '@schaalsprong/words';
import { isConstant, meanOf } from '../../statistics/moments.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resample, resamplingOf, resamplingSettings } from '../estimates/resampling.ts';
import type { Estimate, Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** The runs of a Morris design: trajectories of one step per group, one after the other. */
export interface MorrisRuns {
  /** One per dimension. */
  readonly names: readonly string[];
  /** One column per dimension; only which changes, and which way, is looked at. */
  readonly columns: readonly Float64Array[];
  readonly outcome: string;
  /** NaN for a run without an outcome. */
  readonly values: Float64Array;
  /** Number p of levels of the grid, even. */
  readonly levels: number;
  /** Names of groups, and of each dimension the number of its group; each dimension its own where it is left out. */
  readonly groups?: { readonly names: readonly string[]; readonly of: readonly number[] } | undefined;
}

/** Elementary effects of one input. */
export type MorrisIndex = 'mu_star' | 'mu' | 'sigma';

/**
 * Morris' elementary effects: what a step of Delta = p / (2 (p - 1)) of the unit range of one input does, at points spread
 * over the space. mu is the mean effect, mu* the mean of its size, sigma its standard deviation: a large sigma says that the
 * effect depends on where it is tried, by curvature or by other inputs. For a group there is only mu*.
 *
 * Confidence intervals by bootstrapping trajectories. A trajectory with a missing outcome is dropped.
 *
 * @throws FuturesError where rows are not trajectories, or fewer than 4 whole ones are left
 *
 * Source: M. Morris, Technometrics 33 (1991); F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling & Software 22
 * (2007) for mu* and groups.
 */
export function morrisEffects(runs: MorrisRuns, given: Partial<Resampling> = {}): Sensitivity<MorrisIndex> {
  const resampling = resamplingOf(given);
  const { outcome, values, levels } = runs;
  const groups = runs.groups ?? { names: runs.names, of: runs.names.map((_, i) => i) };
  const block = groups.names.length + 1;
  if (groups.names.length === 0) refuse([sensitivityProblems.noInputs(outcome)]);
  if (!Number.isSafeInteger(levels) || levels < 2 || levels % 2 !== 0) {
    refuse([
      sensitivityProblems.setting('levels', levels, {
        nl: 'een even geheel getal vanaf 2',
        en: 'an even whole number of at least 2',
      }),
    ]);
  }
  if (values.length === 0 || values.length % block !== 0) {
    refuse([sensitivityProblems.designSize(values.length, block)]);
  }
  const starts: number[] = [];
  for (let start = 0; start < values.length; start += block) {
    if (values.subarray(start, start + block).every(Number.isFinite)) starts.push(start);
  }
  if (starts.length < 4) refuse([sensitivityProblems.tooFew(starts.length * block, 4 * block)]);
  const used = starts.length * block;
  const dropped = values.length - used;

  const effects = elementaryEffects(runs, groups.of, groups.names.length, starts);
  const sizes = groups.names.map((_, group) => groups.of.filter((own) => own === group).length);
  const single = sizes.map((size) => size === 1);
  const { length } = groups.names;
  const point = new Float64Array(3 * length);
  const compute = (drawn: Float64Array, into: Float64Array): void => {
    effects.forEach((effect, i) => {
      const { mean, size, deviation } = momentsOf(effect, drawn);
      into[i] = size;
      into[length + i] = mean;
      into[2 * length + i] = deviation;
    });
  };
  compute(new Float64Array(starts.length).fill(1), point);
  const { halfWidths } = resample(starts.length, point.length, resampling, compute);
  const estimate = (k: number): Estimate => ({
    value: numberAt(point, k),
    halfWidth: numberAt(halfWidths, k),
  });
  const inputs = groups.names.map((name, i) => ({
    name,
    indices: {
      mu_star: estimate(i),
      mu: single[i] ? estimate(length + i) : null,
      sigma: single[i] ? estimate(2 * length + i) : null,
    },
  }));

  const judgement = judgeRuns(inputs, 'mu_star', used, starts.length);
  const warnings: SensitivityWarning[] = [];
  if (dropped > 0) warnings.push(sensitivityWarnings.dropped(dropped, values.length));
  const together = groups.names.filter((_, i) => !single[i]);
  if (together.length > 0) warnings.push(sensitivityWarnings.groupsOnlySize(together));
  const constant = isConstant(values.filter(Number.isFinite));
  if (constant) warnings.push(sensitivityWarnings.constant(outcome));
  else if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, used));
  return {
    method: 'morris',
    outcome,
    runs: used,
    dropped,
    indices: ['mu_star', 'mu', 'sigma'],
    decisive: 'mu_star',
    inputs,
    pairs: null,
    settings: { trajectories: starts.length, levels, ...resamplingSettings(resampling) },
    enough: constant || judgement.enough,
    runsNeeded: constant ? null : judgement.runsNeeded,
    warnings,
  };
}

/** Per group the elementary effect in each trajectory: signed for a single input, a magnitude for a group. */
function elementaryEffects(
  { columns, values, levels }: MorrisRuns,
  groupOf: readonly number[],
  groups: number,
  starts: readonly number[],
): readonly Float64Array[] {
  const step = levels / (2 * (levels - 1));
  const effects = Array.from({ length: groups }, () => new Float64Array(starts.length).fill(Number.NaN));
  starts.forEach((start, trajectory) => {
    for (let row = start + 1; row <= start + groups; row++) {
      const changed = new Map<number, number>();
      columns.forEach((column, i) => {
        const change = numberAt(column, row) - numberAt(column, row - 1);
        if (change !== 0) changed.set(at(groupOf, i), Math.sign(change));
      });
      const [only, ...more] = changed;
      if (only === undefined || more.length > 0) {
        refuse([sensitivityProblems.trajectory(row + 1, changed.size)]);
        return;
      }
      const [group, direction] = only;
      const effect = effects[group];
      if (effect !== undefined) {
        effect[trajectory] = (direction * (numberAt(values, row) - numberAt(values, row - 1))) / step;
      }
    }
  });
  effects.forEach((effect) => {
    const missing = effect.findIndex(Number.isNaN);
    if (missing >= 0) refuse([sensitivityProblems.trajectory(at(starts, missing) + groups + 1, 0)]);
  });
  return effects;
}

/** Mean, mean magnitude and standard deviation of effects, weighted by how often each was drawn. */
function momentsOf(
  effects: Float64Array,
  drawn: Float64Array,
): { readonly mean: number; readonly size: number; readonly deviation: number } {
  const weighted = effects.map((effect, k) => effect * numberAt(drawn, k));
  const mean = meanOf(weighted);
  let squares = 0;
  effects.forEach((effect, k) => {
    squares += numberAt(drawn, k) * (effect - mean) ** 2;
  });
  return {
    mean,
    size: meanOf(weighted.map(Math.abs)),
    deviation: Math.sqrt(squares / (effects.length - 1)),
  };
}
