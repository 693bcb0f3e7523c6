import type { Fill } from '@schaalsprong/words';
import type { PageRange, ReadCode, ReadLimits } from '../documents/index.ts';
import type { FindOptions } from '../read/index.ts';
import type { FoundQuantities, ReadDocument } from '../read/types.ts';

/** What the thread is given. */
export interface DocumentQuestion {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ReadLimits;
  readonly pages: PageRange | null;
  readonly language: 'nl' | 'en' | null;
  readonly find: FindOptions | null;
}

/** What a thread that reads a document gives back. */
export type DocumentAnswer =
  | { readonly done: true; readonly document: ReadDocument; readonly reading: FoundQuantities | null }
  | { readonly done: false; readonly code: ReadCode | null; readonly values: Readonly<Record<string, Fill>> };
