/** Writes all outcomes of all futures, block by block, without holding them. */
export type { Block } from '../run/block.ts';
export { arrowWriter } from './arrow.ts';
export { type CsvLayout, csvWriter } from './csv.ts';
export { parquetWriter } from './parquet.ts';
export type { ByteSink } from './sink.ts';
export { type TableSettings, type TableWriter, writeTable } from './table.ts';
