import type { Region, Text } from '@schaalsprong/agenda';
import {
  type Boundaries,
  MonitorError,
  type MonitorStore,
  memoryStore,
  type Quarantined,
  regionBatches,
  type Vintage,
  type VintageFact,
} from '@schaalsprong/monitor';
import type { ApiStoreState } from '@schaalsprong/wire';

/** All that the pages say of statistics, read from a store in one go. */
export interface Kept {
  readonly state: ApiStoreState['state'];
  readonly note: Text | null;
  /** the figures that stand */
  readonly facts: readonly VintageFact[];
  /** every version of every figure, per figure and source oldest first */
  readonly history: readonly VintageFact[];
  /** oldest first */
  readonly vintages: readonly Vintage[];
  readonly checks: Awaited<ReturnType<MonitorStore['checks']>>;
  /** what waits for a person */
  readonly held: readonly Quarantined[];
  /** of each year that was fetched, newest first */
  readonly boundaries: readonly Boundaries[];
}

/** Years of which boundaries are looked for: the maps of the office begin here. */
const firstYear = 2010;

/** Takes what the region folder holds into a store: what it has already stays as it is. */
export async function takeRegion(store: MonitorStore, region: Region): Promise<void> {
  for (const batch of await regionBatches(region)) await store.importBatch(batch);
}

/**
 * Reads what the pages need of a store.
 *
 * @param today year of the newest boundaries that are looked for
 * @throws what the store throws
 */
export async function readKept(store: MonitorStore, region: Region, today: Date): Promise<Kept> {
  // Only what an indicator shows: a store may hold a million figures more.
  const series = [
    ...new Set(
      region.indicators.flatMap(({ series: own, leads }) => [
        ...(own === null ? [] : [own]),
        ...leads.map((lead) => lead.series),
      ]),
    ),
  ];
  const boundaries: Boundaries[] = [];
  for (let year = today.getUTCFullYear() + 1; year >= firstYear; year -= 1) {
    const found = await store.boundaries(year);
    if (found !== null) boundaries.push(found);
  }
  return {
    state: 'ready',
    note: null,
    facts: await store.facts({ series }),
    history: await store.history({ series }),
    vintages: await store.vintages(),
    checks: await store.checks(),
    held: await store.held(true),
    boundaries,
  };
}

/** What the region folder itself says, where nothing else is kept or can be read. */
export async function keptOfRegion(region: Region, today: Date, state: ApiStoreState): Promise<Kept> {
  const store = memoryStore();
  try {
    await takeRegion(store, region);
    return { ...(await readKept(store, region, today)), ...state };
  } finally {
    await store.close();
  }
}

/** Why a store cannot be read, without a word about files or code: the log has those. */
export function whyUnread(error: unknown): Text {
  const first = error instanceof MonitorError ? error.problems[0] : undefined;
  const found: Text = first?.message ?? {
    nl: 'De opslag van opgehaalde cijfers kan niet worden gelezen.',
    en: 'The store of fetched figures cannot be read.',
  };
  return {
    nl: `${found.nl} Hier staan alleen de cijfers uit de regiomap.`,
    en: `${found.en} Only the figures of the region folder are shown.`,
  };
}
