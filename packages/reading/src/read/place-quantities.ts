import type { Qualifiers } from '@schaalsprong/agenda/claims';
import { claimInterval } from '@schaalsprong/agenda/claims';
import { at, type Interval } from '@schaalsprong/words';
import { attach, horizonAndPeriod, looksAhead } from './attach-times.ts';
import { type Counted, countedOf, kebab } from './counted.ts';
import type { Flow } from './flow.ts';
import { kindOf } from './kinds.ts';
import { measures, scales } from './lexicon.ts';
import type { Placed } from './placed.ts';
import type { Item } from './scan.ts';
import type { Sentence } from './sentences.ts';
import type { Time } from './times.ts';
import { lowAt, rawAt, type Token } from './tokens.ts';
import type { FoundQuantity } from './types.ts';

/** A parsed document with the quantities found so far. */
export interface DocumentView {
  readonly tokens: readonly Token[];
  readonly flow: Flow;
  readonly sentences: readonly Sentence[];
  readonly qualifiers: Qualifiers;
  /** year of publication, where it is known */
  readonly published: number | null;
  /** whether a sentence speaks of a time to come, where the year of publication is not known */
  readonly isAhead: Map<Time, boolean>;
  readonly placed: Placed[];
  text(from: number, to: number): string;
  /** the figure as printed, without the note mark at its end */
  figure(from: number, to: number): { text: string; offset: number; end: number };
  lineAt(offset: number): number;
  pageAt(offset: number): number;
}

/** State carried from one sentence to the next (context). */
interface Carried {
  /** time of the last heading */
  headingTime: Time | null;
  /** time of the sentence before a list, which holds for its items */
  intro: Time | null;
  lastBlock: number;
}

/** Puts the items and times of a document into its sentences, in order: what they count, when, and of what kind they are. */
export function placeQuantities(view: DocumentView, items: readonly Item[], times: readonly Time[]): void {
  const carried: Carried = { headingTime: null, intro: null, lastBlock: -1 };
  let itemAt = 0;
  let timeAt = 0;
  view.sentences.forEach((sentence, index) => {
    const own: Item[] = [];
    for (let next = items[itemAt]; next !== undefined && next.from < sentence.to; next = items[++itemAt])
      own.push(next);
    const when: Time[] = [];
    for (let next = times[timeAt]; next !== undefined && next.from < sentence.to; next = times[++timeAt])
      when.push(next);
    placeSentence(view, carried, sentence, index, own, when);
  });
}

function placeSentence(
  view: DocumentView,
  carried: Carried,
  sentence: Sentence,
  index: number,
  own: readonly Item[],
  when: readonly Time[],
): void {
  const { tokens, flow, isAhead, placed, published } = view;
  const inList = flow.blocks[sentence.block]?.kind === 'item';
  // What a sentence says of its years holds for the items of a list behind it too.
  if (published === null) for (const time of when) isAhead.set(time, looksAhead(tokens, sentence, time));
  if (flow.blocks[sentence.block]?.kind === 'heading') {
    // A year in a name says nothing of when: `Monitor 2025`.
    carried.headingTime = when.find((time) => !time.named && time.preposition !== 'none') ?? null;
  }
  const opensList = !inList && listFollows(view, sentence, index);
  if (!inList && sentence.block !== carried.lastBlock) {
    carried.intro = null;
    carried.lastBlock = sentence.block;
  }
  const { attached, free } = attach(tokens, sentence, own, when, opensList);
  if (carried.intro === null && when.length > 0 && !inList && introduces(view, sentence.block)) {
    carried.intro = when.find((time) => time.form === 'year' && !time.named) ?? null;
  }
  const entries: Placed[] = [];
  let perEnd = -1;
  // What a figure at the beginning of the sentence is counted per: `Per 1.000 inwoners staan er 412 woningen`.
  let per: string | null = null;
  for (const [nth, item] of own.entries()) {
    // The number in `per 1.000 inwoners` belongs to the figure before it.
    if (item.from < perEnd) continue;
    if (item.unit === null && tokens[item.from - 1]?.low === 'per' && item.from > sentence.from) {
      per = kebab([rawAt(tokens, item.from).replaceAll(/[.,]/g, ''), rawAt(tokens, item.to)]);
      continue;
    }
    const limit = own[nth + 1]?.from ?? sentence.to;
    const counting = countingOf(view, entries, item, { sentence, index, limit, per });
    const { counted } = counting;
    if (counting.tookPer) per = null;
    perEnd = counted.perTo > counted.to ? counted.perTo : -1;
    const itsTimes = attached.get(item) ?? [];
    const inherited = itsTimes.length > 0 ? null : ((inList ? carried.intro : null) ?? carried.headingTime);
    entries.push(itemEntry(view, item, sentence, index, counting, itsTimes, inherited));
  }
  for (const time of free) entries.push(timeEntry(view, time, index, sentence));
  entries.sort((a, b) => a.from - b.from);
  for (const entry of entries) placed.push(entry);
}

