import { z } from 'zod';
import { questionSchema } from './question.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Name of the form in which futures are kept, and its version: a reader of another version says so. */
export const keptFormat = 'schaalsprong-futures';
export const keptVersion = 1;

/** `manifest.json`: what is kept in a folder. Written before the first future. It holds no date: equal runs, equal bytes. */
export const manifestSchema = z.strictObject({
  format: z.literal(keptFormat),
  version: z.literal(keptVersion),
  /** Version of the program; no part of the hash, but a run goes on only with the same. */
  createdBy: z.string(),
  question: questionSchema,
  /** SHA-256 of the question. */
  hash,
  /** How many futures a chunk holds, the last one excepted, and how many chunks there will be. */
  chunks: z.strictObject({ futures: z.int().min(1), count: z.int().min(1) }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `complete.json`: written when the last future is there. */
export const completionSchema = z.strictObject({
  /** SHA-256 of the question's hash and those of all chunks: one hash for all that is kept. */
  hash,
  /** SHA-256 of every chunk. */
  chunks: z.array(hash),
});
export type Completion = z.infer<typeof completionSchema>;
