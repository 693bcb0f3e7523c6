import type { Measure, Outcome, Region, ScenarioFile } from '@schaalsprong/agenda';
import { type AuditReport, audit, auditInput } from '@schaalsprong/audit';
import type {
  EnsembleJob,
  EnsembleProgress,
  EnsembleReading,
  EnsembleRunner,
  JobResult,
} from '@schaalsprong/methods/ensemble';
import { medianFuture } from '@schaalsprong/methods/ensemble';
import { FuturesError, type FuturesProblem } from '@schaalsprong/methods/problems';
import type { Model } from '@schaalsprong/model';
import { type Figures, folderFigures, latestObserved } from '@schaalsprong/monitor';
import { at } from '@schaalsprong/words';
import { type ResolvedScenario, resolveScenario, withAssumptions } from '../scenario/scenario.ts';
import { tableFutures } from '../table/question/sample.ts';
import { viewpointProblem } from '../table/setting/setting.ts';
import type { AssessmentDetail, TargetStanding } from './assessment.ts';
import { conflictsOf } from './judgement/conflicts.ts';
import { type History, historyPoints, historyResult } from './judgement/history.ts';
import { ambitionStandings, holdingBack } from './judgement/over-targets.ts';
import { carried, fan, observedFields, standing } from './judgement/standing.ts';
import { exampleFutures } from './projection/examples.ts';
import {
  limitUnitFaults,
  type Modelled,
  modelledTarget,
  type Projected,
  project,
} from './projection/modelled.ts';
import { ReadingLayout } from './projection/readings.ts';

/** The part of the audit report that `assess` uses; null for none. */
type Audited = Pick<AuditReport, 'conflicts' | 'hash'> | null;

/** What to assess, with which futures, and where it runs. */
export interface AssessRequest {
  readonly region: Region;
  /** The region's model, compiled; the runner must run the same. */
  readonly model: Model;
  readonly runner: EnsembleRunner;
  /** The observed figures; by default those of the region folder alone. */
  readonly figures?: Figures | undefined;
  /** Number of futures; by default that of region.yaml. */
  readonly futures?: number | undefined;
  /** Seed; by default that of region.yaml. */
  readonly seed?: number | undefined;
  /** A scenario, or the id of one of the region's; by default that of region.yaml. */
  readonly scenario?: ScenarioFile | string | undefined;
  /** Whose ranges are drawn from: null for ours (the default), a viewpoint of the region, or `together` for all mixed. */
  readonly viewpoint?: string | null | undefined;
  /** Whether to leave out every measure in turn, for `carriedBy`; true by default. Without it the work is a fraction. */
  readonly leaveOut?: boolean | undefined;
  /**
   * The audit of the region's claims whose conflicts the targets name, where there is one already; null for none. By default
   * it is made here, at its default switches, while the futures run.
   */
  readonly audit?: Audited | Promise<Audited> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EnsembleProgress) => void) | undefined;
}

/**
 * The main job: for every target and ambition of the region where it stands, in how many futures it is met, what
 * holds it back and which measures carry it. Deterministic: the same region, seed, number of futures and scenario
 * give the same numbers to the last bit, whatever the runner.
 *
 * - projected: p10, p50 and p90 (type 7) over futures of the outcome as its `read` says, at the end of the horizon
 *   (`2030` is time 2031.0), in the unit of the target; `max-` and `min-to-horizon` look from today to the horizon.
 * - met: value at least (at most) the target, with a slack of 1e-9 of the target for rounding. No number, no count.
 * - gap: median minus target, turned so that negative is short; from the last observation where nothing is projected.
 * - binding: every limit's model variable is averaged from today to the horizon, per future divided by the sum over
 *   limits, and that is averaged over futures. Several limits of one constraint count together; what is below zero
 *   counts as zero, and a sum below 1e-9 of the outcome's median is rounding and counts as nothing. Empty where the
 *   horizon is not after today.
 * - carriedBy: the ensemble again on the same futures with each measure's lever at position `none`; the median of the
 *   difference per future. Effects of measures overlap, so they do not add up to the whole. Dropped below 0.1 % of
 *   the target; not computed where the target has no number, nor for measures that are at `none` already.
 * - conflicts: of the audit of the region's claims, those that the target runs into (`conflictsOf`). They depend on the
 *   content alone, not on futures or scenario.
 * - history: the base run, all uncertainties at their median, levers and assumptions of the scenario.
 *
 * @throws FuturesError on a bad count, seed, scenario, or content that does not fit the model; ModelError from the
 *   model; the signal's reason on abort
 */
