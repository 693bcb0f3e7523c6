import type { Region, ScenarioFile } from '@schaalsprong/agenda';
import { type Cases, selectCases } from '@schaalsprong/methods/cases';
import {
  chosenInputs,
  type DiscoveryData,
  type DiscoveryQuestion,
  dataOf,
  inputOf,
  discoveryProblems as problems,
} from '@schaalsprong/methods/discovery';
import { type EnsembleOptions, type EnsembleRunner, sampleFutures } from '@schaalsprong/methods/ensemble';
import { FuturesError } from '@schaalsprong/methods/problems';
import type { Model } from '@schaalsprong/model';
import { nearest } from '@schaalsprong/words';
import { modelledTarget, project } from '../assess/projection/modelled.ts';
import { ReadingLayout } from '../assess/projection/readings.ts';
import { resolveScenario, withAssumptions } from '../scenario/scenario.ts';

/** Which target of a region, in which scenario and futures; by default those of region.yaml. */
export interface TargetCasesRequest {
  readonly region: Region;
  readonly model: Model;
  /** Must run the same model. */
  readonly runner: EnsembleRunner;
  readonly target: string;
  readonly scenario?: ScenarioFile | string | undefined;
  readonly futures?: number | undefined;
  readonly seed?: number | undefined;
}

/** The futures of one target: a column per uncertainty, by its id, and what became of the target. */
export interface TargetCases {
  /** The last column has the target's id: its value per future, in its own unit. */
  readonly cases: Cases;
  /** Per future 1 where the target is missed; null where the agenda gives it no number. */
  readonly missed: Uint8Array | null;
  readonly target: string;
  readonly scenario: string;
  readonly futures: number;
  readonly seed: number;
}

/**
 * Runs the futures of a region for one target, the same as `assess` does: the table in which discovery looks for when it fails.
 *
 * @throws FuturesError for a target that is not there or of which the model does not speak, and what `sampleFutures` and
 *   `resolveScenario` refuse; ModelError from the model; the signal's reason on abort
 */
export async function targetCases(
  request: TargetCasesRequest,
  options: EnsembleOptions = {},
): Promise<TargetCases> {
  const { region, model, runner } = request;
  const target = region.targets.find(({ id }) => id === request.target);
  if (target === undefined) {
    const ids = region.targets.map(({ id }) => id);
    throw new FuturesError([problems.target(request.target, nearest(request.target, ids))]);
  }
  const modelled = modelledTarget(region, model, target);
  if (modelled === null) throw new FuturesError([problems.notModelled(target.id, target.notModelled)]);
  const count = request.futures ?? region.assessment.futures;
  const seed = request.seed ?? region.assessment.seed;
  const scenario = resolveScenario(region, request.scenario ?? region.assessment.scenario);
  const futures = withAssumptions(
    sampleFutures(region.uncertainties, count, seed),
    region.uncertainties,
    scenario.assumptions,
  );
  const layout = new ReadingLayout([modelled.atHorizon]);
  const [result] = await runner.run(
    { futures, jobs: [{ levers: scenario.levers, readings: layout.readings }] },
    options,
  );
  if (result === undefined) throw new Error('the runner gave no result');
  const atHorizon = layout.numbers(result, modelled.atHorizon, count);
  const projected = project({ ...modelled, limits: [] }, { atHorizon, limits: [] }, count);
  return {
    cases: {
      count,
      columns: [
        ...region.uncertainties.map(({ id }) => ({
          name: id,
          kind: 'real' as const,
          values: futures.byId[id] ?? new Float64Array(count).fill(Number.NaN),
        })),
        { name: target.id, kind: 'real', values: projected.values },
      ],
      outcomes: [target.id],
    },
    missed: projected.metIn?.map((met) => 1 - met) ?? null,
    target: target.id,
    scenario: scenario.id,
    futures: count,
    seed,
  };
}

/**
 * The futures of a target, of interest where it is missed. It may be missed in none or all of them: then the methods have
 * nothing to find, and that is the answer.
 *
 * @throws FuturesError where the agenda gives the target no number
 */
export function missedData(
  { cases, missed, target }: TargetCases,
  question: Pick<DiscoveryQuestion, 'inputs' | 'leaveOut'> = {},
): DiscoveryData {
  if (missed === null) throw new FuturesError([problems.noNumber(target)]);
  const inputs = chosenInputs(cases, { ...question, outcome: target });
  return dataOf(selectCases(cases, { outcome: target, inputs }).inputs.map(inputOf), missed);
}
