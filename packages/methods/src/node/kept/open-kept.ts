import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { at } from '@schaalsprong/words';
import { type ChunkHead, headBytes } from '../../archive/chunk.ts';
import type { Completion, Manifest } from '../../archive/manifest.ts';
import { keptProblems } from '../../archive/problems.ts';
import type { Cases, Column, NumberColumn } from '../../cases/cases.ts';
import { columnAt, type ReadTimes } from '../../cases/read-times.ts';
import { FuturesError } from '../../problems.ts';
import { chunkFile, readAll, readChunkFile } from './folder.ts';
import { chunkHeads, readCompletion, readManifest } from './read-manifest.ts';

/** A folder in which all futures are kept. */
export interface KeptFutures {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Hash of all: the same for the same question. */
  readonly hash: string;
  /** Every chunk after the other, each checked. */
  chunks(): AsyncGenerator<KeptChunk>;
  /** One outcome of a chunk at all its times, `[k * count + i]`, without looking at the rest or its checksum. */
  outcome(head: ChunkHead, place: number): Promise<Float64Array>;
  readonly heads: readonly (ChunkHead & { readonly first: number })[];
}

/** Some of the futures that were kept. */
export interface KeptChunk {
  /** Number of the first. */
  readonly first: number;
  readonly count: number;
  /** Column after column of `count` numbers: inputs, then of every outcome its times. */
  column(place: number): Float64Array;
}

/**
 * Opens a folder of kept futures.
 *
 * @throws FuturesError where there are none, not all of them, or the files do not fit together; reading throws one that names
 *   a damaged chunk
 */
export async function openKept(folder: string): Promise<KeptFutures> {
  const manifest = await readManifest(folder);
  if (manifest === null) throw new FuturesError([keptProblems.notKept(folder)]);
  const completion = await readCompletion(folder, manifest);
  const heads = [...chunkHeads(manifest)];
  if (completion === null) throw await unfinished(folder, manifest, heads);
  const { uncertainties, times } = manifest.question;
  return {
    folder,
    manifest,
    hash: completion.hash,
    heads,
    chunks: () => readChunks(folder, heads, completion),
    outcome: async ({ index, count }, place) => {
      const values = new Float64Array(times.length * count);
      const start = headBytes + 8 * count * (uncertainties.length + place * times.length);
      const file = await open(join(folder, chunkFile(index)), 'r');
      try {
        await readAll(file, new Uint8Array(values.buffer), start);
      } finally {
        await file.close();
      }
      return values;
    },
  };
}

async function unfinished(
  folder: string,
  { question }: Manifest,
  heads: readonly ChunkHead[],
): Promise<FuturesError> {
  let kept = 0;
  for (const head of heads) {
    if ('bytes' in (await readChunkFile(join(folder, chunkFile(head.index)), head))) kept += head.count;
  }
  return new FuturesError([keptProblems.unfinished(folder, kept, question.futures)]);
}

async function* readChunks(
  folder: string,
  heads: KeptFutures['heads'],
  { chunks }: Completion,
): AsyncGenerator<KeptChunk> {
  for (const head of heads) {
    const { index, first, count } = head;
    const path = join(folder, chunkFile(index));
    const read = await readChunkFile(path, head);
    if (!('bytes' in read) || read.sha256 !== chunks[index]) {
      const why = ('damage' in read ? read.damage : null) ?? {
        nl: 'het bestand ontbreekt of is vervangen',
        en: 'the file is missing or was replaced',
      };
      throw new FuturesError([keptProblems.damaged(path, first, first + count - 1, why)]);
    }
    const { buffer } = read.bytes;
    yield {
      first,
      count,
      column: (place) => new Float64Array(buffer, headBytes + 8 * count * place, count),
    };
  }
}

/**
 * Kept futures as cases: the uncertainties by the names of their model variables, then the outcomes, at the last time or at
 * those that are asked (`homes @ 2030`). An outcome that is an input too is there once.
 *
 * @throws FuturesError for a time that was not kept, and as reading does
 */
export async function keptCases(kept: KeptFutures, when: ReadTimes = 'last'): Promise<Cases> {
  const { uncertainties, outcomes, times, futures } = kept.manifest.question;
  const places = placesOf(kept, when);
  const inputs = new Set(uncertainties.map(({ variable }) => variable));
  const wanted = [
    ...uncertainties.map(({ variable }, place) => ({ name: variable, place, made: false })),
    ...outcomes.flatMap(({ name }, o) =>
      inputs.has(name)
        ? []
        : places.map(({ place, time }) => ({
            name: columnAt(name, time, when),
            place: uncertainties.length + o * times.length + place,
            made: true,
          })),
    ),
  ];
  const columns = wanted.map(
    ({ name }): NumberColumn => ({ name, kind: 'real', values: new Float64Array(futures) }),
  );
  for await (const chunk of kept.chunks()) {
    wanted.forEach(({ place }, i) => {
      at(columns, i).values.set(chunk.column(place), chunk.first);
    });
  }
  return {
    count: futures,
    columns: columns satisfies readonly Column[],
    outcomes: wanted.flatMap(({ name, made }) => (made ? [name] : [])),
  };
}

function placesOf(
  { folder, manifest }: KeptFutures,
  when: ReadTimes,
): readonly { readonly place: number; readonly time: number }[] {
  const { times } = manifest.question;
  const last = times.length - 1;
  if (when === 'last') return [{ place: last, time: at(times, last) }];
  const wanted = typeof when === 'number' ? [when] : when;
  const missing = wanted.filter((time) => !times.includes(time));
  if (missing.length > 0) {
    const [first, final] = [at(times, 0), at(times, last)];
    throw new FuturesError(missing.map((time) => keptProblems.time(folder, time, first, final)));
  }
  return wanted.map((time) => ({ place: times.indexOf(time), time }));
}
