import { claimInterval, type Qualifiers } from '../interval.ts';
import type { Interval } from '../schema.ts';
import { countedOf, kebab } from './counted.ts';
import { flowOf, linesOf } from './flow.ts';
import { kindOf } from './kinds.ts';
import { measures, scales } from './lexicon.ts';
import { listsOf } from './lists.ts';
import { notationOf, otherNotation } from './notation.ts';
import { footnotesOf, marksOf, noteLines } from './notes.ts';
import { printedNumber } from './numbers.ts';
import { defaultQualifiers } from './qualifiers.ts';
import { relationsOf } from './relations.ts';
import { type Item, scan } from './scan.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { skipped } from './skip.ts';
import type { Time } from './times.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { FoundQuantity, ReadDocument, Reading } from './types.ts';

export interface FindOptions {
  /** widths of the qualifiers; those of the region that the claims are for */
  readonly qualifiers?: Qualifiers;
  /** units that the region knows; a unit that it lacks stays the noun of the text */
  readonly units?: ReadonlySet<string>;
  /** year of publication: a later year is a horizon, an earlier one a period; guessed from the dates in the text */
  readonly published?: number;
  /** also count the items of lists and of enumerations of names */
  readonly lists?: boolean;
}

/** A quantity with the tokens that it came from, while the parts of the finder still need them. */
export interface Placed {
  readonly item: Item | null;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly found: FoundQuantity;
}

/**
 * Finds the quantities in a running text, Dutch or English: what is counted, how many, in what unit, how sure the words
 * are of it, and when. A year stands as a quantity of its own only where no other figure of its sentence takes it as its
 * horizon or period, or where it is a date, a part of a name, or the horizon of a list.
 *
 * Pure and in time proportional to the length of the text. Offsets point into `document.text`.
 */
