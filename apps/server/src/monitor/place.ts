import type { StoreSettings } from '@schaalsprong/store/node';
import type { StorePlace } from './snapshot.ts';

/** The store of fetched figures, in a folder or on a PostgreSQL server. Its program is loaded only where something is kept. */
export function storePlace(settings: StoreSettings): StorePlace {
  const program = () => import('@schaalsprong/store/node');
  return {
    open: async () => (await program()).openStore(settings),
    stamp: async () => (await program()).storeStamp(settings),
  };
}
