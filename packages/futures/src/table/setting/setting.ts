import type { Measure, ScenarioFile } from '@schaalsprong/agenda';
import { FuturesError, type FuturesProblem, problems } from '@schaalsprong/methods/problems';
import { isSeed } from '@schaalsprong/model';
import { nearest } from '@schaalsprong/words';
import { isTiming, resolveScenario } from '../../scenario/scenario.ts';
import { tableProblems } from '../problems.ts';
import type { TableQuestion, TableRegion, TableSetting } from '../types.ts';

/** Maximum number of futures of a request. */
export const mostFutures = 1_000_000;

/** What of a region a setting speaks of. */
export type SettingRegion = Pick<TableRegion, 'measures' | 'uncertainties' | 'scenarios' | 'table'>;

/**
 * A scenario as a setting of the table: every lever at its value, our own ranges.
 *
 * @param scenario a scenario, or the id of one of the region's
 * @throws FuturesError with every fault of the scenario
 */
export function settingOf(region: SettingRegion, scenario: ScenarioFile | string): TableSetting {
  const { positions, timings, assumptions } = resolveScenario(region, scenario);
  return { levers: positions, timings, assumptions, viewpoint: null };
}

/** The values of a named position, of those measures that have one of that name. */
export function positionsOf(
  measures: readonly Pick<Measure, 'id' | 'lever'>[],
  name: string,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    measures.flatMap(({ id, lever }): [string, number][] => {
      const value = Object.hasOwn(lever.positions, name) ? lever.positions[name] : undefined;
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Faults of one setting that are reported at most: a request with thousands of unknown names must stay cheap to refuse. */
export const mostFaults = 20;

/**
 * What is wrong with a setting, at most `mostFaults`: names that the region does not have, with near ones; measures without a value,
 * or outside their range; assumptions that are no number; a viewpoint that nobody holds.
 */
export function settingProblems(region: SettingRegion, setting: TableSetting): readonly FuturesProblem[] {
  const found: FuturesProblem[] = [];
  for (const fault of faultsOf(region, setting)) {
    found.push(fault);
    if (found.length === mostFaults) break;
  }
  return found;
}

/** Lazily, since a suggestion for an unknown name costs time. */
function* faultsOf(region: SettingRegion, setting: TableSetting): Generator<FuturesProblem> {
  const measures = new Map<string, Measure>(region.measures.map((measure) => [measure.id, measure]));
  for (const [id, value] of Object.entries(setting.levers)) {
    const measure = measures.get(id);
    if (measure === undefined) {
      yield tableProblems.measure(id, nearest(id, measures.keys()));
      continue;
    }
    const { min, max } = measure.lever;
    if (!(value >= min && value <= max)) yield tableProblems.range(id, value, min, max);
  }
  for (const id of measures.keys()) {
    if (!Object.hasOwn(setting.levers, id)) yield tableProblems.missing(id);
  }
  for (const [id, years] of Object.entries(setting.timings)) {
    const measure = measures.get(id);
    if (measure === undefined) yield tableProblems.measure(id, nearest(id, measures.keys()), 'timings');
    else if (!isTiming(measure, years)) yield tableProblems.timing(id, years, measure.timing);
  }
  const uncertainties = new Set<string>(region.uncertainties.map(({ id }) => id));
  for (const [id, value] of Object.entries(setting.assumptions)) {
    if (!uncertainties.has(id)) yield tableProblems.uncertainty(id, nearest(id, uncertainties));
    else if (!Number.isFinite(value)) yield tableProblems.assumption(id, value);
  }
  const unknown = viewpointProblem(region, setting.viewpoint);
  if (unknown !== null) yield unknown;
}

/** What is wrong with a viewpoint that nobody in the region holds; null where nothing is. */
export function viewpointProblem(
  { table }: Pick<SettingRegion, 'table'>,
  viewpoint: TableSetting['viewpoint'],
): FuturesProblem | null {
  const known = ['together', ...table.viewpoints.map(({ id }) => id)];
  return viewpoint === null || known.includes(viewpoint)
    ? null
    : tableProblems.viewpoint(viewpoint, nearest(viewpoint, known));
}

/**
 * Refuses a question that cannot be answered, before anything runs.
 *
 * @param most futures that may be asked
 * @throws FuturesError with every fault of setting, number of futures, seed and year
 */
export function checkSetting(region: SettingRegion, question: TableQuestion, most = mostFutures): void {
  const { setting, futures, seed, year } = question;
  const found = [...settingProblems(region, setting)];
  const years: readonly string[] = region.table.years;
  if (typeof year === 'string' && !years.includes(year)) found.push(tableProblems.year(year, years));
  if (!Number.isSafeInteger(futures) || futures < 1 || futures > most) {
    found.push(tableProblems.futures(futures, most));
  }
  if (!isSeed(seed)) found.push(problems.seed(seed));
  if (found.length > 0) throw new FuturesError(found);
}

/** Whether two settings are the same, whatever the order in which they name things. */
export function sameSetting(a: TableSetting, b: TableSetting): boolean {
  const same = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean => {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && Object.is(one[name], other[name]))
    );
  };
  return (
    a.viewpoint === b.viewpoint &&
    same(a.levers, b.levers) &&
    same(a.timings, b.timings) &&
    same(a.assumptions, b.assumptions)
  );
}
