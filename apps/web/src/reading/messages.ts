import type { ProposalsFile } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';

/** The words around a figure. */
export interface Passage {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

/** A document, read: what was found, and the words around it. The rest of the text stays in the worker, and ends with it. */
export interface ReadFile {
  readonly file: ProposalsFile;
  /** by proposal */
  readonly passages: Readonly<Record<string, Passage>>;
  /** why a proposal is not certain, by proposal */
  readonly doubts: Readonly<Record<string, readonly Text[]>>;
  readonly warnings: readonly Text[];
}

/** A document that could not be read, in words. */
export interface ReadFault {
  readonly code: string;
  readonly text: Text;
  readonly hint: Text;
}

/** What the worker is asked: one file, and what the region calls things. */
export interface ReadQuestion {
  readonly file: File;
  readonly qualifiers: Readonly<Record<string, unknown>>;
}

/** Where the reading is. */
export type ReadStep = 'open' | 'text' | 'figures';

/** What the worker says, in this order; `begun` brings what only the page can tell once the worker hangs or is gone. */
export type ReadMessage =
  | {
      readonly kind: 'begun';
      readonly seconds: number;
      readonly late: ReadFault;
      readonly gone: ReadFault;
    }
  | { readonly kind: 'step'; readonly step: ReadStep }
  | { readonly kind: 'done'; readonly read: ReadFile }
  | { readonly kind: 'fault'; readonly fault: ReadFault };
