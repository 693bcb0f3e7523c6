import { at } from '@schaalsprong/words';
import { abbreviations } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A sentence as tokens; a heading, a list item without full stop or a row of a table is one too. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly block: number;
}

/** Sentence segmentation of the tokens. Blocks end sentences; a full stop does, unless it belongs to an abbreviation. */
export function sentencesOf(tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) sentences.push({ from, to, block: at(tokens, from).block });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.kind === 'break') {
      close(i);
      from = i + 1;
      continue;
    }
    if (token.kind !== 'sign' || !/^[.!?]$/.test(token.raw)) continue;
    let next = i + 1;
    // Note marks and closing brackets or quotes belong to the sentence that they follow.
    while (tokens[next]?.glued && tokens[next]?.kind !== 'word' && next < i + 4) next++;
    const after = tokens[next];
    if (after === undefined || after.kind === 'break') continue;
    if (after.glued) continue;
    const capital = after.kind !== 'word' || after.raw[0] !== after.low[0];
    if (!capital) continue;
    const before = tokens[i - 1];
    if (token.raw === '.' && before?.kind === 'word') {
      const name = before.raw.length === 1 && before.raw !== before.low;
      const scale = /^(mld|mln|mrd)$/.test(before.low) && after.kind === 'word';
      if (name || (abbreviations.has(before.low) && !scale)) continue;
    }
    close(next);
    i = next - 1;
  }
  close(tokens.length);
  return sentences;
}
