import {
  changeWords,
  currencySigns,
  months,
  ordinals,
  percentWords,
  scales,
  stops,
  temporalBefore,
  unitOf,
} from './lexicon.ts';
import type { Mark } from './notes.ts';
import { lowAt, rawAt, type Token } from './tokens.ts';

/** A year, a span of years or a date in the text. */
export interface Time {
  readonly from: number;
  /** index behind its last token */
  readonly to: number;
  readonly form: 'year' | 'date';
  /** the year, or the last of a span */
  readonly year: number;
  readonly first: number;
  /** `2023`, `2023-Q1`, `2022-11-09`, `2017/2020` */
  readonly period: string;
  /** what is before it */
  readonly preposition: 'in' | 'until' | 'through' | 'by' | 'after' | 'before' | 'since' | 'none';
  /** a part of a name: `Woondeal 2023` */
  readonly named: boolean;
  readonly parenthesised: boolean;
  readonly note: string | null;
}

export interface Place {
  readonly tokens: readonly Token[];
  readonly skip: Uint8Array;
  readonly marks: ReadonlyMap<number, Mark>;
  readonly language: 'nl' | 'en';
}

const two = (n: number): string => String(n).padStart(2, '0');
export const rawOf = (place: Place, index: number): string => {
  const token = place.tokens[index];
  if (token === undefined) return '';
  const mark = place.marks.get(index);
  return mark === undefined ? token.raw : token.raw.slice(0, -mark.digits);
};
export const noteOf = (place: Place, index: number): string | null => {
  const mark = place.marks.get(index);
  return mark === undefined ? null : String(mark.note);
};

/** A separate note mark directly after a token. */
export const noteBehind = (place: Place, index: number): string | null => {
  const token = place.tokens[index];
  const mark = place.marks.get(index);
  return token?.glued && mark !== undefined && mark.digits >= token.raw.length ? String(mark.note) : null;
};

const yearOf = (raw: string): number | null => {
  if (!/^(18|19|20|21)\d\d$/.test(raw)) return null;
  const year = Number(raw);
  return year <= 2150 ? year : null;
};
const dayOf = (raw: string): number | null =>
  /^([1-9]|0[1-9]|[12]\d|3[01])$/.test(raw) ? Number(raw) : null;

function monthAt(place: Place, index: number): number | null {
  const token = place.tokens[index];
  if (token?.kind !== 'word') return null;
  const month = Object.hasOwn(months, token.low) ? (months[token.low] ?? null) : null;
  // `may` and `march` are verbs too; `dec`, `mei` as they come.
  if (month !== null && place.language === 'en' && token.raw === token.low) return null;
  return month;
}

/** `2022-11-09` for the words of a date; also a date without a year (then `year` is null), which is no quantity. */
interface Day {
  readonly to: number;
  readonly year: number | null;
  readonly period: string;
  readonly noteAt: number;
}

const dayAt = (place: Place, index: number): Day | null =>
  place.tokens[index]?.kind === 'number' ? numberedDayAt(place, index) : namedDayAt(place, index);

