import {
  currencySigns,
  currencyWords,
  fractionSigns,
  gluedUnits,
  months,
  scales,
  streetEndings,
  streetWords,
} from '../lexicon.ts';
import { rawAt, type Token } from '../tokens.ts';
import type { NumberAt, SkipRule, SkipText } from './skip-rule.ts';

/** A telephone number, or another run of digits that begins with 0. */
function telephone(t: SkipText, { i, previous, raw }: NumberAt): boolean {
  const { low, isNumber, glued } = t;
  // 040 238 00 00, +31 6 12345678, 06-12345678; and 007.
  const international =
    previous?.raw === '+' && /^(31|32|33|44|49|1)$/.test(raw) && isNumber(i + 1) && !glued(i);
  if (/^0\d/.test(raw) && !/^0\d:/.test(raw)) {
    const date = /^0[1-9]$/.test(raw) && (low(i + 1) === '-' || low(i + 1) === '/' || low(i + 1) in months);
    const dated = /^\d\d\.\d\d\.\d{4}$/.test(raw);
    if (!date && !dated) digitsChain(t, i);
    if (!dated && !date) return true;
  } else if (international) {
    digitsChain(t, i);
    return true;
  }
  return false;
}

/** More than nine digits. */
function longCode(t: SkipText, { i, raw }: NumberAt): boolean {
  const { skip } = t;
  if (raw.length > 9 && /^\d+$/.test(raw)) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** A number glued behind letters: A58, mbo4, CO2. */
function gluedBehindWord(t: SkipText, { i, token, previous, raw }: NumberAt): boolean {
  const { skip } = t;
  // Glued behind letters: A58, mbo4, CO2, HOV4. Currency and quarter marks may be glued in front.
  if (token.glued && previous?.kind === 'word') {
    const money = currencyWords[previous.low] !== undefined || previous.low === 'ca';
    const quarter = /^[qkh]$/.test(previous.low) && /^[1-4]$/.test(raw);
    if (!money && !quarter) {
      skip[i] = 1;
      // ISO9001-2015, N279-zuid
      return true;
    }
  }
  return false;
}

/** A number glued before letters that are no unit: 4TU, 3D. */
function gluedBeforeWord(t: SkipText, { i, next }: NumberAt): boolean {
  const { low, take } = t;
  // Glued before letters: 4TU, 3D, 2G; but 50m2, 10k, 21e, 3x. Then the word is a unit.
  if (next?.glued && next.kind === 'word') {
    const unit =
      gluedUnits.has(next.low) || scales[next.low] !== undefined || currencyWords[next.low] !== undefined;
    // 5G, 3D: one capital is no unit, but behind money it may be millions.
    const capital =
      /^[A-Z]$/.test(next.raw) &&
      next.raw !== 'K' &&
      currencySigns[low(i - 1)] === undefined &&
      next.raw !== 'W';
    if (
      capital ||
      !unit ||
      (next.raw.length > 1 &&
        next.raw === next.raw.toUpperCase() &&
        /^(TU|TH|ST|ND|RD|DE|MB)$/.test(next.raw))
    ) {
      take(i, i + 2);
      return true;
    }
  }
  return false;
}

/** A number in a compound: 55-plussers, 24-uurs. */
function hyphenated(t: SkipText, { i, next }: NumberAt): boolean {
  const { tokens, low, isWord, take } = t;
  // 55-plussers, 18-jarigen, 24-uurs, 2-persoons, 3D-printing; but 10-jarig and 10-year and 50-MW.
  if (next?.raw === '-' && next.glued && tokens[i + 2]?.glued && isWord(i + 2)) {
    const after = low(i + 2);
    const kept =
      /^jarige?$/.test(after) ||
      /^(year|month|week|day|hour|minute|maands|daagse|procents|punts|procent|percent|kilometer|mile|km|meter|mw|landen|lijst)$/.test(
        after,
      );
    const olds = low(i + 3) === '-' && /^olds?$/.test(low(i + 4));
    if (!kept || olds) {
      take(i, i + 3);
      return true;
    }
  }
  return false;
}

/** A time of the day: 10.00 uur, 14:30, 10 am. */
function timeOfDay(t: SkipText, { i, next, raw }: NumberAt): boolean {
  const { low, isNumber, glued, take, skip } = t;
  // 10.00 uur, 14:30, 9.00-17.00 uur, 10 am
  const clock = /^([01]?\d|2[0-4])[.:][0-5]\d$/.test(raw);
  const colon = next?.raw === ':' && next.glued && isNumber(i + 2) && glued(i + 2);
  if (colon) {
    take(i, i + 3);
    return true;
  }
  if (clock && timeFollows(t, i)) {
    skip[i] = 1;
    return true;
  }
  if (
    /^([01]?\d|2[0-4])$/.test(raw) &&
    /^(am|pm|uur|h)$/.test(low(i + 1)) &&
    /^(om|at|vanaf|rond|uur)$/.test(low(i - 1))
  ) {
    skip[i] = 1;
    return true;
  }
  if (/^\d{1,2}$/.test(raw) && (low(i + 1) === 'am' || low(i + 1) === 'pm')) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** A year and a number: 2019-4. */
function yearAndNumber(t: SkipText, { i, next, raw }: NumberAt): boolean {
  const { tokens, isNumber, glued, isYear, take } = t;
  // Ordinance 2019-4, 2029-17: a year and a number; but 2021-22, 2023-04 and 2022-11-09.
  if (isYear(i) && next?.raw === '-' && next.glued && isNumber(i + 2) && glued(i + 2)) {
    const behind = rawAt(tokens, i + 2);
    const later = /^\d\d$/.test(behind) && Number(behind) > Number(raw) % 100;
    const month = /^(0[1-9]|1[0-2])$/.test(behind);
    if (!later && !month && !isYear(i + 2) && /^\d{1,3}$/.test(behind)) {
      take(i, i + 3);
      return true;
    }
  }
  return false;
}

/** A letter, a hyphen and a number: T-104. */
function letterAndNumber(t: SkipText, { i, token, previous }: NumberAt): boolean {
  const { tokens, isWord, skip } = t;
  // T-104, R-2: a letter, a hyphen and a number.
  if (
    token.glued &&
    previous?.raw === '-' &&
    previous.glued &&
    isWord(i - 2) &&
    /^[A-Z]{1,3}$/.test(rawAt(tokens, i - 2))
  ) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** A long number without groups. */
function ungroupedCode(t: SkipText, { i, next, raw }: NumberAt): boolean {
  const { low, glued, skip } = t;
  // A long number without grouping is a code.
  if (
    /^\d{6,}$/.test(raw) &&
    !glued(i) &&
    next?.kind !== 'word' &&
    next?.raw !== '%' &&
    currencySigns[low(i - 1)] === undefined
  ) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** The second number of a document: COM(2031) 412. */
function documentNumber(t: SkipText, { i, previous }: NumberAt): boolean {
  const { tokens, isWord, glued, isYear, take } = t;
  // COM(2031) 412: the second number of a document.
  if (previous?.raw === ')' && tokens[i - 3]?.raw === '(' && isYear(i - 2) && glued(i - 3) && isWord(i - 4)) {
    take(i - 2, i + 1);
    return true;
  }
  return false;
}

/** Two numbers, the second with a zero: 555-0147. */
function numberWithZero(t: SkipText, { i, next, raw }: NumberAt): boolean {
  const { tokens, glued, isYear } = t;
  // 555-0147
  if (
    next?.raw === '-' &&
    next.glued &&
    /^0\d/.test(rawAt(tokens, i + 2)) &&
    glued(i + 2) &&
    !isYear(i) &&
    raw.length > 2
  ) {
    digitsChain(t, i);
    return true;
  }
  return false;
}

/** The scale of the figures of a table: x € 1.000. */
function rowScale(t: SkipText, { i, raw }: NumberAt): boolean {
  const { low, skip } = t;
  // `bedragen x € 1.000`, `(x 1.000)`: the scale of the figures of a table.
  const times = low(i - 1) === 'x' || (currencySigns[low(i - 1)] !== undefined && low(i - 2) === 'x');
  if (times && /^1[., ]?000([., ]?000)?$/.test(raw)) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** A postal code: 5611 EM. */
function postcode(t: SkipText, { i, next, raw }: NumberAt): boolean {
  const { low, isYear, skip } = t;
  // 5611 EM Eindhoven
  if (
    /^[1-9]\d{3}$/.test(raw) &&
    next?.kind === 'word' &&
    /^[A-Z]{2}$/.test(next.raw) &&
    currencyWords[next.low] === undefined &&
    scales[next.low] === undefined &&
    !/^(EU|VS|UK|US|MW|GW|TJ|HA|KM|NL|VN)$/.test(next.raw) &&
    !(isYear(i) && /^(in|tot|voor|na|by|since|until|sinds|vanaf)$/.test(low(i - 1)))
  ) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** The number of a house: Stadhuisplein 1. */
function houseNumber(t: SkipText, { i, token, previous, raw }: NumberAt): boolean {
  const { isYear, skip } = t;
  // Stadhuisplein 1
  if (
    previous?.kind === 'word' &&
    !token.glued &&
    isStreet(previous) &&
    /^\d{1,4}$/.test(raw) &&
    !isYear(i)
  ) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** A name of capitals and a number: A 58, ISO 9001. */
function name(t: SkipText, { i, raw }: NumberAt): boolean {
  const { skip } = t;
  // A 58, HOV 4, ISO 9001, COVID 19: letters in capitals and a number are a name.
  if (isName(t, i, raw)) {
    skip[i] = 1;
    return true;
  }
  return false;
}

/** The number of a heading: 3.2 Woningbouw. */
function headingNumber(t: SkipText, { i, previous, next, raw, block }: NumberAt): boolean {
  const { skip } = t;
  // 3.2 Woningbouw, 1 Inleiding: the number of a heading.
  const first = previous === undefined || previous.kind === 'break';
  if (first && next?.kind === 'word' && !next.glued) {
    const capital = next.raw[0] !== next.raw[0]?.toLowerCase();
    const section = /^\d{1,2}(\.\d{1,2}){1,3}$/.test(raw);
    const chapter = /^\d{1,2}$/.test(raw) && block?.kind === 'heading';
    if (capital && (section || chapter)) {
      skip[i] = 1;
      return true;
    }
  }
  return false;
}

/** A section or version of three parts, a case or a law: 3.2.1, 2019/1234. */
function sectionOrCase(t: SkipText, { i, next, raw }: NumberAt): boolean {
  const { tokens, low, isNumber, glued, isYear, take, skip } = t;
  // 3.2.1, 1.2.3.4 are sections or versions; dates with a year are read elsewhere.
  if (/^\d{1,3}([.,]\d{1,2}){2,}$/.test(raw) && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(raw)) skip[i] = 1;
  // A case at court or a law: 2019/1234, 12345/22
  if (next?.raw === '/' && next.glued && isNumber(i + 2) && glued(i + 2)) {
    const behind = rawAt(tokens, i + 2);
    // 2026/27 is a year of two halves, 2031/77 a regulation.
    const years = isYear(i) && (isYear(i + 2) || Number(behind) === (Number(raw) + 1) % 100);
    const small = /^\d{1,2}$/.test(raw) && /^\d{1,2}$/.test(behind) && Number(raw) < Number(behind);
    const date = /^\d{1,2}$/.test(raw) && /^\d{1,2}$/.test(behind) && low(i + 3) === '/';
    if (raw === '24' && behind === '7') take(i, i + 3);
    else if (!years && !small && !date) take(i, i + 3);
  }
  return false;
}

/** A telephone number or another run of digits. */
function digitsChain(t: SkipText, index: number): void {
  const { tokens, low, isNumber, take } = t;
  let end = index + 1;
  while (end < tokens.length) {
    if (isNumber(end)) end++;
    else if (
      /^[-/()–.]$/.test(low(end)) &&
      (isNumber(end + 1) || (low(end + 1) === ' ' && isNumber(end + 2)))
    )
      end++;
    else break;
  }
  take(index, end);
}

/** `uur` behind it, or behind the second of two times. */
function timeFollows(t: SkipText, index: number): boolean {
  const { low, isNumber } = t;
  const word = (at: number) => /^(uur|u|am|pm|h|hrs)$/.test(low(at));
  if (word(index + 1)) return true;
  const joins = /^(-|–|tot|to|en|until)$/.test(low(index + 1));
  return joins && isNumber(index + 2) && word(index + 3);
}

function isStreet(token: Token): boolean {
  if (token.raw[0] === token.low[0]) return false;
  if (streetWords.has(token.low)) return true;
  return streetEndings.some((ending) => token.low.length > ending.length + 2 && token.low.endsWith(ending));
}

function isName(t: SkipText, index: number, raw: string): boolean {
  const { tokens, low, isYear } = t;
  const previous = tokens[index - 1];
  if (previous?.kind !== 'word' || isYear(index)) return false;
  if (previous.raw !== previous.raw.toUpperCase() || previous.raw.length > 7) return false;
  if (currencyWords[previous.low] !== undefined || previous.raw === 'Q' || previous.low === 'top')
    return false;
  if (previous.raw === 'I' || (previous.raw === 'A' && opensSentence(t, index))) return false;
  if (!/^\d{1,5}([.]\d{1,2})?$/.test(raw)) return false;
  if (fractionSigns[low(index + 1)] !== undefined || currencySigns[low(index + 1)] !== undefined)
    return false;
  const next = tokens[index + 1];
  if (
    next?.raw === '%' ||
    (next?.kind === 'word' && next.raw === next.low && next.low.length > 3 && !next.glued)
  )
    return false;
  if (
    next?.kind === 'word' &&
    (scales[next.low] !== undefined || gluedUnits.has(next.low) || next.low in months)
  )
    return false;
  return true;
}

/** An `A` at the beginning of an English sentence is an article. */
function opensSentence(t: SkipText, index: number): boolean {
  const { tokens } = t;
  const before = tokens[index - 2];
  return before === undefined || before.kind === 'break' || before.raw === '.';
}

/** In order of precedence. */
export const numberSkipRules: readonly SkipRule[] = [
  { name: 'a telephone number, or another run of digits that begins with 0', apply: telephone },
  { name: 'more than nine digits', apply: longCode },
  { name: 'a number glued behind letters: A58, mbo4, CO2', apply: gluedBehindWord },
  { name: 'a number glued before letters that are no unit: 4TU, 3D', apply: gluedBeforeWord },
  { name: 'a number in a compound: 55-plussers, 24-uurs', apply: hyphenated },
  { name: 'a time of the day: 10.00 uur, 14:30, 10 am', apply: timeOfDay },
  { name: 'a year and a number: 2019-4', apply: yearAndNumber },
  { name: 'a letter, a hyphen and a number: T-104', apply: letterAndNumber },
  { name: 'a long number without groups', apply: ungroupedCode },
  { name: 'the second number of a document: COM(2031) 412', apply: documentNumber },
  { name: 'two numbers, the second with a zero: 555-0147', apply: numberWithZero },
  { name: 'what the rows of a table are counted in: x € 1.000', apply: rowScale },
  { name: 'a postal code: 5611 EM', apply: postcode },
  { name: 'the number of a house: Stadhuisplein 1', apply: houseNumber },
  { name: 'a name of capitals and a number: A 58, ISO 9001', apply: name },
  { name: 'the number of a heading: 3.2 Woningbouw', apply: headingNumber },
  { name: 'a section or version of three parts, a case or a law: 3.2.1, 2019/1234', apply: sectionOrCase },
];
