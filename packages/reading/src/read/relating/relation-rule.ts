import type { Flow } from '../flow.ts';
import type { Placed } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import type { Token } from '../tokens.ts';
import type { FoundQuantity, FoundRelation } from '../types.ts';

/** Context of the relation rules: a document with its figures, and the output of a rule. */
export interface RelationText {
  readonly tokens: readonly Token[];
  readonly flow: Flow;
  readonly placed: readonly Placed[];
  /** in lower case; empty beyond the ends */
  low(i: number): string;
  /** adds a relation unless it is a duplicate */
  add(
    kind: FoundRelation['kind'],
    whole: Placed,
    parts: readonly Placed[],
    fits: boolean,
    confidence: number,
    reasons: readonly string[],
  ): void;
}

/** The figures of one sentence, and those of the sentence before. */
export interface SentenceFigures {
  readonly sentence: Sentence;
  readonly all: readonly Placed[];
  readonly earlier: readonly Placed[];
}

/** A rule that recognizes one pattern of relation between the figures of a sentence. */
export interface RelationRule {
  /** what it recognises */
  readonly name: string;
  readonly find: (text: RelationText, figures: SentenceFigures) => void;
}

/** Above this number of figures a sentence is a table, not a sum. */
export const most = 40;

export const family = (unit: string): string => unit.replace(/^(eur|usd|gbp)(-mln|-bn)?/, '$1');
export const scaleOf = (unit: string): number => (/-bn/.test(unit) ? 1e9 : /-mln/.test(unit) ? 1e6 : 1);

/** Bounds of a figure in the base unit; infinite where it has none. */
export function bounds({ interval, unit }: FoundQuantity): readonly [number, number] {
  const scale = scaleOf(unit);
  return [
    (interval.min ?? Number.NEGATIVE_INFINITY) * scale,
    (interval.max ?? Number.POSITIVE_INFINITY) * scale,
  ];
}

/** Whether the intervals of figures can add up to that of another (interval arithmetic). */
export function canAdd(parts: readonly FoundQuantity[], whole: FoundQuantity): boolean {
  let low = 0;
  let high = 0;
  for (const part of parts) {
    const [min, max] = bounds(part);
    low += min;
    high += max;
  }
  const [min, max] = bounds(whole);
  const slack = 1e-9 * Math.abs(whole.value * scaleOf(whole.unit));
  return low <= max + slack && high >= min - slack;
}

export const plain = (found: FoundQuantity): number => found.value * scaleOf(found.unit);
export const isShare = (found: FoundQuantity): boolean => found.unit === 'percent';
export const isCount = (one: Placed): boolean =>
  one.item !== null &&
  !/^(percent|percent-point|year|rank|ratio|times|years|months|weeks|days|hours|minutes)$/.test(
    one.found.unit,
  );
/** A part without a noun of its own (`18.500` in brackets) may count what the whole counts. */
export const likeWhole = (part: Placed, whole: Placed): boolean =>
  isCount(part) && (family(part.found.unit) === family(whole.found.unit) || part.found.unit === 'count');

/** Index of the first bracket that opens between two tokens; -1 where none does. */
export function bracketBefore(t: RelationText, from: number, to: number): number {
  const { tokens } = t;
  for (let i = from; i < to; i++) if (tokens[i]?.raw === '(') return i;
  return -1;
}
/** Index of the bracket that closes behind a token; the token itself where none does soon. */
export function bracketAfter(t: RelationText, from: number): number {
  const { tokens } = t;
  for (let i = from; i < from + 80 && i < tokens.length; i++) if (tokens[i]?.raw === ')') return i;
  return from;
}

/** Whether a part can be such a share of a whole, given their intervals. */
export function shareFits(part: FoundQuantity, whole: FoundQuantity, share: FoundQuantity): boolean {
  const [min, max] = bounds(part);
  const [low, high] = bounds(whole);
  // no share is below zero
  const [least, largest] = [share.interval.min ?? 0, share.interval.max ?? Number.POSITIVE_INFINITY];
  return max >= (low * least) / 100 && min <= (high * largest) / 100;
}
