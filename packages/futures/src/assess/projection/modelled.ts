import type { Outcome, Target } from '@schaalsprong/agenda';
import { periodEnd, periodStart } from '@schaalsprong/agenda/periods';
import { quantilesOf } from '@schaalsprong/methods/distributions';
import type { EnsembleReading } from '@schaalsprong/methods/ensemble';
import type { FuturesProblem } from '@schaalsprong/methods/problems';
import { type Model, variableKey } from '@schaalsprong/model';
import { meets } from '@schaalsprong/monitor/figure';
import { at, compareTexts, numberAt, Unreachable } from '@schaalsprong/words';
import { regionProblems } from '../../region-problems.ts';
import type { Binding, Quantiles } from '../assessment.ts';

/** A target that the model speaks of, with what to read of every run. */
export interface Modelled {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly atHorizon: EnsembleReading;
  /** The outcome at every saved time. */
  readonly overTime: EnsembleReading;
  readonly limits: readonly { readonly constraint: string; readonly reading: EnsembleReading }[];
}

/** A modelled target with its numbers per future. */
export interface Projected extends Modelled {
  /** Per future, in the unit of the target. */
  readonly values: Float64Array;
  /** Where those lie. */
  readonly projected: Quantiles;
  /** Per future 1 where the target is met; null where the agenda gives no number. */
  readonly metIn: Uint8Array | null;
  /** Per future and limit: its part in all that was held back; zeros where nothing was. */
  readonly shares: ReadonlyMap<string, Float64Array>;
  readonly heldBackIn: number;
}

/** What of a region says how a target is read of the model. */
export interface OutcomesOfRegion {
  readonly outcomes: readonly Outcome[];
  readonly model: { readonly today: number };
}

/**
 * Null where the model does not speak of the target, or does not reach its horizon.
 *
 * @param when the period at which the target is read; by default its own horizon
 */
export function modelledTarget(
  region: OutcomesOfRegion,
  model: Pick<Model, 'time'>,
  target: Target,
  when: string = target.horizon,
): Modelled | null {
  const outcome = region.outcomes.find(({ id }) => id === target.outcome);
  const horizon = periodEnd(when);
  if (outcome === undefined || horizon > model.time.stop) return null;
  const { today } = region.model;
  return {
    target,
    outcome,
    atHorizon: readingOf(outcome, when, today),
    overTime: { take: 'series', variable: outcome.variable },
    limits:
      horizon <= today
        ? []
        : outcome.limits.map((limit) => ({
            constraint: limit.constraint,
            reading: { take: 'mean', variable: limit.variable, from: today, to: horizon },
          })),
  };
}

/** What to read of a run for an outcome at a horizon. */
function readingOf({ read, variable }: Outcome, horizon: string, today: number): EnsembleReading {
  const to = periodEnd(horizon);
  switch (read) {
    case 'at-horizon':
      return { take: 'at', variable, time: to };
    case 'max-to-horizon':
      return { take: 'max', variable, from: Math.min(today, to), to };
    case 'min-to-horizon':
      return { take: 'min', variable, from: Math.min(today, to), to };
    case 'mean-of-horizon-year':
      return { take: 'mean', variable, from: periodStart(horizon), to };
  }
}

/** Shares of limits in different units would mean nothing. */
export function limitUnitFaults(
  modelled: readonly Modelled[],
  model: Pick<Model, 'variables'>,
): readonly FuturesProblem[] {
  const unitOf = new Map(
    model.variables.map(({ name, units }) => [variableKey(name), units.replace(/\s+/g, '')]),
  );
  const outcomes = new Map(modelled.map(({ outcome }) => [outcome.id, outcome]));
  return [...outcomes.values()].flatMap((outcome) => {
    const units = new Set(outcome.limits.flatMap(({ variable }) => unitOf.get(variableKey(variable)) ?? []));
    return units.size > 1 ? [regionProblems.limitUnits(outcome.id, [...units])] : [];
  });
}

/** In how many futures the target is met; 0 where it has no number. */
export function countMet(values: Float64Array, target: Target): number {
  const goal = target.value;
  if (goal === null) return 0;
  return values.reduce((met, value) => met + (meets(value, goal, target.direction) ? 1 : 0), 0);
}

/** What the runs gave for one target, one number per future in each, in the unit of the model. */
export interface TargetNumbers {
  readonly atHorizon: Float64Array;
  /** Per limit of the target, in its order. Empty where nobody asks what holds it back. */
  readonly limits: readonly Float64Array[];
}

/**
 * The numbers per future of a modelled target.
 *
 * @throws Unreachable where there are not as many numbers as futures, or not as many limits as the target has
 */
export function project(each: Modelled, numbers: TargetNumbers, count: number): Projected {
  const { target, outcome, limits } = each;
  const isOfAll = [numbers.atHorizon, ...numbers.limits].every(({ length }) => length === count);
  if (!isOfAll || numbers.limits.length !== limits.length) {
    throw new Unreachable(`numbers that are not those of ${target.id}`);
  }
  const values = numbers.atHorizon.map((value) => value * outcome.scale);
  const amounts = new Map<string, Float64Array>();
  for (const [l, { constraint }] of limits.entries()) {
    const means = at(numbers.limits, l);
    const sum = amounts.get(constraint) ?? new Float64Array(count);
    // Read plainly: both are as long as there are futures, as was checked.
    for (let future = 0; future < count; future++) {
      sum[future] = (sum[future] ?? 0) + Math.max(0, means[future] ?? Number.NaN);
    }
    amounts.set(constraint, sum);
  }
  const projected = quantilesOf(values);
  return {
    ...each,
    values,
    projected,
    metIn: metIn(values, target),
    ...sharesOf(amounts, ROUNDING * Math.abs(projected.p50 / outcome.scale), count),
  };
}

/** Per future 1 where a target is met; null where it has no number. */
function metIn(values: Float64Array, { value: goal, direction }: Target): Uint8Array | null {
  if (goal === null) return null;
  // A loop: this is done for every target at every move of a lever.
  const met = new Uint8Array(values.length);
  for (let future = 0; future < values.length; future++) {
    if (meets(numberAt(values, future), goal, direction)) met[future] = 1;
  }
  return met;
}

/** What is held back counts above this part of the outcome's median: below it stands only the rounding of differences. */
const ROUNDING = 1e-9;

/** Per future each amount divided by the sum of all; zeros where the sum is nothing. Changes `amounts` in place. */
function sharesOf(
  amounts: ReadonlyMap<string, Float64Array>,
  nothing: number,
  count: number,
): Pick<Projected, 'shares' | 'heldBackIn'> {
  const all = [...amounts.values()];
  const totals = new Float64Array(count);
  for (const amount of all) {
    for (let future = 0; future < count; future++) {
      totals[future] = (totals[future] ?? 0) + (amount[future] ?? 0);
    }
  }
  let heldBackIn = 0;
  for (const total of totals) if (total > nothing) heldBackIn++;
  for (const amount of all) {
    for (let future = 0; future < count; future++) {
      const total = totals[future] ?? 0;
      amount[future] = total > nothing ? (amount[future] ?? 0) / total : 0;
    }
  }
  return { shares: amounts, heldBackIn };
}

/** The limits of a target, the one that holds back most first, each with its mean share over futures. */
export function bindingOf({ shares }: Projected): readonly Binding[] {
  return [...shares]
    .map(([constraint, perFuture]) => ({ constraint, share: mean(perFuture) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || compareTexts(a.constraint, b.constraint));
}

function mean(values: Float64Array): number {
  // A loop without a call: for every limit of every target at every move of a lever.
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

/** How many flags are up. */
export function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
