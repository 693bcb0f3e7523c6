import type { BackTest, ForecastCase } from '@schaalsprong/monitor';

/** The forecasts of one indicator in one area. */
export interface ForecastGroup {
  readonly indicator: string;
  readonly area: string;
  readonly cases: readonly ForecastCase[];
  readonly missed: number;
}

/** Forecasts by indicator and area, those that missed most first; among equals by name, so that the order is always the same. */
export function byMisses({ cases }: Pick<BackTest, 'cases'>): readonly ForecastGroup[] {
  const groups = new Map<string, ForecastCase[]>();
  for (const one of cases) {
    const key = `${one.indicator} ${one.area}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .map(([key, own]) => ({
      key,
      indicator: own[0]?.indicator ?? '',
      area: own[0]?.area ?? '',
      cases: own.toSorted((a, b) => a.time - b.time || a.origin - b.origin),
      missed: own.filter(({ in80 }) => !in80).length,
    }))
    .sort((a, b) => b.missed - a.missed || a.cases.length - b.cases.length || (a.key < b.key ? -1 : 1))
    .map(({ key: _, ...group }) => group);
}