export async function assess(request: AssessRequest): Promise<AssessmentDetail> {
  const { region, model, runner, signal, onProgress, leaveOut = true } = request;
  const count = request.futures ?? region.assessment.futures;
  const seed = request.seed ?? region.assessment.seed;
  const scenario = resolveScenario(region, request.scenario ?? region.assessment.scenario);
  const viewpoint = request.viewpoint ?? null;
  const unknown = viewpointProblem(region, viewpoint);
  if (unknown !== null) throw new FuturesError([unknown]);
  const futures = tableFutures(region, { viewpoint, assumptions: scenario.assumptions }, count, seed);
  const modelled = region.targets.flatMap((target) => modelledTarget(region, model, target) ?? []);
  const figures = request.figures ?? (await folderFigures(region));
  const unitFaults = limitUnitFaults(modelled, model);
  const checks = historyOf(region, model, figures, unitFaults);

  const baseRun = await baseRunOf(region, runner, scenario, signal);

  const measures = leaveOut
    ? region.measures.filter(({ id, lever }) => scenario.positions[id] !== lever.positions.none)
    : [];
  const others = region.outcomes
    .filter(({ id }) => !modelled.some(({ outcome }) => outcome.id === id))
    .map((outcome) => ({ outcome, overTime: { take: 'series', variable: outcome.variable } as const }));
  const plan = planJobs({ modelled, others }, measures, scenario);
  const running = runner.run({ futures, jobs: plan.jobs }, { signal, onProgress });
  // Avoids an unhandled rejection: the run is awaited below.
  running.catch(() => undefined);
  const audited = request.audit === undefined ? audit(auditInput(region)) : await request.audit;
  const results = readResults(await running, plan, count);
  return {
    assessment: {
      region: { id: region.id, title: region.title },
      provenance: {
        ...region.hashes,
        data: figures.hash,
        seed,
        futures: count,
        scenario: scenario.id,
        viewpoint,
        levers: scenario.positions,
        timings: scenario.timings,
        assumptions: scenario.assumptions,
        leftOut: leaveOut,
        audit: audited?.hash ?? null,
      },
      targets: targetStandings(region, model, { figures, audited, results }),
      ambitions: ambitionStandings(region, results.projections, count),
      holdingBack: holdingBack(region, results.projections, count),
      history: checks.map((check, i) => historyResult(check, baseRun.time, at(baseRun.values, i))),
    },
    series: results.series,
    others: results.others,
    examples: results.examples(region.model.today),
  };
}

/** What is run for an assessment, and where each reading stands in the results. */
interface JobPlan {
  readonly modelled: readonly Modelled[];
  /** outcomes that no modelled target has */
  readonly others: readonly { readonly outcome: Outcome; readonly overTime: EnsembleReading }[];
  readonly measures: readonly Measure[];
  /** of the first job: every reading */
  readonly whole: ReadingLayout;
  /** of the other jobs, one per measure that is left out: only at the horizon */
  readonly atHorizons: ReadingLayout;
  readonly jobs: readonly EnsembleJob[];
}

function planJobs(
  { modelled, others }: Pick<JobPlan, 'modelled' | 'others'>,
  measures: readonly Measure[],
  scenario: ResolvedScenario,
): JobPlan {
  const atHorizons = new ReadingLayout(modelled.map(({ atHorizon }) => atHorizon));
  const whole = new ReadingLayout([
    ...atHorizons.readings,
    ...modelled.map(({ overTime }) => overTime),
    ...modelled.flatMap(({ limits }) => limits.map(({ reading }) => reading)),
    ...others.map(({ overTime }) => overTime),
  ]);
  const main: EnsembleJob = { levers: scenario.levers, readings: whole.readings };
  const without = measures.map(({ lever, timing }): EnsembleJob => {
    const levers: Record<string, number> = { ...scenario.levers, [lever.variable]: lever.positions.none };
    if (timing !== null) delete levers[timing.variable];
    return { levers, readings: atHorizons.readings };
  });
  return { modelled, others, measures, whole, atHorizons, jobs: [main, ...without] };
}

/** What the runs of an assessment say. */
interface RunResults {
  readonly projections: readonly Projected[];
  readonly series: AssessmentDetail['series'];
  readonly others: AssessmentDetail['others'];
  /** Some futures of one target. @param today decimal year */
  examples(today: number): AssessmentDetail['examples'];
  /** measures that carry a target, of one with a projection */
  carriedBy(projection: Projected): TargetStanding['carriedBy'];
}

function readResults(
  runs: readonly JobResult[],
  { modelled, others, measures, whole, atHorizons }: JobPlan,
  count: number,
): RunResults {
  const main = at(runs, 0);
  const without = runs.slice(1);
  const projections = modelled.map((each) =>
    project(
      each,
      {
        atHorizon: whole.numbers(main, each.atHorizon, count),
        limits: each.limits.map(({ reading }) => whole.numbers(main, reading, count)),
      },
      count,
    ),
  );
  const fanOf = ({ outcome, overTime }: JobPlan['others'][number]) =>
    fan(main.time, whole.numbers(main, overTime, main.time.length * count), outcome.scale, count);
  return {
    projections,
    series: Object.fromEntries(projections.map((each) => [each.target.id, fanOf(each)])),
    others: Object.fromEntries(others.map((each) => [each.outcome.id, fanOf(each)])),
    examples: (today) =>
      exampleFutures(
        projections,
        main.time,
        ({ overTime }) => whole.numbers(main, overTime, main.time.length * count),
        { today, count },
      ),
    carriedBy: (projection) =>
      carried(
        projection,
        measures.map(({ id }, i) => ({
          id,
          values: atHorizons.numbers(at(without, i), projection.atHorizon, count),
        })),
      ),
  };
}

