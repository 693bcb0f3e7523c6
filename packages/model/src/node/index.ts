export { dataFrom, type FileData } from './files.ts';
export { createPool, type PoolSettings } from './pool.ts';
export { streamSink, writeFileWhole } from './sink.ts';
