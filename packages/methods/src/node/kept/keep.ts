import { createHash } from 'node:crypto';
import { readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isSeed, type Model } from '@schaalsprong/model';
import { createPool } from '@schaalsprong/model/node';
import { at } from '@schaalsprong/words';
import { chunkBytes } from '../../archive/chunk.ts';
import { keptFormat, keptVersion, type Manifest } from '../../archive/manifest.ts';
import { keptParts, keptProblems, sizeText } from '../../archive/problems.ts';
import { differences, type KeptQuestion, questionText } from '../../archive/question.ts';
import { sampleFutures } from '../../ensemble/sampling.ts';
import { FuturesError, problems } from '../../problems.ts';
import { systemReason } from '../reason.ts';
import { type DesignFile, drawDesign } from './design-file.ts';
import {
  chunkFile,
  completeFile,
  manifestFile,
  prepareFolder,
  readChunkFile,
  writeChunk,
  writeWhole,
} from './folder.ts';
import { chunkHeads, completionOf, readManifest } from './read-manifest.ts';

/** Futures to compute and keep. */
export interface KeepRequest {
  /** Where they are kept: a new folder, an empty one, or one with a part of the same. */
  readonly folder: string;
  readonly question: KeptQuestion;
  /** The model of the question, compiled. */
  readonly model: Model;
  /** Version of the program. */
  readonly createdBy: string;
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told once, before anything is computed. */
  readonly onFound?: ((found: FoundFutures) => void) | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
}

/** What of the futures was there already. */
export interface FoundFutures {
  readonly kept: number;
  readonly of: number;
  /** Corrupt files, which are recomputed. */
  readonly damaged: readonly string[];
}

/** What came of it. */
export interface Kept extends FoundFutures {
  /** Hash of all: the same for the same question. */
  readonly hash: string;
}

/** More than this no count needs, and a slip of the finger should not fill a disk. */
export const mostKept = 10_000_000;
/** A kill loses no more than a chunk: so many bytes, and of a small model so many futures. */
const chunkTarget = 4 * 2 ** 20;
const mostInChunk = 1024;

/**
 * * Computes futures on all processors and writes them to disk in chunks, each atomically; memory does not grow with their number.
 * Resumable: where a part of the same futures exists it continues, and the files become the same, byte for byte, as those of a run
 * that was never stopped. A corrupt chunk is recomputed.
 *
 * @throws FuturesError where the folder holds something else (which parts of the question differ), or there are too many futures,
 * no room, or no right to write; ModelError from the model; the signal's reason on abort
 */
export async function keepFutures(request: KeepRequest): Promise<Kept> {
  const { folder, question, signal } = request;
  check(question);
  try {
    const manifest = await manifestFor(request);
    const found = await search(folder, manifest, signal);
    const { kept, damaged, pending } = found;
    request.onFound?.({ kept, of: question.futures, damaged });
    if (pending.length > 0) {
      await checkRoom(folder, manifest, pending);
      await compute(request, manifest, found);
    }
    const completion = completionOf(manifest.hash, found.checksums);
    await writeWhole(join(folder, completeFile), [jsonBytes(completion)]);
    return { hash: completion.hash, kept, of: question.futures, damaged };
  } catch (error) {
    const reason = systemReason(error);
    if (reason === null) throw error;
    throw new FuturesError([keptProblems.unwritable(folder, reason)]);
  }
}

/** Validate before creating the folder. */
function check({ futures, seed, uncertainties }: KeptQuestion): void {
  const found = [
    ...(Number.isSafeInteger(futures) && futures >= 1 ? [] : [problems.count(futures)]),
    ...(futures > mostKept ? [keptProblems.tooMany(futures, mostKept)] : []),
    ...(isSeed(seed) ? [] : [problems.seed(seed)]),
  ];
  if (found.length > 0) throw new FuturesError(found);
  sampleFutures(uncertainties, 1, seed);
}

const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The manifest that is there, if it is of the same question, or a new one. */
async function manifestFor({ folder, question, createdBy }: KeepRequest): Promise<Manifest> {
  const foreign = await prepareFolder(folder);
  const there = await readManifest(folder);
  if (there !== null) {
    const parts = differences(there.question, question).map((part) =>
      keptProblems.different(folder, keptParts[part], shown(there.question[part]), shown(question[part])),
    );
    if (there.createdBy !== createdBy)
      parts.push(keptProblems.different(folder, keptParts.createdBy, there.createdBy, createdBy));
    if (parts.length > 0) throw new FuturesError(parts);
    return there;
  }
  if (foreign !== null) throw new FuturesError([keptProblems.foreign(folder, foreign)]);
  const { futures } = question;
  const most = Math.floor(chunkTarget / (8 * columnsOf(question)));
  const inChunk = Math.min(futures, Math.max(1, Math.min(most, mostInChunk)));
  const manifest: Manifest = {
    format: keptFormat,
    version: keptVersion,
    createdBy,
    question,
    hash: createHash('sha256').update(questionText(question)).digest('hex'),
    chunks: { futures: inChunk, count: Math.ceil(futures / inChunk) },
  };
  await writeWhole(join(folder, manifestFile), [jsonBytes(manifest)]);
  return manifest;
}

