import type { StoreSettings } from '@schaalsprong/store/node';
import { readInThread } from './read-thread.ts';
import type { StorePlace } from './snapshot.ts';

/**
 * A store in a folder or on a PostgreSQL server, read on a worker thread. The driver is imported lazily, since most servers have no
 * store.
 */
export const storePlace = (settings: StoreSettings): StorePlace => ({
  read: (request, signal) => readInThread(settings, request, signal),
  stamp: async () => (await import('@schaalsprong/store/node')).storeStamp(settings),
});
