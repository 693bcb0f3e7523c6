import type { Region } from '@schaalsprong/agenda';
import { caseProblems } from '@schaalsprong/methods/cases';
import { quantile } from '@schaalsprong/methods/distributions';
import type {
  EnsembleOptions,
  EnsembleReading,
  EnsembleRunner,
  SampledUncertainty,
} from '@schaalsprong/methods/ensemble';
import { refuse, sensitivityProblems } from '@schaalsprong/methods/sensitivity';
import type { Model } from '@schaalsprong/model';
import { at, nearest, Unreachable } from '@schaalsprong/words';
import { modelledTarget } from '../assess/projection/modelled.ts';

/** One number per run of a model. */
export interface ModelledOutcome {
  readonly id: string;
  readonly reading: EnsembleReading;
  /** What the model gives times this is in the unit of the outcome. */
  readonly scale: number;
  /** Id of a unit of the region; null where it has none. */
  readonly unit: string | null;
}

/**
 * The outcome that a name means: a target of the region at its horizon, an outcome of the region, or a variable of the model.
 *
 * @param region null for a model that stands alone
 * @param at the time at which it is read; without it a target's horizon, else the end of the model
 * @throws FuturesError for a name that is none of these, and a time that the model does not reach
 */
export function regionOutcome(
  name: string,
  region: Region | null,
  model: Model,
  at: number | null = null,
): ModelledOutcome {
  const { start, stop } = model.time;
  if (at !== null && !(at >= start && at <= stop)) {
    refuse([
      sensitivityProblems.setting('at', at, {
        nl: `een tijd van ${start} tot en met ${stop}`,
        en: `a time from ${start} to ${stop}`,
      }),
    ]);
  }
  const target = region?.targets.find(({ id }) => id === name);
  if (region !== null && target !== undefined) {
    const modelled = modelledTarget(region, model, target);
    if (modelled === null) refuse([sensitivityProblems.notModelled(name)]);
    if (modelled !== null) {
      const { variable, scale, unit } = modelled.outcome;
      const reading: EnsembleReading = at === null ? modelled.atHorizon : { take: 'at', variable, time: at };
      return { id: name, reading, scale, unit };
    }
  }
  const time = at ?? stop;
  const outcome = region?.outcomes.find(({ id }) => id === name);
  if (outcome !== undefined) {
    const { variable, scale, unit } = outcome;
    return { id: name, reading: { take: 'at', variable, time }, scale, unit };
  }
  const elements = model.variables.flatMap((variable) => [...variable.elements]);
  if (!elements.includes(name)) {
    const known = [
      ...(region?.targets.map(({ id }): string => id) ?? []),
      ...(region?.outcomes.map(({ id }): string => id) ?? []),
      ...elements,
    ];
    refuse([caseProblems.column(name, nearest(name, known), known.slice(0, 40))]);
  }
  return { id: name, reading: { take: 'at', variable: name, time }, scale: 1, unit: null };
}

/** What stays the same in every run. */
export interface RunSettings {
  /** Model variable to value. */
  readonly levers: Readonly<Record<string, number>>;
  /** Uncertainties that are not varied, by model variable, at this value. */
  readonly held: Readonly<Record<string, number>>;
  readonly seed: number;
}

/**
 * Runs a model at points of the unit cube, each input through the quantile function of its distribution.
 *
 * @param inputs one per column of `unit`
 * @returns the outcome of every run in the outcome's own unit
 * @throws ModelError from the model; the signal's reason on abort
 */
export async function runPoints(
  unit: readonly Float64Array[],
  inputs: readonly SampledUncertainty[],
  outcome: ModelledOutcome,
  { levers, held, seed }: RunSettings,
  runner: EnsembleRunner,
  options: EnsembleOptions = {},
): Promise<{ readonly values: Float64Array; readonly columns: readonly Float64Array[] }> {
  const count = at(unit, 0).length;
  const columns = inputs.map(({ distribution }, i) => at(unit, i).map((p) => quantile(distribution, p)));
  const values: Record<string, Float64Array> = {};
  for (const [variable, value] of Object.entries(held))
    values[variable] = new Float64Array(count).fill(value);
  const byId: Record<string, Float64Array> = {};
  inputs.forEach(({ id, variable }, i) => {
    const column = at(columns, i);
    values[variable] = column;
    byId[id] = column;
  });
  const [result] = await runner.run(
    { futures: { count, seed, values, byId }, jobs: [{ levers, readings: [outcome.reading] }] },
    options,
  );
  if (result === undefined) throw new Unreachable('the runner gave no result');
  return { values: at(result.values, 0).map((value) => value * outcome.scale), columns };
}
