import {
  formatInterval,
  formatNumber,
  type Interval,
  type Lang,
  type Text,
  type Units,
} from '@schaalsprong/words';
import { clean, sideOf } from '../repair/chain-interval.ts';

/** Makes a text in both languages from one function. */
export const both = (write: (lang: Lang) => string): Text => ({ nl: write('nl'), en: write('en') });

/** `a, b en c` / `a, b and c`. */
export function listed(items: readonly string[], lang: Lang): string {
  if (items.length < 2) return items.join('');
  const and = lang === 'nl' ? 'en' : 'and';
  return `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;
}

/** What claims are called that have no line in the agenda. */
export const beside: Text = { nl: 'wat ernaast ligt', en: 'what lies beside it' };

/**
 * `regel 309`, `regels 26, 355 en 363`; each line once, in order. Claims of another document and results of a model have no
 * line (0): they are what lies beside the agenda.
 */
export function linesInWords(lines: readonly number[], lang: Lang): string {
  const once = [...new Set(lines)].filter((line) => line > 0).sort((a, b) => a - b);
  const word = lang === 'nl' ? ['regel', 'regels'] : ['line', 'lines'];
  const own =
    once.length === 0 ? [] : [`${once.length > 1 ? word[1] : word[0]} ${listed(once.map(String), lang)}`];
  const others = lines.includes(0) ? [beside[lang]] : [];
  return listed([...own, ...others], lang);
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ends a sentence that content may have written with or without its full stop. */
export const sentence = (text: string): string =>
  /[.!?]['")]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

/** A unit whose symbol is a word behind the number: in a sum it is said once too often. Currencies, percentages and short symbols stay. */
export function isCount(unit: string, units: Units): boolean {
  // a unit that content does not list has no symbol and stays as it is
  const symbol = units[unit]?.symbol.nl ?? '';
  return !symbol.includes('{n}') && !/^[%€$£]/.test(symbol) && symbol.length > 3;
}

/** A number in a sum: with the digits it has where it is exact, else with those that mean something. */
export function shown(
  value: number,
  unit: string,
  lang: Lang,
  units: Units,
  how: { readonly exact?: boolean; readonly signed?: boolean; readonly words?: boolean } = {},
): string {
  const style = {
    ...(how.exact ? { precise: true } : { rounded: true }),
    ...(how.signed ? { signed: true } : {}),
  };
  const whole = formatNumber(value, unit, lang, units, style);
  if (how.words) return whole;
  return isCount(unit, units) ? formatNumber(value, unit, lang, units, { ...style, bare: true }) : whole;
}

/** The same number with so many digits that count. */
const toDigits = (x: number, digits: number, towards: 'down' | 'up'): number => {
  if (x === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(x))) - digits + 1);
  const parts = clean(x / step);
  return clean((towards === 'down' ? Math.floor(parts) : Math.ceil(parts)) * step);
};

const wholeDigits = (x: number): number => Math.trunc(Math.abs(x)).toString().length;

/**
 * A computed interval with fewer digits, widened outwards, so that it is still true and still does not meet what it is
 * compared with.
 */
export function roundedOutwards(computed: Interval, against: Interval | null): Interval {
  const side = against ? sideOf(computed, against) : 0;
  for (let digits = 4; digits < 12; digits += 1) {
    // Whole numbers up to a million are not made rounder: 53,649 jobs are as easy to read as 53,640.
    const end = (x: number | null, towards: 'down' | 'up'): number | null =>
      x === null ? null : toDigits(x, Math.max(digits, Math.min(6, wholeDigits(x))), towards);
    const wider: Interval = {
      ...computed,
      min: end(computed.min, 'down'),
      max: end(computed.max, 'up'),
    };
    if (!against || sideOf(wider, against) === side) return wider;
  }
  return computed;
}

export const intervalInWords = (i: Interval, unit: string, lang: Lang, units: Units): string =>
  formatInterval(i, unit, lang, units);

/** `ten minste ongeveer 13,3%`: a computed number in a sentence, with the side on which it is open. */
export function aboutInWords(
  value: number,
  interval: Interval,
  unit: string,
  lang: Lang,
  units: Units,
  exact = false,
): string {
  const number = shown(value, unit, lang, units, { words: true, exact });
  const point = interval.min !== null && interval.min === interval.max;
  const about = point ? '' : lang === 'nl' ? 'ongeveer ' : 'about ';
  if (interval.max === null) return `${lang === 'nl' ? 'ten minste' : 'at least'} ${about}${number}`;
  if (interval.min === null) return `${lang === 'nl' ? 'ten hoogste' : 'at most'} ${about}${number}`;
  return `${about}${number}`;
}
