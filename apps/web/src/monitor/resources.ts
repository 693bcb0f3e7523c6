import type { BackTestResponse, BoundariesResponse, IndicatorResponse, MonitorResponse } from '../api.ts';
import { fetchJson, Resource, type Snapshot } from '../lib/resource.ts';

const whileOpen = 5 * 60_000;
const whileComputed = 3_000;
const afterFailure = 5_000;

/** Somebody may ingest figures while a page is open, so it asks again now and then. */
const now = <T>({ failing }: Snapshot<T>): number => (failing === null ? whileOpen : afterFailure);

/** What the statistics say, in one list. */
export const monitorResource = new Resource<MonitorResponse>(() => fetchJson('/v1/indicatoren'), now);

/** How the model would have done; asked again while it is computed. */
export const backTestResource = new Resource<BackTestResponse>(
  () => fetchJson('/v1/voorspelkracht'),
  (snapshot) =>
    snapshot.failing === null && snapshot.value?.backTest === null ? whileComputed : now(snapshot),
);

/** Boundaries that somebody fetched. */
export const boundariesResource = new Resource<BoundariesResponse>(() => fetchJson('/v1/grenzen'));

const known = new Map<string, Resource<IndicatorResponse>>();

/** Everything about one indicator, as it stands or as it was known on a day (`2024-01-31`). */
export function indicatorResource(id: string, asKnownOn: string | null): Resource<IndicatorResponse> {
  const path = `/v1/indicatoren/${encodeURIComponent(id)}${asKnownOn === null ? '' : `?bekendOp=${encodeURIComponent(asKnownOn)}`}`;
  const made = known.get(path);
  if (made !== undefined) return made;
  const resource = new Resource<IndicatorResponse>(() => fetchJson(path), now);
  known.set(path, resource);
  return resource;
}
