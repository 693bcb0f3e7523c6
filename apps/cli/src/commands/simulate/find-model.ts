import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { loadRegion, type Region, type RegionFiles } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { compile, DataFault, decodeText, type Model, ModelError } from '@schaalsprong/model';
import { dataFrom, type FileData } from '@schaalsprong/model/node';
import { reasonOf } from '../../files/files.ts';
import { CommandFault } from '../../problems/messages.ts';
import type { SimulateRequest } from './request.ts';

/** What of a command says which model it is. */
export type ModelWords = Pick<SimulateRequest, 'model' | 'data' | 'units'>;

/** A model that is ready to run, and where it came from. */
export interface FoundModel {
  readonly model: Model;
  /** Its file without folders. */
  readonly file: string;
  readonly sha256: string;
  readonly data: FileData;
  /** The region that it belongs to. */
  readonly region: Region | null;
  /** The folder of that region. */
  readonly files: RegionFiles | null;
}

const kindOf = (path: string): 'file' | 'folder' | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : found.isDirectory() ? 'folder' : 'file';
};

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The text of a file, however it was encoded. */
export function readText(path: string, typed: string): string {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    throw new CommandFault('cannot-read', { what: typed, reason: reasonOf(error) });
  }
}

/** Data from the paths that were named, and else from beside the model. */
function dataFor(paths: readonly string[], cwd: string, model: string): FileData {
  try {
    return dataFrom([...paths.map((path) => resolve(cwd, path)), dirname(model)]);
  } catch (error) {
    if (!(error instanceof DataFault)) throw error;
    const { text, hint, expected } = error;
    throw new ModelError([
      {
        code: 'MODEL_DATA',
        message: text,
        file: '--data',
        line: 0,
        hint,
        ...(expected === undefined ? {} : { expected }),
      },
    ]);
  }
}

/**
 * Finds the model that the command names and compiles it.
 *
 * @param cwd where a relative path starts
 * @param home where `regions` is looked for when it is not in the working folder
 * @throws CommandFault where there is no such thing; RegionError or ModelError with what is wrong with it
 */
export async function findModel(command: ModelWords, cwd: string, home: string): Promise<FoundModel> {
  const { model: typed, data: paths } = command;
  const places = [typed, join('regions', typed)].flatMap((path) => [resolve(cwd, path), resolve(home, path)]);
  const place = places.find((path) => kindOf(path) !== null);
  if (place === undefined) throw new CommandFault('model-missing', { what: typed });

  if (kindOf(place) === 'file') {
    const text = readText(place, typed);
    const data = dataFor(paths, cwd, place);
    const options = { file: typed, units: command.units ?? 'warn', data } as const;
    const model = compile(text, options);
    return { model, file: basename(place), sha256: sha256(text), data, region: null, files: null };
  }
  const folder = places.find((path) => kindOf(join(path, 'region.yaml')) === 'file');
  if (folder === undefined) throw new CommandFault('model-missing', { what: typed });
  const files = { ...readRegionFolder(folder), root: typed };
  const region = await loadRegion(files);
  const { file, text } = region.model;
  const data = dataFor(paths, cwd, join(folder, file));
  const options = { file: `${typed}/${file}`, units: command.units ?? 'fail', data } as const;
  return { model: compile(text, options), file: basename(file), sha256: sha256(text), data, region, files };
}
