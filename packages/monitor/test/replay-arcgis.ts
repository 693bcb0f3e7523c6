import { json, type Reply, type ServiceRequest } from './reply.ts';

/** A supply area of a layer: a square, which is not its true shape, with its attributes. */
export interface ReplaySupplyArea {
  west: number;
  south: number;
  east: number;
  north: number;
  attributes: Record<string, string | number | null>;
}

const offtake = (name: string, status: number, requests: number | null) => ({
  OBJECTID: 1,
  voedingsgebied_naam: name,
  voedingsgebied_id: name === '0' ? 0 : 17,
  RNB: 'Netbeheerder',
  afname: status,
  wachtrij_afname: 12.5,
  unieke_verzoeken_afname: requests,
});

/** Layers in the shape of the capacity map of the grid operators: an area in shortage, and one that was not determined yet. */
export const syntheticLayers = (): Record<string, ReplaySupplyArea[]> => ({
  Capaciteitskaart_elektriciteitsnet_v2_afname: [
    { west: 5.3, south: 51.3, east: 5.6, north: 51.6, attributes: offtake('Verzonnen West', 3, 41) },
    { west: 5.6, south: 51.3, east: 6, north: 51.6, attributes: offtake('0', 0, null) },
  ],
  Capaciteitskaart_elektriciteitsnet_v2_teruglevering: [
    {
      west: 5,
      south: 51,
      east: 6,
      north: 52,
      attributes: {
        OBJECTID: 1,
        voedingsgebied_naam: 'Verzonnen',
        voedingsgebied_id: 17,
        RNB: 'Netbeheerder',
        opwek: 2,
        wachtrij_invoeding: 0,
        unieke_verzoeken_invoeding: 7,
      },
    },
  ],
});

const wrong = (code: number, message: string): Reply =>
  json({ error: { code, message, details: [] } }, 'application/json; charset=utf-8');

/** Answers as an ArcGIS feature service does: what is wrong comes with status 200 too. */
export function arcgis(
  layers: Readonly<Record<string, ReplaySupplyArea[]>>,
  { path, query }: ServiceRequest,
): Reply {
  const [layer = '', server, nth, action] = path;
  const areas = layers[layer];
  if (areas === undefined || server !== 'FeatureServer' || nth !== '0' || action !== 'query') {
    return wrong(400, 'Invalid URL');
  }
  const [lon = Number.NaN, lat = Number.NaN] = (query.get('geometry') ?? '').split(',').map(Number);
  if (Number.isNaN(lon) || Number.isNaN(lat)) return wrong(400, 'Invalid or missing input parameters.');
  const found = areas.filter(
    ({ west, south, east, north }) => west <= lon && lon < east && south <= lat && lat < north,
  );
  return json({
    objectIdFieldName: 'OBJECTID',
    fields: Object.keys(areas[0]?.attributes ?? {}).map((name) => ({ name, alias: name })),
    features: found.map(({ attributes }) => ({ attributes })),
  });
}
