import { at } from '@schaalsprong/words';
import type { Flow } from '../flow.ts';
import type { Placed } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import type { Token } from '../tokens.ts';

export interface ListInput {
  readonly flow: Flow;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly placed: readonly Placed[];
  readonly language: 'nl' | 'en';
  readonly figure: (from: number, to: number) => { text: string; offset: number; end: number };
  readonly lineAt: (offset: number) => number;
  readonly pageAt: (offset: number) => number;
}

/** Context of the list rules: a document with its figures, and the output of a rule. */
export interface ListText extends ListInput {
  /** index of the first token of a block */
  readonly firstOf: readonly number[];
  add(
    from: number,
    to: number,
    value: number,
    counted: string,
    confidence: number,
    reasons: readonly string[],
  ): void;
}

/** A rule that counts the items of one kind of list. */
export interface ListRule {
  /** name of the pattern */
  readonly name: string;
  readonly count: (text: ListText) => void;
}

/** Prepares a document for the rules. */
export function listTextOf(input: ListInput): { readonly text: ListText; readonly found: readonly Placed[] } {
  const { tokens, sentences, figure, lineAt, pageAt } = input;
  const found: Placed[] = [];
  const firstOf: number[] = [];
  tokens.forEach((token, i) => {
    firstOf[token.block] ??= i;
  });
  const sentenceAt = (token: number): number => {
    let lowest = 0;
    let highest = sentences.length - 1;
    while (lowest < highest) {
      const middle = (lowest + highest + 1) >> 1;
      if (at(sentences, middle).from <= token) lowest = middle;
      else highest = middle - 1;
    }
    return lowest;
  };
  const add: ListText['add'] = (from, to, value, counted, confidence, reasons) => {
    const place = figure(from, to);
    found.push({
      item: null,
      from,
      to,
      sentence: sentenceAt(from),
      found: {
        ...place,
        line: lineAt(place.offset),
        page: pageAt(place.offset),
        form: 'count',
        value,
        interval: { min: value, max: value, minOpen: false, maxOpen: false },
        unit: 'count',
        qualifier: 'exact',
        horizon: null,
        period: null,
        counted,
        quantity: 'items',
        negated: false,
        footnote: null,
        confidence,
        reasons: ['counted-here', ...reasons],
        kind: 'definition',
      },
    });
  };
  return { text: { ...input, firstOf, add }, found };
}
