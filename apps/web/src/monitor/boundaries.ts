import { flat, type Outline } from '@schaalsprong/chart';
import { type Ring, ringsOf } from '@schaalsprong/monitor/outlines';
import type { Area, MapOutlines } from '@schaalsprong/wire';

/** Projected outlines. */
export interface Outlines {
  readonly outlines: readonly Outline[];
  /** areas of the region that have none */
  readonly missing: readonly string[];
}

/** Why a file gave no boundaries. */
export type BoundaryFault = 'no-json' | 'no-features' | 'no-area' | 'too-large';

/** Largest file that a page opens, in bytes. */
export const largestFile = 60_000_000;

type Named = Pick<Area, 'code' | 'name'>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Projects coordinates in degrees; any others are projected metres already, with y to the north. */
function toFlat(
  all: readonly { readonly key: string; readonly rings: readonly Ring[] }[],
): readonly Outline[] {
  const positionsOf = all.flatMap(({ rings }) => rings.flat());
  const degrees = positionsOf.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const middle = positionsOf.reduce((sum, [, y]) => sum + y, 0) / Math.max(1, positionsOf.length);
  return all.map(({ key, rings }) => ({
    key,
    rings: rings.map((ring) => ring.map(([x, y]) => (degrees ? flat(y, x, middle) : { x, y: -y }))),
  }));
}

const join = (found: ReadonlyMap<string, readonly Ring[]>, areas: readonly Named[]): Outlines => ({
  outlines: toFlat(
    [...found].map(([key, rings]) => ({ key, rings })).sort((a, b) => (a.key < b.key ? -1 : 1)),
  ),
  missing: areas.flatMap(({ code }) => (found.has(code) ? [] : [code as string])),
});

/**
 * Reads GeoJSON with boundaries, as PDOK gives them. An area is known by a property that holds its code, else by one that holds
 * its name; several features of one area are taken together, and features of elsewhere are left out.
 *
 * @param areas the areas that are looked for
 */
export function readBoundaries(text: string, areas: readonly Named[]): Outlines | BoundaryFault {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'no-json';
  }
  if (!isObject(parsed) || !isList(parsed.features)) return 'no-features';
  const byWord = new Map<string, string>();
  for (const { code, name } of areas) byWord.set(name.toLowerCase(), code);
  for (const { code } of areas) byWord.set(code.toLowerCase(), code);
  const found = new Map<string, readonly Ring[]>();
  for (const feature of parsed.features) {
    if (!isObject(feature) || !isObject(feature.properties)) continue;
    const key = Object.values(feature.properties)
      .map((value) => (typeof value === 'string' ? byWord.get(value.trim().toLowerCase()) : undefined))
      .find((code) => code !== undefined);
    const rings = key === undefined ? null : ringsOf(feature.geometry);
    if (key !== undefined && rings !== null) found.set(key, [...(found.get(key) ?? []), ...rings]);
  }
  return found.size === 0 ? 'no-area' : join(found, areas);
}

/** Outlines that the server gives; null where it has none of these areas. */
export function fromServer(given: MapOutlines | null, areas: readonly Named[]): Outlines | null {
  const codes = new Set<string>(areas.map(({ code }) => code));
  const found = new Map(
    (given?.areas ?? []).flatMap(({ area, rings }) => (codes.has(area) ? [[area, rings] as const] : [])),
  );
  return found.size === 0 ? null : join(found, areas);
}
