import type { ModelProblem } from '@schaalsprong/model';
import type { EnsembleJob } from '../ensemble.ts';
import type { Futures } from '../sampling.ts';

/** One block of work: which job of which request, on which futures. */
export interface Block {
  readonly request: number;
  readonly job: number;
  readonly from: number;
  readonly to: number;
}

/** From the pool to a worker. A request is sent once to each worker, before its first block. */
export type ToWorker =
  | {
      readonly type: 'request';
      readonly request: number;
      readonly values: Futures['values'];
      readonly jobs: readonly EnsembleJob[];
    }
  | { readonly type: 'block'; readonly block: Block }
  | { readonly type: 'forget'; readonly request: number };

/** From a worker to the pool. An error loses its class on the way, so a model's problems travel beside it. */
export type FromWorker =
  | { readonly type: 'block'; readonly block: Block; readonly values: readonly Float64Array[] }
  | {
      readonly type: 'failed';
      readonly block: Block;
      readonly message: string;
      readonly problems: readonly ModelProblem[] | null;
    };