export function findQuantities(document: ReadDocument, options: FindOptions = {}): Reading {
  const qualifiers = options.qualifiers ?? defaultQualifiers;
  const lines = linesOf(document.text, document.pages);
  const notes = noteLines(document.text, lines);
  const flow = flowOf(document.text, lines, notes);
  const tokens = tokensOf(flow);
  const offsetOf = (token: Token): number => flow.at(token.start);
  const endOf = (token: Token): number => flow.at(token.end - 1) + 1;
  const noteList = [...notes.values()];
  const marks = new Map(marksOf(tokens, noteList, offsetOf));
  const skip = skipped(tokens, flow, marks);
  const place = { tokens, skip, marks, language: document.language };
  const { notation, contested } = notationOf(place);
  // Digits behind the last group of three can only be a note mark, even where no note is listed.
  tokens.forEach((token, i) => {
    if (token.kind !== 'number' || marks.has(i) || token.raw.length < 8) return;
    const rest = printedNumber(token.raw, notation)?.rest ?? '';
    if (rest !== '') marks.set(i, { note: Number(rest), digits: rest.length });
  });
  const { items: scanned, times } = scan(place, notation);
  const items = contested ? withAlternatives(scanned, scan(place, otherNotation(notation)).items) : scanned;
  const sentences = sentencesOf(tokens);
  const published = options.published ?? guessPublished(times, tokens, flow.blocks.length);

  const lineAt = lineFinder(document.text);
  const pageAt = pageFinder(document.pages);
  const text = (from: number, to: number): string => {
    const first = tokens[from];
    const last = tokens[to - 1];
    return first === undefined || last === undefined ? '' : flow.text.slice(first.start, last.end);
  };
  /** The figure as printed, without the note mark at its end. */
  const figure = (from: number, to: number): { text: string; offset: number; end: number } => {
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
  const knownUnit = (unit: string): string => {
    if (options.units === undefined || options.units.has(unit)) return unit;
    const bare = unit.split('-per-')[0] ?? unit;
    return options.units.has(bare) && unit === bare ? bare : unit;
  };

  // ---------------------------------------------------------------- sentences, with what stands in them
  const placed: Placed[] = [];
  let itemAt = 0;
  let timeAt = 0;
  let headingTime: Time | null = null;
  let intro: Time | null = null;
  let lastBlock = -1;
  const isAhead = new Map<Time, boolean>();
  // What a figure at the beginning of the sentence is counted per: `Per 1.000 inwoners staan er 412 woningen`.
  sentences.forEach((sentence, index) => {
    const block = flow.blocks[sentence.block];
    const own: Item[] = [];
    for (let next = items[itemAt]; next !== undefined && next.from < sentence.to; next = items[++itemAt])
      own.push(next);
    const when: Time[] = [];
    for (let next = times[timeAt]; next !== undefined && next.from < sentence.to; next = times[++timeAt])
      when.push(next);
    // What a sentence says of its years holds for the items of a list behind it too.
    if (published === null) for (const time of when) isAhead.set(time, looksAhead(tokens, sentence, time));
    if (block?.kind === 'heading') {
      // A year in a name says nothing of when: `Monitor 2025`.
      headingTime = when.find((time) => !time.named && time.preposition !== 'none') ?? null;
    }
    const opensList = block?.kind !== 'item' && listFollows(sentence, index);
    if (block?.kind !== 'item' && sentence.block !== lastBlock) {
      intro = null;
      lastBlock = sentence.block;
    }

    const { attached, free } = attach(tokens, sentence, own, when, opensList);
    if (intro === null && when.length > 0 && block?.kind !== 'item' && introduces(sentence.block)) {
      intro = when.find((time) => time.form === 'year' && !time.named) ?? null;
    }

    const entries: Placed[] = [];
    let perEnd = -1;
    let per: string | null = null;
    for (const [nth, item] of own.entries()) {
      // The number in `per 1.000 inwoners` belongs to the figure before it.
      if (item.from < perEnd) continue;
      if (item.unit === null && tokens[item.from - 1]?.low === 'per' && item.from > sentence.from) {
        per = kebab([tokens[item.from]?.raw.replaceAll(/[.,]/g, '') ?? '', tokens[item.to]?.raw ?? '']);
        continue;
      }
      let currencyImplied = false;
      let counted = countedOf(
        tokens,
        item,
        sentence.from,
        sentence.to,
        own[nth + 1]?.from ?? sentence.to,
        text,
      );
      if (per !== null && !counted.unit.includes('-per-')) {
        counted = { ...counted, unit: `${counted.unit}-per-${per}` };
        per = null;
      }
      if (item.unit === null && !counted.direct && counted.unit === 'count' && moneyBefore(entries, item)) {
        counted = { ...counted, unit: 'eur' };
        currencyImplied = true;
      }
      const again =
        item.unit === null && !counted.direct && item.form !== 'rank'
          ? countedBefore(entries, item, index)
          : null;
      if (again !== null) {
        const suffix = counted.unit.includes('-per-')
          ? counted.unit.slice(counted.unit.indexOf('-per-'))
          : '';
        const unit = again.unit.includes('-per-') ? again.unit : again.unit + suffix;
        counted = { ...counted, text: again.counted, quantity: again.quantity, unit };
      }
      perEnd = counted.perTo > counted.to ? counted.perTo : -1;
      const time = attached.get(item) ?? [];
      const inherited =
        time.length > 0 ? [] : [block?.kind === 'item' ? (intro ?? headingTime) : headingTime];
      const spoken = inherited.filter((one): one is Time => one !== null);
      const when = horizonAndPeriod([...time, ...spoken], published, isAhead);
      const place = figure(item.from, item.to);
      const qualifier = exactness(item, counted.unit);
      const kind = kindOf(tokens, sentence, item.from, item.unit, when, block?.kind === 'item');
      const reasons = [...item.reasons];
      let { confidence } = item;
      if (again !== null) reasons.push('counted-before');
      if (currencyImplied) reasons.push('currency-implied');
      if (spoken.length > 0) reasons.push('horizon-from-context');
      if (counted.text === '') {
        confidence = Math.min(confidence, 0.6);
        reasons.push('nothing-counted');
      }
      entries.push({
        item,
        from: item.from,
        to: item.to,
        sentence: index,
        found: {
          ...place,
          line: lineAt(place.offset),
          page: pageAt(place.offset),
          form: item.form,
          value: item.value,
          interval: intervalOf(item, qualifier, qualifiers),
          ...(item.alternative === undefined ? {} : { alternative: item.alternative }),
          unit: knownUnit(counted.unit),
          qualifier,
          horizon: when.horizon,
          period: when.period,
          counted: counted.text,
          quantity: counted.quantity,
          negated: item.negated,
          footnote: item.note,
          confidence,
          reasons,
          kind,
        },
      });
    }
    for (const time of free) entries.push(timeEntry(time, index, sentence));
    entries.sort((a, b) => a.from - b.from);
    for (const entry of entries) placed.push(entry);
  });

  /** Whether a block ends in a colon before a list. */
  function introduces(block: number): boolean {
    const end = flow.blocks[block]?.end ?? 0;
    return flow.text[end - 1] === ':' && flow.blocks[block + 1]?.kind === 'item';
  }

  /** A number that counts what the figure before it counts: `er komen 2.400 woningen, zo'n 600 per jaar`. */
  function countedBefore(entries: readonly Placed[], item: Item, sentence: number): FoundQuantity | null {
    // A share of it may stand between: `62.000 woningen. Daarvan is 30% sociaal, zo'n 600 per jaar`.
    for (let back = 1; back <= 3; back++) {
      const before = entries[entries.length - back] ?? placed[placed.length - back + entries.length];
      if (before === undefined || before.sentence < sentence - 1 || item.from - before.to > 25) return null;
      if (before.item === null || /^(percent|percent-point)$/.test(before.found.unit)) continue;
      if (before.sentence < sentence && !refersBack(item)) return null;
      const { unit, form } = before.found;
      const counts = form === 'number' || form === 'range' || form === 'count';
      return counts && !/^(ratio|times|eur|usd|gbp|rank|count$)/.test(unit) ? before.found : null;
    }
    return null;
  }

  /** `tussen de € 410 en € 460 miljoen, en nog 200 miljoen`: millions behind an amount of money are money. */
  function moneyBefore(entries: readonly Placed[], item: Item): boolean {
    const before = entries[entries.length - 1] ?? placed[placed.length - 1];
    return (
      before?.item != null &&
      before.found.unit.startsWith('eur') &&
      item.from - before.to < 40 &&
      Math.abs(item.value) >= 1e5 &&
      scales[tokens[item.to - 1]?.low ?? ''] !== undefined
    );
  }

  /** `Daarvan`, `er`, `these`: the sentence goes on about what was counted in the one before. */
  function refersBack(item: Item): boolean {
    for (let i = item.from - 1; i >= Math.max(0, item.from - 10); i--) {
      if (tokens[i]?.kind === 'break') return false;
      if (/^(er|daarvan|hiervan|waarvan|them|these|those)$/.test(tokens[i]?.low ?? '')) return true;
    }
    return false;
  }

  /** Whether a list stands behind this sentence, so that what it says holds for every item. */
  function listFollows(sentence: Sentence, index: number): boolean {
    for (let next = index; next < index + 2; next++) {
      const one = sentences[next];
      if (one === undefined || (next > index && one.block !== sentence.block)) return false;
      const last = tokens[one.to - 1];
      const behind = flow.blocks[one.block + 1];
      if (last?.raw === ':' && behind?.kind === 'item') return true;
    }
    return false;
  }

  function timeEntry(time: Time, index: number, sentence: Sentence): Placed {
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

  if (options.lists !== false) {
    const lists = listsOf({
      flow,
      tokens,
      sentences,
      placed,
      language: document.language,
      figure,
      lineAt,
      pageAt,
    });
    for (const list of lists) placed.push(list);
    placed.sort((a, b) => a.found.offset - b.found.offset || a.from - b.from);
  }

  const noteBlocks = flow.blocks.filter((block) => block.kind === 'note');
  const withText = noteList.map((note, i) => {
    const block = noteBlocks[i];
    return { ...note, text: block === undefined ? '' : flow.text.slice(block.start, block.end) };
  });
  return {
    document: {
      name: document.name,
      format: document.format,
      language: document.language,
      pages: document.pages,
      warnings: document.warnings,
      characters: document.text.length,
    },
    claims: placed.map((one) => one.found),
    relations: relationsOf(tokens, sentences, flow, placed),
    footnotes: footnotesOf(tokens, marks, withText, endOf),
  };
}

/** How sure a figure is whose document writes decimals with a comma and with a point. */
const contestedConfidence = 0.4;

/** Puts the value of the other notation with each figure that reads otherwise in it. */
function withAlternatives(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const valueAt = new Map(others.map(({ from, to, value }) => [`${from} ${to}`, value]));
  return items.map((item): Item => {
    const alternative = valueAt.get(`${item.from} ${item.to}`);
    if (alternative === undefined || alternative === item.value) return item;
    const confidence = Math.min(item.confidence, contestedConfidence);
    return { ...item, alternative, confidence, reasons: [...item.reasons, 'notation-clash'] };
  });
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

/** The latest year that the text speaks of as a date that has been: a day, or the year behind a source. */
function guessPublished(times: readonly Time[], tokens: readonly Token[], blocks: number): number | null {
  let latest: number | null = null;
  for (const time of times) {
    const past =
      (time.form === 'date' &&
        time.period.length >= 10 &&
        !/^(until|through|by|before)$/.test(time.preposition)) ||
      (time.parenthesised && time.preposition === 'none');
    if (past && (latest === null || time.year > latest)) latest = time.year;
  }
  if (latest !== null) return latest;
  // Else the first year of the title: `akkoord 2026-2030`.
  const title = times.find((time) => time.first < time.year && (tokens[time.from]?.block ?? blocks) < 2);
  return title?.first ?? null;
}

const auxiliaries =
  /^(is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|blijft|blijven|staat|staan|moet|moeten|zal|zullen|are|were|has|have|will|shall|must|remains?)$/;

/** A day or a month stands for itself; a quarter says when, as a year does. */
const isDate = (time: Time): boolean => time.form === 'date' && !/[QH]/.test(time.period);

/** Which times belong to which figure of the sentence, and which stand by themselves. */
function attach(
  tokens: readonly Token[],
  sentence: Sentence,
  items: readonly Item[],
  times: readonly Time[],
  opensList: boolean,
): { readonly attached: ReadonlyMap<Item, readonly Time[]>; readonly free: readonly Time[] } {
  const attached = new Map<Item, Time[]>();
  const free: Time[] = [];
  const general: Time[] = [];
  if (items.length === 0) return { attached, free: times };
  /** A clause ends between the two: `;`, or `en` with a verb of its own. */
  const apart = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token?.raw === ';') return true;
      if (token !== undefined && /^(en|and|maar|but|,)$/.test(token.low)) {
        if ([1, 2].some((step) => i + step < to && auxiliaries.test(tokens[i + step]?.low ?? '')))
          return true;
      }
    }
    return false;
  };
  const joinBetween = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      if (/^(,|en|and|maar|but|terwijl|while)$/.test(tokens[i]?.low ?? '')) return true;
    }
    return false;
  };
  let cursor = 0;
  for (const time of times) {
    while (cursor < items.length && (items[cursor]?.from ?? 0) < time.from) cursor++;
    const before = items[cursor - 1];
    const after = items[cursor];
    if (time.named) {
      free.push(time);
      continue;
    }
    if (time.from - sentence.from <= 3 && time.to < sentence.to) {
      general.push(time);
      if (opensList || isDate(time)) free.push(time);
      continue;
    }
    // Far apart they do not belong together, and what lies between is not worth looking at.
    const behind = before === undefined ? Number.POSITIVE_INFINITY : time.from - before.to;
    const back =
      before === undefined || behind > 12 || apart(before.to, time.from) ? Number.POSITIVE_INFINITY : behind;
    const distance = after === undefined ? Number.POSITIVE_INFINITY : after.from - time.to;
    const ahead =
      after === undefined || distance > 8 || apart(time.to, after.from) ? Number.POSITIVE_INFINITY : distance;
    // A comma or `en` between them makes it less likely that they belong together.
    const comma = before !== undefined && back < 13 && joinBetween(before.to, time.from) ? 4 : 0;
    const target =
      back <= 12 && back + comma <= ahead + 2 ? before : ahead <= 8 ? after : back <= 12 ? before : undefined;
    if (target === undefined) {
      free.push(time);
      continue;
    }
    const list = attached.get(target) ?? [];
    list.push(time);
    attached.set(target, list);
    if (isDate(time)) free.push(time);
  }
  for (const item of items) {
    if (!attached.has(item) && general.length > 0) attached.set(item, general);
  }
  // Every figure had a time of its own, so the one at the beginning belongs to none.
  const taken = [...attached.values()].some((list) => list === general);
  if (!taken) for (const time of general) if (!free.includes(time)) free.push(time);
  return { attached, free };
}

