/** Longitude and latitude, or metres. */
export type Position = readonly [number, number];
/** A closed line: outlines and holes alike. */
export type Ring = readonly Position[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Positions of a ring, without heights; null where one is no pair of numbers. */
function positions(ring: unknown): Ring | null {
  if (!isList(ring)) return null;
  const found: Position[] = [];
  for (const position of ring) {
    if (!isList(position)) return null;
    const [x, y] = position;
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      return null;
    found.push([x, y]);
  }
  return found.length < 3 ? null : found;
}

/** Rings of a Polygon or MultiPolygon of GeoJSON (RFC 7946); null for anything else. */
export function ringsOf(geometry: unknown): readonly Ring[] | null {
  if (!isObject(geometry) || !isList(geometry.coordinates)) return null;
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : null;
  if (polygons === null) return null;
  const rings: Ring[] = [];
  for (const polygon of polygons) {
    if (!isList(polygon)) return null;
    for (const ring of polygon) {
      const read = positions(ring);
      if (read === null) return null;
      rings.push(read);
    }
  }
  return rings;
}

/** The outline of an area. */
export interface AreaOutline {
  readonly area: string;
  readonly rings: readonly Ring[];
}

/** Cells of the grid along the longer side of all outlines: less than half a pixel of the largest map. */
const cells = 2000;

/**
 * Outlines for a screen: each position moves to the nearest point of a grid, and what then coincides with the one before it is left
 * out. It depends on the position alone, so that neighbours keep a common border. Rings of less than a cell vanish.
 */
export function snapped(outlines: readonly AreaOutline[]): readonly AreaOutline[] {
  let [west, east, south, north] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of outlines.flatMap(({ rings }) => rings.flat())) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const cell = Math.max(east - west, north - south) / cells;
  // Less than a millimetre: nothing that a map shows.
  if (!(cell > 1e-8)) return outlines;
  // Rounded to the decimals that a cell needs, so that the answer is short.
  const decimals = 10 ** Math.max(0, Math.ceil(-Math.log10(cell)) + 1);
  const snap = (value: number): number =>
    Math.round(Math.round(value / cell) * cell * decimals) / decimals + 0;
  return outlines.map(({ area, rings }) => ({
    area,
    rings: rings.flatMap((ring) => {
      const kept: Position[] = [];
      for (const [x, y] of ring) {
        const next: Position = [snap(x), snap(y)];
        const last = kept.at(-1);
        if (last === undefined || last[0] !== next[0] || last[1] !== next[1]) kept.push(next);
      }
      return kept.length < 4 ? [] : [kept];
    }),
  }));
}
