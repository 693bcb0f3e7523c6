import { json, notFound, type Reply, type ServiceRequest } from './reply.ts';

/**
 * A synthetic dataset in the shape of Eurostat's, to change: dimensions with codes and labels, and per cell, named by its codes joined
 * with a space, a value and flags. No figure in it is true.
 */
export interface ReplayDataset {
  label: string;
  updated: string;
  dimensions: Record<string, Record<string, string>>;
  cells: Record<string, { value?: number | string; flags?: string }>;
}

export const syntheticDatasets = (): Record<string, ReplayDataset> => ({
  synthetic_gdp: {
    label: 'Synthetic product by region',
    updated: '2026-02-18T11:00:00+0100',
    dimensions: {
      freq: { A: 'Annual' },
      unit: { MIO_EUR: 'Million euro', EUR_HAB: 'Euro per inhabitant' },
      geo: { NL: 'Netherlands', XX41: 'Synthetic province', XX414: 'Synthetic region' },
      time: { '2022': '2022', '2023': '2023', '2024': '2024' },
    },
    cells: {
      'A MIO_EUR NL 2022': { value: 1000 },
      'A MIO_EUR NL 2023': { value: 1100.5, flags: 'b' },
      'A MIO_EUR NL 2024': { value: 1200, flags: 'p' },
      'A MIO_EUR XX41 2022': { value: 0 },
      'A MIO_EUR XX41 2023': { flags: 'c' },
      'A MIO_EUR XX414 2022': { value: 30, flags: 'e' },
      'A MIO_EUR XX414 2024': { flags: ':' },
      'A EUR_HAB NL 2022': { value: 55 },
    },
  },
});

/** Answers as the statistics service of Eurostat does, in JSON-stat 2.0 with sparse values. */
export function eurostat(
  datasets: Readonly<Record<string, ReplayDataset>>,
  { path, query }: ServiceRequest,
): Reply {
  const dataset = datasets[path[0] ?? ''];
  if (dataset === undefined) {
    return { ...json({ error: [{ status: 404, id: 100, label: 'ERR_NOT_FOUND_4' }] }), status: 404 };
  }
  const kept = Object.entries(dataset.dimensions).map(([name, codes]) => {
    const asked = query.getAll(name);
    const unknown = asked.find((code) => !(code in codes));
    const last = name === 'time' && query.has('lastTimePeriod') ? Object.keys(codes).slice(-1) : null;
    const list =
      last ??
      (asked.length === 0 ? Object.keys(codes) : Object.keys(codes).filter((code) => asked.includes(code)));
    return { name, codes, list, unknown };
  });
  if (kept.some(({ unknown }) => unknown !== undefined)) {
    return { ...json({ error: [{ status: 400, label: 'INVALID_QUERY_DIMENSION_VALUE' }] }), status: 400 };
  }
  const value: Record<string, number | string> = {};
  const status: Record<string, string> = {};
  let position = 0;
  const walk = (nth: number, names: readonly string[]): void => {
    const at = kept[nth];
    if (at !== undefined) {
      for (const code of at.list) walk(nth + 1, [...names, code]);
      return;
    }
    const cell = dataset.cells[names.join(' ')];
    if (cell?.value !== undefined) value[position] = cell.value;
    if (cell?.flags !== undefined) status[position] = cell.flags;
    position++;
  };
  walk(0, []);
  return json({
    version: '2.0',
    class: 'dataset',
    label: dataset.label,
    source: 'synthetic',
    updated: dataset.updated,
    id: kept.map(({ name }) => name),
    size: kept.map(({ list }) => list.length),
    dimension: Object.fromEntries(
      kept.map(({ name, codes, list }) => [
        name,
        {
          label: name,
          category: {
            index: Object.fromEntries(list.map((code, nth) => [code, nth])),
            label: Object.fromEntries(list.map((code) => [code, codes[code] ?? code])),
          },
        },
      ]),
    ),
    value,
    status,
  });
}

/** An area in a collection of boundaries: a square around a point, which is not its true shape, unless it has a geometry. */
export interface ReplayFeature {
  statcode: string;
  statnaam: string;
  years: number[];
  lon: number;
  lat: number;
  properties: Record<string, number | string | null>;
  geometry?: { readonly type: string; readonly coordinates: unknown };
}

export const syntheticFeatures = (): ReplayFeature[] => [
  {
    statcode: 'GM0743',
    statnaam: 'Asten',
    years: [2024, 2025],
    lon: 5.779,
    lat: 51.386,
    properties: { synthetisch: 7 },
  },
  {
    statcode: 'GM0772',
    statnaam: 'Eindhoven',
    years: [2024, 2025],
    lon: 5.459,
    lat: 51.45,
    properties: { synthetisch: -99997 },
  },
  {
    statcode: 'GM0344',
    statnaam: 'Utrecht',
    years: [2024, 2025],
    lon: 5.12,
    lat: 52.09,
    properties: { synthetisch: 9 },
  },
];

/** Answers as the OGC API of PDOK does: features of a year, page by page. */
export function pdok(
  features: readonly ReplayFeature[],
  { base, path, query, pageSize }: ServiceRequest,
): Reply {
  const [collections, collection = '', items] = path;
  if (collections !== 'collections' || collection !== 'gemeente_gegeneraliseerd' || items !== 'items')
    return notFound;
  const year = Number(query.get('jaarcode'));
  const limit = Math.min(pageSize, Number(query.get('limit') ?? 10));
  const from = Number(query.get('cursor') ?? 0);
  const found = features.filter(({ years }) => years.includes(year));
  const next = new URLSearchParams({
    f: 'json',
    jaarcode: String(year),
    limit: String(limit),
    cursor: String(from + limit),
  });
  const half = 0.01;
  return json(
    {
      type: 'FeatureCollection',
      numberReturned: Math.min(limit, found.length - from),
      links: [
        { rel: 'self', href: `${base}/${path.join('/')}` },
        ...(from + limit < found.length ? [{ rel: 'next', href: `${base}/${path.join('/')}?${next}` }] : []),
      ],
      features: found
        .slice(from, from + limit)
        .map(({ statcode, statnaam, lon, lat, properties, geometry }) => ({
          type: 'Feature',
          id: `${statcode}-${year}`,
          properties: { statcode, statnaam, jaarcode: year, ...properties },
          geometry: geometry ?? {
            type: 'MultiPolygon',
            coordinates: [
              [
                [
                  [lon - half, lat - half],
                  [lon + half, lat - half],
                  [lon + half, lat + half],
                  [lon - half, lat + half],
                  [lon - half, lat - half],
                ],
              ],
            ],
          },
        })),
    },
    'application/geo+json',
  );
}
