import { positionsOf, type TableRegion, type TableSetting } from '@schaalsprong/futures/table';

type Levers = Parameters<typeof positionsOf>[0];

/** Where a named position puts levers. */
export interface AtPosition {
  readonly levers: Readonly<Record<string, number>>;
  /** Ids of the levers that have no position of that name: they stand at `agenda`. */
  readonly without: readonly string[];
}

/**
 * Puts every one of these levers somewhere, so that the result depends on nothing that was moved before: at the named position, or at
 * `agenda`, which every lever has.
 */
export function positionsAt(measures: Levers, name: string): AtPosition {
  const named = positionsOf(measures, name);
  return {
    levers: { ...positionsOf(measures, 'agenda'), ...named },
    without: measures.flatMap(({ id }) => (Object.hasOwn(named, id) ? [] : [id])),
  };
}

/** A setting that this region can take, and what was left out to make it so. */
export interface Fitted {
  readonly setting: TableSetting;
  /** Names that this region does not have. */
  readonly unknown: readonly string[];
}

/** Brings a value into the range of a lever; what is no number becomes the value of before. */
export function withinRange(
  value: number,
  range: { readonly min: number; readonly max: number },
  before: number,
): number {
  return Number.isFinite(value) ? Math.min(range.max, Math.max(range.min, value)) : before;
}

/** Brings years earlier to whole years within the range of a timing; what is no number becomes 0, as planned. */
export function withinYears(years: number, range: { readonly min: number; readonly max: number }): number {
  // `+ 0` since a rounded -0.2 is -0, which is another number than 0 to a comparison of settings.
  return withinRange(Math.round(years), range, 0) + 0;
}

/**
 * Fits a setting that was made elsewhere, or before, to the region as it is: names that it does not have are left out,
 * measures that are not named stand as in `base`, values outside a range are brought to its end.
 */
export function fitSetting(region: TableRegion, setting: TableSetting, base: TableSetting): Fitted {
  const unknown: string[] = [];
  const measures = new Map<string, TableRegion['measures'][number]>(region.measures.map((m) => [m.id, m]));
  const levers: Record<string, number> = { ...base.levers };
  for (const [id, value] of Object.entries(setting.levers)) {
    const measure = measures.get(id);
    if (measure === undefined) unknown.push(id);
    else levers[id] = withinRange(value, measure.lever, base.levers[id] ?? measure.lever.min);
  }
  const timings: Record<string, number> = {};
  for (const [id, years] of Object.entries(setting.timings)) {
    const timing = measures.get(id)?.timing ?? null;
    if (timing === null) unknown.push(id);
    else {
      const fitted = withinYears(years, timing);
      if (fitted !== 0) timings[id] = fitted;
    }
  }
  const uncertainties = new Set<string>(region.uncertainties.map(({ id }) => id));
  const assumptions: Record<string, number> = {};
  for (const [id, value] of Object.entries(setting.assumptions)) {
    if (!uncertainties.has(id)) unknown.push(id);
    else if (Number.isFinite(value)) assumptions[id] = value;
  }
  let { viewpoint } = setting;
  const known = ['together', ...region.table.viewpoints.map(({ id }) => id)];
  if (viewpoint !== null && !known.includes(viewpoint)) {
    unknown.push(viewpoint);
    viewpoint = null;
  }
  return { setting: { levers, timings, assumptions, viewpoint }, unknown: [...new Set(unknown)] };
}

/** What of a setting differs from another: null frees an assumption, 0 is a timing as planned, and a viewpoint is only there where it differs. */
export interface SettingChange {
  readonly levers?: Readonly<Record<string, number>> | undefined;
  readonly timings?: Readonly<Record<string, number>> | undefined;
  readonly assumptions?: Readonly<Record<string, number | null>> | undefined;
  readonly viewpoint?: string | null | undefined;
}

/** What of a setting differs from the one before. */
export function changeOf(before: TableSetting, after: TableSetting): SettingChange {
  const levers = Object.fromEntries(
    Object.entries(after.levers).filter(([id, value]) => before.levers[id] !== value),
  );
  const timings = Object.fromEntries(
    Object.keys({ ...before.timings, ...after.timings })
      .filter((id) => before.timings[id] !== after.timings[id])
      .map((id): [string, number] => [id, after.timings[id] ?? 0]),
  );
  const assumptions: Record<string, number | null> = {};
  for (const [id, value] of Object.entries(after.assumptions)) {
    if (before.assumptions[id] !== value) assumptions[id] = value;
  }
  for (const id of Object.keys(before.assumptions)) {
    if (!Object.hasOwn(after.assumptions, id)) assumptions[id] = null;
  }
  return {
    ...(Object.keys(levers).length === 0 ? {} : { levers }),
    ...(Object.keys(timings).length === 0 ? {} : { timings }),
    ...(Object.keys(assumptions).length === 0 ? {} : { assumptions }),
    ...(before.viewpoint === after.viewpoint ? {} : { viewpoint: after.viewpoint }),
  };
}

/** Timings with some changed: what comes as planned is not named. */
export const withTimings = (
  before: TableSetting['timings'],
  change: Readonly<Record<string, number>>,
): TableSetting['timings'] =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, years]) => years !== 0));

/** A setting with a change made to it. */
export function withChange(before: TableSetting, change: SettingChange): TableSetting {
  const assumptions: Record<string, number> = { ...before.assumptions };
  for (const [id, value] of Object.entries(change.assumptions ?? {})) {
    if (value === null) delete assumptions[id];
    else assumptions[id] = value;
  }
  return {
    levers: { ...before.levers, ...change.levers },
    timings: withTimings(before.timings, change.timings ?? {}),
    assumptions,
    viewpoint: change.viewpoint === undefined ? before.viewpoint : change.viewpoint,
  };
}
