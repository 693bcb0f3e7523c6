import { Worker } from 'node:worker_threads';
import type { KeptSnapshot, StoreSettings } from '@schaalsprong/store/node';
import { StoreError, type StoreProblem } from '@schaalsprong/store/problems';
import type { SnapshotPlace } from './changes.ts';

/** What the worker is given. */
export interface KeepRequest {
  readonly settings: StoreSettings;
  readonly snapshot: KeptSnapshot;
  readonly most: number;
}

/** What the worker answers. */
export type FromKeeping =
  | { readonly kind: 'done'; readonly kept: readonly KeptSnapshot[] }
  | { readonly kind: 'store-fault'; readonly problem: StoreProblem; readonly pid: number | null }
  | { readonly kind: 'fault'; readonly message: string };

/**
 * States in a folder or on a PostgreSQL server, each kept on a thread that ends with it: a state comes a few times a day, and PGlite takes
 * a gigabyte while it is open.
 */
export const snapshotPlace = (settings: StoreSettings): SnapshotPlace => ({
  keep: (snapshot, most) =>
    new Promise((resolve, reject) => {
      const request: KeepRequest = { settings, snapshot, most };
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: request });
      worker.unref();
      worker.once('message', (answer: FromKeeping) => {
        if (answer.kind === 'done') resolve(answer.kept);
        else if (answer.kind === 'store-fault') reject(new StoreError(answer.problem, answer.pid));
        else reject(new Error(answer.message));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that keeps states stopped')));
    }),
});
