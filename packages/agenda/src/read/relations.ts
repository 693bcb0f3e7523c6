import type { Placed } from './find.ts';
import type { Flow } from './flow.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import type { FoundRelation } from './types.ts';

/** Sums, shares and growth that the text seems to make. */
export function relationsOf(
  _tokens: readonly Token[],
  _sentences: readonly Sentence[],
  _flow: Flow,
  _placed: readonly Placed[],
): readonly FoundRelation[] {
  return [];
}