/** A date that begins with a number: `9.11.2022`, `2022-11-09`, `9 november 2022`, `9, 10 en 11 november 2022`. */
function numberedDayAt(place: Place, index: number): Day | null {
  const low = (i: number): string => lowAt(place.tokens, i);
  const raw = rawOf(place, index);
  const glued = (i: number): boolean => place.tokens[i]?.glued === true;
  // 9.11.2022
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(raw);
  if (dotted !== null) {
    const [, day = '', month = '', year = ''] = dotted;
    return numeric(index + 1, Number(year), Number(month), Number(day), index);
  }
  // 2022-11-09, 09-11-2022, 9/11/2022
  const sign = low(index + 1);
  if (
    (sign === '-' || sign === '/') &&
    glued(index + 1) &&
    glued(index + 2) &&
    low(index + 3) === sign &&
    glued(index + 4)
  ) {
    const [a, b, c] = [raw, rawOf(place, index + 2), rawOf(place, index + 4)];
    if (yearOf(a) !== null) return numeric(index + 5, Number(a), Number(b), Number(c), index + 4);
    if (yearOf(c) !== null) return numeric(index + 5, Number(c), Number(b), Number(a), index + 4);
  }
  // 9 november 2022; 9, 10 en 11 november 2022; 9th of November 2022
  const first = dayOf(raw);
  if (first === null) return null;
  let last = first;
  let at = index + 1;
  for (let steps = 0; steps < 8; steps++) {
    if (/^(st|nd|rd|th|e|ste|de)$/.test(low(at)) && glued(at)) at++;
    const month = monthAt(place, low(at) === 'of' ? at + 1 : at);
    if (month !== null) {
      if (low(at) === 'of') at++;
      const yearAt = low(at + 1) === ',' || low(at + 1) === '.' ? at + 2 : at + 1;
      const year = yearOf(rawOf(place, yearAt));
      if (year === null) return { to: at + 1, year: null, period: '', noteAt: at };
      const begin = `${year}-${two(month)}-${two(first)}`;
      const end = `${year}-${two(month)}-${two(last)}`;
      return { to: yearAt + 1, year, period: last > first ? `${begin}/${end}` : begin, noteAt: yearAt };
    }
    const joined = /^(,|en|and|-|–|of|or|tot|to|t)$/.test(low(at));
    if (!joined) return null;
    let next = at + 1;
    if (low(at) === 'tot' && low(next) === 'en') next += 2;
    if (low(at) === 't' && low(next) === '/') next += 2;
    const day = dayOf(rawOf(place, next));
    if (day === null || day <= last) return null;
    last = day;
    at = next + 1;
  }
  return null;
}

/** A month, quarter or half year that begins with a word: `november 2022`, `Q1 2024`, `eerste helft van 2026`. */
function namedDayAt(place: Place, index: number): Day | null {
  const low = (i: number): string => lowAt(place.tokens, i);
  const glued = (i: number): boolean => place.tokens[i]?.glued === true;
  const month = monthAt(place, index);
  if (month !== null) {
    // november 2022; november '22; November 9, 2022
    const year = yearOf(rawOf(place, index + 1));
    if (year !== null) {
      return { to: index + 2, year, period: `${year}-${two(month)}`, noteAt: index + 1 };
    }
    if (place.language === 'en') {
      const day = dayOf(rawOf(place, index + 1));
      const at = low(index + 2) === ',' ? index + 3 : index + 2;
      const later = yearOf(rawOf(place, at));
      if (day !== null) {
        return later === null
          ? { to: index + 2, year: null, period: '', noteAt: index }
          : { to: at + 1, year: later, period: `${later}-${two(month)}-${two(day)}`, noteAt: at };
      }
    }
    return null;
  }
  // kwartaal 3 van 2030
  if (low(index) === 'kwartaal' && /^[1-4]$/.test(rawOf(place, index + 1))) {
    const at = low(index + 2) === 'van' ? index + 3 : index + 2;
    const year = yearOf(rawOf(place, at));
    return year === null
      ? { to: index + 2, year: null, period: '', noteAt: index }
      : { to: at + 1, year, period: `${year}-Q${rawOf(place, index + 1)}`, noteAt: at };
  }
  // Q1 2024, H2 2025, K3 2024
  const quarter = /^[qkh]$/.exec(low(index))?.[0];
  if (quarter !== undefined && glued(index + 1) && /^[1-4]$/.test(rawOf(place, index + 1))) {
    const year =
      yearOf(rawOf(place, index + 2)) ??
      (low(index + 2) === 'van' || low(index + 2) === 'of' ? yearOf(rawOf(place, index + 3)) : null);
    const to = yearOf(rawOf(place, index + 2)) !== null ? index + 3 : index + 4;
    const part = `${quarter === 'h' ? 'H' : 'Q'}${rawOf(place, index + 1)}`;
    if (year !== null) return { to, year, period: `${year}-${part}`, noteAt: to - 1 };
    return { to: index + 2, year: null, period: '', noteAt: index };
  }
  // eerste kwartaal (van) 2024, second half of 2025, eerste helft van 2026
  const nth = ordinals.get(low(index));
  if (nth !== undefined && nth <= 4) {
    const piece = low(index + 1);
    const part = /^(kwartaal|quarter)$/.test(piece)
      ? 'Q'
      : /^(helft|halfjaar|half)$/.test(piece) && nth <= 2
        ? 'H'
        : null;
    if (part === null) return null;
    const at = /^(van|of|in)$/.test(low(index + 2)) ? index + 3 : index + 2;
    const year = yearOf(rawOf(place, at));
    return year === null
      ? { to: index + 2, year: null, period: '', noteAt: index }
      : { to: at + 1, year, period: `${year}-${part}${nth}`, noteAt: at };
  }
  return null;
}

