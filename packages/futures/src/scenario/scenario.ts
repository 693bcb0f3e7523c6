import type { Measure, Region, ScenarioFile, Uncertainty } from '@schaalsprong/agenda';
import type { Futures } from '@schaalsprong/methods/ensemble';
import { FuturesError, type FuturesProblem } from '@schaalsprong/methods/problems';
import { nearest } from '@schaalsprong/words';
import { regionProblems } from '../region-problems.ts';

/** A scenario with every name looked up: numbers for the model. */
export interface ResolvedScenario {
  readonly id: string;
  /** Lever variable of every measure to its value, and timing variable of those that come earlier or later to its years. */
  readonly levers: Readonly<Record<string, number>>;
  /** Measure id to the value of its lever. */
  readonly positions: Readonly<Record<string, number>>;
  /** Measure id to the years by which it comes earlier, below 0 later; only where that is not 0. */
  readonly timings: Readonly<Record<string, number>>;
  /** Uncertainty id to a fixed value, instead of its range. */
  readonly assumptions: Readonly<Record<string, number>>;
}

/** What of a region a scenario speaks of. */
export type ScenarioRegion = Pick<Region, 'measures' | 'uncertainties' | 'scenarios'>;

/**
 * Looks up what a scenario says: named positions of levers become numbers, measures that it does not list are at its
 * base position, assumptions are checked.
 *
 * @param scenario a scenario, or the id of one of the region's
 * @throws FuturesError with every fault: unknown scenario, measure, position or uncertainty (each with near names), a
 *   lever outside its range, an assumption that is not finite. (Two hands on one constant is a fault of the region, which
 *   its loader finds.)
 */
export function resolveScenario(region: ScenarioRegion, scenario: ScenarioFile | string): ResolvedScenario {
  const file = typeof scenario === 'string' ? findScenario(region, scenario) : scenario;
  const found: FuturesProblem[] = [];
  const measures = new Map<string, Measure>(region.measures.map((measure) => [measure.id, measure]));
  for (const id of Object.keys(file.levers)) {
    if (!measures.has(id)) found.push(regionProblems.measure(file.id, id, nearest(id, measures.keys())));
  }
  const levers: Record<string, number> = {};
  const positions: Record<string, number> = {};
  const withoutBase: string[] = [];
  for (const measure of region.measures) {
    const { lever, id } = measure;
    const listed = file.levers[id];
    const asked = listed ?? file.base;
    const value = typeof asked === 'number' ? asked : named(lever.positions, asked);
    if (value === undefined) {
      if (listed === undefined) withoutBase.push(id);
      else {
        found.push(
          regionProblems.position(
            file.id,
            id,
            String(asked),
            nearest(String(asked), Object.keys(lever.positions)),
          ),
        );
      }
    } else if (!(value >= lever.min && value <= lever.max)) {
      found.push(regionProblems.leverRange(file.id, id, value, lever.min, lever.max));
    } else {
      levers[lever.variable] = value;
      positions[id] = value;
    }
  }
  if (withoutBase.length > 0) found.push(regionProblems.base(file.id, file.base, withoutBase));
  const timings: Record<string, number> = {};
  for (const [id, years] of Object.entries(file.timings)) {
    const measure = measures.get(id);
    if (measure === undefined) {
      found.push(regionProblems.measure(file.id, id, nearest(id, measures.keys()), 'timings'));
    } else if (!isTiming(measure, years)) {
      found.push(regionProblems.timing(file.id, id, years, measure.timing));
    } else if (years !== 0) timings[id] = years;
  }
  Object.assign(levers, timingVariables(region, timings));
  const uncertainties = new Set<string>(region.uncertainties.map(({ id }) => id));
  for (const [id, value] of Object.entries(file.assumptions)) {
    if (!uncertainties.has(id))
      found.push(regionProblems.assumption(file.id, id, nearest(id, uncertainties)));
    else if (!Number.isFinite(value)) found.push(regionProblems.assumptionValue(file.id, id, value));
  }
  if (found.length > 0) throw new FuturesError(found);
  return { id: file.id, levers, positions, timings, assumptions: { ...file.assumptions } };
}

/** Whether a measure can come by so many whole years earlier, or later below 0. */
export const isTiming = ({ timing }: Pick<Measure, 'timing'>, years: number): boolean =>
  timing !== null && Number.isInteger(years) && years >= timing.min && years <= timing.max;

/**
 * The constants of the model that timings set. Only those that shift something: a constant that stays as it is costs a run less.
 *
 * @param timings measure id to years earlier
 */
export const timingVariables = (
  { measures }: { readonly measures: readonly Pick<Measure, 'id' | 'timing'>[] },
  timings: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    measures.flatMap(({ id, timing }): [string, number][] => {
      const years = Object.hasOwn(timings, id) ? (timings[id] ?? 0) : 0;
      return timing === null || years === 0 ? [] : [[timing.variable, years]];
    }),
  );

function findScenario(region: ScenarioRegion, id: string): ScenarioFile {
  const scenario = region.scenarios.find((candidate) => candidate.id === id);
  if (scenario !== undefined) return scenario;
  throw new FuturesError([
    regionProblems.scenario(
      id,
      nearest(
        id,
        region.scenarios.map((candidate) => candidate.id),
      ),
    ),
  ]);
}

function named(positions: Measure['lever']['positions'], name: string): number | undefined {
  return Object.hasOwn(positions, name) ? positions[name] : undefined;
}

/**
 * Futures with the scenario's assumptions in place of the draws. The draws of all other uncertainties stay as they
 * were, so two scenarios are compared on common random numbers.
 */
export function withAssumptions(
  futures: Futures,
  uncertainties: readonly Pick<Uncertainty, 'id' | 'variable'>[],
  assumptions: ResolvedScenario['assumptions'],
): Futures {
  const values: Record<string, Float64Array> = { ...futures.values };
  const byId: Record<string, Float64Array> = { ...futures.byId };
  for (const { id, variable } of uncertainties) {
    const value = assumptions[id];
    if (value === undefined) continue;
    const column = new Float64Array(futures.count).fill(value);
    values[variable] = column;
    byId[id] = column;
  }
  return { ...futures, values, byId };
}
