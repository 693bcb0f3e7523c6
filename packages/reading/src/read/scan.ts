import {
  currencySigns,
  currencyWords,
  fractionSigns,
  months,
  ordinals,
  rankNouns,
  stops,
} from './lexicon.ts';
import { dutchNumber, englishNumber, type Notation } from './numbers.ts';
import { fractionRules } from './scanning/fractions.ts';
import { multipleRules } from './scanning/multiples.ts';
import { numberRules } from './scanning/numbers.ts';
import { rankRules } from './scanning/ranks.ts';
import { type Item, readByRules, type ScanRule, type ScanText } from './scanning/scan-rule.ts';
import { scanTextOf } from './scanning/scan-text.ts';
import { type Place, type Time, timeAt } from './times.ts';

export type { Item } from './scanning/scan-rule.ts';

export interface Scan {
  readonly items: Item[];
  readonly times: Time[];
}

/** Families of rules in order of precedence: ranks before fractions before plain numbers. */
const families: readonly (readonly ScanRule[])[] = [rankRules, fractionRules, multipleRules, numberRules];

const starters = new Set(['+', '-', '−', '–', '±', '#', ...Object.keys(fractionSigns)]);
const single = new Set(
  'top kwartaal nummer number helft helften kwart driekwart half een één eén a an anderhalf anderhalve dozijn dozen twice thrice dubbel q k h euro'.split(
    ' ',
  ),
);

/** Whether a quantity or a time can begin with a word. */
function isStarter(word: string, language: 'nl' | 'en'): boolean {
  if (single.has(word) || rankNouns.has(word) || ordinals.has(word)) return true;
  if (Object.hasOwn(currencyWords, word) || Object.hasOwn(months, word)) return true;
  if (language === 'en') {
    return englishNumber([word]) !== null || /^(doubl|tripl|halv)|fold$/.test(word);
  }
  if (
    dutchNumber(word) !== null ||
    /^(verdubbel|verdrievoudig|halve|gehalv)|(maal|voud|voudige?|jarige?)$/.test(word)
  ) {
    return true;
  }
  if (/^(een|één|twee|drie|vier)(derde|vierde|vijfde|achtste|tiende)$/.test(word)) return true;
  return word.endsWith('tal') && dutchNumber(word.slice(0, -3)) !== null;
}

/**
 * All quantities and times of a document, in order.
 *
 * @param notation sign before decimals
 */
export function scan(place: Place, notation: Notation): Scan {
  const text = scanTextOf(place, notation);
  const begins = beginsFinder(place);
  const items: Item[] = [];
  const times: Time[] = [];
  for (let i = 0; i < place.tokens.length; ) {
    // Fast path: most words cannot begin a quantity.
    if (!text.free(i) || !begins(i)) {
      i++;
      continue;
    }
    const time = timeAt(place, i);
    if (time !== null) {
      if ('skip' in time) i = time.skip;
      else {
        times.push(time);
        i = time.to;
      }
      continue;
    }
    const found = quantityAt(text, i);
    if (found !== null) items.push(found);
    i = found === null ? i + 1 : Math.max(i + 1, found.to);
  }
  inheritUnits(items, text);
  return { items, times };
}

function quantityAt(text: ScanText, i: number): Item | null {
  for (const rules of families) {
    const found = readByRules(rules, text, i);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a quantity or a time can begin at a token at all; memoized per word. */
function beginsFinder({ tokens, language }: Place): (i: number) => boolean {
  const known = new Map<string, boolean>();
  return (i) => {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.kind === 'number') return true;
    if (token.kind === 'sign') return starters.has(token.raw) || currencySigns[token.raw] !== undefined;
    if (token.kind !== 'word') return false;
    let is = known.get(token.low);
    if (is === undefined) {
      is = isStarter(token.low, language);
      // Bound the cache: in a hostile text every word is new.
      if (known.size < 50_000) known.set(token.low, is);
    }
    return is;
  };
}

/** A number without a noun takes the unit of the next: `van 10 naar 15 procent`, `10, 12 en 15 MW`. */
function inheritUnits(items: readonly Item[], t: ScanText): void {
  const { low, word } = t;
  // `from nine years to six`: the second takes the unit of the first.
  for (let k = 1; k < items.length; k++) {
    const item = items[k];
    const before = items[k - 1];
    if (item === undefined || before === undefined || item.unit !== null || before.unit === null) continue;
    if (!/^(naar|tot|to)$/.test(low(item.from - 1)) || item.from - before.to > 2 || before.form === 'rank')
      continue;
    const noun = word(item.to);
    if (noun === '' || stops.has(noun)) item.unit = before.unit;
  }
  for (let k = items.length - 2; k >= 0; k--) {
    const item = items[k];
    const next = items[k + 1];
    if (item === undefined || next === undefined || item.unit !== null) continue;
    const joined = next.from - item.to;
    if (joined < 1 || joined > 2 || next.form === 'rank' || next.form === 'fraction') continue;
    if (!/^(,|en|and|of|or|naar|tot|to|versus|\/|resp)$/.test(low(item.to))) continue;
    if (next.unit !== null) item.unit = next.unit;
  }
}
