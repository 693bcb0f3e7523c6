import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import type { ChunkHead } from '../../archive/chunk.ts';
import { type Completion, completionSchema, type Manifest, manifestSchema } from '../../archive/manifest.ts';
import { keptProblems } from '../../archive/problems.ts';
import { questionText } from '../../archive/question.ts';
import { FuturesError } from '../../problems.ts';
import { completeFile, manifestFile, readIfThere } from './folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The one hash over all that is kept. */
export const completionOf = (question: string, chunks: readonly string[]): Completion => ({
  hash: sha256([question, ...chunks].join('\n')),
  chunks: [...chunks],
});

/**
 * The manifest of a folder; null where there is none.
 *
 * @throws FuturesError where it cannot be used
 */
export async function readManifest(folder: string): Promise<Manifest | null> {
  const path = join(folder, manifestFile);
  const manifest = await readJson(path, manifestSchema);
  if (manifest !== null && sha256(questionText(manifest.question)) !== manifest.hash) {
    throw new FuturesError([keptProblems.manifest(path, 'hash')]);
  }
  return manifest;
}

/**
 * What a folder says of itself being complete; null where it does not.
 *
 * @throws FuturesError where that does not fit the manifest
 */
export async function readCompletion(folder: string, manifest: Manifest): Promise<Completion | null> {
  const path = join(folder, completeFile);
  const completion = await readJson(path, completionSchema);
  if (completion === null) return null;
  const fits =
    completion.chunks.length === manifest.chunks.count &&
    completionOf(manifest.hash, completion.chunks).hash === completion.hash;
  if (!fits) throw new FuturesError([keptProblems.manifest(path, 'hash')]);
  return completion;
}

async function readJson<T>(path: string, schema: ZodType<T>): Promise<T | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FuturesError([keptProblems.manifest(path, error instanceof Error ? error.message : 'JSON')]);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FuturesError([
    keptProblems.manifest(path, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`),
  ]);
}

/** The heads of all chunks, with the number of the first future of each. */
export function* chunkHeads({
  question,
  hash,
  chunks,
}: Manifest): Generator<ChunkHead & { readonly first: number }> {
  const columns = question.uncertainties.length + question.outcomes.length * question.times.length;
  for (let index = 0; index < chunks.count; index++) {
    const first = index * chunks.futures;
    const count = Math.min(chunks.futures, question.futures - first);
    yield { question: hash, index, count, columns, first };
  }
}