function targetStandings(
  region: Region,
  model: Model,
  {
    figures,
    audited,
    results,
  }: { readonly figures: Figures; readonly audited: Audited; readonly results: RunResults },
): readonly TargetStanding[] {
  return region.targets.map((target) => {
    const projection = results.projections.find((each) => each.target.id === target.id);
    const carriedBy = projection === undefined ? [] : results.carriedBy(projection);
    const conflicts = audited === null ? [] : conflictsOf(audited, target.id);
    const observed = latestObserved(region, target, figures);
    return standing(target, observed, projection, { carriedBy, conflicts }, model);
  });
}

/**
 * The run that history is compared with: every uncertainty at its median, levers and assumptions of the scenario.
 *
 * @throws ModelError from the model; the signal's reason on abort
 */
export async function runBase({
  region,
  runner,
  scenario: asked,
  signal,
}: Pick<AssessRequest, 'region' | 'runner' | 'scenario' | 'signal'>): Promise<JobResult> {
  const scenario = resolveScenario(region, asked ?? region.assessment.scenario);
  return baseRunOf(region, runner, scenario, signal);
}

async function baseRunOf(
  region: Region,
  runner: EnsembleRunner,
  scenario: ResolvedScenario,
  signal: AbortSignal | undefined,
): Promise<JobResult> {
  const { uncertainties } = region;
  const [run] = await runner.run(
    {
      futures: withAssumptions(medianFuture(uncertainties), uncertainties, scenario.assumptions),
      jobs: [
        {
          levers: scenario.levers,
          readings: region.history.map(({ variable }): EnsembleReading => ({ take: 'series', variable })),
        },
      ],
    },
    { signal },
  );
  if (run === undefined) throw new Error('the runner gave no result');
  return run;
}

/** @throws FuturesError where a check has no figure within the time of the model, and for the faults that are given */
function historyOf(
  region: Region,
  model: Pick<Model, 'time'>,
  figures: Figures,
  others: readonly FuturesProblem[] = [],
): readonly History[] {
  const checks = region.history.map((check) => historyPoints(region, model, check, figures));
  const faults = [...others, ...checks.flatMap(({ fault }) => fault ?? [])];
  if (faults.length > 0) throw new FuturesError(faults);
  return checks;
}

/**
 * An assessment with other observed figures: what the futures say stays, and what was observed, the gaps that go by it, history and
 * the hashes of provenance are those of the region and the figures. The same as `assess` with these figures, without its work.
 *
 * @param detail of `assess` of the same model, of this region or one that is the same in all that a standing depends on (`dependsOn`)
 * @param base of `runBase` with the scenario of the assessment
 * @throws FuturesError where a history check has no figure within the time of the model
 */
export function withFigures(
  { assessment, ...rest }: AssessmentDetail,
  {
    region,
    model,
    base,
    figures,
  }: Pick<AssessRequest, 'region' | 'model'> & { readonly base: JobResult; readonly figures: Figures },
): AssessmentDetail {
  const checks = historyOf(region, model, figures);
  return {
    assessment: {
      ...assessment,
      provenance: { ...assessment.provenance, ...region.hashes, data: figures.hash },
      targets: assessment.targets.map((standing) => {
        const target = region.targets.find(({ id }) => id === standing.id);
        if (target === undefined) throw new RangeError(`no target ${standing.id}`);
        const observed = latestObserved(region, target, figures);
        return { ...standing, ...observedFields(target, standing.projected, observed) };
      }),
      history: checks.map((check, i) => historyResult(check, base.time, at(base.values, i))),
    },
    ...rest,
  };
}

/**
 * An assessment with the conflicts of another audit, as `assess` with this audit gives them: verdicts of people and relations of the
 * audit change them, and no future.
 *
 * @param detail of `assess`
 * @param audited null for none
 */
export function withAudit({ assessment, ...rest }: AssessmentDetail, audited: Audited): AssessmentDetail {
  return {
    assessment: {
      ...assessment,
      provenance: { ...assessment.provenance, audit: audited?.hash ?? null },
      targets: assessment.targets.map((standing) => ({
        ...standing,
        conflicts: audited === null ? [] : conflictsOf(audited, standing.id),
      })),
    },
    ...rest,
  };
}
