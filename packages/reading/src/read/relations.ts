import { must } from '@schaalsprong/words';
import type { Flow } from './flow.ts';
import type { Placed } from './placed.ts';
import { growthRule } from './relating/growth.ts';
import { most, type RelationRule, type RelationText } from './relating/relation-rule.ts';
import { shareRule } from './relating/shares.ts';
import { adjacentRule, partRules, underTotals } from './relating/sums.ts';
import type { Sentence } from './sentences.ts';
import { lowAt, type Token } from './tokens.ts';
import type { FoundRelation } from './types.ts';

/** In the order in which they are asked of every sentence: what an earlier one found, a later one does not add again. */
const sentenceRules: readonly RelationRule[] = [...partRules, growthRule, shareRule, adjacentRule];

/**
 * Sums, shares and growth that the text seems to make. `fits` says whether the figures can hold together, as wide as their
 * qualifiers are.
 *
 * - sum: the whole, and its parts; with the reason `of-which` the parts need not be all of it
 * - share: the whole and the percentage (and the amount, where both are given); with `whole-not-stated` the part instead of
 *   the whole
 * - growth: the end value, then the beginning and the percentage; where the text gives no end, the percentage and the
 *   beginning
 */
export function relationsOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  flow: Flow,
  placed: readonly Placed[],
): readonly FoundRelation[] {
  const { text, relations } = relationTextOf(tokens, flow, placed);
  const bySentence = new Map<number, Placed[]>();
  for (const one of placed) {
    if (one.item === null) continue;
    const list = bySentence.get(one.sentence);
    if (list === undefined) bySentence.set(one.sentence, [one]);
    else list.push(one);
  }
  for (const [number, all] of bySentence) {
    const sentence = sentences[number];
    if (sentence === undefined || all.length > most) continue;
    const figures = { sentence, all, earlier: bySentence.get(number - 1) ?? [] };
    for (const { find } of sentenceRules) find(text, figures);
  }
  underTotals(text);
  return relations;
}

function relationTextOf(
  tokens: readonly Token[],
  flow: Flow,
  placed: readonly Placed[],
): { readonly text: RelationText; readonly relations: readonly FoundRelation[] } {
  const index = new Map(placed.map((one, i) => [one, i] as const));
  const relations: FoundRelation[] = [];
  const seen = new Set<string>();
  const text: RelationText = {
    tokens,
    flow,
    placed,
    low: (i) => lowAt(tokens, i),
    add(kind, whole, parts, fits, confidence, reasons) {
      const indexes = parts.map((part) => must(index, part));
      const at = must(index, whole);
      const key = `${kind} ${at} ${indexes.join(' ')}`;
      if (indexes.length === 0 || indexes.includes(at) || seen.has(key)) return;
      seen.add(key);
      relations.push({ kind, whole: at, parts: indexes, fits, confidence, reasons });
    },
  };
  return { text, relations };
}
