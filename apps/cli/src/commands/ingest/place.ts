import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Region } from '@schaalsprong/agenda';
import {
  type Figures,
  figuresOf,
  folderFigures,
  type MonitorStore,
  memoryStore,
  regionBatches,
  usedSeries,
} from '@schaalsprong/monitor';
import type { Lang } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { sayIngest } from './texts.ts';

/** Where figures are kept. */
export interface Place {
  /** for downloads that broke off, and for the store where there is no database */
  readonly folder: string;
  readonly databaseUrl: string;
}

/** By `--data`, else SCHAALSPRONG_DATA, else `.data` of the repository; figures themselves in the database of DATABASE_URL where it is set. */
export function placeOf(data: string | null, { env, cwd, home }: Surroundings): Place {
  const named = data ?? env.SCHAALSPRONG_DATA;
  return {
    folder: named === undefined || named === '' ? join(home, '.data') : resolve(cwd, named),
    databaseUrl: env.DATABASE_URL ?? '',
  };
}

const storeFolder = ({ folder }: Place): string => join(folder, 'monitor');

/** Whether something was kept there before. */
export const isThere = (place: Place): boolean => place.databaseUrl !== '' || existsSync(storeFolder(place));

/** A store that is open, and holds what the region folder says. */
export interface Opened {
  readonly store: MonitorStore;
  /** false where nothing was ever kept there: then the store is in memory, and what it takes is lost */
  readonly isKept: boolean;
}

/** Milliseconds to wait for another process at most: an import of the server or of another command takes seconds. */
const mostWaiting = 60_000;

/** Whom to tell that the store is held by another process. */
export interface Waiting {
  readonly lang: Lang;
  readonly world: Pick<Surroundings, 'err' | 'signal'>;
}

/**
 * Opens the store, with the observations of the region in it. While another process holds it, waits up to a minute, and says so once.
 *
 * @param toWrite false where nothing may be made: where nothing was kept yet, what the region folder says is read in memory
 * @param copyIfReadOnly whether a folder that this process may not write is read from a copy, of which nothing stays
 * @throws StoreError where it cannot be used; the reason of the signal when aborted
 */
export async function openPlace(
  place: Place,
  region: Region,
  toWrite: boolean,
  { lang, world }: Waiting,
  copyIfReadOnly = !toWrite,
): Promise<Opened> {
  const isKept = toWrite || isThere(place);
  // The database is loaded only where there is one.
  const store = isKept
    ? await (await import('@schaalsprong/store/node')).openStore({
        databaseUrl: place.databaseUrl,
        folder: storeFolder(place),
        copyIfReadOnly,
        patience: {
          most: mostWaiting,
          signal: world.signal,
          onWait: ({ pid }) => world.err(`${sayIngest(lang, 'waiting', { pid: pid ?? '' })}\n`),
        },
      })
    : memoryStore();
  try {
    if (toWrite || !isKept) for (const batch of await regionBatches(region)) await store.importBatch(batch);
  } catch (error) {
    await store.close();
    throw error;
  }
  return { store, isKept };
}

/**
 * The observed figures that stand: those of the store where figures were ever ingested, with the observation files of the region as
 * they are now; else those files alone.
 *
 * @throws StoreError where the store cannot be used
 */
export async function figuresThatStand(region: Region, lang: Lang, world: Surroundings): Promise<Figures> {
  const place = placeOf(null, world);
  if (!isThere(place)) return folderFigures(region);
  const { store } = await openPlace(place, region, true, { lang, world }, true);
  try {
    return await figuresOf(region, await store.facts({ series: usedSeries(region) }));
  } finally {
    await store.close();
  }
}
