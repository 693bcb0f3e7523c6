import {
  type HistoryCheck,
  latestObservation,
  type Outcome,
  observedRows,
  periodEnd,
  periodStart,
  type Region,
  type ScenarioFile,
  type Target,
  type Text,
} from '@schaalsprong/agenda';
import type { Model } from '@schaalsprong/model';
import type {
  AmbitionStanding,
  AssessmentDetail,
  Binding,
  Carried,
  FanSeries,
  HistoryResult,
  HoldingBack,
  Met,
  TargetStanding,
} from './assessment.ts';
import type { EnsembleJob, EnsembleProgress, EnsembleRunner, JobResult, Reading } from './ensemble.ts';
import { FuturesError, type FuturesProblem, problems } from './problems.ts';
import { medianOf, quantilesOf } from './quantiles.ts';
import { medianFuture, sampleFutures } from './sampling.ts';
import { resolveScenario, withAssumptions } from './scenario.ts';

export interface AssessRequest {
  readonly region: Region;
  /** The region's model, compiled; the runner must run the same. */
  readonly model: Model;
  readonly runner: EnsembleRunner;
  /** Number of futures; by default that of region.yaml. */
  readonly futures?: number | undefined;
  /** Seed; by default that of region.yaml. */
  readonly seed?: number | undefined;
  /** A scenario, or the id of one of the region's; by default that of region.yaml. */
  readonly scenario?: ScenarioFile | string | undefined;
  /** Whether to leave out every measure in turn, for `carriedBy`; true by default. Without it the work is a fraction. */
  readonly leaveOut?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EnsembleProgress) => void) | undefined;
}

/** A target that the model speaks of, with what to read of every run. */
interface Modelled {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly atHorizon: Reading;
  readonly limits: readonly { readonly constraint: string; readonly reading: Reading }[];
}

/** A modelled target with its numbers per future. */
interface Projected extends Modelled {
  /** Per future, in the unit of the target. */
  readonly values: Float64Array;
  /** Per future 1 where the target is met; null where the agenda gives no number. */
  readonly metIn: Uint8Array | null;
  /** Per future and limit: its part in all that was held back; zeros where nothing was. */
  readonly shares: ReadonlyMap<string, Float64Array>;
  readonly heldBackIn: number;
}

/** A delta below this part of the target is not shown: it is noise beside what the target asks. */
const SMALLEST_DELTA = 0.001;

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
 *   counts as zero. Empty where the horizon is not after today.
 * - carriedBy: the ensemble again on the same futures with each measure's lever at position `none`; the median of the
 *   difference per future. Effects of measures overlap, so they do not add up to the whole. Dropped below 0.1 % of
 *   the target; not computed where the target has no number, nor for measures that stand at `none` already.
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
  const futures = withAssumptions(
    sampleFutures(region.uncertainties, count, seed),
    region.uncertainties,
    scenario.assumptions,
  );
  const modelled = region.targets.flatMap((target) => modelledTarget(region, model, target) ?? []);
  const checks = region.history.map((check) => historyPoints(region, model, check));
  const faults = [...limitUnitFaults(modelled, model), ...checks.flatMap(({ fault }) => fault ?? [])];
  if (faults.length > 0) throw new FuturesError(faults);

  const base = withAssumptions(
    medianFuture(region.uncertainties),
    region.uncertainties,
    scenario.assumptions,
  );
  const historyReadings = checks.map(({ reading }) => reading);
  const [baseRun] = await runner.run(
    { futures: base, jobs: [{ levers: scenario.levers, readings: historyReadings }] },
    { signal },
  );

  const measures = leaveOut
    ? region.measures.filter(({ id, lever }) => scenario.positions[id] !== lever.positions.none)
    : [];
  const atHorizons = modelled.map(({ atHorizon }) => atHorizon);
  const main: EnsembleJob = {
    levers: scenario.levers,
    readings: [
      ...atHorizons,
      ...modelled.map(({ outcome }): Reading => ({ take: 'series', variable: outcome.variable })),
      ...modelled.flatMap(({ limits }) => limits.map(({ reading }) => reading)),
    ],
  };
  const without = measures.map(
    ({ lever }): EnsembleJob => ({
      levers: { ...scenario.levers, [lever.variable]: lever.positions.none },
      readings: atHorizons,
    }),
  );
  const [mainRun, ...withoutRuns] = await runner.run(
    { futures, jobs: [main, ...without] },
    { signal, onProgress },
  );
  if (mainRun === undefined || baseRun === undefined) throw new Error('the runner gave no result');

  const projections = project(modelled, mainRun, count);
  const targets = region.targets.map((target): TargetStanding => {
    const place = projections.findIndex((projection) => projection.target.id === target.id);
    const projection = projections[place];
    const carriedBy =
      projection === undefined
        ? []
        : carried(
            projection,
            measures.map(({ id }, i) => ({
              id,
              values: withoutRuns[i]?.values[place] ?? new Float64Array(),
            })),
          );
    return standing(region, target, projection, carriedBy, model);
  });
  return {
    assessment: {
      region: { id: region.id, title: region.title },
      provenance: {
        ...region.hashes,
        seed,
        futures: count,
        scenario: scenario.id,
        levers: scenario.positions,
        assumptions: scenario.assumptions,
        leftOut: leaveOut,
        audit: null,
      },
      targets,
      ambitions: ambitionStandings(region, projections, count),
      holdingBack: holdingBack(region, projections, count),
      history: checks.map((check, i) => historyResult(check, baseRun.time, baseRun.values[i])),
    },
    series: Object.fromEntries(
      projections.map(({ target, outcome }, i) => [
        target.id,
        fan(mainRun.time, mainRun.values[modelled.length + i] ?? new Float64Array(), outcome.scale, count),
      ]),
    ),
  };
}