function horizonAndPeriod(
  times: readonly Time[],
  published: number | null,
  isAhead: ReadonlyMap<Time, boolean>,
): { readonly horizon: string | null; readonly period: string | null } {
  let horizon: string | null = null;
  let period: string | null = null;
  for (const time of times) {
    const towards = /^(until|through|by|before)$/.test(time.preposition);
    const later = published === null ? isAhead.get(time) === true : time.year > published;
    if (time.preposition === 'after') continue;
    if (time.preposition === 'before' && published !== null && !later) continue;
    const past = published !== null && time.year < published;
    if ((towards && !past) || (later && time.preposition !== 'since'))
      horizon ??= time.period.includes('/') ? String(time.year) : time.period;
    else period ??= time.period;
  }
  return { horizon, period };
}

const aheadWords = new Set(
  'moet moeten zal zullen willen wil streven streeft doel ambitie verwacht verwachting prognose will shall must aim aims target expected forecast projected should'.split(
    ' ',
  ),
);
const presentWords = new Set(
  'is zijn komen komt staat staan hebben heeft wordt worden reist blijft blijven are has have'.split(' '),
);
const pastWords = new Set(
  'was waren werd werden had hadden telde telden steeg stegen daalde bedroeg kwam kwamen lag lagen stond stonden kostte were rose fell stood'.split(
    ' ',
  ),
);

/**
 * Whether a sentence speaks of a year to come, where it is not known when the document was written: by its verbs. A
 * present perfect (`in 2023 is gebouwd`) is then taken for the future; to say when it was published is better.
 */
function looksAhead(tokens: readonly Token[], sentence: Sentence, time: Time): boolean {
  let present = false;
  let past = false;
  for (let i = Math.max(sentence.from, time.from - 60); i < Math.min(sentence.to, time.to + 60); i++) {
    const word = tokens[i]?.low ?? '';
    if (aheadWords.has(word)) return true;
    present ||= presentWords.has(word);
    past ||= pastWords.has(word);
  }
  return present && !past && !time.parenthesised && time.preposition === 'in';
}

/** Line of an offset, counted from 1; offsets are asked roughly in order. */
function lineFinder(text: string): (offset: number) => number {
  const starts: number[] = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => lastAtMost(starts, offset) + 1;
}

function pageFinder(pages: ReadDocument['pages']): (offset: number) => number {
  const starts = pages.map((page) => page.offset);
  return (offset) => pages[lastAtMost(starts, offset)]?.number ?? 1;
}

/** Index of the last number that is not above `x`, 0 where none is. */
function lastAtMost(sorted: readonly number[], x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}
