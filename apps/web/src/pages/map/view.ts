import { timeOf } from '@schaalsprong/monitor/lines';

/** Shapes of a map, in the order in which they are offered. */
export const mapShapes = ['boundaries', 'tiles', 'circles'] as const;
export type MapShape = (typeof mapShapes)[number];

/** What the number on a map is: as measured, per 1,000 inhabitants, or its change since the first period. */
export const mapModes = ['value', 'per1000', 'change'] as const;
export type MapMode = (typeof mapModes)[number];

/** What a reader chose; null for what the map chooses itself. */
export interface MapView {
  readonly shape: MapShape | null;
  readonly mode: MapMode | null;
  readonly period: string | null;
}

/** A figure of a municipality. */
export interface AreaFigure {
  readonly area: string;
  readonly period: string;
  readonly value: number;
  readonly per1000: number | null;
}

/** What a map shows. */
export interface Shown {
  readonly mode: MapMode;
  readonly modes: readonly MapMode[];
  /** oldest first; those of which there is a number to show */
  readonly periods: readonly string[];
  readonly first: string;
  readonly at: string;
  readonly values: ReadonlyMap<string, number>;
}

const periodsOf = (figures: readonly AreaFigure[]): readonly string[] =>
  [...new Set(figures.map(({ period }) => period))].sort((a, b) => timeOf(a) - timeOf(b));

/**
 * The numbers that a map shows of a choice. What was chosen and is not there falls back: on the value, on the last period.
 *
 * @param usual the mode where the reader chose none
 * @param isTotal whether the figures are a running total, of which a change says nothing
 * @returns null where there are no figures
 */
export function shownOf(
  figures: readonly AreaFigure[],
  view: Pick<MapView, 'mode' | 'period'>,
  { usual, isTotal = false }: { readonly usual: MapMode; readonly isTotal?: boolean },
): Shown | null {
  const all = periodsOf(figures);
  const [first] = all;
  if (first === undefined) return null;
  const divided = figures.filter(({ per1000 }) => per1000 !== null);
  const modes = mapModes.filter(
    (mode) => mode === 'value' || (mode === 'per1000' ? divided.length > 0 : all.length > 1 && !isTotal),
  );
  const asked = view.mode ?? usual;
  const mode = modes.includes(asked) ? asked : 'value';
  const periods = mode === 'per1000' ? periodsOf(divided) : mode === 'change' ? all.slice(1) : all;
  const last = periods.at(-1) ?? first;
  const at = view.period !== null && periods.includes(view.period) ? view.period : last;
  const before = new Map(
    figures.flatMap(({ area, period, value }) => (period === first ? [[area, value] as const] : [])),
  );
  const values = new Map(
    figures.flatMap(({ area, period, value, per1000 }) => {
      if (period !== at) return [];
      if (mode === 'value') return [[area, value] as const];
      if (mode === 'per1000') return per1000 === null ? [] : [[area, per1000] as const];
      const base = before.get(area);
      return base === undefined || base === 0 ? [] : [[area, value / base - 1] as const];
    }),
  );
  return { mode, modes, periods, first, at, values };
}