function numeric(to: number, year: number, month: number, day: number, noteAt: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { to, year, period: `${year}-${two(month)}-${two(day)}`, noteAt };
}

const strong = new Set([
  'in',
  'eind',
  'begin',
  'sinds',
  'since',
  'by',
  'during',
  'medio',
  'mid',
  'early',
  'late',
  'anno',
  'jaar',
  'year',
]);
const widening = new Set([
  'ruim',
  'circa',
  'ca',
  'ongeveer',
  'bijna',
  'about',
  'approximately',
  'nearly',
  'almost',
  "zo'n",
  'some',
  'dan',
  'than',
  'minste',
  'least',
  'minimaal',
  'maximaal',
  'minstens',
]);

/** Disambiguates a bare number of four digits: a year, or a count. */
function isYearHere(place: Place, index: number): boolean {
  const { tokens } = place;
  const token = tokens[index];
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (token?.kind !== 'number' || yearOf(rawOf(place, index)) === null) return false;
  if (previous !== undefined && currencySigns[previous.raw] !== undefined) return false;
  if (previous?.low === 'eur') return false;
  if (
    previous?.raw === '+' ||
    (token.glued && /^[-−>~]$/.test(rawAt(tokens, index - 1)) && tokens[index - 2]?.kind !== 'number')
  )
    return false;
  const before = lowAt(tokens, index - 1);
  if (widening.has(before)) return false;
  if (next?.raw === '%' || next?.raw === '€' || next?.raw === 'm²') return false;
  if (next?.kind === 'word') {
    if (scales[next.low] !== undefined || percentWords.has(next.low)) return false;
    const counted = unitOf.has(next.low) && next.low !== 'jaar' && next.low !== 'year';
    if (counted || next.low === 'euro') return strong.has(before);
    const noun = next.raw === next.low && !stops.has(next.low) && next.low.length > 3;
    if (noun && Number(rawOf(place, index)) % 50 === 0 && !strong.has(before)) {
      const name = previous?.kind === 'word' && previous.raw !== previous.low;
      if (
        !name &&
        (!temporalBefore.has(before) || /(en|s)$/.test(next.low)) &&
        !/^20[2-5]0$/.test(rawOf(place, index))
      )
        return false;
    }
  }
  return true;
}

const prepositions: Readonly<Record<string, Time['preposition']>> = {
  in: 'in',
  per: 'in',
  eind: 'in',
  begin: 'in',
  medio: 'in',
  mid: 'in',
  early: 'in',
  late: 'in',
  during: 'in',
  over: 'in',
  anno: 'in',
  voorjaar: 'in',
  najaar: 'in',
  zomer: 'in',
  tot: 'until',
  until: 'until',
  till: 'until',
  richting: 'by',
  towards: 'by',
  to: 'until',
  by: 'by',
  uiterlijk: 'by',
  tegen: 'by',
  through: 'through',
  na: 'after',
  after: 'after',
  voor: 'before',
  vóór: 'before',
  before: 'before',
  sinds: 'since',
  since: 'since',
  vanaf: 'since',
  from: 'since',
};

/**
 * The date, year or span of years that begins at a token.
 * @returns `skip` where something there is a time but no quantity, such as `1 januari`
 */
