import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';
import { z } from 'zod';
import type { Boundaries } from '../../store.ts';
import { assemble } from '../assemble.ts';
import { select, type TableDescription } from '../cbs/structure.ts';
import { getJson } from '../client/json.ts';
import { baseOf } from '../client/port.ts';
import { sourceText } from '../facts.ts';
import { type FetchContext, type Fetched, tableOf } from '../fetched.ts';
import { fault, isFault } from '../problems.ts';

const Position = z.tuple([z.number(), z.number()]).rest(z.number());
const Geometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
]);
const Features = z.object({
  features: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).optional(),
      properties: z.looseObject({ statcode: z.string(), statnaam: z.string() }),
      geometry: Geometry.nullable(),
    }),
  ),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
});
type Feature = z.infer<typeof Features>['features'][number];

/** Numbers by which the office says that it has none. */
const noValue: readonly number[] = [-99997, -99998, -99999998];

/** Most features of one year; the country has some 16,000 neighbourhoods. */
const mostFeatures = 50_000;

/** All features of a collection in a year, over its pages. */
async function features(
  { client, meter }: FetchContext,
  collection: string,
  year: number,
): Promise<Feature[]> {
  const first = new URL(`${collection}/items`);
  for (const [name, value] of Object.entries({ f: 'json', jaarcode: String(year), limit: '1000' })) {
    first.searchParams.set(name, value);
  }
  const all: Feature[] = [];
  const seen = new Set<string>();
  const ids = new Set<string>();
  for (let at: URL | null = first; at !== null; ) {
    const here: URL = at;
    seen.add(here.href);
    const answer: { value: z.infer<typeof Features> } | null = await getJson(client, here.href, Features);
    const page = answer?.value.features ?? [];
    for (const { id, properties } of page) {
      const name = String(id ?? properties.statcode);
      if (ids.has(name)) throw fault('MONITOR_PAGES_REPEAT', here.href, { found: name });
      ids.add(name);
    }
    all.push(...page);
    meter.page(page.length);
    const next = answer?.value.links.find(({ rel }) => rel === 'next')?.href;
    at = next === undefined ? null : new URL(next, here);
    if (at === null) break;
    if (at.host !== first.host || at.pathname !== first.pathname) {
      const expected = `${first.origin}${first.pathname}`;
      throw fault('MONITOR_LINK_ELSEWHERE', here.href, { found: at.href, expected });
    }
    if (seen.has(at.href) || page.length === 0 || all.length > mostFeatures) {
      throw fault('MONITOR_PAGES_ENDLESS', here.href, { found: all.length, most: mostFeatures });
    }
  }
  return all;
}

/** True where every corner is a longitude and latitude. */
function isWgs84(geometry: z.infer<typeof Geometry>): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.every((rings) =>
    rings.every((ring) => ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)),
  );
}

function boundariesOf(
  source: StatisticsSource,
  region: Region,
  found: readonly Feature[],
  { year, retrieved, address }: { year: number; retrieved: string; address: string },
): { boundaries: Boundaries; warnings: Text[] } {
  const areas = new Set(region.areas.map(({ code }): string => code));
  const own = found.flatMap(({ properties, geometry }) => {
    const area = properties.statcode.trim();
    if (!areas.has(area) || geometry === null) return [];
    if (!isWgs84(geometry)) throw fault('MONITOR_BOUNDARIES_OTHER_GRID', address, { found: area });
    return [{ area, name: properties.statnaam.trim(), geometry }];
  });
  const prefixes = new Set(found.map(({ properties }) => properties.statcode.slice(0, 2)));
  const absent = [...areas].filter(
    (code) =>
      /^[A-Z]{2}\d/.test(code) && prefixes.has(code.slice(0, 2)) && !own.some(({ area }) => area === code),
  );
  const warnings =
    absent.length === 0
      ? []
      : [
          {
            nl: `In ${year} zijn er geen grenzen van ${absent.join(', ')}.`,
            en: `There are no boundaries of ${absent.join(', ')} in ${year}.`,
          },
        ];
  const { attribution } = source;
  return { boundaries: { year, source: source.id, attribution, retrieved, features: own }, warnings };
}

