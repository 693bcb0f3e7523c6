import type { Area, Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { z } from 'zod';
import { assemble } from '../assemble.ts';
import { askedAreas, select, type TableDescription } from '../cbs/structure.ts';
import type { Client } from '../client/http.ts';
import { getJson } from '../client/json.ts';
import { baseOf } from '../client/port.ts';
import { sourceText } from '../facts.ts';
import { type FetchContext, type Fetched, tableOf } from '../fetched.ts';
import { fault } from '../problems.ts';

const Attribute = z.union([z.string(), z.number(), z.boolean()]).nullable();
/** The answer to a query; a fault comes with status 200 too. */
const Answer = z.union([
  z.object({ error: z.object({ code: z.number(), message: z.string() }) }),
  z.object({ features: z.array(z.object({ attributes: z.record(z.string(), Attribute) })) }),
]);
type Attributes = Readonly<Record<string, z.infer<typeof Attribute>>>;

/** Name of the dimension of the places that a layer is asked for, and of the day on which it is asked. */
export const arcgisDimensions = { area: 'point', period: 'day' } as const;

/** An area with the point by which it is looked up. */
type Located = Area & { readonly lat: number; readonly lon: number };

/** Areas of a series that have a point; a country or a province has none. */
function locatedAreas(region: Region, series: SourceSeries): Located[] {
  const asked = askedAreas(region, series);
  return region.areas.filter(
    (area): area is Located => asked.has(area.code) && area.lat !== null && area.lon !== null,
  );
}

const layerOf = (base: string, table: string): string =>
  `${base}/${encodeURIComponent(table)}/FeatureServer/0`;

/** The address that asks a layer for what lies at a point. */
function queryAt(layer: string, { lon, lat }: Located): string {
  const query = new URLSearchParams({
    f: 'json',
    geometry: `${lon},${lat}`,
    geometryType: 'esriGeometryPoint',
    inSR: '4326',
    spatialRel: 'esriSpatialRelIntersects',
    outFields: '*',
    returnGeometry: 'false',
  });
  return `${layer}/query?${query}`;
}

/** @throws MonitorError with code MONITOR_REQUEST_WRONG where the service says in its answer what is wrong */
async function attributesAt(client: Client, address: string): Promise<Attributes[]> {
  const answer = (await getJson(client, address, Answer))?.value;
  if (answer === undefined) return [];
  if ('error' in answer) {
    const { code, message } = answer.error;
    throw fault('MONITOR_REQUEST_WRONG', address, {
      host: new URL(address).host,
      found: `${code} ${message}`,
    });
  }
  return answer.features.map(({ attributes }) => attributes);
}

/**
 * Whether a supply area of the capacity map has been determined: its status is 0 to 3, and 0 without a name stands for an area that
 * gets its colour later. The layer itself draws it so.
 */
const isDetermined = (attributes: Attributes, measure: string): boolean => {
  const name = attributes.voedingsgebied_naam;
  const named = typeof name === 'string' && name !== '' && name !== '0';
  return named && attributes[measure] !== -1;
};

function describe(
  source: StatisticsSource,
  address: string,
  { areas, day, names }: { areas: readonly string[]; day: string; names: Iterable<string> },
): TableDescription {
  const listed = (id: string, kind: 'time' | 'area', codes: readonly string[]) => ({
    id,
    title: id,
    kind,
    codes: codes.map((code) => ({ code, title: code, path: [], standing: null })),
  });
  return {
    table: tableOf(source),
    title: source.title.nl,
    modified: '',
    address,
    dimensions: [
      listed(arcgisDimensions.area, 'area', areas),
      listed(arcgisDimensions.period, 'time', [day]),
    ],
    // The service says no unit, so that of sources.yaml is taken.
    measures: [...names].map((code) => ({
      code,
      title: code,
      path: [],
      unit: source.series.find(({ measure }) => measure === code)?.sourceUnit ?? '',
      decimals: null,
    })),
  };
}

/**
 * Fetches attributes of a layer of an ArcGIS feature service at the point of each area: the capacity map of the grid operators, whose
 * supply areas are no municipalities. The figure of an area is what holds at its point, on the day on which it is asked.
 *
 * @throws MonitorError for everything that goes wrong; nothing was imported
 */
export async function fetchArcgis(
  source: StatisticsSource,
  region: Region,
  { client, meter, question }: FetchContext,
): Promise<Fetched> {
  const table = tableOf(source);
  const layer = layerOf(baseOf({ ...source, kind: 'arcgis' }, client.port), table);
  const now = new Date(client.port.now());
  const day = now.toISOString().slice(0, 10);
  const places = new Map(
    source.series.flatMap((series) => locatedAreas(region, series)).map((area) => [area.code, area]),
  );
  meter.stage('cells', places.size);
  const found: { readonly area: string; readonly attributes: Attributes }[] = [];
  for (const [area, place] of places) {
    const here = await attributesAt(client, queryAt(layer, place));
    for (const attributes of here) found.push({ area, attributes });
    meter.page(here.length);
  }
  const description = describe(source, layer, {
    areas: [...places.keys()],
    day,
    names: new Set(found.flatMap(({ attributes }) => Object.keys(attributes))),
  });
  const selected = select(source, region, description);
  const usual = layerOf(baseOf({ ...source, kind: 'arcgis' }, { environment: {} }), table);
  const assembly = assemble(source, region, description, selected, sourceText(source, usual));
  for (const { area, attributes } of found) {
    const name = attributes.voedingsgebied_naam;
    for (const { measure, areas } of selected.selections) {
      if (measure === null || areas?.has(area) !== true) continue;
      const value = attributes[measure.code] ?? null;
      const isKnown = isDetermined(attributes, measure.code);
      assembly.take({
        label: `${area} ${measure.code}`,
        codes: { [arcgisDimensions.area]: area, [arcgisDimensions.period]: day },
        measure: measure.code,
        value: isKnown && typeof value !== 'boolean' ? value : null,
        state: isKnown ? 'value' : 'missing',
        attribute: isKnown ? '' : String(value),
        note: typeof name === 'string' ? name : '',
      });
    }
  }
  // What an area without a feature lacks is said by the assembly, which knows the areas that were asked.
  const fetched = await assembly.finish({
    published: day,
    retrieved: now.toISOString(),
    check: { etag: null, lastModified: null, question },
  });
  return fetched;
}