export function timeAt(place: Place, index: number): Time | { readonly skip: number } | null {
  const { tokens } = place;
  const low = (i: number): string => lowAt(tokens, i);
  const word = (i: number): string => (tokens[i]?.kind === 'word' ? low(i) : '');
  const day = dayAt(place, index);
  if (day !== null) {
    if (day.year === null) return { skip: day.to };
    const before = preposition(place, index);
    return {
      from: index,
      to: day.to,
      form: 'date',
      year: day.year,
      first: day.year,
      period: day.period,
      preposition: before,
      named: false,
      parenthesised: low(index - 1) === '(',
      note: noteOf(place, day.noteAt) ?? noteBehind(place, day.to),
    };
  }
  if (tokens[index]?.kind !== 'number') return null;
  if (!isYearHere(place, index)) return null;
  const first = yearOf(rawOf(place, index));
  if (first === null) return null;
  let year = first;
  let to = index + 1;
  let period = String(first);
  let note = noteOf(place, index) ?? noteBehind(place, index + 1);
  // 1990s, jaren 1990
  if (tokens[to]?.glued && low(to) === 's') return { skip: to + 1 };
  // 2024-Q1
  if (
    low(to) === '-' &&
    tokens[to]?.glued &&
    /^[qkh]$/.test(low(to + 1)) &&
    /^[1-4]$/.test(rawOf(place, to + 2))
  ) {
    period = `${first}-${low(to + 1) === 'h' ? 'H' : 'Q'}${rawOf(place, to + 2)}`;
    to += 3;
  } else {
    let second = to;
    const between = word(index - 1) === 'tussen' || word(index - 1) === 'between';
    if (/^[-–—/]$/.test(low(to))) second = to + 1;
    else if (low(to) === 't' && low(to + 1) === '/' && low(to + 2) === 'm') second = to + 3;
    else if (low(to) === 'tot' && low(to + 1) === 'en' && low(to + 2) === 'met') second = to + 3;
    else if (/^(tot|to|through|until)$/.test(low(to))) second = to + 1;
    else if (/^(en|and)$/.test(low(to)) && between) second = to + 1;
    if (second > to) {
      const sign = /^[-–—/]$/.test(low(to));
      const apostrophe = /^['’‘]$/.test(rawAt(tokens, second)) ? second + 1 : second;
      const raw = rawOf(place, apostrophe);
      const long = isYearHere(place, apostrophe) ? yearOf(raw) : null;
      const short =
        sign && tokens[to]?.glued && /^\d\d$/.test(raw) && Number(raw) > first % 100
          ? Math.floor(first / 100) * 100 + Number(raw)
          : null;
      const last = long ?? short;
      if (last !== null && last > first) {
        year = last;
        period = `${first}/${last}`;
        note = noteOf(place, apostrophe) ?? noteBehind(place, apostrophe + 1);
        to = apostrophe + 1;
      }
    }
  }
  const previous = tokens[index - 1];
  const before = preposition(place, index);
  const sentenceStart =
    tokens[index - 2] === undefined || tokens[index - 2]?.kind === 'break' || tokens[index - 2]?.raw === '.';
  const named =
    before === 'none' &&
    previous?.kind === 'word' &&
    previous.raw !== previous.low &&
    !sentenceStart &&
    !changeWords.has(previous.low);
  return {
    from: index,
    to,
    form: 'year',
    year,
    first,
    period,
    preposition: before,
    named,
    parenthesised: previous?.raw === '(',
    note,
  };
}

function preposition(place: Place, index: number): Time['preposition'] {
  const { tokens } = place;
  const low = (i: number): string => lowAt(tokens, i);
  let at = index - 1;
  for (let steps = 0; steps < 3; steps++) {
    if (low(at) === 'met' && low(at - 1) === 'en' && low(at - 2) === 'tot') return 'through';
    if (low(at) === 'm' && low(at - 1) === '/' && low(at - 2) === 't') return 'through';
    if (low(at) === 'including' || low(at) === 'inclusief') return 'through';
    const found = prepositions[low(at)];
    if (found !== undefined) {
      if (/^(eind|begin|medio|mid|early|late)$/.test(low(at))) {
        const earlier = prepositions[low(at - 1)];
        return earlier ?? found;
      }
      if (found === 'in' && /^(uiterlijk|tot|by)$/.test(low(at - 1))) return 'by';
      return found;
    }
    if (
      !/^(het|op|de|the|jaar|year|end|of|voorjaar|najaar|summer|autumn|spring|start|beginning)$/.test(low(at))
    )
      break;
    at--;
  }
  return 'none';
}
