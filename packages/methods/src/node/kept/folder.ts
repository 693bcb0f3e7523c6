import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type ChunkHead,
  checksumBytes,
  chunkBytes,
  encodeHead,
  hasHead,
  headBytes,
} from '../../archive/chunk.ts';
import { damage } from '../../archive/problems.ts';
import { systemReason } from '../reason.ts';

/** Files of a folder of kept futures. */
export const manifestFile = 'manifest.json';
export const completeFile = 'complete.json';
export const chunkFile = (index: number): string => `futures-${String(index).padStart(6, '0')}.bin`;
const partOf = /^\.(?:manifest\.json|complete\.json|futures-\d{6,}\.bin|design)\.(\d+)\.part$/;
const chunkName = /^futures-\d{6,}\.bin$/;

/** A name under which a file is made before it is whole. */
export const partName = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.part`);

/** Writes a file atomically. Pieces are written one after the other. */
export async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const part = partName(path);
  const file = await open(part, 'w');
  try {
    for (const piece of pieces) await writeAll(file, piece);
    await file.close();
    await rename(part, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>;

/** A write of the system may take less than it was given. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; ) {
    from += (await file.write(bytes, from)).bytesWritten;
  }
}

/**
 * A read of the system may give less than was asked.
 *
 * @returns how many bytes there were
 */
export async function readAll(file: FileHandle, into: Uint8Array, start: number): Promise<number> {
  let done = 0;
  while (done < into.length) {
    const { bytesRead } = await file.read(into, done, into.length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemReason(error) === 'EPERM';
  }
};

/**
 * Makes the folder where it is not there, and clears away what a run left that was stopped halfway. Another run that is at
 * work in the same folder is left alone: both write the same bytes.
 *
 * @returns a name in it that is not of kept futures; null where there is none
 */
export async function prepareFolder(folder: string): Promise<string | null> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  for (const name of names) {
    const pid = Number(partOf.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && (pid === process.pid || !isAlive(pid)))
      await rm(join(folder, name), { force: true });
  }
  const known = (name: string): boolean =>
    name === manifestFile || name === completeFile || chunkName.test(name) || partOf.test(name);
  return names.find((name) => !known(name)) ?? null;
}

/** A file as text; null where it is not there. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = systemReason(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return null;
    throw error;
  }
}

/** The bytes of a chunk that is as it should be, its checksum; or why it cannot be used, null where it is not there. */
export type ChunkRead =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }
  | { readonly damage: (typeof damage)[keyof typeof damage] | null };

/**
 * Writes a chunk atomically.
 *
 * @param columns its numbers, one piece behind the other
 * @returns its checksum
 */
export async function writeChunk(
  folder: string,
  head: ChunkHead,
  columns: readonly Float64Array[],
): Promise<string> {
  const bytes = Buffer.allocUnsafe(chunkBytes(head));
  bytes.set(encodeHead(head));
  let at = headBytes;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  if (at !== bytes.length - checksumBytes) throw new RangeError(`a chunk of ${at} bytes`);
  const sha256 = createHash('sha256').update(bytes.subarray(0, at)).digest();
  bytes.set(sha256, at);
  await writeWhole(join(folder, chunkFile(head.index)), [bytes]);
  return sha256.toString('hex');
}

/** Reads a chunk and checks its length, whose it is, and its checksum. */
export async function readChunkFile(path: string, head: ChunkHead): Promise<ChunkRead> {
  const bytes = new Uint8Array(chunkBytes(head));
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).size !== bytes.length) return { damage: damage.cut };
      if ((await readAll(file, bytes, 0)) !== bytes.length) return { damage: damage.cut };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemReason(error) === 'ENOENT') return { damage: null };
    throw error;
  }
  const body = bytes.subarray(0, bytes.length - checksumBytes);
  const sha256 = createHash('sha256').update(body).digest();
  if (!sha256.equals(bytes.subarray(bytes.length - checksumBytes))) return { damage: damage.changed };
  if (!hasHead(bytes, head)) return { damage: damage.other };
  return { bytes, sha256: sha256.toString('hex') };
}
