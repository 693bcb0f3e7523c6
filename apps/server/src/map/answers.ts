import { type MapFigures, mapFigures, peopleByYear, peopleIndicator } from '@schaalsprong/monitor';
import { ringsOf, snapped } from '@schaalsprong/monitor/outlines';
import type { MapItem, MapResponse, MapValuesResponse } from '@schaalsprong/wire';
import { publishersOf } from '../monitor/metadata.ts';
import { type MonitorView, vintagesOf } from '../monitor/view.ts';

/** Everything that a map of the municipalities can show, computed once per view of the statistics. */
export interface MapAnswers {
  readonly list: MapResponse;
  values(id: string): MapValuesResponse | null;
}

/** The newest boundaries of the folder and of the store; those of the store where both are of one year, since somebody fetched them. */
function outlinesOf({ kept, region }: MonitorView): MapResponse['outlines'] {
  const fetched = kept.boundaries.toSorted((a, b) => b.year - a.year)[0];
  const own = region.boundaries;
  const isOwn = own !== null && (fetched === undefined || own.year > fetched.year);
  const found = isOwn
    ? own.features.map(({ properties, geometry }) => ({ area: properties.code as string, geometry }))
    : (fetched?.features ?? []);
  const head = isOwn ? own : fetched;
  if (head === undefined) return null;
  const { year, source, attribution } = head;
  const municipalities = new Set<string>(
    region.areas.flatMap(({ code, kind }) => (kind === 'municipality' ? [code] : [])),
  );
  const areas = found.flatMap(({ area, geometry }) => {
    const rings = municipalities.has(area) ? ringsOf(geometry) : null;
    return rings === null ? [] : [{ area, rings }];
  });
  return areas.length === 0 ? null : { year, source, attribution, areas: snapped(areas) };
}

const itemOf = (
  { region }: MonitorView,
  { indicator, periods, figures, divisible }: MapFigures,
): MapItem => ({
  id: indicator.id,
  title: indicator.title,
  unit: indicator.unit,
  theme: indicator.theme ?? null,
  targets: region.targets.flatMap((target) => (target.indicator === indicator.id ? [target.id] : [])),
  periods,
  areas: figures.filter(({ fact }) => fact.period === periods.at(-1)).length,
  per1000: divisible,
});

/** The answers of a view. */
export function mapAnswers(view: MonitorView): MapAnswers {
  const { region, facts } = view;
  const people = peopleByYear(region, facts);
  const found = region.indicators.flatMap((indicator) => mapFigures(region, indicator, facts, people) ?? []);
  const items = found.map((one) => itemOf(view, one));
  const most = Math.max(...items.map(({ areas }) => areas));
  const whole = items.filter(({ areas }) => areas === most);
  const first = whole.find(({ targets }) => targets.length > 0) ?? whole[0] ?? null;
  return {
    list: {
      region: region.id,
      first: first?.id ?? null,
      items,
      outlines: outlinesOf(view),
      sizedBy: people.size === 0 ? null : peopleIndicator,
      people: Object.fromEntries(
        region.areas.flatMap(({ code, kind }) => {
          const newest = [...(people.get(code) ?? [])].sort(([a], [b]) => b - a)[0];
          return kind !== 'municipality' || newest === undefined ? [] : [[code, newest[1]] as const];
        }),
      ),
    },
    values: (id) => {
      const one = found.find(({ indicator }) => indicator.id === id);
      if (one === undefined) return null;
      const shown = one.figures.map(({ fact }) => fact);
      const used = new Set(shown.flatMap(vintagesOf));
      const vintages = view.kept.vintages.filter((vintage) => used.has(vintage.id));
      return {
        id,
        title: one.indicator.title,
        unit: one.indicator.unit,
        publishers: publishersOf(region, { facts: shown, vintages }),
        periods: one.periods,
        figures: one.figures.map(({ fact: { area, period, value, standing }, per1000 }) => ({
          area,
          period,
          value,
          standing,
          per1000,
        })),
      };
    },
  };
}
