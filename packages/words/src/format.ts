import { type Interval, isEmpty } from './interval.ts';
import type { Lang, Text } from './text.ts';

/** How numbers in a unit are shown. */
export interface UnitFormat {
  readonly title: Text;
  /** after the number; before it where it starts with a currency sign; `{n}` marks the place of the number; may be empty */
  readonly symbol: Text;
  readonly decimals: number;
  /** false for calendar years: 2030, not 2.030 */
  readonly grouping: boolean;
  /** divide by this before showing: 1e9 for billions */
  readonly scale: number;
  /** from this value on, shown in that unit after dividing */
  readonly above?: { readonly value: number; readonly unit: string; readonly divide: number } | undefined;
  /** below this value, shown in that unit after multiplying: 0.0018 MW as 1.8 kW */
  readonly below?: { readonly value: number; readonly unit: string; readonly multiply: number } | undefined;
  /** values with a word of their own: 0 and 1 of a switch as off and on */
  readonly names?: readonly { readonly value: number; readonly name: Text }[] | undefined;
}

/** The units of a region by id. */
export type Units = Readonly<Record<string, UnitFormat>>;

const locale: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };
const makers = new Map<string, Intl.NumberFormat>();

/** Intl.NumberFormat is slow to make and is asked for by the thousand. */
function maker(lang: Lang, least: number, most: number, grouping = true): Intl.NumberFormat {
  const key = `${lang} ${least} ${most} ${grouping}`;
  const known = makers.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale[lang], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: grouping,
  });
  makers.set(key, made);
  return made;
}

/** How to write a number, other than its unit says. */
export interface NumberStyle {
  /** leave the symbol of the unit out, for a column that names it in its head */
  readonly bare?: boolean;
  /**
   * show the digits that are there instead of the unit's own number of decimals. A number that does not end within four
   * decimals was computed, like two thirds: it keeps four digits that count
   */
  readonly precise?: boolean;
  /** a plus before a positive number, for a difference */
  readonly signed?: boolean;
  /**
   * for what a model computed: no more digits than mean something, so 40.596 reads as 40.600. Three digits that count,
   * four where the first is a 1, never more decimals than the unit's, except where nothing but zeros would be left
   */
  readonly rounded?: boolean;
}

const nbsp = '\u00a0';

/** A number with the symbol of its unit: `€ 9,9 mld`, `65%`, `62.000 woningen`; never broken over lines. */
function withSymbol(number: string, symbol: string): string {
  if (symbol === '') return number;
  if (symbol.includes('{n}')) return symbol.replace('{n}', () => number).replaceAll(' ', nbsp);
  const money = /^([€$£])\s*(.*)$/.exec(symbol);
  if (money) {
    const rest = money[2] ? nbsp + money[2] : '';
    return `${money[1]}${nbsp}${number}${rest}`.replaceAll(' ', nbsp);
  }
  return (symbol.startsWith('%') ? number + symbol : `${number}${nbsp}${symbol}`).replaceAll(' ', nbsp);
}

/**
 * True where a word stands before the number, as in `plaats {n}`: the sign then belongs to the number, `plaats -2`. Before a
 * currency (`€`, `EUR {n}`: no small letters) it comes first, `-EUR 200`.
 */
const wordBefore = (symbol: string): boolean => /\p{Ll}.*\{n\}/u.test(symbol);

/** Digits that count in a rounded number; one more after a 1, where a step in the last digit weighs most. */
const digitsThatCount = 3;

/** How many decimals of a number count, below zero for tens and hundreds; what would vanish keeps its first digit. */
function decimalsThatCount(value: number, decimals: number): number {
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const first = Math.floor(Math.abs(value) / 10 ** magnitude);
  const wanted = digitsThatCount - 1 - magnitude + (first === 1 ? 1 : 0);
  return Math.abs(value) < 0.5 * 10 ** -decimals ? -magnitude : Math.min(decimals, wanted);
}

/** Rounds to the digits that count and to `decimals`. Gives the decimals to show too. */
function roundedTo(value: number, decimals: number): { readonly value: number; readonly decimals: number } {
  if (value === 0) return { value, decimals };
  const kept = decimalsThatCount(value, decimals);
  const step = 10 ** Math.abs(kept);
  return {
    value: kept < 0 ? Math.round(value / step) * step : Math.round(value * step) / step,
    decimals: Math.min(6, Math.max(0, kept)),
  };
}

const mostDecimals = 6;

