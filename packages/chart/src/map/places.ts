/** A projected point: x to the east, y to the south, in one unit. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point with a key. */
export interface Place extends Point {
  readonly key: string;
}

/**
 * Equirectangular projection: a degree of longitude shrinks by the cosine of the standard parallel. Accurate for an area of some hundreds of
 * kilometres. Unit: degrees of latitude.
 *
 * @param atLatitude degrees; the same for all that is drawn on one map
 */
export const flat = (lat: number, lon: number, atLatitude: number): Point => ({
  x: lon * Math.cos((atLatitude * Math.PI) / 180),
  y: -lat,
});

/** An area with its point in degrees, where it has one. */
export interface Located {
  readonly code: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Projects areas that have coordinates, sorted by code so that the order of the input does not matter. */
export function placesOf(areas: readonly Located[]): readonly Place[] {
  const known = areas.flatMap(({ code, lat, lon }) =>
    lat === null || lon === null ? [] : [{ code, lat, lon }],
  );
  const middle = known.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, known.length);
  return known
    .map(({ code, lat, lon }) => ({ key: code, ...flat(lat, lon, middle) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Bounding box of points; zero-sized at the origin where there are none. */
export function boxOf(points: Iterable<Point>): {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
} {
  let [left, right, top, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  return { left, top, width: right - left, height: bottom - top };
}

/** Affine map from a bounding box into a viewport in pixels: centred, as large as fits, with the aspect ratio kept. */
export function fit(
  box: ReturnType<typeof boxOf>,
  width: number,
  height: number,
): { readonly scale: number; readonly at: (point: Point) => Point } {
  const scales = [
    box.width === 0 ? Number.POSITIVE_INFINITY : width / box.width,
    box.height === 0 ? Number.POSITIVE_INFINITY : height / box.height,
  ];
  const scale = Math.min(...scales);
  const used = Number.isFinite(scale) ? scale : 1;
  return {
    scale: used,
    at: ({ x, y }) => ({
      x: (x - box.left) * used + (width - box.width * used) / 2,
      y: (y - box.top) * used + (height - box.height * used) / 2,
    }),
  };
}
