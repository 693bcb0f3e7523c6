import { openPort, portStamp, type StoreSettings } from './engine/port.ts';
import { monitorPort } from './monitor/port.ts';
import { type DatabaseStore, databaseStore } from './monitor/store.ts';

export type { Patience, StoreSettings } from './engine/port.ts';
export type { DatabaseStore } from './monitor/store.ts';

/**
 * Opens the store of the monitor: PGlite in a folder, for one process at a time, or a PostgreSQL server. Its schema is made, or
 * migrated to that of this version.
 *
 * @throws StoreError where the place cannot be used
 */
export const openStore = async (settings: StoreSettings): Promise<DatabaseStore> =>
  databaseStore(await openPort(monitorPort, settings));

/**
 * The stamp of the store of the monitor without opening it: it can be asked while another process holds the folder.
 *
 * @returns another text after every change; the empty text where nothing is kept yet
 * @throws StoreError where the server cannot be reached
 */
export const storeStamp = (settings: StoreSettings): Promise<string> => portStamp(monitorPort, settings);
