import type { MapResponse, MapValuesResponse } from '@schaalsprong/wire';
import { client, Resource, type Snapshot } from '../../lib/resource.ts';

const whileOpen = 5 * 60_000;
const afterFailure = 5_000;
/** Poll: figures may be ingested while a page is open. */
const now = <T>({ failing }: Snapshot<T>): number => (failing === null ? whileOpen : afterFailure);

/** What a map can show, and the outlines of the municipalities. */
export const mapResource = new Resource<MapResponse>(() => client.map(), now);

/** For a page that needs none of them: it asks nothing. */
export const noMapValues = new Resource<MapValuesResponse>(() => new Promise(() => undefined));

const known = new Map<string, Resource<MapValuesResponse>>();

/** The figures of the municipalities of one indicator. */
export function mapValuesResource(id: string): Resource<MapValuesResponse> {
  const made =
    known.get(id) ?? new Resource<MapValuesResponse>(() => client.mapValues({ params: { id } }), now);
  known.set(id, made);
  return made;
}
