import type { RegionFile } from './schema.ts';
import type { Lang } from './text.ts';

/** This file is also published as `@schaalsprong/agenda/format`: it imports types only, so that a web page can have it cheaply. */
export type { Lang } from './text.ts';
export type Units = RegionFile['units'];

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

export interface NumberStyle {
  /** leave the symbol of the unit out, for a column that names it in its head */
  readonly bare?: boolean;
  /** show the digits that are there, up to six decimals, instead of the unit's own number of decimals */
  readonly precise?: boolean;
  /** a plus before a positive number, for a difference */
  readonly signed?: boolean;
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
 * A number in a unit as a reader of that language writes it. Divides by the unit's scale, rounds to its decimals
 * and adds its symbol. An id that the region does not know is shown as it is, so that nothing is hidden.
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
  const decimals = how?.decimals ?? 0;
  const scaled = value / (how?.scale ?? 1);
  const [least, most] = style.precise || how === undefined ? [0, 6] : [decimals, decimals];
  const plain = maker(lang, least, most, how?.grouping ?? true);
  const shown = plain.format(scaled);
  // A small negative number that rounds to nothing must not read as minus zero.
  const digits = /[1-9]/.test(shown) ? shown : shown.replace(/^-/, '');
  const signed = style.signed && scaled > 0 && /[1-9]/.test(digits) ? `+${digits}` : digits;
  if (style.bare) return signed;
  return withSymbol(signed, how === undefined ? unit : how.symbol[lang]);
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

/** A period in words: `april 2023`, `eerste kwartaal van 2023`, `2021/2022`; a mark of doubt stays. What is no period is shown as it is. */
export function formatPeriod(period: string, lang: Lang): string {
  const found = /^(\d{4}[-\dHQ]*)(?:\/(\d{4}[-\dHQ]*))?( ?\(\?\))?$/.exec(period);
  if (!found) return period;
  const [, first = '', second, doubt] = found;
  const both =
    second === undefined
      ? formatPart(first, lang)
      : /^\d{4}$/.test(first) && /^\d{4}$/.test(second)
        ? `${first}/${second}`
        : `${formatPart(first, lang)} ${lang === 'nl' ? 'tot en met' : 'to'} ${formatPart(second, lang)}`;
  return doubt ? `${both}${nbsp}(?)` : both;
}
