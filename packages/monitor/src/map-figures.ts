import type { Indicator, Region } from '@schaalsprong/agenda';
import { comparePeriods, parsePeriod } from '@schaalsprong/agenda/periods';
import type { VintageFact } from './facts.ts';
import { isMeasured, type Measured } from './figure.ts';
import { factsOfAreas } from './series.ts';

/** The indicator by whose figures municipalities are sized, and by which counts are divided, in a region that has it. */
export const peopleIndicator = 'population';

/** Fewer municipalities with a figure than this, or than half of all, make no map. */
const leastAreas = 2;

type MapRegion = Pick<Region, 'areas' | 'area' | 'sources' | 'indicators' | 'byId'>;

/** A figure of a municipality for a map. */
export interface MapFigure {
  readonly fact: Measured;
  /** per 1,000 inhabitants on 1 January of the year of the figure; null where they are not known, or where it makes no sense */
  readonly per1000: number | null;
}

/** What a map can show of an indicator. */
export interface MapFigures {
  readonly indicator: Indicator;
  /** periods of which half of the municipalities have a figure, oldest first */
  readonly periods: readonly string[];
  /** sorted by area and period */
  readonly figures: readonly MapFigure[];
  /** whether its counts can be divided by inhabitants */
  readonly divisible: boolean;
}

/** Calendar year in which a period begins. */
const yearOf = (period: string): number | null => {
  const start = parsePeriod(period)?.start;
  return start === undefined ? null : Math.floor(start + 1e-6);
};

/** Inhabitants by area and calendar year; empty in a region without them. */
export function peopleByYear(
  region: MapRegion,
  facts: readonly VintageFact[],
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const indicator = region.byId.indicators.get(peopleIndicator);
  const found = new Map<string, Map<number, number>>();
  if (indicator === undefined) return found;
  for (const fact of factsOfAreas(region, indicator, facts)) {
    const year = yearOf(fact.period);
    if (!isMeasured(fact) || year === null) continue;
    const years = found.get(fact.area) ?? new Map<number, number>();
    // The first figure of a year is that of 1 January.
    if (!years.has(year)) years.set(year, fact.value);
    found.set(fact.area, years);
  }
  return found;
}

/**
 * What a map can show of an indicator: its measured figures of municipalities.
 *
 * @param people inhabitants by area and year, as `peopleByYear` gives them
 * @returns null where fewer than half of the municipalities, or than two, have a figure in one period
 */
export function mapFigures(
  region: MapRegion,
  indicator: Indicator,
  facts: readonly VintageFact[],
  people: ReturnType<typeof peopleByYear>,
): MapFigures | null {
  const municipalities = new Set<string>(
    region.areas.flatMap(({ code, kind }) => (kind === 'municipality' ? [code] : [])),
  );
  const measured = factsOfAreas(region, indicator, facts)
    .filter(isMeasured)
    .filter(({ area }) => municipalities.has(area));
  const counts = new Map<string, number>();
  for (const { period } of measured) counts.set(period, (counts.get(period) ?? 0) + 1);
  const least = Math.max(leastAreas, municipalities.size / 2);
  const periods = [...counts].flatMap(([period, n]) => (n >= least ? [period] : [])).sort(comparePeriods);
  if (periods.length === 0) return null;
  const divisible = indicator.additive && indicator.id !== peopleIndicator;
  const figures = measured
    .filter(({ period }) => periods.includes(period))
    .map((fact): MapFigure => {
      const year = yearOf(fact.period);
      const of = year === null ? undefined : people.get(fact.area)?.get(year);
      return { fact, per1000: divisible && of !== undefined && of > 0 ? (fact.value / of) * 1000 : null };
    });
  return { indicator, periods, figures, divisible: figures.some(({ per1000 }) => per1000 !== null) };
}