/** Decimals that a precise number is shown with at most: all of one that ends within four, else four digits that count. */
function preciseDecimals(value: number, least: number): number {
  const grown = Math.abs(value) * 1e4;
  if (Math.abs(grown - Math.round(grown)) <= 1e-12 * Math.max(1, grown)) return mostDecimals;
  const counting = 3 - Math.floor(Math.log10(Math.abs(value)));
  return Math.min(mostDecimals, Math.max(least, counting, 0));
}

/** True for a unit of which 0 and 1 have words of their own: off and on. */
export const isSwitch = (unit: UnitFormat | undefined): boolean =>
  [0, 1].every((end) => unit?.names?.some(({ value }) => value === end));

/**
 * A number in a unit as a reader of that language writes it. Divides by the unit's scale, rounds to its decimals and adds its symbol. A
 * value that its unit names is that name; a large or small number moves to the unit that its own names for it, unless it stands bare.
 * An id that the region does not know is shown as it is, so that nothing is hidden.
 */
export function formatNumber(
  value: number,
  unit: string,
  lang: Lang,
  units: Units,
  style: NumberStyle = {},
): string {
  if (!Number.isFinite(value)) return lang === 'nl' ? 'onbekend' : 'unknown';
  const how = units[unit];
  // A difference of 1 between two positions of a switch is not the position 'on'.
  const named = style.signed ? undefined : how?.names?.find((one) => one.value === value);
  if (named !== undefined) return named.name[lang];
  const smaller = how?.below;
  if (smaller !== undefined && style.bare !== true && value !== 0 && Math.abs(value) < smaller.value) {
    return formatNumber(value * smaller.multiply, smaller.unit, lang, units, style);
  }
  const larger = how?.above;
  if (larger !== undefined && style.bare !== true && Math.abs(value) >= larger.value) {
    return formatNumber(value / larger.divide, larger.unit, lang, units, style);
  }
  const decimals = how?.decimals ?? 0;
  const full = value / (how?.scale ?? 1);
  const brief = style.rounded === true ? roundedTo(full, decimals) : { value: full, decimals };
  const scaled = brief.value;
  const [least, most] =
    style.precise || how === undefined
      ? [0, preciseDecimals(scaled, decimals)]
      : [brief.decimals, brief.decimals];
  const plain = maker(lang, least, most, how?.grouping ?? true);
  const shown = plain.format(scaled);
  // A small negative number that rounds to nothing must not read as minus zero.
  const digits = /[1-9]/.test(shown) ? shown : shown.replace(/^-/, '');
  const signed = style.signed && scaled > 0 && /[1-9]/.test(digits) ? `+${digits}` : digits;
  if (style.bare) return signed;
  const symbol = how === undefined ? unit : how.symbol[lang];
  if (wordBefore(symbol)) return withSymbol(signed, symbol);
  const sign = /^[+-]/.exec(signed)?.[0] ?? '';
  return sign + withSymbol(signed.slice(sign.length), symbol);
}

/** The scale of a chart: its unit in words, and how a value on it is written. */
export interface AxisFormat {
  readonly title: string;
  readonly tick: (value: number) => string;
}

/**
 * How the values of one chart are written on its axis: all in the unit that the largest of them is shown in, which the title names.
 * A percentage keeps its sign at each value, so that 20% never reads as 20.
 */
export function formatAxis(values: readonly number[], unit: string, lang: Lang, units: Units): AxisFormat {
  const how = units[unit];
  const size = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  const other =
    how?.above !== undefined && size >= how.above.value
      ? { unit: how.above.unit, times: 1 / how.above.divide }
      : how?.below !== undefined && size > 0 && size < how.below.value
        ? { unit: how.below.unit, times: how.below.multiply }
        : null;
  if (other !== null) {
    const axis = formatAxis(
      values.map((value) => value * other.times),
      other.unit,
      lang,
      units,
    );
    return { title: axis.title, tick: (value) => axis.tick(value * other.times) };
  }
  const sign = how?.symbol[lang].includes('%') === true ? '%' : '';
  return {
    title: how === undefined ? unit : how.title[lang],
    tick: (value) => formatNumber(value, unit, lang, units, { bare: true, precise: true }) + sign,
  };
}

/**
 * How fine `formatNumber` with `rounded` tells a number, in the unit of the number: 10 for 3,920 homes. What is less than half of it
 * does not show in that number; 0 for 0.
 */
export function roundingStep(value: number, unit: string, units: Units): number {
  const { decimals = 0, scale = 1, below } = units[unit] ?? {};
  if (below !== undefined && value !== 0 && Math.abs(value) < below.value) {
    return roundingStep(value * below.multiply, below.unit, units) / below.multiply;
  }
  return value === 0 ? 0 : scale * 10 ** -decimalsThatCount(value / scale, decimals);
}

