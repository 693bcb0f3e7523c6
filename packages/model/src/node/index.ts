export { dataFrom } from './files.ts';
export { createPool, type PoolSettings } from './pool.ts';
