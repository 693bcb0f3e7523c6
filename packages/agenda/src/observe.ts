import { comparePeriods, parsePeriod } from './period.ts';
import type { Region } from './region.ts';
import { runningTotals } from './running-total.ts';
import type { Observation, Target } from './schema.ts';
import { withSums } from './sum-parts.ts';

/** One observed value, in the unit of the indicator. */
export interface ObservedPoint {
  /** as the source gives it; ` (?)` where the period is in doubt */
  readonly period: string;
  /** decimal years, end not included */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly status: Observation['status'];
  readonly source: string;
  readonly note: string;
  readonly area: string;
}

/** Statuses that count as measured, best first. */
const rank: Record<Observation['status'], number> = { observed: 0, provisional: 1, derived: 2, expected: 3 };

/** What is asked for: the rows of a series, whether parts may be added up, and what to divide the values by. */
interface Ask {
  readonly series: string;
  readonly additive: boolean;
  readonly divideBy: number;
}

const ownPoints = (region: Region, ask: Ask, area: string): ObservedPoint[] =>
  region.observations.flatMap((row) => {
    if (row.indicator !== ask.series || row.area !== area) return [];
    const span = parsePeriod(row.period);
    if (span === null) return [];
    return [
      {
        period: row.period,
        start: span.start,
        end: span.end,
        value: row.value / ask.divideBy,
        status: row.status,
        source: row.source,
        note: row.note,
        area,
      },
    ];
  });

/** The best measured point of each period; what is only expected takes no part in a sum. */
function bestPerPeriod(points: readonly ObservedPoint[]): Map<string, ObservedPoint> {
  const best = new Map<string, ObservedPoint>();
  for (const point of points) {
    if (point.status === 'expected') continue;
    const before = best.get(point.period);
    if (before === undefined || rank[point.status] < rank[before.status]) best.set(point.period, point);
  }
  return best;
}

const byPeriod = (a: ObservedPoint, b: ObservedPoint): number => comparePeriods(a.period, b.period);

/** Several points as one: from the start of the first to the end of the last. */
const summed = (parts: readonly ObservedPoint[]): Omit<ObservedPoint, 'period' | 'note'> => ({
  start: parts[0]?.start ?? Number.NaN,
  end: parts.at(-1)?.end ?? Number.NaN,
  value: parts.reduce((sum, p) => sum + p.value, 0),
  status: 'derived',
  source: [...new Set(parts.map((p) => p.source))].join(' ; '),
  area: parts[0]?.area ?? '',
});

function points(region: Region, ask: Ask, area: string): ObservedPoint[] {
  return withSums(
    {
      areas: region.areas,
      additive: ask.additive,
      own: (code) => ownPoints(region, ask, code),
      best: bestPerPeriod,
      sum: (code, period, parts) => ({
        ...summed(parts),
        period,
        note: `sum of ${parts.map((p) => p.area).join(', ')}`,
        area: code,
      }),
    },
    area,
  );
}

/**
 * What was observed of an indicator in an area (by default its own area, else the region's), sorted by period, in the
 * unit of the indicator, every status kept. Where an additive indicator has no row for a region or subregion in a period, the sum of
 * its parts stands in, with status `derived`, but only when all parts are there. Provinces and countries are never
 * summed, since the region lists a part of them only. Several sources for one period give several points. Of an indicator that is
 * cumulative the running totals of the best measured point of each period.
 * @returns an empty list for an unknown indicator and for one without a series
 */
export function observedSeries(region: Region, indicatorId: string, area?: string): ObservedPoint[] {
  const indicator = region.byId.indicators.get(indicatorId);
  if (indicator === undefined || indicator.series === null) return [];
  const { series, additive, divideBy, cumulativeFrom } = indicator;
  const ask = { series, additive, divideBy };
  const found = points(region, ask, area ?? indicator.area ?? region.area);
  if (cumulativeFrom === undefined) return found.sort(byPeriod);
  return runningTotals([...bestPerPeriod(found).values()], cumulativeFrom, (period, parts) => ({
    ...summed(parts),
    period,
    note: `running total from ${cumulativeFrom}`,
  }));
}

/**
 * The same for the name of a series as it stands in the observation files, in the unit of those files: for what has no
 * indicator of its own, such as a history check. Parts are added up where an indicator with this series is additive.
 */
export function observedRows(region: Region, series: string, area: string): ObservedPoint[] {
  const additive = region.indicators.some((indicator) => indicator.series === series && indicator.additive);
  return points(region, { series, additive, divideBy: 1 }, area).sort(byPeriod);
}

/**
 * The last measured value of a target's indicator in its area, never one that was only expected. Of several for the
 * same period the most direct: observed, then provisional, then derived. Null where nothing was measured.
 */
export function latestObservation(region: Region, target: Target): ObservedPoint | null {
  const measured = observedSeries(region, target.indicator, target.area).filter(
    (p) => p.status !== 'expected',
  );
  return measured.reduce<ObservedPoint | null>((best, point) => {
    if (best === null || point.end > best.end) return point;
    if (point.end < best.end) return best;
    return rank[point.status] < rank[best.status] ? point : best;
  }, null);
}