/** Figures that stand with the boundaries, where sources.yaml asks for some: a property per measure. */
async function figures(
  source: StatisticsSource,
  region: Region,
  found: readonly (readonly [number, Feature])[],
  { address, retrieved, question }: { address: string; retrieved: string; question: string },
) {
  const listed = (id: string, codes: Iterable<string>, kind: 'time' | 'area') => ({
    id,
    title: id,
    kind,
    codes: [...new Set(codes)].map((code) => ({ code, title: code, path: [], standing: null })),
  });
  const names = new Set(found.flatMap(([, { properties }]) => Object.keys(properties)));
  for (const own of ['statcode', 'statnaam', 'jaarcode']) names.delete(own);
  const description: TableDescription = {
    table: tableOf(source),
    title: source.title.nl,
    modified: '',
    address,
    dimensions: [
      listed(
        'statcode',
        found.map(([, { properties }]) => properties.statcode),
        'area',
      ),
      listed(
        'jaarcode',
        found.map(([year]) => String(year)),
        'time',
      ),
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
  const selected = select(source, region, description);
  const usual = `${baseOf({ ...source, kind: 'pdok' }, { environment: {} })}/collections/${tableOf(source)}`;
  const assembly = assemble(source, region, description, selected, sourceText(source, usual));
  for (const [year, { properties }] of found) {
    for (const { measure, areas } of selected.selections) {
      if (measure === null || areas?.has(properties.statcode) !== true) continue;
      const value = properties[measure.code];
      const none = typeof value === 'number' && noValue.includes(value);
      assembly.take({
        label: `${properties.statcode} ${year}`,
        codes: { statcode: properties.statcode, jaarcode: String(year) },
        measure: measure.code,
        value: none || (typeof value !== 'number' && typeof value !== 'string') ? null : value,
        state: none ? 'missing' : 'value',
        attribute: none ? String(value) : '',
      });
    }
  }
  return assembly.finish({
    published: null,
    retrieved,
    check: { etag: null, lastModified: null, question },
  });
}

/**
 * Fetches boundaries of the areas of the region from PDOK, and the figures that stand with them where sources.yaml asks for some.
 *
 * @param years of which; by default the newest that there is
 * @throws MonitorError for everything that goes wrong; nothing was imported
 */
export async function fetchPdok(
  source: StatisticsSource,
  region: Region,
  context: FetchContext,
  years?: readonly number[],
): Promise<Extract<Fetched, { outcome: 'fetched' }>> {
  const { client, meter, question } = context;
  const now = new Date(client.port.now());
  const retrieved = now.toISOString();
  const base = baseOf({ ...source, kind: 'pdok' }, client.port);
  const address = `${base}/collections/${encodeURIComponent(tableOf(source))}`;
  meter.stage('cells');
  const found: [number, Feature[]][] = [];
  // Boundaries of a year come out in the course of it.
  const newest = [now.getUTCFullYear(), now.getUTCFullYear() - 1, now.getUTCFullYear() - 2];
  try {
    for (const year of years ?? newest) {
      const some = await features(context, address, year);
      if (some.length === 0 && years !== undefined) throw noYear(address, year);
      if (some.length > 0) found.push([year, some]);
      if (years === undefined && some.length > 0) break;
    }
  } catch (error) {
    if (!isFault(error, 'MONITOR_NOT_FOUND')) throw error;
    throw fault('MONITOR_TABLE_UNKNOWN', `sources.yaml: ${source.id} table`, {
      found: tableOf(source),
      host: new URL(base).host,
      nearest: {
        nl: `Zie ${base}/collections voor wat er is, zoals gemeente_gegeneraliseerd.`,
        en: `See ${base}/collections for what there is, like gemeente_gegeneraliseerd.`,
      },
    });
  }
  if (found.length === 0) throw noYear(address, newest[0] ?? 0);
  const made = found.map(([year, some]) => boundariesOf(source, region, some, { year, retrieved, address }));
  if (made.every(({ boundaries }) => boundaries.features.length === 0)) {
    throw fault('MONITOR_AREAS_NONE', address, {
      table: tableOf(source),
      expected:
        found[0]?.[1]
          .slice(0, 3)
          .map(({ properties }) => properties.statcode)
          .join(', ') ?? '',
    });
  }
  const rows = found.flatMap(([year, some]) => some.map((feature) => [year, feature] as const));
  const withFigures =
    source.series.length === 0 ? null : await figures(source, region, rows, { address, retrieved, question });
  return {
    outcome: 'fetched',
    batches: withFigures?.batches ?? [],
    doubts: withFigures?.doubts ?? [],
    boundaries: made.map(({ boundaries }) => boundaries),
    warnings: [...made.flatMap(({ warnings }) => warnings), ...(withFigures?.warnings ?? [])],
    check: { etag: null, lastModified: null, question },
  };
}

const noYear = (address: string, year: number) => fault('MONITOR_YEAR_NONE', address, { found: year });
