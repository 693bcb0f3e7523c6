import { at } from '@schaalsprong/words';
/** Parses numerals in digits and number words. */

export interface Printed {
  readonly value: number;
  /** number of decimals */
  readonly decimals: number;
  /** true where thousands are grouped */
  readonly grouped: boolean;
  /** surplus digits after the last group of three: `22` in `151.80022` */
  readonly rest: string;
}

/** Decimal separator. */
export type Notation = 'comma' | 'point';

const groupsOf = ([first, ...rest]: readonly string[]): boolean =>
  first !== undefined &&
  rest.length > 0 &&
  /^[1-9]\d{0,2}$/.test(first) &&
  rest.every((part) => part.length === 3);

/**
 * Reads a number as it is printed, in either notation. Where a text does not say which (`62.000`, `7,125`), the notation of
 * the document decides; three zeros after one separator are thousands in either notation.
 * @returns null where it is no number: `9.11.2022`, `3.2.1`, `007`
 */
export function printedNumber(raw: string, notation: Notation): Printed | null {
  if (raw.length > 40) return null;
  if (raw.length < 4 && /^(0|[1-9]\d*)$/.test(raw)) return figure(raw, '', false);
  const plain = raw.replaceAll(/[\u00a0\u202f\u2009\u2007 ]/g, ' ').replaceAll(/[’‘`]/g, "'");
  for (const space of [' ', "'"]) {
    if (!plain.includes(space)) continue;
    const [whole = '', decimals = '', ...more] = plain.split(/[.,]/);
    if (more.length > 0 || !groupsOf(whole.split(space))) return null;
    return figure(whole.replaceAll(space, ''), decimals, true);
  }
  const points = plain.split('.');
  const commas = plain.split(',');
  if (points.length === 1 && commas.length === 1) {
    if (plain.length > 15) return null;
    return /^0\d/.test(plain) ? null : figure(plain, '', false);
  }
  if (points.length > 1 && commas.length > 1) {
    const decimal = plain.lastIndexOf('.') > plain.lastIndexOf(',') ? '.' : ',';
    const group = decimal === '.' ? ',' : '.';
    const [whole = '', decimals = '', ...more] = plain.split(decimal);
    if (more.length > 0 || !groupsOf(whole.split(group))) return null;
    return figure(whole.replaceAll(group, ''), decimals, true);
  }
  const sign = points.length > 1 ? '.' : ',';
  const parts = plain.split(sign);
  const last = at(parts, parts.length - 1);
  if (parts.length > 2) {
    if (groupsOf(parts)) return figure(parts.join(''), '', true);
    // `1.234.56712`: thousands with a note mark behind them.
    const cut = [...parts.slice(0, -1), last.slice(0, 3)];
    if (last.length > 3 && last.length < 7 && groupsOf(cut)) {
      return { ...figure(cut.join(''), '', true), rest: last.slice(3) };
    }
    return null;
  }
  const [whole = ''] = parts;
  if (/^0\d/.test(whole)) return null;
  const decimalSign = notation === 'comma' ? ',' : '.';
  if (groupsOf(parts) && (sign !== decimalSign || last === '000')) return figure(whole + last, '', true);
  if (sign !== decimalSign && last.length > 3 && last.length < 7 && groupsOf([whole, last.slice(0, 3)])) {
    return { ...figure(whole + last.slice(0, 3), '', true), rest: last.slice(3) };
  }
  return figure(whole, last, false);
}

const figure = (whole: string, decimals: string, grouped: boolean): Printed => ({
  value: Number(decimals === '' ? whole : `${whole}.${decimals}`),
  decimals: decimals.length,
  grouped,
  rest: '',
});

// ---------------------------------------------------------------- written out

const dutchSmall: Readonly<Record<string, number>> = {
  nul: 0,
  een: 1,
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  dertien: 13,
  veertien: 14,
  vijftien: 15,
  zestien: 16,
  zeventien: 17,
  achttien: 18,
  negentien: 19,
};
const dutchTens: Readonly<Record<string, number>> = {
  twintig: 20,
  dertig: 30,
  veertig: 40,
  vijftig: 50,
  zestig: 60,
  zeventig: 70,
  tachtig: 80,
  negentig: 90,
};
const dutchTensBehindUnit = Object.entries(dutchTens).map(([tens, value]) => [`en${tens}`, value] as const);
const longest = 60;

const lookUp = (table: Readonly<Record<string, number>>, word: string): number | null =>
  Object.hasOwn(table, word) ? (table[word] ?? null) : null;

function dutchBelowHundred(word: string): number | null {
  const small = lookUp(dutchSmall, word) ?? lookUp(dutchTens, word);
  if (small !== null) return small;
  if (!word.endsWith('tig')) return null;
  for (const [ending, value] of dutchTensBehindUnit) {
    if (!word.endsWith(ending)) continue;
    const unit = lookUp(dutchSmall, word.slice(0, -ending.length));
    return unit !== null && unit > 0 && unit < 10 ? value + unit : null;
  }
  return null;
}

function dutchPart(word: string, mark: 'duizend' | 'honderd'): number | null {
  const times = mark === 'duizend' ? 1000 : 100;
  const below = (part: string): number | null =>
    mark === 'duizend' ? dutchPart(part, 'honderd') : dutchBelowHundred(part);
  const position = word.indexOf(mark);
  if (position < 0) return below(word);
  const before = word.slice(0, position);
  const after = word.slice(position + mark.length).replace(/^en(?=[a-z])/, '');
  const left = before === '' ? 1 : below(before);
  const right = after === '' ? 0 : below(after);
  return left === null || right === null || right >= times ? null : left * times + right;
}

/** Value of a Dutch number in one word: `vijftien`, `honderdtwintig`, `drieënveertigduizend`; null where it is none. */
export function dutchNumber(word: string): number | null {
  if (word.length > longest || word.length < 2) return null;
  const bare = /[ëéï]/.test(word)
    ? word.replaceAll('ë', 'e').replaceAll('é', 'e').replaceAll('ï', 'i')
    : word;
  // drieëneenhalf, tweeënhalve
  const half = /hal(f|ve)$/.test(bare) ? /(?:eneenhal|enhal)(?:f|ve)$/.exec(bare) : null;
  if (half !== null) {
    const whole = dutchPart(bare.slice(0, half.index), 'duizend');
    return whole === null ? null : whole + 0.5;
  }
  return dutchPart(bare, 'duizend');
}

const englishSmall: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const englishTens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/**
 * Value of an English number in the words from `words[0]` on: `twenty five`, `one hundred and twenty`, `two thousand`.
 * @returns the value and how many words it takes (hyphens are words too), or null
 */
export function englishNumber(
  words: readonly string[],
): { readonly value: number; readonly taken: number } | null {
  let total = 0;
  let current = 0;
  let taken = 0;
  let any = false;
  // Limit of the next number word: only units after tens, and so on.
  let room = Number.POSITIVE_INFINITY;
  for (const [i, word] of words.slice(0, 20).entries()) {
    if ((word === '-' || word === 'and') && any) {
      const next = words[i + 1];
      if (next === undefined) break;
      const goesOn = Object.hasOwn(englishSmall, next) || Object.hasOwn(englishTens, next);
      // `two and three` are two numbers; `hundred and three` is one; a hyphen joins only tens and units.
      if (!goesOn || (word === 'and' ? room <= 10 || room === Number.POSITIVE_INFINITY : room !== 10)) break;
      continue;
    }
    const small = lookUp(englishSmall, word);
    const tens = lookUp(englishTens, word);
    if (small !== null && small < room && (small !== 0 || !any)) {
      current += small;
      room = 1;
    } else if (tens !== null && tens < room) {
      current += tens;
      room = 10;
    } else if (word === 'hundred' && any && current > 0 && current < 100) {
      current *= 100;
      room = 100;
    } else if (word === 'thousand' && any && current > 0 && total === 0) {
      total = current * 1000;
      current = 0;
      room = 1000;
    } else break;
    any = true;
    taken = i + 1;
  }
  return any ? { value: total + current, taken } : null;
}
