import type { Qualifiers } from '@schaalsprong/agenda/claims';
import { guessPublished } from './attach-times.ts';
import { type Flow, flowOf, linesOf } from './flow.ts';
import { listsOf } from './lists.ts';
import { notationOf, otherNotation } from './notation.ts';
import { footnotesOf, type Mark, marksOf, noteLines } from './notes.ts';
import { type Notation, printedNumber } from './numbers.ts';
import { type DocumentView, placeQuantities } from './place-quantities.ts';
import { lineFinder, pageFinder } from './positions.ts';
import { defaultQualifiers } from './qualifiers.ts';
import { relationsOf } from './relations.ts';
import { type Item, scan } from './scan.ts';
import { sentencesOf } from './sentences.ts';
import { skipped } from './skip.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { FoundQuantities, ReadDocument } from './types.ts';

/** Options of `findQuantities`. */
export interface FindOptions {
  /** widths of the qualifiers; those of the region that the claims are for */
  readonly qualifiers?: Qualifiers;
  /** year of publication: a later year is a horizon, an earlier one a period; guessed from the dates in the text */
  readonly published?: number;
  /** also count the items of lists and of enumerations of names */
  readonly lists?: boolean;
}

/**
 * Finds the quantities in a running text, Dutch or English: what is counted, how many, in what unit, how sure the words
 * are of it, and when. A year is a quantity of its own only where no other figure of its sentence takes it as its
 * horizon or period, or where it is a date, a part of a name, or the horizon of a list.
 *
 * Pure and in time proportional to the length of the text. Offsets point into `document.text`.
 */
export function findQuantities(document: ReadDocument, options: FindOptions = {}): FoundQuantities {
  const lines = linesOf(document.text, document.pages);
  const notes = noteLines(document.text, lines);
  const flow = flowOf(document.text, lines, notes);
  const tokens = tokensOf(flow);
  const offsetOf = (token: Token): number => flow.at(token.start);
  const noteList = [...notes.values()];
  const marks = new Map(marksOf(tokens, noteList, offsetOf));
  const place = { tokens, skip: skipped(tokens, flow, marks), marks, language: document.language };
  const { notation, contested } = notationOf(place);
  markLeftOverDigits(tokens, marks, notation);
  const { items: scanned, times } = scan(place, notation);
  const items = contested ? withAlternatives(scanned, scan(place, otherNotation(notation)).items) : scanned;
  const sentences = sentencesOf(tokens);
  const published = options.published ?? guessPublished(times, tokens, flow.blocks.length);
  const view: DocumentView = {
    tokens,
    flow,
    sentences,
    qualifiers: options.qualifiers ?? defaultQualifiers,
    published,
    isAhead: new Map(),
    placed: [],
    ...textOfTokens(tokens, flow, marks),
    lineAt: lineFinder(document.text),
    pageAt: pageFinder(document.pages),
  };
  placeQuantities(view, items, times);
  const { placed, figure, lineAt, pageAt } = view;
  if (options.lists !== false) {
    const { language } = document;
    const lists = listsOf({ flow, tokens, sentences, placed, language, figure, lineAt, pageAt });
    for (const list of lists) placed.push(list);
    placed.sort((a, b) => a.found.offset - b.found.offset || a.from - b.from);
  }
  const noteBlocks = flow.blocks.filter((block) => block.kind === 'note');
  const withText = noteList.map((note, i) => {
    const block = noteBlocks[i];
    return { ...note, text: block === undefined ? '' : flow.text.slice(block.start, block.end) };
  });
  const { name, format, language, pages, warnings, text } = document;
  return {
    document: { name, format, language, pages, warnings, characters: text.length },
    claims: placed.map((one) => one.found),
    relations: relationsOf(tokens, sentences, flow, placed),
    footnotes: footnotesOf(tokens, marks, withText, (token) => flow.at(token.end - 1) + 1),
  };
}

/** Digits behind the last group of three can only be a note mark, even where no note is listed. */
function markLeftOverDigits(tokens: readonly Token[], marks: Map<number, Mark>, notation: Notation): void {
  tokens.forEach((token, i) => {
    if (token.kind !== 'number' || marks.has(i) || token.raw.length < 8) return;
    const rest = printedNumber(token.raw, notation)?.rest;
    if (rest) marks.set(i, { note: Number(rest), digits: rest.length });
  });
}

/** The words and figures of the running text between two tokens. */
function textOfTokens(
  tokens: readonly Token[],
  flow: Flow,
  marks: ReadonlyMap<number, Mark>,
): Pick<DocumentView, 'text' | 'figure'> {
  const text = (from: number, to: number): string => {
    const first = tokens[from];
    const last = tokens[to - 1];
    return first === undefined || last === undefined ? '' : flow.text.slice(first.start, last.end);
  };
  /** The figure as printed, without the note mark at its end. */
  const figure = (from: number, to: number): ReturnType<DocumentView['figure']> => {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined) return { text: '', offset: 0, end: 0 };
    const mark = marks.get(to - 1);
    const cut = mark === undefined ? 0 : mark.digits;
    return {
      text: flow.text.slice(first.start, last.end - cut).replaceAll('\u2003', ' '),
      offset: flow.at(first.start),
      end: flow.at(last.end - cut - 1) + 1,
    };
  };
  return { text, figure };
}

/** Confidence of a figure in a document with mixed decimal separators. */
const contestedConfidence = 0.4;

/** Adds the alternative value to each figure that is ambiguous between the two notations. */
function withAlternatives(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const valueAt = new Map(others.map(({ from, to, value }) => [`${from} ${to}`, value]));
  return items.map((item): Item => {
    const alternative = valueAt.get(`${item.from} ${item.to}`);
    if (alternative === undefined || alternative === item.value) return item;
    const confidence = Math.min(item.confidence, contestedConfidence);
    return { ...item, alternative, confidence, reasons: [...item.reasons, 'notation-clash'] };
  });
}
