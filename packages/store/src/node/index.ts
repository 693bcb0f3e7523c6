import { acquireFolder, openHeldPort, openPort, portStamp, type StoreSettings } from './engine/port.ts';
import { monitorPort } from './monitor/port.ts';
import { type DatabaseStore, databaseStore } from './monitor/store.ts';
import { sharesPort } from './shares/port.ts';
import { type ShareStore, shareStore } from './shares/store.ts';
import { snapshotsPort } from './snapshots/port.ts';
import { type SnapshotStore, snapshotStore } from './snapshots/store.ts';

export type { Patience, StoreSettings } from './engine/port.ts';
export type { DatabaseStore } from './monitor/store.ts';
export type { KeptShare, Share, ShareStore } from './shares/store.ts';
export { type KeptSnapshot, memorySnapshots, type SnapshotStore } from './snapshots/store.ts';

/**
 * Opens the store of the monitor: PGlite in a folder, for one process at a time, or a PostgreSQL server. Its schema is made, or
 * migrated to that of this version.
 *
 * @throws StoreError where the place cannot be used
 */
export const openStore = async (settings: StoreSettings): Promise<DatabaseStore> =>
  databaseStore(await openPort(monitorPort, settings));

/**
 * Takes the folder of the store for this process without opening it, so that a worker thread can open it by `openHeldStore`: the lock
 * stays with the thread that lives on. On a PostgreSQL server there is nothing to take.
 *
 * @returns releases the folder
 * @throws StoreError where another process holds it
 */
export const holdStore = async (settings: StoreSettings): Promise<() => void> =>
  (settings.databaseUrl ?? '') === '' ? acquireFolder(monitorPort, settings) : () => {};

/**
 * As `openStore`, for a folder that this process holds by `holdStore`. To be closed before that is released.
 *
 * @throws StoreError where the place cannot be used
 */
export const openHeldStore = async (settings: StoreSettings): Promise<DatabaseStore> =>
  databaseStore(await openHeldPort(monitorPort, settings));

/**
 * The stamp of the store of the monitor without opening it: it can be asked while another process holds the folder.
 *
 * @returns another text after every change; the empty text where nothing is kept yet
 * @throws StoreError where the server cannot be reached
 */
export const storeStamp = (settings: StoreSettings): Promise<string> => portStamp(monitorPort, settings);

/**
 * Takes the folder of the shared settings for this process, as `holdStore` does for the monitor.
 *
 * @returns releases the folder
 * @throws StoreError where another process holds it
 */
export const holdShares = async (settings: StoreSettings): Promise<() => void> =>
  (settings.databaseUrl ?? '') === '' ? acquireFolder(sharesPort, settings) : () => {};

/**
 * Opens the shared settings; a folder is held by this process by `holdShares`, and released after this is closed.
 *
 * @throws StoreError where the place cannot be used
 */
export const openHeldShares = async (settings: StoreSettings): Promise<ShareStore> =>
  shareStore(await openHeldPort(sharesPort, settings));

/**
 * Opens the states of the standing that a server keeps. Closed by whoever opened it.
 *
 * @throws StoreError where the place cannot be used
 */
export const openSnapshots = async (settings: StoreSettings): Promise<SnapshotStore> =>
  snapshotStore(await openPort(snapshotsPort, settings));
