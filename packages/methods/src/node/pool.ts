import type { Model } from '@schaalsprong/model';
import { createPool } from '@schaalsprong/model/node';
import { type EnsembleRunner, runnerOn } from '../ensemble/ensemble.ts';

/** What the workers run, and how many there are. */
export interface PoolSettings {
  readonly model: Model;
  /** Worker threads; by default as many as this process may use at once. */
  readonly threads?: number | undefined;
}

/** A runner on worker threads. Idle workers do not keep the process alive. */
export const createWorkerPool = ({ model, threads }: PoolSettings): EnsembleRunner =>
  runnerOn(createPool({ program: model.program, threads }), model);
