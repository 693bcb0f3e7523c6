import type { Fill } from '@schaalsprong/words';
import type { PageRange, ReadCode, ReadLimits } from '../documents/index.ts';
import type { FindOptions } from '../read/index.ts';
import type { FoundQuantities, ReadDocument } from '../read/types.ts';

/** Input of the worker thread. */
export interface DocumentQuestion {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly limits: ReadLimits;
  readonly pages: PageRange | null;
  readonly language: 'nl' | 'en' | null;
  readonly find: FindOptions | null;
}

/** Result message of the worker thread. */
export type DocumentAnswer =
  | { readonly done: true; readonly document: ReadDocument; readonly reading: FoundQuantities | null }
  | { readonly done: false; readonly code: ReadCode | null; readonly values: Readonly<Record<string, Fill>> };
