import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';
import { z } from 'zod';
import { ringsOf } from '../../outlines.ts';
import type { Boundaries } from '../../store.ts';
import { fault } from '../problems.ts';

/** GeoJSON (RFC 7946), whatever properties it has. */
const Collection = z.looseObject({
  features: z.array(
    z.looseObject({
      properties: z.nullable(z.record(z.string(), z.unknown())),
      geometry: z.unknown(),
    }),
  ),
});

/**
 * Reads a file of GeoJSON as boundaries of a year. A municipality is known by a property that holds its code, else by one that holds its name;
 * features of elsewhere are left out.
 *
 * @param text of the file
 * @param of name of the file, for faults; the year that the boundaries are of; moment of reading
 * @throws MonitorError where it is no GeoJSON, is not in degrees, or holds no municipality of the region
 */
export function readBoundaryFile(
  source: StatisticsSource,
  region: Pick<Region, 'areas'>,
  text: string,
  { name, year, retrieved }: { readonly name: string; readonly year: number; readonly retrieved: string },
): { readonly boundaries: Boundaries; readonly warnings: readonly Text[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw fault('MONITOR_BOUNDARIES_NO_GEOJSON', name, { found: name });
  }
  const parsed = Collection.safeParse(raw);
  if (!parsed.success) throw fault('MONITOR_BOUNDARIES_NO_GEOJSON', name, { found: name });
  const municipalities = region.areas.filter(
    ({ kind, joined_into: into }) => kind === 'municipality' && into === '',
  );
  const byWord = new Map<string, string>([
    ...municipalities.map((area): [string, string] => [area.name.toLowerCase(), area.code]),
    ...municipalities.map((area): [string, string] => [area.code.toLowerCase(), area.code]),
  ]);
  const features = parsed.data.features.flatMap(({ properties, geometry }) => {
    const area = Object.values(properties ?? {})
      .map((value) => (typeof value === 'string' ? byWord.get(value.trim().toLowerCase()) : undefined))
      .find((code) => code !== undefined);
    const rings = area === undefined ? null : ringsOf(geometry);
    if (area === undefined || rings === null) return [];
    if (rings.flat().some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90))
      throw fault('MONITOR_BOUNDARIES_OTHER_GRID', name, { found: area });
    return [{ area, name: municipalities.find(({ code }) => code === area)?.name ?? area, geometry }];
  });
  if (features.length === 0) {
    throw fault('MONITOR_BOUNDARIES_NO_AREA', name, {
      found: name,
      expected: municipalities
        .slice(0, 3)
        .map(({ code }) => code)
        .join(', '),
    });
  }
  const absent = municipalities.flatMap(({ code }): string[] =>
    features.some(({ area }) => area === code) ? [] : [code],
  );
  return {
    boundaries: { year, source: source.id, attribution: source.attribution, retrieved, features },
    warnings:
      absent.length === 0
        ? []
        : [
            {
              nl: `In ${name} zijn er geen grenzen van ${absent.join(', ')}.`,
              en: `There are no boundaries of ${absent.join(', ')} in ${name}.`,
            },
          ],
  };
}
