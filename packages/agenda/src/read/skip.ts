import type { Flow } from './flow.ts';
import {
  codeNouns,
  currencySigns,
  currencyWords,
  fractionSigns,
  gluedUnits,
  isLabelNoun,
  months,
  rankNouns,
  scales,
  streetEndings,
  streetWords,
  unitOf,
} from './lexicon.ts';
import type { Mark } from './notes.ts';
import type { Token } from './tokens.ts';

/**
 * Numbers that are not quantities: addresses, codes, names with a number in them, articles of a law, figure and page
 * numbers, times of the day, contents. Gives a 1 for each token that no quantity may take.
 */
export function skipped(tokens: readonly Token[], flow: Flow, marks: ReadonlyMap<number, Mark>): Uint8Array {
  const skip = new Uint8Array(tokens.length);
  const low = (index: number): string => tokens[index]?.low ?? '';
  const isNumber = (index: number): boolean => tokens[index]?.kind === 'number';
  const isWord = (index: number): boolean => tokens[index]?.kind === 'word';
  const glued = (index: number): boolean => tokens[index]?.glued === true;
  const isYear = (index: number): boolean => /^(18|19|20|21)\d\d$/.test(tokens[index]?.raw ?? '');
  /** Takes everything that hangs together without a blank. */
  const chain = (from: number): number => {
    let end = from + 1;
    while (end < tokens.length && glued(end)) end++;
    return end;
  };
  const take = (from: number, end: number): void => {
    skip.fill(1, from, end);
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'break') continue;
    const block = flow.blocks[token.block];
    if (block?.kind === 'furniture' || block?.kind === 'contents') {
      skip[i] = 1;
      continue;
    }
    if (skip[i] === 1) continue;
    const mark = marks.get(i);
    if (mark !== undefined && mark.digits >= token.raw.length) {
      skip[i] = 1;
      continue;
    }

    if (token.kind === 'word') {
      // Web and mail addresses, and file names: a chain without blanks with `://`, `www.`, `@` or `name.tld/`.
      if (!token.glued && isAddress(tokens, i)) {
        take(i, chain(i));
        continue;
      }
      if (codeNouns.has(token.low)) codeAfter(i);
      const next = tokens[i + 1];
      if (next !== undefined && (next.kind === 'number' || next.raw === '.') && isLabel(token)) labelAfter(i);
      continue;
    }
    if (token.raw === '§') labelAfter(i);
    if (token.kind !== 'number') continue;

    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    const raw = mark === undefined ? token.raw : token.raw.slice(0, -mark.digits);

    // 040 238 00 00, +31 6 12345678, 06-12345678; and 007.
    const international =
      previous?.raw === '+' && /^(31|32|33|44|49|1)$/.test(raw) && isNumber(i + 1) && !glued(i);
    if (/^0\d/.test(raw) && !/^0\d:/.test(raw)) {
      const date = /^0[1-9]$/.test(raw) && (low(i + 1) === '-' || low(i + 1) === '/' || low(i + 1) in months);
      const dated = /^\d\d\.\d\d\.\d{4}$/.test(raw);
      if (!date && !dated) digitsChain(i);
      if (!dated && !date) continue;
    } else if (international) {
      digitsChain(i);
      continue;
    }
    if (raw.length > 9 && /^\d+$/.test(raw)) {
      skip[i] = 1;
      continue;
    }

    // Glued behind letters: A58, mbo4, CO2, HOV4. Currency and quarter marks may be glued in front.
    if (token.glued && previous?.kind === 'word') {
      const money = currencyWords[previous.low] !== undefined || previous.low === 'ca';
      const quarter = /^[qkh]$/.test(previous.low) && /^[1-4]$/.test(raw);
      if (!money && !quarter) {
        skip[i] = 1;
        // ISO9001-2015, N279-zuid
        continue;
      }
    }
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
        continue;
      }
    }
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
        continue;
      }
    }
    // R&D 2.0, versie 1.2.3, Windows 11: below.
    // 10.00 uur, 14:30, 9.00-17.00 uur, 10 am
    const clock = /^([01]?\d|2[0-4])[.:][0-5]\d$/.test(raw);
    const colon = next?.raw === ':' && next.glued && isNumber(i + 2) && glued(i + 2);
    if (colon) {
      take(i, i + 3);
      i += 2;
      continue;
    }
    if (clock && timeFollows(i)) {
      skip[i] = 1;
      continue;
    }
    if (
      /^([01]?\d|2[0-4])$/.test(raw) &&
      /^(am|pm|uur|h)$/.test(low(i + 1)) &&
      /^(om|at|vanaf|rond|uur)$/.test(low(i - 1))
    ) {
      skip[i] = 1;
      continue;
    }
    if (/^\d{1,2}$/.test(raw) && (low(i + 1) === 'am' || low(i + 1) === 'pm')) {
      skip[i] = 1;
      continue;
    }
    // Ordinance 2019-4, 2029-17: a year and a number; but 2021-22, 2023-04 and 2022-11-09.
    if (isYear(i) && next?.raw === '-' && next.glued && isNumber(i + 2) && glued(i + 2)) {
      const behind = tokens[i + 2]?.raw ?? '';
      const later = /^\d\d$/.test(behind) && Number(behind) > Number(raw) % 100;
      const month = /^(0[1-9]|1[0-2])$/.test(behind);
      if (!later && !month && !isYear(i + 2) && /^\d{1,3}$/.test(behind)) {
        take(i, i + 3);
        continue;
      }
    }
    // T-104, R-2: a letter, a hyphen and a number.
    if (
      token.glued &&
      previous?.raw === '-' &&
      previous.glued &&
      isWord(i - 2) &&
      /^[A-Z]{1,3}$/.test(tokens[i - 2]?.raw ?? '')
    ) {
      skip[i] = 1;
      continue;
    }
    // A long number without anything that sets its thousands apart is a code.
    if (
      /^\d{6,}$/.test(raw) &&
      !glued(i) &&
      next?.kind !== 'word' &&
      next?.raw !== '%' &&
      currencySigns[low(i - 1)] === undefined
    ) {
      skip[i] = 1;
      continue;
    }
    // COM(2031) 412: the second number of a document.
    if (
      previous?.raw === ')' &&
      tokens[i - 3]?.raw === '(' &&
      isYear(i - 2) &&
      glued(i - 3) &&
      isWord(i - 4)
    ) {
      take(i - 2, i + 1);
      continue;
    }
    // 555-0147
    if (
      next?.raw === '-' &&
      next.glued &&
      /^0\d/.test(tokens[i + 2]?.raw ?? '') &&
      glued(i + 2) &&
      !isYear(i) &&
      raw.length > 2
    ) {
      digitsChain(i);
      continue;
    }
    // `bedragen x € 1.000`, `(x 1.000)`: in what the rows of a table are counted.
    const times = low(i - 1) === 'x' || (currencySigns[low(i - 1)] !== undefined && low(i - 2) === 'x');
    if (times && /^1[., ]?000([., ]?000)?$/.test(raw)) {
      skip[i] = 1;
      continue;
    }
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
      continue;
    }
    // Stadhuisplein 1
    if (
      previous?.kind === 'word' &&
      !token.glued &&
      isStreet(previous) &&
      /^\d{1,4}$/.test(raw) &&
      !isYear(i)
    ) {
      skip[i] = 1;
      continue;
    }
    // A 58, HOV 4, ISO 9001, COVID 19: letters in capitals and a number are a name.
    if (isName(i, raw)) {
      skip[i] = 1;
      continue;
    }
    // 3.2 Woningbouw, 1 Inleiding: the number of a heading.
    const first = previous === undefined || previous.kind === 'break';
    if (first && next?.kind === 'word' && !next.glued) {
      const capital = next.raw[0] !== next.raw[0]?.toLowerCase();
      const section = /^\d{1,2}(\.\d{1,2}){1,3}$/.test(raw);
      const chapter = /^\d{1,2}$/.test(raw) && block?.kind === 'heading';
      if (capital && (section || chapter)) {
        skip[i] = 1;
        continue;
      }
    }
    // 3.2.1, 1.2.3.4 are sections or versions; dates with a year are read elsewhere.
    if (/^\d{1,3}([.,]\d{1,2}){2,}$/.test(raw) && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(raw)) skip[i] = 1;
    // A case at court or a law: 2019/1234, 12345/22
    if (next?.raw === '/' && next.glued && isNumber(i + 2) && glued(i + 2)) {
      const behind = tokens[i + 2]?.raw ?? '';
      // 2026/27 is a year of two halves, 2031/77 a regulation.
      const years = isYear(i) && (isYear(i + 2) || Number(behind) === (Number(raw) + 1) % 100);
      const small = /^\d{1,2}$/.test(raw) && /^\d{1,2}$/.test(behind) && Number(raw) < Number(behind);
      const date = /^\d{1,2}$/.test(raw) && /^\d{1,2}$/.test(behind) && low(i + 3) === '/';
      if (raw === '24' && behind === '7') take(i, i + 3);
      else if (!years && !small && !date) take(i, i + 3);
    }
  }
  return skip;

  function isLabel(token: Token): boolean {
    return token.raw === 'Years' || token.raw === 'Year' || isLabelNoun(token.low);
  }

  /** Behind a word that names codes: digits, letters and signs up to the first word in small letters. */
  function codeAfter(index: number): void {
    if (isYear(index + 1) || (low(index + 1) === '(' && isYear(index + 2) && low(index + 3) === ')')) return;
    let end = index + 1;
    let digits = false;
    let open = 0;
    for (; end < index + 16 && end < tokens.length; end++) {
      const token = tokens[end];
      if (token === undefined || token.kind === 'break') break;
      if (token.kind === 'word' && token.raw.length > 4 && !token.glued) break;
      if (token.kind === 'word' && token.raw === token.low && token.raw !== 'nr' && !token.glued) break;
      if (token.raw === '(') open++;
      if (token.raw === ')' && open-- === 0) break;
      if (token.raw === ',' && digits && !isNumber(end + 1) && low(end + 1) !== 'nr') break;
      if (token.kind === 'number') digits = true;
    }
    if (digits) take(index + 1, end);
  }

  /** Behind `artikel`, `figure`, `pijler`: one number, and what is strung to it: `3, 4 en 5`, `3.2-3.4`, `12a`. */
  function labelAfter(index: number): void {
    const word = tokens[index];
    let at = index + 1;
    if (low(at) === '.' && glued(at)) at++;
    const first = tokens[at];
    if (word === undefined || first?.kind !== 'number') return;
    // `plaats`, `nummer` in a ranking; `in deel 2030`; `het doel 62.000 woningen`
    const ranked =
      (word.low === 'nummer' || word.low === 'number') && /^(op|de|the|als|at|is)$/.test(low(index - 1));
    if (ranked || rankNouns.has(word.low)) return;
    if (isYear(at) && first.raw.length === 4 && word.low !== 'kamerstuk' && word.low !== 'kamerstukken')
      return;
    if (first.raw.length > 4 && !/^\d{1,3}([.:]\d{1,3})+$/.test(first.raw)) return;
    if (
      low(at + 1) === '%' ||
      /^(procent|percent|miljoen|miljard|million|billion|mln|mld)$/.test(low(at + 1))
    )
      return;
    // `het doel 800 woningen` names nothing.
    const behind = tokens[at + 1];
    const noun =
      behind?.kind === 'word' && !behind.glued && behind.raw === behind.low && unitOf.has(behind.low);
    if (noun && Number(first.raw) >= 20) return;
    let end = chainedDigits(at);
    for (;;) {
      const joins = /^(,|en|and|of|or|to|tot|t|–|-|&)$/.test(low(end));
      if (!joins) break;
      let from = end + 1;
      if (low(end) === 't' && low(end + 1) === '/' && low(end + 2) === 'm') from = end + 3;
      else if (low(end) === 'tot' && low(end + 1) === 'en' && low(end + 2) === 'met') from = end + 3;
      const number = tokens[from];
      if (number?.kind !== 'number' || isYear(from) || number.raw.length > 5) break;
      // `onderdeel 3, 12 woningen`: a noun behind the last number makes it a quantity.
      const noun = tokens[from + 1];
      const counted =
        noun?.kind === 'word' &&
        !noun.glued &&
        noun.raw === noun.low &&
        noun.low.length > 3 &&
        low(end) === ',';
      if (counted || low(from + 1) === '%') break;
      end = chainedDigits(from);
    }
    take(at, end);
  }

  /** End of a number with what is glued to it: `3.2-3.4`, `12a`, `5:3`. */
  function chainedDigits(index: number): number {
    let end = index + 1;
    while (end < index + 20 && glued(end) && !/^[,;:.)]$/.test(low(end))) end++;
    if (low(end) === ':' && glued(end) && isNumber(end + 1) && glued(end + 1)) end += 2;
    return end;
  }

  /** A telephone number or another run of digits. */
  function digitsChain(index: number): void {
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
  function timeFollows(index: number): boolean {
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

  function isName(index: number, raw: string): boolean {
    const previous = tokens[index - 1];
    if (previous?.kind !== 'word' || isYear(index)) return false;
    if (previous.raw !== previous.raw.toUpperCase() || previous.raw.length > 7) return false;
    if (currencyWords[previous.low] !== undefined || previous.raw === 'Q' || previous.low === 'top')
      return false;
    if (previous.raw === 'I' || (previous.raw === 'A' && language(index))) return false;
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
  function language(index: number): boolean {
    const before = tokens[index - 2];
    return before === undefined || before.kind === 'break' || before.raw === '.';
  }
}

const tlds = /^(nl|com|eu|org|gov|uk|pdf|html|docx|xlsx|csv)$/;

/** Looks a few tokens on: a chain without blanks that holds `://`, `www.`, `@`, or a name, a dot and an ending. */
function isAddress(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.low === 'http' || tokens[index]?.low === 'https') return true;
  if (tokens[index]?.low === 'www' && tokens[index + 1]?.raw === '.') return true;
  for (let i = index + 1; i < index + 40; i++) {
    const token = tokens[i];
    if (token === undefined || !token.glued) return false;
    if (token.raw === '@') return true;
    if (token.raw === '.' && tokens[i + 1]?.glued && tlds.test(tokens[i + 1]?.low ?? '')) return true;
  }
  return false;
}