// ------------------------------------------------------------------------------------------------ what to read

function horizonTime(target: Target): number {
  return periodEnd(target.horizon);
}

/** Null where the model does not speak of the target, or does not reach its horizon. */
function modelledTarget(region: Region, model: Model, target: Target): Modelled | null {
  const outcome = target.outcome === null ? undefined : region.byId.outcomes.get(target.outcome);
  const horizon = horizonTime(target);
  if (outcome === undefined || horizon > model.time.stop) return null;
  const { today } = region.model;
  const { variable } = outcome;
  return {
    target,
    outcome,
    atHorizon: readOutcome(outcome, target, today),
    limits:
      horizon <= today
        ? []
        : outcome.limits.map((limit) => ({
            constraint: limit.constraint,
            reading: { take: 'mean', variable: limit.variable, from: today, to: horizon },
          })),
  };

  function readOutcome(of: Outcome, { horizon: period }: Target, from: number): Reading {
    switch (of.read) {
      case 'at-horizon':
        return { take: 'at', variable, time: horizon };
      case 'max-to-horizon':
        return { take: 'max', variable, from: Math.min(from, horizon), to: horizon };
      case 'min-to-horizon':
        return { take: 'min', variable, from: Math.min(from, horizon), to: horizon };
      case 'mean-of-horizon-year':
        return { take: 'mean', variable, from: periodStart(period), to: horizon };
    }
  }
}

function beyondModel(target: Target, model: Model): Text {
  const { stop } = model.time;
  return {
    nl: `De horizon (eind ${target.horizon}) ligt na het einde van het model (${stop}).`,
    en: `The horizon (end of ${target.horizon}) lies after the end of the model (${stop}).`,
  };
}

/** Shares of limits in different units would mean nothing. */
function limitUnitFaults(modelled: readonly Modelled[], model: Model): readonly FuturesProblem[] {
  const unitOf = new Map(
    model.variables.map(({ name, units }) => [plainName(name), units.replace(/\s+/g, '')]),
  );
  const outcomes = new Map(modelled.map(({ outcome }) => [outcome.id, outcome]));
  return [...outcomes.values()].flatMap((outcome) => {
    const units = new Set(outcome.limits.flatMap(({ variable }) => unitOf.get(plainName(variable)) ?? []));
    return units.size > 1 ? [problems.limitUnits(outcome.id, [...units])] : [];
  });
}

