import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, hasTable } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres, whereOf } from './postgres.ts';
import { type DatabaseStore, databaseStore, stampIn } from './store.ts';

export { databaseCatalogue } from './problems.ts';
export type { DatabaseStore } from './store.ts';

/** Where figures are kept: on a PostgreSQL server where an address is given, else in a folder. */
export interface StoreSettings {
  /** `postgres://name:password@host:5432/database`; the empty text counts as none */
  readonly databaseUrl?: string | undefined;
  /** by default `.data/monitor` of the working directory */
  readonly folder?: string | undefined;
}

const defaultFolder = join('.data', 'monitor');
const stampFile = (folder: string): string => join(folder, 'stamp');

/** Written whole under another name first, so that no half of it is ever read. */
function writeStamp(folder: string, stamp: string): void {
  writeFileSync(`${stampFile(folder)}.new`, stamp);
  renameSync(`${stampFile(folder)}.new`, stampFile(folder));
}

async function migrated(database: Database, path: string): Promise<Database> {
  try {
    await migrate(database, { path });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Opens the store of the monitor: PGlite in a folder, for one process at a time, or a PostgreSQL server. Its schema is made, or
 * brought to that of this version.
 *
 * @throws MonitorError with `unreachable` where the place cannot be used: codes of `databaseCatalogue`
 */
export async function openStore({ databaseUrl = '', folder }: StoreSettings): Promise<DatabaseStore> {
  if (databaseUrl !== '') {
    return databaseStore(await migrated(await openPostgres(databaseUrl), whereOf(databaseUrl).path));
  }
  const at = folder ?? defaultFolder;
  const store = databaseStore(await migrated(await openPglite(at), at), (stamp) => writeStamp(at, stamp));
  writeStamp(at, await store.stamp());
  return store;
}

/**
 * The stamp of a store without opening it: a folder's is read from a file, so that it may be asked while another process holds it.
 * @returns the empty text where nothing is kept yet
 */
export async function storeStamp({ databaseUrl = '', folder }: StoreSettings): Promise<string> {
  if (databaseUrl === '') {
    try {
      return readFileSync(stampFile(folder ?? defaultFolder), 'utf8');
    } catch {
      return '';
    }
  }
  const database = await openPostgres(databaseUrl);
  try {
    return await database.read(async (session) =>
      (await hasTable(session, 'state')) ? stampIn(session) : '',
    );
  } finally {
    await database.close();
  }
}
