import { describe, expect, it } from 'vitest';
import { synthetic, syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, RegionError } from '../index.ts';

const codes = (synthetic['areas.csv'] ?? '')
  .split('\n')
  .flatMap((line) => (line.includes(',municipality,') ? [line.split(',')[0] ?? ''] : []));

const square = (lon: number, lat: number): readonly (readonly number[])[] => [
  [lon, lat],
  [lon + 0.1, lat],
  [lon + 0.1, lat + 0.1],
  [lon, lat + 0.1],
  [lon, lat],
];
const feature = (code: string, ring: readonly (readonly number[])[]): object => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [ring] },
});
/** One feature a line: the first is on line 9. */
const file = (features: readonly object[]): string =>
  [
    '{',
    '"type": "FeatureCollection",',
    '"name": "synthetic squares",',
    '"year": 2023,',
    '"source": "made up",',
    '"attribution": "made up",',
    '"licence": "CC0",',
    '"features": [',
    features.map((one) => JSON.stringify(one)).join(',\n'),
    ']}',
    '',
  ].join('\n');

async function faultsOf(text: string): Promise<readonly string[]> {
  try {
    await loadRegion(syntheticWith({ 'boundaries.geojson': text }));
  } catch (error) {
    if (error instanceof RegionError) return error.problems.map(({ code, line }) => `${code}:${line}`);
    throw error;
  }
  return [];
}

describe('boundaries.geojson', () => {
  const all = codes.map((code, i) => feature(code, square(5 + i / 10, 51)));
  const [first = '', ...rest] = codes;
  const others = all.slice(1);

  it('is sound where each municipality has a closed outline in degrees', async () => {
    expect(codes.length).toBeGreaterThan(1);
    expect(await faultsOf(file(all))).toEqual([]);
    const region = await loadRegion(syntheticWith({ 'boundaries.geojson': file(all) }));
    expect(region.boundaries?.features).toHaveLength(codes.length);
    const { hashes } = await loadRegion(syntheticWith());
    // What only a map draws makes no answer stale.
    expect(region.hashes).toEqual(hashes);
  });

  it.each([
    [
      'a line that is not closed',
      [feature(first, square(5, 51).slice(0, 4)), ...others],
      'REGION_BOUNDARY_RING:9',
    ],
    [
      'a line of three positions',
      [
        feature(first, [
          [5, 51],
          [6, 51],
          [5, 51],
        ]),
        ...others,
      ],
      'REGION_BOUNDARY_RING:9',
    ],
    ['metres', [feature(first, square(160_000, 383_000)), ...others], 'REGION_BOUNDARY_NOT_DEGREES:9'],
    ['a code of nowhere', [...all, feature('GM9999', square(5, 52))], `REGION_UNKNOWN_ID:${9 + all.length}`],
    ['one area twice', [...all, feature(first, square(5, 52))], `REGION_DUPLICATE_ID:${9 + all.length}`],
    ['a municipality without', others, 'REGION_BOUNDARY_MISSING:8'],
  ])('is refused for %s, at its line', async (_, features, fault) => {
    expect(rest.length).toBeGreaterThan(0);
    expect(await faultsOf(file(features))).toEqual([fault]);
  });
});
