import type { StoreSettings } from '@schaalsprong/store/node';
import type { StorePlace } from './snapshot.ts';

/** A store in a folder or on a PostgreSQL server. The driver is imported lazily, since most servers have no store. */
export function storePlace(settings: StoreSettings): StorePlace {
  const program = () => import('@schaalsprong/store/node');
  return {
    open: async () => (await program()).openStore(settings),
    stamp: async () => (await program()).storeStamp(settings),
  };
}