/** What an item counts, and the evidence for it. */
interface Counting {
  readonly counted: Counted;
  /** an earlier figure of the sentence gave its denominator (`per`) */
  readonly tookPer: boolean;
  readonly currencyImplied: boolean;
  /** it counts what the figure before it counts */
  readonly countedBefore: boolean;
}

function countingOf(
  view: DocumentView,
  entries: readonly Placed[],
  item: Item,
  at: {
    readonly sentence: Sentence;
    readonly index: number;
    readonly limit: number;
    readonly per: string | null;
  },
): Counting {
  const { sentence, per } = at;
  let counted = countedOf(view.tokens, item, sentence.from, sentence.to, at.limit, view.text);
  const tookPer = per !== null && !counted.unit.includes('-per-');
  if (tookPer) counted = { ...counted, unit: `${counted.unit}-per-${per}` };
  const currencyImplied =
    item.unit === null && !counted.direct && counted.unit === 'count' && moneyBefore(view, entries, item);
  if (currencyImplied) counted = { ...counted, unit: 'eur' };
  const again =
    item.unit === null && !counted.direct && item.form !== 'rank'
      ? countedBefore(view, entries, item, at.index)
      : null;
  if (again !== null) {
    const suffix = counted.unit.includes('-per-') ? counted.unit.slice(counted.unit.indexOf('-per-')) : '';
    const unit = again.unit.includes('-per-') ? again.unit : again.unit + suffix;
    counted = { ...counted, text: again.counted, quantity: again.quantity, unit };
  }
  return { counted, tookPer, currencyImplied, countedBefore: again !== null };
}

/** @param inherited time of the heading or of the introduction of a list, where the figure has none of its own */
function itemEntry(
  view: DocumentView,
  item: Item,
  sentence: Sentence,
  index: number,
  { counted, currencyImplied, countedBefore: again }: Counting,
  times: readonly Time[],
  inherited: Time | null,
): Placed {
  const { tokens, flow } = view;
  const when = horizonAndPeriod(
    inherited === null ? times : [...times, inherited],
    view.published,
    view.isAhead,
  );
  const place = view.figure(item.from, item.to);
  const qualifier = exactness(item, counted.unit);
  const reasons = [...item.reasons];
  if (again) reasons.push('counted-before');
  if (currencyImplied) reasons.push('currency-implied');
  if (inherited !== null) reasons.push('horizon-from-context');
  if (counted.text === '') reasons.push('nothing-counted');
  return {
    item,
    from: item.from,
    to: item.to,
    sentence: index,
    found: {
      ...place,
      line: view.lineAt(place.offset),
      page: view.pageAt(place.offset),
      form: item.form,
      value: item.value,
      interval: intervalOf(item, qualifier, view.qualifiers),
      ...(item.alternative === undefined ? {} : { alternative: item.alternative }),
      unit: counted.unit,
      qualifier,
      horizon: when.horizon,
      period: when.period,
      counted: counted.text,
      quantity: counted.quantity,
      negated: item.negated,
      footnote: item.note,
      confidence: counted.text === '' ? Math.min(item.confidence, 0.6) : item.confidence,
      reasons,
      kind: kindOf(
        tokens,
        sentence,
        item.from,
        item.unit,
        when,
        flow.blocks[sentence.block]?.kind === 'item',
      ),
    },
  };
}

function timeEntry(view: DocumentView, time: Time, index: number, sentence: Sentence): Placed {
  const { tokens, published, isAhead, figure, lineAt, pageAt } = view;
  const place = figure(time.from, time.to);
  const future = published === null ? isAhead.get(time) === true : time.year > published;
  const towards = /^(until|through|by|before)$/.test(time.preposition);
  const qualifier =
    time.preposition === 'through'
      ? 'tot-en-met'
      : time.preposition === 'by'
        ? 'uiterlijk'
        : time.preposition === 'until'
          ? 'tot'
          : 'exact';
  const span = time.first < time.year;
  const horizon = towards || future ? String(time.year) : null;
  const words: string[] = [];
  for (let i = time.from - 1; i >= Math.max(sentence.from, time.from - 20) && words.length < 4; i--) {
    const token = tokens[i];
    if (token?.kind === 'word' && token.low.length > 3) words.unshift(token.raw);
  }
  return {
    item: null,
    from: time.from,
    to: time.to,
    sentence: index,
    found: {
      ...place,
      line: lineAt(place.offset),
      page: pageAt(place.offset),
      form: time.form,
      value: time.year,
      interval: { min: span ? time.first : time.year, max: time.year, minOpen: false, maxOpen: false },
      unit: 'year',
      qualifier,
      horizon,
      period: horizon === null ? time.period : null,
      counted: words.join(' '),
      quantity: 'year',
      negated: false,
      footnote: time.note,
      confidence: time.form === 'date' ? 0.9 : time.named ? 0.6 : 0.75,
      reasons: time.named ? ['in-a-name'] : [],
      kind: kindOf(tokens, sentence, time.from, 'year', { horizon, period: null }, false),
    },
  };
}

