import { at } from '@schaalsprong/words';
import type { Item } from './scan.ts';
import type { Sentence } from './sentences.ts';
import type { Time } from './times.ts';
import { lowAt, type Token } from './tokens.ts';

/** The latest year that occurs as a past date: a day, or the year of a source reference. */
export function guessPublished(
  times: readonly Time[],
  tokens: readonly Token[],
  blocks: number,
): number | null {
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
  // Fallback: the first year of the title: `akkoord 2026-2030`.
  const title = times.find((time) => time.first < time.year && (tokens[time.from]?.block ?? blocks) < 2);
  return title?.first ?? null;
}

const auxiliaries =
  /^(is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|blijft|blijven|staat|staan|moet|moeten|zal|zullen|are|were|has|have|will|shall|must|remains?)$/;

/** A day or a month is a quantity of its own; a quarter is a time attribute, like a year. */
const isDate = (time: Time): boolean => time.form === 'date' && !/[QH]/.test(time.period);

/** Attaches times to the figures of a sentence; the others remain quantities of their own. */
export function attach(
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
  /** Whether a clause boundary separates the two: `;`, or `en` with a verb of its own. */
  const apart = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token?.raw === ';') return true;
      if (token !== undefined && /^(en|and|maar|but|,)$/.test(token.low)) {
        if ([1, 2].some((step) => i + step < to && auxiliaries.test(lowAt(tokens, i + step)))) return true;
      }
    }
    return false;
  };
  const joinBetween = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      if (/^(,|en|and|maar|but|terwijl|while)$/.test(lowAt(tokens, i))) return true;
    }
    return false;
  };
  let cursor = 0;
  for (const time of times) {
    while (cursor < items.length && at(items, cursor).from < time.from) cursor++;
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
    // Bound the distance: far apart they do not belong together.
    const behind = before === undefined ? Number.POSITIVE_INFINITY : time.from - before.to;
    const back =
      before === undefined || behind > 12 || apart(before.to, time.from) ? Number.POSITIVE_INFINITY : behind;
    const distance = after === undefined ? Number.POSITIVE_INFINITY : after.from - time.to;
    const ahead =
      after === undefined || distance > 8 || apart(time.to, after.from) ? Number.POSITIVE_INFINITY : distance;
    // Penalty: a comma or `en` between them makes it less likely that they belong together.
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

export function horizonAndPeriod(
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
export function looksAhead(tokens: readonly Token[], sentence: Sentence, time: Time): boolean {
  let present = false;
  let past = false;
  for (let i = Math.max(sentence.from, time.from - 60); i < Math.min(sentence.to, time.to + 60); i++) {
    const word = lowAt(tokens, i);
    if (aheadWords.has(word)) return true;
    present ||= presentWords.has(word);
    past ||= pastWords.has(word);
  }
  return present && !past && !time.parenthesised && time.preposition === 'in';
}
