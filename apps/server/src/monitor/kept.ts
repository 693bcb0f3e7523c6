import type { Region } from '@schaalsprong/agenda';
import {
  type Boundaries,
  MonitorError,
  type MonitorStore,
  measuredSeries,
  memoryStore,
  type Quarantined,
  regionBatches,
  usedSeries,
  type Vintage,
  type VintageFact,
} from '@schaalsprong/monitor';
import { StoreError } from '@schaalsprong/store/problems';
import type { ApiStoreState } from '@schaalsprong/wire';
import type { Text } from '@schaalsprong/words';

/** Snapshot of a store. */
export interface Kept {
  readonly state: ApiStoreState['state'];
  readonly note: Text | null;
  /** current figures */
  readonly facts: readonly VintageFact[];
  /** every version of every figure, per figure and source oldest first */
  readonly history: readonly VintageFact[];
  /** oldest first */
  readonly vintages: readonly Vintage[];
  readonly checks: Awaited<ReturnType<MonitorStore['checks']>>;
  /** quarantined figures */
  readonly held: readonly Quarantined[];
  /** of each year that was fetched, newest first */
  readonly boundaries: readonly Boundaries[];
}

/** First year with boundary maps. */
const firstYear = 2010;

/** Imports the observations of the region folder into a store; idempotent. */
export async function takeRegion(store: MonitorStore, region: Region): Promise<void> {
  for (const batch of await regionBatches(region)) await store.importBatch(batch);
}

/**
 * Reads a snapshot of a store.
 *
 * @param today bounds the years for which boundaries are queried
 * @throws MonitorError if the store cannot be read
 */
export async function readKept(store: MonitorStore, region: Region, today: Date): Promise<Kept> {
  const boundaries: Boundaries[] = [];
  for (let year = today.getUTCFullYear() + 1; year >= firstYear; year -= 1) {
    const found = await store.boundaries(year);
    if (found !== null) boundaries.push(found);
  }
  return {
    state: 'ready',
    note: null,
    // A store may hold a million figures that no page shows.
    facts: await store.facts({ series: usedSeries(region) }),
    history: await store.history({ series: measuredSeries(region) }),
    vintages: await store.vintages(),
    checks: await store.checks(),
    held: await store.held(true),
    boundaries,
  };
}

/** Fallback snapshot from the region folder, without a store. */
export async function keptOfRegion(region: Region, today: Date, state: ApiStoreState): Promise<Kept> {
  const store = memoryStore();
  try {
    await takeRegion(store, region);
    return { ...(await readKept(store, region, today)), ...state };
  } finally {
    await store.close();
  }
}

/** The public error message for an unreadable store; paths and stack traces go to the log only. */
export function whyUnread(error: unknown): Text {
  const first = error instanceof MonitorError || error instanceof StoreError ? error.problems[0] : undefined;
  const found: Text = first?.message ?? {
    nl: 'De opslag van opgehaalde cijfers kan niet worden gelezen.',
    en: 'The store of fetched figures cannot be read.',
  };
  return {
    nl: `${found.nl} Hier staan alleen de cijfers uit de regiomap.`,
    en: `${found.en} Only the figures of the region folder are shown.`,
  };
}