/** Ellipsis: a number that counts what the previous figure counts: `er komen 2.400 woningen, zo'n 600 per jaar`. */
function countedBefore(
  view: DocumentView,
  entries: readonly Placed[],
  item: Item,
  sentence: number,
): FoundQuantity | null {
  const { placed } = view;
  // A share of it may be between: `62.000 woningen. Daarvan is 30% sociaal, zo'n 600 per jaar`.
  for (let back = 1; back <= 3; back++) {
    const before = entries[entries.length - back] ?? placed[placed.length - back + entries.length];
    if (before === undefined || before.sentence < sentence - 1 || item.from - before.to > 25) return null;
    if (before.item === null || /^(percent|percent-point)$/.test(before.found.unit)) continue;
    if (before.sentence < sentence && !refersBack(view, item)) return null;
    const { unit, form } = before.found;
    const counts = form === 'number' || form === 'range' || form === 'count';
    return counts && !/^(ratio|times|eur|usd|gbp|rank|count$)/.test(unit) ? before.found : null;
  }
  return null;
}

/** `tussen de € 410 en € 460 miljoen, en nog 200 miljoen`: millions behind an amount of money are money. */
function moneyBefore(view: DocumentView, entries: readonly Placed[], item: Item): boolean {
  const { tokens, placed } = view;
  const before = entries[entries.length - 1] ?? placed[placed.length - 1];
  return (
    before?.item != null &&
    before.found.unit.startsWith('eur') &&
    item.from - before.to < 40 &&
    Math.abs(item.value) >= 1e5 &&
    scales[lowAt(tokens, item.to - 1)] !== undefined
  );
}

/** `Daarvan`, `er`, `these`: the sentence refers back to what the previous sentence counted (anaphora). */
function refersBack(view: DocumentView, item: Item): boolean {
  const { tokens } = view;
  for (let i = item.from - 1; i >= Math.max(0, item.from - 10); i--) {
    if (tokens[i]?.kind === 'break') return false;
    if (/^(er|daarvan|hiervan|waarvan|them|these|those)$/.test(lowAt(tokens, i))) return true;
  }
  return false;
}

/** Whether a list follows this sentence, so that its time applies to every item. */
function listFollows(view: DocumentView, sentence: Sentence, index: number): boolean {
  const { tokens, flow, sentences } = view;
  for (let next = index; next < index + 2; next++) {
    const one = sentences[next];
    if (one === undefined || (next > index && one.block !== sentence.block)) return false;
    const last = tokens[one.to - 1];
    const behind = flow.blocks[one.block + 1];
    if (last?.raw === ':' && behind?.kind === 'item') return true;
  }
  return false;
}

/** Whether a block ends in a colon before a list. */
function introduces(view: DocumentView, block: number): boolean {
  const { flow } = view;
  const { end } = at(flow.blocks, block);
  return flow.text[end - 1] === ':' && flow.blocks[block + 1]?.kind === 'item';
}

const measured = new Set([...measures].flatMap((unit) => [unit, `${unit}-per-year`]));

/** Ranks, years and counts in words are exact; a figure without a word before it is as wide as its rounding. */
function exactness(item: Item, unit: string): string {
  if (item.qualifier !== 'none') return item.qualifier;
  if (item.form === 'rank') return 'exact';
  const counts = item.form === 'number' || item.form === 'duration' || item.form === 'count';
  if (counts && Number.isInteger(item.value) && Math.abs(item.value) < 100 && !measured.has(unit))
    return 'exact';
  return 'none';
}

function intervalOf(item: Item, qualifier: string, qualifiers: Qualifiers): Interval {
  if (item.range !== null) return { min: item.range[0], max: item.range[1], minOpen: false, maxOpen: false };
  const found = claimInterval({ value: item.value, qualifier }, qualifiers);
  return found ?? { min: item.value, max: item.value, minOpen: false, maxOpen: false };
}
