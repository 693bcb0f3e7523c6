import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type SampledUncertainty, sampleFutures } from '../../ensemble/sampling.ts';
import { partName, readAll } from './folder.ts';

/** The inputs of all futures on disk, so that memory does not grow with futures times uncertainties. */
export interface DesignFile {
  /** Per uncertainty, in their order, its value in these futures. */
  read(from: number, count: number): Promise<readonly Float64Array<ArrayBuffer>[]>;
  /** Removes it. */
  close(): Promise<void>;
}

/**
 * Draws futures uncertainty by uncertainty, each from its own stream, and puts them down beside each other.
 *
 * @param folder where there is room
 */
export async function drawDesign(
  folder: string,
  uncertainties: readonly SampledUncertainty[],
  count: number,
  seed: number,
): Promise<DesignFile> {
  const path = partName(join(folder, 'design'));
  const file = await open(path, 'w+');
  const close = async (): Promise<void> => {
    await file.close();
    await rm(path, { force: true });
  };
  try {
    for (const [place, uncertainty] of uncertainties.entries()) {
      const { [uncertainty.id]: values } = sampleFutures([uncertainty], count, seed).byId;
      if (values === undefined) throw new Error(`no draws of ${uncertainty.id}`);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      await writeAt(file, bytes, 8 * count * place);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    read: async (from, some) => {
      const columns: Float64Array<ArrayBuffer>[] = [];
      for (let place = 0; place < uncertainties.length; place++) {
        const column = new Float64Array(some);
        await readAll(file, new Uint8Array(column.buffer), 8 * (place * count + from));
        columns.push(column);
      }
      return columns;
    },
    close,
  };
}

async function writeAt(file: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, start + done)).bytesWritten;
  }
}
