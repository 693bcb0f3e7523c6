import type { Placed } from './find.ts';
import type { Flow } from './flow.ts';
import type { Mark } from './notes.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

export interface ListInput {
  readonly flow: Flow;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly marks: ReadonlyMap<number, Mark>;
  readonly skip: Uint8Array;
  readonly placed: readonly Placed[];
  readonly language: 'nl' | 'en';
  readonly figure: (from: number, to: number) => { text: string; offset: number; end: number };
  readonly lineAt: (offset: number) => number;
  readonly pageAt: (offset: number) => number;
}

/** Counts the items of lists and of enumerations of names, which the text does not count itself. */
export function listsOf(_input: ListInput): readonly Placed[] {
  return [];
}
