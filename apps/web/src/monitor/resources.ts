import type {
  BackTestCountResponse,
  BackTestResponse,
  IndicatorResponse,
  MonitorResponse,
} from '@schaalsprong/wire';
import { client, Resource, type Snapshot } from '../lib/resource.ts';

const whileOpen = 5 * 60_000;
const whileComputed = 3_000;
const afterFailure = 5_000;

/** Poll: figures may be ingested while a page is open. */
const now = <T>({ failing }: Snapshot<T>): number => (failing === null ? whileOpen : afterFailure);

/** What the statistics say, in one list. */
export const monitorResource = new Resource<MonitorResponse>(() => client.monitor(), now);

/** The back-test; polled while it is computed. */
export const backTestResource = new Resource<BackTestResponse>(
  () => client.backTest(),
  (snapshot) =>
    snapshot.failing === null && snapshot.value?.backTest === null ? whileComputed : now(snapshot),
);

/** The back-test in counts, for beside a fan; polled while it is computed. */
export const backTestCountResource = new Resource<BackTestCountResponse>(
  () => client.backTestCount(),
  (snapshot) =>
    snapshot.failing === null && snapshot.value?.running === true ? whileComputed : now(snapshot),
);

const known = new Map<string, Resource<IndicatorResponse>>();

/** Everything about one indicator, as it stands or as it was known on a day (`2024-01-31`). */
export function indicatorResource(id: string, asKnownOn: string | null): Resource<IndicatorResponse> {
  const key = `${asKnownOn ?? ''} ${id}`;
  const made = known.get(key);
  if (made !== undefined) return made;
  const resource = new Resource<IndicatorResponse>(
    () => client.indicator({ params: { id }, query: { bekendOp: asKnownOn ?? undefined } }),
    now,
  );
  known.set(key, resource);
  return resource;
}