const columnsOf = ({ uncertainties, outcomes, times }: KeptQuestion): number =>
  uncertainties.length + outcomes.length * times.length;

/** A part of a question in a few words: what is long by the beginning of its hash. */
function shown(part: KeptQuestion[keyof KeptQuestion]): string {
  if (part === null) return '-';
  if (typeof part === 'object' && 'sha256' in part) return `${part.file} ${String(part.sha256).slice(0, 12)}`;
  if (typeof part === 'object')
    return createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, 12);
  return typeof part === 'string' && part.length === 64 ? part.slice(0, 12) : String(part);
}

interface Search {
  readonly kept: number;
  readonly damaged: readonly string[];
  readonly pending: readonly number[];
  /** By chunk; empty where it is still to be made. */
  readonly checksums: string[];
}

/** Which chunks are there and as they should be. */
async function search(folder: string, manifest: Manifest, signal: AbortSignal | undefined): Promise<Search> {
  const damaged: string[] = [];
  const pending: number[] = [];
  const checksums: string[] = [];
  const names = new Set(await readdir(folder));
  let kept = 0;
  for (const head of chunkHeads(manifest)) {
    const name = chunkFile(head.index);
    if (!names.has(name)) {
      pending.push(head.index);
      checksums.push('');
      continue;
    }
    signal?.throwIfAborted();
    const read = await readChunkFile(join(folder, name), head);
    if ('bytes' in read) {
      kept += head.count;
      checksums.push(read.sha256);
      continue;
    }
    if (read.damage !== null) damaged.push(name);
    pending.push(head.index);
    checksums.push('');
  }
  return { kept, damaged, pending, checksums };
}

async function checkRoom(folder: string, manifest: Manifest, pending: readonly number[]): Promise<void> {
  const { futures } = manifest.chunks;
  const columns = columnsOf(manifest.question);
  const design = 8 * manifest.question.futures * manifest.question.uncertainties.length;
  const needed = pending.length * chunkBytes({ count: futures, columns }) + design;
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (needed > free) throw new FuturesError([keptProblems.disk(folder, sizeText(needed), sizeText(free))]);
}

/** Computes the chunks that are missing; one is computed while the one before is written. */
async function compute(request: KeepRequest, manifest: Manifest, found: Search): Promise<void> {
  const { folder, model, threads, signal } = request;
  const { question } = manifest;
  const { futures: of, uncertainties, seed } = question;
  const heads = [...chunkHeads(manifest)];
  const design = await drawDesign(folder, uncertainties, of, seed);
  const pool = createPool({ program: model.program, threads });
  let done = found.kept;
  const start = async (index: number | undefined): Promise<readonly Float64Array[]> => {
    const head = index === undefined ? undefined : heads[index];
    return head === undefined
      ? []
      : columnsFor(question, design, pool, { first: head.first, count: head.count }, signal);
  };
  try {
    let next = start(found.pending[0]);
    for (const [place, index] of found.pending.entries()) {
      const columns = await next;
      next = start(found.pending[place + 1]);
      // On a write error pending work is not awaited.
      next.catch(() => undefined);
      const head = heads[index];
      if (head === undefined) throw new Error(`no chunk ${index}`);
      found.checksums[index] = await writeChunk(folder, head, columns);
      done += head.count;
      request.onProgress?.({ done, of });
    }
  } finally {
    await pool.close();
    await design.close();
  }
}

/** Inputs and outcomes of some futures, as they are in a chunk. */
async function columnsFor(
  question: KeptQuestion,
  design: DesignFile,
  pool: ReturnType<typeof createPool>,
  { first, count }: { readonly first: number; readonly count: number },
  signal: AbortSignal | undefined,
): Promise<readonly Float64Array[]> {
  const { uncertainties, outcomes, levers, seed, mode, times } = question;
  const inputs = await design.read(first, count);
  const values: Record<string, Float64Array> = {};
  uncertainties.forEach(({ variable }, i) => {
    // The pool may give away the memory of what it is handed.
    values[variable] = at(inputs, i).slice();
  });
  const { answers } = await pool.run(
    {
      futures: { count, first, values },
      levers,
      seed,
      mode,
      at: times,
      asks: outcomes.map(({ name }) => ({ take: 'each', outcome: name, reading: { of: 'series' } }) as const),
    },
    { signal },
  );
  return [...inputs, ...answers.map((answer) => answer.values)];
}
