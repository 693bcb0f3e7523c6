import type { Block, Flow } from '../flow.ts';
import type { Mark } from '../notes.ts';
import { lowAt, rawAt, type Token } from '../tokens.ts';

/** The tokens of a document with the lookups that the rules share, and the mask of skipped tokens. */
export interface SkipText {
  readonly tokens: readonly Token[];
  readonly skip: Uint8Array;
  /** in lower case; empty beyond the ends */
  low(i: number): string;
  isNumber(i: number): boolean;
  isWord(i: number): boolean;
  glued(i: number): boolean;
  isYear(i: number): boolean;
  /** index after the run of tokens without whitespace that starts here */
  chain(from: number): number;
  /** masks the tokens from `from` up to `end`: no quantity may take them */
  take(from: number, end: number): void;
}

/** A number with its neighbours. */
export interface NumberAt {
  readonly i: number;
  readonly token: Token;
  readonly previous: Token | undefined;
  readonly next: Token | undefined;
  /** as printed, without the note mark at its end */
  readonly raw: string;
  readonly block: Block | undefined;
}

/** A rule that recognizes one kind of number that is no quantity. */
export interface SkipRule {
  /** what it recognises */
  readonly name: string;
  /** @returns whether it has classified the number; then no further rule is tried. It masks what it skips itself. */
  readonly apply: (text: SkipText, number: NumberAt) => boolean;
}

/** Creates the context of the rules with an empty mask. */
export function skipTextOf(tokens: readonly Token[]): SkipText {
  const skip = new Uint8Array(tokens.length);
  const glued = (i: number): boolean => tokens[i]?.glued === true;
  return {
    tokens,
    skip,
    low: (i) => lowAt(tokens, i),
    isNumber: (i) => tokens[i]?.kind === 'number',
    isWord: (i) => tokens[i]?.kind === 'word',
    glued,
    isYear: (i) => /^(18|19|20|21)\d\d$/.test(rawAt(tokens, i)),
    chain(from) {
      let end = from + 1;
      while (end < tokens.length && glued(end)) end++;
      return end;
    },
    take(from, end) {
      skip.fill(1, from, end);
    },
  };
}

/** The number at a token. */
export function numberAt(
  tokens: readonly Token[],
  flow: Flow,
  marks: ReadonlyMap<number, Mark>,
  i: number,
): NumberAt | null {
  const token = tokens[i];
  if (token?.kind !== 'number') return null;
  const mark = marks.get(i);
  return {
    i,
    token,
    previous: tokens[i - 1],
    next: tokens[i + 1],
    raw: mark === undefined ? token.raw : token.raw.slice(0, -mark.digits),
    block: flow.blocks[token.block],
  };
}