/** A Vensim name without its subscripts, in the way that Vensim compares names. */
function plainName(name: string): string {
  return name
    .replace(/\[.*$/, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

// ------------------------------------------------------------------------------------------------ per target

function meets(value: number, goal: number, direction: Target['direction']): boolean {
  const slack = 1e-9 * Math.abs(goal);
  return direction === 'at-least' ? value >= goal - slack : value <= goal + slack;
}

function countMet(values: Float64Array, target: Target): number {
  const goal = target.value;
  if (goal === null) return 0;
  return values.reduce((met, value) => met + (meets(value, goal, target.direction) ? 1 : 0), 0);
}

function project(modelled: readonly Modelled[], run: JobResult, count: number): readonly Projected[] {
  let next = 2 * modelled.length;
  return modelled.map((each, i) => {
    const { target, outcome } = each;
    const values = (run.values[i] ?? new Float64Array(count)).map((value) => value * outcome.scale);
    const amounts = new Map<string, Float64Array>();
    for (const { constraint } of each.limits) {
      const means = run.values[next++];
      const sum = amounts.get(constraint) ?? new Float64Array(count);
      means?.forEach((mean, future) => {
        sum[future] = (sum[future] ?? 0) + Math.max(0, mean);
      });
      amounts.set(constraint, sum);
    }
    const goal = target.value;
    return {
      ...each,
      values,
      metIn:
        goal === null ? null : Uint8Array.from(values, (v) => (meets(v, goal, target.direction) ? 1 : 0)),
      ...sharesOf(amounts, count),
    };
  });
}

/** Per future each amount divided by the sum of all; zeros where the sum is zero. Changes `amounts` in place. */
function sharesOf(
  amounts: ReadonlyMap<string, Float64Array>,
  count: number,
): Pick<Projected, 'shares' | 'heldBackIn'> {
  let heldBackIn = 0;
  for (let future = 0; future < count; future++) {
    let total = 0;
    for (const amount of amounts.values()) total += amount[future] ?? 0;
    if (total > 0) heldBackIn++;
    for (const amount of amounts.values()) amount[future] = total > 0 ? (amount[future] ?? 0) / total : 0;
  }
  return { shares: amounts, heldBackIn };
}

function bindingOf({ shares }: Projected): readonly Binding[] {
  return [...shares]
    .map(([constraint, perFuture]) => ({ constraint, share: mean(perFuture) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || order(a.constraint, b.constraint));
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function carried(
  { target, outcome, values }: Projected,
  without: readonly { readonly id: string; readonly values: Float64Array }[],
): readonly Carried[] {
  const goal = target.value;
  if (goal === null) return [];
  // A target of zero gives no measure of what is small; then the median itself does.
  const smallest = SMALLEST_DELTA * Math.abs(goal === 0 ? medianOf(values) : goal);
  return without
    .map(({ id, values: raw }) => {
      const left = raw.map((value) => value * outcome.scale);
      return {
        measure: id,
        delta: medianOf(values.map((value, future) => value - (left[future] ?? Number.NaN))),
        metWithout: countMet(left, target),
      };
    })
    .filter(({ delta }) => Math.abs(delta) > 0 && Math.abs(delta) >= smallest)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta) || order(a.measure, b.measure));
}

function standing(
  region: Region,
  target: Target,
  projection: Projected | undefined,
  carriedBy: readonly Carried[],
  model: Model,
): TargetStanding {
  const observed = latestObservation(region, target);
  const projected = projection === undefined ? null : quantilesOf(projection.values);
  const of = projection?.values.length ?? 0;
  const notModelled = projection !== undefined ? null : (target.notModelled ?? beyondModel(target, model));
  return {
    id: target.id,
    title: target.title,
    pillar: target.pillar,
    challenge: target.challenge,
    horizon: target.horizon,
    unit: target.unit,
    direction: target.direction,
    target: target.value,
    observed:
      observed === null ? null : { value: observed.value, period: observed.period, source: observed.source },
    projected,
    met: projection === undefined || projection.metIn === null ? null : { count: sum(projection.metIn), of },
    gap: gapOf(target, projected?.p50 ?? observed?.value ?? null),
    binding: projection === undefined ? [] : bindingOf(projection),
    carriedBy,
    conflicts: [],
    notModelled,
    targetIs: target.valueIs,
    observedStatus: observed?.status ?? null,
    ambitions: target.ambitions,
    challenges: target.challenges,
    heldBack:
      projection === undefined || projection.shares.size === 0 ? null : { count: projection.heldBackIn, of },
  };
}

function gapOf(target: Target, value: number | null): number | null {
  if (target.value === null || value === null) return null;
  const gap = target.direction === 'at-least' ? value - target.value : target.value - value;
  return gap === 0 ? 0 : gap;
}

function sum(flags: Uint8Array): number {
  return flags.reduce((total, flag) => total + flag, 0);
}

/** Bands per saved time, in the unit of the target. */
function fan(time: Float64Array, series: Float64Array, scale: number, count: number): FanSeries {
  const steps = Array.from(time, (_, step) =>
    quantilesOf(series.subarray(step * count, (step + 1) * count).map((value) => value * scale)),
  );
  return {
    time: [...time],
    p10: steps.map(({ p10 }) => p10),
    p50: steps.map(({ p50 }) => p50),
    p90: steps.map(({ p90 }) => p90),
  };
}

// ------------------------------------------------------------------------------------------------ over targets

/** Ambitions are the nodes that targets name as such, in the order of the tree. */
function ambitionStandings(
  region: Region,
  projections: readonly Projected[],
  count: number,
): readonly AmbitionStanding[] {
  const named = new Set<string>(region.targets.flatMap(({ ambitions }) => ambitions));
  return region.nodes
    .filter(({ id }) => named.has(id))
    .map(({ id, title }) => {
      const targets = region.targets.filter(({ ambitions }) => ambitions.some((ambition) => ambition === id));
      const counted = projections
        .filter(({ target }) => targets.includes(target))
        .flatMap(({ metIn }) => metIn ?? []);
      return {
        id,
        title,
        targets: targets.map((target) => target.id),
        met: counted.length === 0 ? null : allAtOnce(counted, count),
        notModelled: targets.length - counted.length,
      };
    });
}

function allAtOnce(flags: readonly Uint8Array[], of: number): Met {
  let count = 0;
  for (let future = 0; future < of; future++) {
    if (flags.every((metIn) => metIn[future] === 1)) count++;
  }
  return { count, of };
}

function holdingBack(
  region: Region,
  projections: readonly Projected[],
  count: number,
): readonly HoldingBack[] {
  const constraints = region.constraints.map(({ id }): string => id);
  const weights = new Map<string, number>();
  const largestFor = new Map<string, string[]>();
  const missed = projections.flatMap((projection) =>
    projection.metIn !== null && sum(projection.metIn) < count
      ? [{ ...projection, metIn: projection.metIn }]
      : [],
  );
  for (const projection of missed) {
    const missedPart = 1 - sum(projection.metIn) / count;
    const binding = bindingOf(projection);
    for (const { constraint, share } of binding) {
      weights.set(constraint, (weights.get(constraint) ?? 0) + missedPart * share);
    }
    const largest = binding[0];
    if (largest !== undefined) {
      largestFor.set(largest.constraint, [
        ...(largestFor.get(largest.constraint) ?? []),
        projection.target.id,
      ]);
    }
  }
  const largestIn = new Map<string, number>();
  for (let future = 0; future < count; future++) {
    let most = 0;
    let first: string | null = null;
    for (const constraint of constraints) {
      let total = 0;
      for (const { metIn, shares } of missed) {
        if (metIn[future] === 0) total += shares.get(constraint)?.[future] ?? 0;
      }
      if (total > most) {
        most = total;
        first = constraint;
      }
    }
    if (first !== null) largestIn.set(first, (largestIn.get(first) ?? 0) + 1);
  }
  const total = [...weights.values()].reduce((all, weight) => all + weight, 0);
  return [...weights]
    .map(([constraint, weight]) => ({
      constraint,
      share: weight / total,
      targets: largestFor.get(constraint) ?? [],
      largestIn: { count: largestIn.get(constraint) ?? 0, of: count },
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || order(a.constraint, b.constraint));
}

// ------------------------------------------------------------------------------------------------ history

interface History {
  readonly check: HistoryCheck;
  readonly reading: Reading;
  readonly points: readonly { readonly time: number; readonly value: number }[];
  readonly fault: FuturesProblem | null;
}

/**
 * The observed points of a check that lie inside the model's time. What is only expected is no history, and of a zero no
 * relative difference can be taken.
 */
function historyPoints(region: Region, model: Model, check: HistoryCheck): History {
  const { observed } = check;
  const { start, stop } = model.time;
  const all =
    observed === undefined
      ? (check.points ?? [])
      : observedRows(region, observed.series, observed.area)
          .filter(({ status }) => status !== 'expected')
          .map(({ start: from, value }) => ({ time: from + observed.timeOffset, value }));
  const points = all
    .filter(({ time, value }) => time >= start && time <= stop && value !== 0)
    .toSorted((a, b) => a.time - b.time);
  return {
    check,
    reading: { take: 'series', variable: check.variable },
    points,
    fault: points.length === 0 ? problems.historyEmpty(check.id, start, stop) : null,
  };
}

function historyResult(
  history: History,
  time: Float64Array,
  series: Float64Array | undefined,
): HistoryResult {
  const { check } = history;
  const points = history.points.map((point) => ({
    time: point.time,
    observed: point.value,
    modelled: check.scale * interpolate(time, series ?? new Float64Array(), point.time),
  }));
  const worst = Math.max(
    0,
    ...points.map(({ observed, modelled }) => Math.abs(modelled - observed) / Math.abs(observed)),
  );
  return {
    id: check.id,
    title: check.title,
    tolerance: check.tolerance,
    worst,
    within: worst <= check.tolerance,
    points,
  };
}

/** Linear between saved times, since a month of observation may fall between two quarters. */
function interpolate(time: Float64Array, series: Float64Array, at: number): number {
  const above = time.findIndex((t) => t >= at - 1e-6);
  const after = series[above] ?? Number.NaN;
  const tAfter = time[above] ?? Number.NaN;
  if (above <= 0 || Math.abs(tAfter - at) <= 1e-6) return after;
  const before = series[above - 1] ?? Number.NaN;
  const tBefore = time[above - 1] ?? Number.NaN;
  return before + ((at - tBefore) / (tAfter - tBefore)) * (after - before);
}
