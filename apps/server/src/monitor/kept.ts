import type { Region } from '@schaalsprong/agenda';
import {
  type Batch,
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
import type { ApiRevision, ApiStoreState } from '@schaalsprong/wire';
import type { Text } from '@schaalsprong/words';
import { type RevisionRegion, revisionRegion, revisionsOf } from './revisions.ts';

/** Snapshot of a store. */
export interface StoreSnapshot {
  readonly state: ApiStoreState['state'];
  readonly note: Text | null;
  /** current figures */
  readonly facts: readonly VintageFact[];
  /** every version of every figure, per figure and source oldest first */
  readonly history: readonly VintageFact[];
  /** oldest first */
  readonly vintages: readonly Vintage[];
  /** every revision that changed a value, newest version first, with the targets that it moved */
  readonly revisions: readonly ApiRevision[];
  readonly checks: Awaited<ReturnType<MonitorStore['checks']>>;
  /** quarantined figures */
  readonly held: readonly Quarantined[];
  /** of each year that was fetched, newest first */
  readonly boundaries: readonly Boundaries[];
  /** answers about indicators of very many figures, made where the store was read; of no other day and no other region */
  readonly answers: readonly MadeAnswer[];
}

/** The answer of the API about one indicator, made on the thread that read the store. */
export interface MadeAnswer {
  readonly indicator: string;
  /** the day that it was made for */
  readonly today: string;
  /** hashes of the region that it was made of */
  readonly domains: string;
  readonly bytes: Uint8Array;
  /** its ETag: hashing many bytes takes long too */
  readonly tag: string;
}

/** Figures of an indicator, all versions counted, from which on its answer is made on the thread that reads the store. */
export const manyFigures = 20_000;

/** First year with boundary maps. */
const firstYear = 2010;

/** What is asked of a store: plain data, so that it can be sent to another thread. */
export interface ReadRequest {
  /** the observations of the region folder, to be imported first; idempotent */
  readonly batches: readonly Batch[];
  /** series whose current figures are read */
  readonly series: readonly string[];
  /** series of which every version is read */
  readonly versionsOf: readonly string[];
  /** years whose boundaries are read, newest first */
  readonly years: readonly number[];
  /** whose targets a revision may move */
  readonly region: RevisionRegion;
  /** the region of which answers are made where there are very many figures */
  readonly whole: Region;
  /** the day of the request, `2026-11-30` */
  readonly today: string;
}

/** What was read of a store, in one state of it. */
export type StoreContent = Omit<StoreSnapshot, 'state' | 'note'>;

/** What a store itself holds of it. */
export type ReadFigures = Omit<StoreContent, 'revisions' | 'answers'>;

/**
 * What the server reads of a store.
 *
 * @param today bounds the years for which boundaries are queried
 */
export async function readRequest(region: Region, today: Date): Promise<ReadRequest> {
  const newest = today.getUTCFullYear() + 1;
  return {
    batches: await regionBatches(region),
    // A store may hold a million figures that no page shows.
    series: usedSeries(region),
    versionsOf: measuredSeries(region),
    years: Array.from({ length: newest - firstYear + 1 }, (_, i) => newest - i),
    region: revisionRegion(region),
    whole: region,
    today: today.toISOString().slice(0, 10),
  };
}

/** Imports the batches of a request into a store; idempotent. */
export async function importBatches(store: MonitorStore, { batches }: ReadRequest): Promise<void> {
  for (const batch of batches) await store.importBatch(batch);
}

/**
 * Reads a store, all in one snapshot: an import by another process is seen atomically.
 *
 * @throws MonitorError or StoreError if the store cannot be read
 */
export const readFigures = (store: MonitorStore, request: ReadRequest): Promise<ReadFigures> =>
  store.snapshot(async (reader) => {
    const boundaries: Boundaries[] = [];
    for (const year of request.years) {
      const found = await reader.boundaries(year);
      if (found !== null) boundaries.push(found);
    }
    return {
      facts: await reader.facts({ series: request.series }),
      history: await reader.history({ series: request.versionsOf }),
      vintages: await reader.vintages(),
      checks: await reader.checks(),
      held: await reader.held(true),
      boundaries,
    };
  });

/** As `readFigures`, with the revisions. */
export async function readContent(store: MonitorStore, request: ReadRequest): Promise<StoreContent> {
  const figures = await readFigures(store, request);
  return { ...figures, revisions: revisionsOf(request.region, figures, request.today), answers: [] };
}

/** Fallback snapshot from the region folder, without a store. */
export async function keptOfRegion(
  region: Region,
  today: Date,
  state: ApiStoreState,
): Promise<StoreSnapshot> {
  const store = memoryStore();
  try {
    const request = await readRequest(region, today);
    await importBatches(store, request);
    return { ...(await readContent(store, request)), ...state };
  } finally {
    await store.close();
  }
}

/** Whether a fault is explained to people: then its stack says nothing more. */
const isExplained = (error: unknown): error is MonitorError | StoreError =>
  error instanceof MonitorError || error instanceof StoreError;

/** Whether another process holds the store: an import, which ends. */
export const isLocked = (error: unknown): boolean =>
  error instanceof StoreError && error.problems[0].code === 'STORE_LOCKED';

/** Without what a store says of its place: that names folders, processes and users of the machine. */
const unread = (code: string): Text => ({
  nl: `De opslag van opgehaalde cijfers kan niet worden gelezen${code}.`,
  en: `The store of fetched figures cannot be read${code}.`,
});

/**
 * The public error message for an unreadable store; paths and stack traces go to the log only.
 *
 * @param isStale whether figures that were read before are still shown
 */
export function whyUnread(error: unknown, isStale: boolean): Text {
  const found =
    error instanceof MonitorError && error.problems[0] !== undefined
      ? error.problems[0].message
      : unread(error instanceof StoreError ? ` (${error.problems[0].code})` : '');
  return isStale
    ? {
        nl: `${found.nl} Hier staan de cijfers die eerder zijn gelezen.`,
        en: `${found.en} The figures that were read earlier are shown.`,
      }
    : {
        nl: `${found.nl} Hier staan alleen de cijfers uit de regiomap.`,
        en: `${found.en} Only the figures of the region folder are shown.`,
      };
}

/** The line in the operator's log; a stack trace only of faults that nobody expected. */
export const unreadLine = (error: unknown): string =>
  isExplained(error)
    ? `store not read: ${error.message}`
    : `store not read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
