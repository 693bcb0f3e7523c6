import { type Block, type Model, ModelError, type RunRequest } from '@schaalsprong/model';
import { writeFileWhole } from '@schaalsprong/model/node';
import {
  arrowWriter,
  type ByteSink,
  csvWriter,
  parquetWriter,
  type TableSettings,
  type TableWriter,
  writeTable,
} from '@schaalsprong/model/stream';
import { reasonOf } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import type { OutForm } from './request.ts';
import type { RunContext } from './run-context.ts';

/** In what form a table of all futures is written. */
export type TableForm = Exclude<OutForm, 'tar.gz'>;

/** A file to write, as a path and as the user named it. */
export interface OutFile {
  readonly path: string;
  readonly typed: string;
  readonly form: TableForm;
}

const writers: Readonly<Record<TableForm, (sink: ByteSink, settings: TableSettings) => TableWriter>> = {
  csv: csvWriter,
  parquet: parquetWriter,
  arrow: arrowWriter,
};

/** A fault of the file system or of a stream: those of the model and of cancelling have no code of letters. */
export const isOfTheFile = (error: unknown): boolean =>
  !(error instanceof ModelError) &&
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string';

/**
 * Writes every future at every kept time, block by block, so that an ensemble of any size fits: a `Time` column and a
 * column per outcome, a row per kept time; of more futures all rows of one after those of the other, with the number of
 * the future in a first column. The file is written atomically.
 *
 * @throws CommandFault where the file cannot be written; what the model throws; the reason of the signal on abort
 */
export async function writeFutures(
  model: Model,
  request: RunRequest,
  { path, typed, form }: OutFile,
  { signal, onProgress }: Pick<RunContext, 'signal' | 'onProgress'>,
): Promise<void> {
  const of = request.futures.count;
  const settings = { outcomes: request.outcomes, future: of > 1 };
  function* followed(): Generator<Block> {
    for (const block of model.blocks(request)) {
      signal.throwIfAborted();
      yield block;
      onProgress({ done: block.from + block.count, of });
    }
  }
  try {
    await writeFileWhole(path, (sink) => writeTable(followed(), writers[form](sink, settings)));
  } catch (error) {
    if (!isOfTheFile(error)) throw error;
    throw new CommandFault('cannot-write', { what: typed, reason: reasonOf(error) });
  }
}
