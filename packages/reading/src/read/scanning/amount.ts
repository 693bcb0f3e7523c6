import { currencySigns, currencyWords, letterScales, percentWords, pointWords, scales } from '../lexicon.ts';
import { noteBehind } from '../times.ts';
import { rawAt } from '../tokens.ts';
import { clean, type ScanText } from './scan-rule.ts';

/** A number with sign, currency, scale and unit. */
export interface Amount {
  readonly to: number;
  readonly value: number;
  readonly scale: number;
  readonly unit: 'percent' | 'percent-point' | 'money' | 'promille' | null;
  readonly currency: string | null;
  readonly written: 'digits' | 'words';
  readonly grouped: boolean;
  readonly note: string | null;
}

/** A number with its sign, currency, scale and per cent. */
export function amountAt(t: ScanText, start: number): Amount | null {
  const { low, glued, bareAt } = t;
  const head = signAndCurrency(t, start);
  if (head === null) return null;
  const bare = bareAt(head.to);
  if (bare === null) return null;
  let { to, note } = bare;
  // `€ 500,-` and `€ 500,--`
  if (head.currency !== null && low(to) === ',' && /^[-–—]$/.test(low(to + 1)) && glued(to + 1)) {
    to += 2;
    while (/^[-–—]$/.test(low(to)) && glued(to)) to++;
  }
  const own = to;
  const scaled = scaleBehind(t, own, head.currency);
  const currency = head.currency ?? scaled.currency;
  to = scaled.to;
  note ??= noteBehind(t, to);
  let unit: Amount['unit'] = currency === null ? null : 'money';
  if (unit === null && scaled.scale === 1) {
    const share = shareBehind(t, own);
    if (share !== null) ({ to, unit } = share);
    note ??= noteBehind(t, to);
  }
  return {
    to,
    value: head.sign * bare.value,
    scale: scaled.scale,
    unit,
    currency,
    written: bare.written,
    grouped: bare.grouped,
    note,
  };
}

/** Sign and currency before a number; null where a sign is none of a number. */
function signAndCurrency(
  t: ScanText,
  start: number,
): { readonly to: number; readonly sign: number; readonly currency: string | null } | null {
  const { tokens, low, isWord, glued } = t;
  let i = start;
  let currency: string | null = null;
  let sign = 1;
  if (/^[-−–+±]$/.test(low(i)) && !isWord(i)) {
    const opens = i === 0 || !glued(i) || low(i - 1) === '(';
    const next = tokens[i + 1];
    const near = next?.glued && (next.kind === 'number' || currencySigns[next.raw] !== undefined);
    if (!opens || !near) return null;
    if (/^[-−–]$/.test(low(i))) sign = -1;
    i++;
  }
  if (currencySigns[low(i)] !== undefined) {
    currency = currencySigns[low(i)] ?? null;
    i++;
  } else if (isWord(i) && tokens[i + 1]?.kind === 'number') {
    const raw = rawAt(tokens, i);
    if (currencyWords[low(i)] !== undefined && (raw === raw.toUpperCase() || low(i) === 'euro')) {
      currency = currencyWords[low(i)] ?? null;
      i++;
    }
  }
  if (currency !== null && /^[-−–]$/.test(low(i)) && tokens[i + 1]?.kind === 'number' && glued(i + 1)) {
    sign = -1;
    i++;
  }
  return { to: i, sign, currency };
}

/** Scale behind a number, and the currency behind that where none is before it: `mln`, `k€`, `million of euros`. */
function scaleBehind(
  t: ScanText,
  own: number,
  given: string | null,
): { readonly to: number; readonly scale: number; readonly currency: string | null } {
  const { language, low, isWord, word, glued } = t;
  let to = own;
  let scale = 1;
  let currency: string | null = null;
  const named = scales[word(to)];
  if (named !== undefined) {
    scale = named;
    to++;
    if (low(to) === '.' && glued(to) && /^(mln|mld|mrd|mio)$/.test(word(to - 1)) && !endsHere(t, to)) to++;
  } else if (isWord(to) && letterScales[low(to)] !== undefined) {
    const moneyBehind = currencySigns[low(to + 1)] !== undefined && glued(to + 1);
    if ((given !== null && glued(to)) || moneyBehind) {
      scale = letterScales[low(to)] ?? 1;
      to++;
    } else if (low(to) === 'k' && glued(to)) {
      scale = 1000;
      to++;
    }
  }
  if (given === null) {
    if (currencySigns[low(to)] !== undefined) {
      currency = currencySigns[low(to)] ?? null;
      to++;
    } else if (isWord(to) && currencyWords[low(to)] !== undefined) {
      currency = currencyWords[low(to)] ?? null;
      to++;
    } else if (
      language === 'en' &&
      named !== undefined &&
      word(to) === 'of' &&
      /^(euros?|dollars)$/.test(word(to + 1))
    ) {
      currency = currencyWords[word(to + 1)] ?? null;
      to += 2;
    }
  }
  return { to, scale, currency };
}

/** Per cent, percentage point or promille behind a number. */
function shareBehind(
  t: ScanText,
  own: number,
): { readonly to: number; readonly unit: Exclude<Amount['unit'], 'money'> } | null {
  const { low, word, glued } = t;
  const hyphen = low(own) === '-' && glued(own) ? own + 1 : own;
  if (low(own) === '%') {
    const to = own + 1;
    const point = low(to) === '-' ? to + 1 : to;
    const isPoint = /^(punt|punten|point|points)$/.test(word(point)) || pointWords.has(word(point));
    return isPoint ? { to: point + 1, unit: 'percent-point' } : { to, unit: 'percent' };
  }
  if (low(own) === '‰' || word(own) === 'promille') return { to: own + 1, unit: 'promille' };
  if (percentWords.has(word(hyphen))) {
    const to = hyphen + 1;
    const isPoint = /^(point|points|punt|punten)$/.test(word(to));
    return isPoint ? { to: to + 1, unit: 'percent-point' } : { to, unit: 'percent' };
  }
  if (pointWords.has(word(own))) return { to: own + 1, unit: 'percent-point' };
  if (word(own) === 'per' && word(own + 1) === 'cent') return { to: own + 2, unit: 'percent' };
  if (/^(percentage)$/.test(word(hyphen)) && /^points?$/.test(word(hyphen + 1))) {
    return { to: hyphen + 2, unit: 'percent-point' };
  }
  return null;
}

function endsHere(t: ScanText, i: number): boolean {
  const { tokens } = t;
  const next = tokens[i + 1];
  if (next === undefined || next.kind === 'break') return true;
  return next.kind === 'word' && next.raw !== next.low && !next.glued;
}

/** The number with its scale. */
export function magnitude(amount: Amount): number {
  return clean(amount.value * amount.scale);
}
