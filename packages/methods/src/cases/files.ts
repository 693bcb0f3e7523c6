/** Tables of futures as files, for pages as for commands. Apart from `./cases`, since writing Parquet is large. */
export {
  type FuturesColumn,
  type FuturesForm,
  type FuturesTable,
  futuresFile,
  futuresTable,
} from './futures-table.ts';
export { type ModelFutures, modelFutures } from './model-futures.ts';
