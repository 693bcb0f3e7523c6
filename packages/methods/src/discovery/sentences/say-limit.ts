import { fill, formatNumber, type Lang, type Text, type Units } from '@schaalsprong/words';
import type { CategoryLimit, Limit } from '../boxes/box.ts';
import type { Input } from '../data/data.ts';

/** What an input is called in the description of a box. */
export interface InputWords {
  readonly title: Text;
  /** Id of its unit; none for a bare number. */
  readonly unit?: string | undefined;
  /**
   * Clauses that fit behind 'futures in which', with the number as {limit}, where the title in quotes would read worse:
   * 'het net meer dan {limit} te laat komt'.
   */
  readonly above?: Text | undefined;
  readonly below?: Text | undefined;
}

/** A limit is rounded to about this many steps of the range of its input: more digits would pretend more. */
const STEPS = 100;

/** A limit as a clause behind 'futures in which': `'Pensioen' boven 0,04 ligt`. */
export function sayLimit(limit: Limit, input: Input, words: InputWords, units: Units, lang: Lang): string {
  const title = `'${words.title[lang]}'`;
  const say = texts[lang];
  if (limit.kind === 'category' || input.kind === 'category') {
    return limit.kind === 'category' && input.kind === 'category'
      ? sayCategories(limit, input, title, lang)
      : title;
  }
  const show = (value: number): string => {
    const shown = limit.kind === 'integer' ? value : roundedOver(value, input.max - input.min);
    return formatNumber(shown, words.unit ?? '', lang, units, { precise: true });
  };
  const belowToo = limit.max !== input.max;
  const aboveToo = limit.min !== input.min;
  if (aboveToo && belowToo) {
    if (limit.min === limit.max) return fill(say.exactly, { title, limit: show(limit.min) }, lang);
    const pattern = limit.kind === 'integer' ? say.fromTo : say.between;
    return fill(pattern, { title, from: show(limit.min), to: show(limit.max) }, lang);
  }
  if (aboveToo) {
    const own = words.above?.[lang] ?? (limit.kind === 'integer' ? say.atLeast : say.above);
    return fill(own, { title, limit: show(limit.min) }, lang);
  }
  const own = words.below?.[lang] ?? (limit.kind === 'integer' ? say.atMost : say.below);
  return fill(own, { title, limit: show(limit.max) }, lang);
}

function sayCategories(
  limit: CategoryLimit,
  input: Extract<Input, { kind: 'category' }>,
  title: string,
  lang: Lang,
): string {
  const dropped = input.categories.filter((category) => !limit.allowed.includes(category));
  const say = texts[lang];
  return dropped.length < limit.allowed.length
    ? fill(say.isNot, { title, list: listOf(dropped, say.nor) }, lang)
    : fill(say.is, { title, list: listOf(limit.allowed, say.or) }, lang);
}

/** `a, b of c`. */
export function listOf(parts: readonly string[], last: string): string {
  const head = parts.slice(0, -1);
  // No parts make no words.
  const tail = parts.at(-1) ?? '';
  return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`;
}

/** A number to the power of ten at or below a hundredth of a range. */
function roundedOver(value: number, range: number): number {
  const decimals = -Math.floor(Math.log10(range / STEPS));
  if (!Number.isFinite(decimals)) return value;
  const step = 10 ** Math.abs(decimals);
  return decimals > 0 ? Math.round(value * step) / step : Math.round(value / step) * step;
}

const texts = {
  nl: {
    above: '{title} boven {limit} ligt',
    below: '{title} onder {limit} ligt',
    between: '{title} tussen {from} en {to} ligt',
    atLeast: '{title} ten minste {limit} is',
    atMost: '{title} ten hoogste {limit} is',
    fromTo: '{title} {from} tot en met {to} is',
    exactly: '{title} {limit} is',
    is: '{title} {list} is',
    isNot: '{title} niet {list} is',
    or: 'of',
    nor: 'of',
  },
  en: {
    above: '{title} is above {limit}',
    below: '{title} is below {limit}',
    between: '{title} is between {from} and {to}',
    atLeast: '{title} is at least {limit}',
    atMost: '{title} is at most {limit}',
    fromTo: '{title} is {from} to {to}',
    exactly: '{title} is {limit}',
    is: '{title} is {list}',
    isNot: '{title} is not {list}',
    or: 'or',
    nor: 'or',
  },
} as const;
