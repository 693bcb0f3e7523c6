export { createWorkerPool, type PoolSettings } from './pool.ts';
