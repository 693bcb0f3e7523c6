import type { Boundary } from '../schema/boundaries.ts';
import type { Tools } from './checking.ts';

type Ring = readonly (readonly [number, number])[];

/** The rings of an outline, each with its path in the geometry. */
function ringsOf({
  geometry,
}: Boundary): readonly { readonly ring: Ring; readonly path: readonly number[] }[] {
  return geometry.type === 'Polygon'
    ? geometry.coordinates.map((ring, i) => ({ ring, path: [i] }))
    : geometry.coordinates.flatMap((polygon, i) => polygon.map((ring, j) => ({ ring, path: [i, j] })));
}

/** Of RFC 7946: at least four positions, of which the last is the first. */
const isClosed = (ring: Ring): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return (
    ring.length >= 4 &&
    first !== undefined &&
    last !== undefined &&
    first[0] === last[0] &&
    first[1] === last[1]
  );
};

const inDegrees = ([lon, lat]: readonly [number, number]): boolean =>
  Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** boundaries.geojson: each municipality of areas.csv has one outline of closed rings in degrees, and nothing else has. */
export function checkBoundaries({ content, report, refer, once }: Tools): void {
  const item = content.boundaries;
  if (item === null) return;
  const { features } = item.value;
  const placeOf = (i: number) => item.at(['features', i, 'properties', 'code']);
  once(
    'boundary',
    features.map(({ properties }, i) => ({ id: properties.code, at: () => placeOf(i) })),
  );
  features.forEach((feature, i) => {
    const area = feature.properties.code;
    refer('area', area, () => placeOf(i));
    for (const { ring, path } of ringsOf(feature)) {
      const at = item.at(['features', i, 'geometry', 'coordinates', ...path]);
      // One fault per ring: a file in metres has one at every corner.
      const outside = ring.find((position) => !inDegrees(position));
      if (outside !== undefined) {
        const expected = {
          nl: 'lengte van -180 tot 180, breedte van -90 tot 90',
          en: 'longitude from -180 to 180, latitude from -90 to 90',
        };
        report('REGION_BOUNDARY_NOT_DEGREES', at, { area, expected, found: outside.join(', ') });
      } else if (!isClosed(ring)) {
        const expected = {
          nl: 'ten minste vier punten, waarvan het laatste het eerste is',
          en: 'at least four positions, of which the last is the first',
        };
        report('REGION_BOUNDARY_RING', at, { area, expected, found: String(ring.length) });
      }
    }
  });
  const drawn = new Set<string>(features.map(({ properties }) => properties.code));
  for (const { value } of content.areas) {
    if (value.kind !== 'municipality' || value.joined_into !== '' || drawn.has(value.code)) continue;
    const expected = value.code;
    report('REGION_BOUNDARY_MISSING', item.at(['features'], true), { area: value.name, expected, found: '' });
  }
}