interface IntervalWords {
  readonly atMost: string;
  readonly below: string;
  readonly atLeast: string;
  readonly above: string;
}
const amounts: Record<Lang, IntervalWords> = {
  nl: { atMost: 'ten hoogste', below: 'minder dan', atLeast: 'ten minste', above: 'meer dan' },
  en: { atMost: 'at most', below: 'less than', atLeast: 'at least', above: 'more than' },
};
const years: Record<Lang, IntervalWords> = {
  nl: { atMost: 'uiterlijk', below: 'vóór', atLeast: 'vanaf', above: 'na' },
  en: { atMost: 'no later than', below: 'before', atLeast: 'from', above: 'after' },
};
const upTo: Record<Lang, { readonly closed: string; readonly open: string }> = {
  nl: { closed: 'tot en met', open: 'tot' },
  en: { closed: 'to', open: 'to below' },
};

/**
 * An interval in words: `61.500 tot en met 62.500 woningen`, `meer dan 12.000 woningen`; of calendar years (units without
 * grouping of thousands) `uiterlijk 2030`.
 */
export function formatInterval(interval: Interval, unit: string, lang: Lang, units: Units): string {
  const { min, max, minOpen, maxOpen } = interval;
  const words = (units[unit]?.grouping === false ? years : amounts)[lang];
  const show = (x: number) => formatNumber(x, unit, lang, units, { precise: true });
  if (isEmpty(interval)) return lang === 'nl' ? 'geen enkel getal' : 'no number at all';
  if (min === null) {
    if (max === null) return lang === 'nl' ? 'elk getal' : 'any number';
    return `${maxOpen ? words.below : words.atMost} ${show(max)}`;
  }
  if (max === null) return `${minOpen ? words.above : words.atLeast} ${show(min)}`;
  if (min === max) return show(min);
  // A symbol behind the number need not be said twice; one before it belongs to both numbers.
  const bare = formatNumber(min, unit, lang, units, { precise: true, bare: true });
  const first = show(min).startsWith(bare) ? bare : show(min);
  const from = minOpen ? `${words.above} ${first}` : first;
  return `${from} ${upTo[lang][maxOpen ? 'open' : 'closed']} ${show(max)}`;
}

/** `713 van 1.000 toekomsten` / `713 of 1,000 futures`. A count of futures, never a probability. */
export function formatMet(met: { readonly count: number; readonly of: number }, lang: Lang): string {
  const show = (n: number) => maker(lang, 0, 0).format(n);
  if (lang === 'nl')
    return `${show(met.count)} van ${show(met.of)} ${met.of === 1 ? 'toekomst' : 'toekomsten'}`;
  return `${show(met.count)} of ${show(met.of)} ${met.of === 1 ? 'future' : 'futures'}`;
}

const halves = {
  nl: ['eerste helft van', 'tweede helft van'],
  en: ['first half of', 'second half of'],
} as const;
const quarters = {
  nl: ['eerste kwartaal van', 'tweede kwartaal van', 'derde kwartaal van', 'vierde kwartaal van'],
  en: ['first quarter of', 'second quarter of', 'third quarter of', 'fourth quarter of'],
} as const;

function formatPart(text: string, lang: Lang): string {
  const [year = '', rest, day] = text.split('-');
  if (rest === undefined) return year;
  const nth = Number(rest.slice(1)) - 1;
  if (rest.startsWith('H')) return `${halves[lang][nth] ?? rest} ${year}`;
  if (rest.startsWith('Q')) return `${quarters[lang][nth] ?? rest} ${year}`;
  const date = new Date(Date.UTC(Number(year), Number(rest) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locale[lang], {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(date);
}

/** A period in words: `april 2023`, `eerste kwartaal van 2023`, `2021/2022` for a school year, `2022 tot en met 2024`; a mark of doubt stays. What is no period is shown as it is. */
export function formatPeriod(period: string, lang: Lang): string {
  const found = /^(\d{4}[-\dHQ]*)(?:\/(\d{4}[-\dHQ]*))?( ?\(\?\))?$/.exec(period);
  if (!found) return period;
  const [, first = '', second, doubt] = found;
  const both =
    second === undefined
      ? formatPart(first, lang)
      : /^\d{4}$/.test(first) && Number(second) - Number(first) === 1
        ? `${first}/${second}`
        : `${formatPart(first, lang)} ${lang === 'nl' ? 'tot en met' : 'to'} ${formatPart(second, lang)}`;
  return doubt ? `${both}${nbsp}(?)` : both;
}
