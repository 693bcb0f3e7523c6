import { currencySigns, durationUnits, ordinalEndings, stops, unitOf } from '../lexicon.ts';
import { qualifierBehind } from '../qualifiers.ts';
import { rawOf, timeAt } from '../times.ts';
import type { QuantityForm } from '../types.ts';
import { type Amount, amountAt, magnitude } from './amount.ts';
import { isLevel, lookBack } from './look-back.ts';
import { clean, type Item, make, type ScanRule, type ScanText } from './scan-rule.ts';

const auxiliary =
  /^(zijn|waren|hebben|hadden|worden|werden|lopen|gaan|doen|komen|kunnen|are|were|have|had|do|did|will|can|remain)$/;

/** Rules for a number with its unit, and for a range. */
function numberAt(t: ScanText, i: number): Item | null {
  const { tokens, low, glued } = t;
  const first = amountAt(t, i);
  if (first === null) return null;
  const range = rangeBehind(t, i, first);
  const last = range ?? first;
  let { to } = last;
  const reasons: string[] = [];
  let confidence = 0.95;
  const back = lookBack(t, i);
  let qualifier = back.key;

  const scale = Math.max(first.scale, last.scale);
  const given = unitOfAmounts(first, last, scale);
  const { divide } = given;
  let { unit } = given;
  let form: QuantityForm = range === null ? (given.form ?? 'number') : 'range';
  const low1 = clean(
    (first.value *
      (first.scale === 1 && range !== null && first.value < last.value ? last.scale : first.scale)) /
      divide,
  );
  const high1 = range === null ? low1 : clean(magnitude(range) / divide);
  if (!Number.isFinite(low1) || !Number.isFinite(high1)) return null;

  const negative = low1 < 0 && range === null;
  // An isolated small number without a noun is no evidence of a quantity.
  const next = tokens[to];
  if (unit === null) {
    const glueUnit = next?.kind === 'word' && next.glued;
    if (glueUnit && ordinalEndings.has(next.low) && first.written === 'digits') {
      // 21e eeuw, 3rd: an ordinal, no count.
      return null;
    }
    if (next?.kind === 'word' && next.low === 'x' && next.glued) {
      return make(
        {
          from: i,
          to: to + 1,
          form: 'number',
          value: low1,
          range: null,
          unit: 'ratio',
          note: first.note,
          confidence: 0.9,
          reasons: [],
        },
        qualifier,
        back,
      );
    }
    const noun = next?.kind === 'word' && !stops.has(next.low);
    const hyphenated = next?.raw === '-' && next.glued && tokens[to + 1]?.kind === 'word';
    const hasQualifier = qualifier !== null || qualifierBehind((distance) => low(to - 1 + distance)) !== null;
    if (!noun && !hyphenated && !hasQualifier && !first.grouped && Math.abs(low1) < 1000 && scale === 1) {
      confidence = first.written === 'words' ? 0.55 : 0.6;
      reasons.push('no-noun');
      if (!worthKeeping(t, i, to, low1)) return null;
    }
    if (first.written === 'words' && Math.abs(low1) <= 1) {
      confidence = Math.min(confidence, 0.5);
      reasons.push('one');
    } else if (first.written === 'words') confidence = Math.min(confidence, 0.85);
  }
  if (unit === null) {
    const duration = durationAt(t, to);
    if (duration !== null) {
      unit = duration.unit;
      to = duration.to;
      if (range === null) form = 'duration';
    }
  }
  if (qualifier === null || qualifier === 'tot') {
    const behindNumber = qualifierBehind((distance) => low(to - 1 + distance));
    if (behindNumber !== null && (low(to) !== '+' || glued(to))) {
      qualifier = behindNumber.key;
      to += behindNumber.taken;
    }
  }
  // `£1.2bn over fifteen years` is not more than fifteen.
  if (form === 'duration' && low(i - 1) === 'over') qualifier = null;
  if (tallyWord(t, i)) qualifier ??= 'circa';
  return make(
    {
      from: i,
      to,
      form,
      value: range === null ? low1 : clean((low1 + high1) / 2),
      range: range === null ? null : [low1, high1],
      unit,
      note: range?.note ?? first.note,
      confidence,
      reasons,
    },
    negative && qualifier === null ? 'none' : qualifier,
    back,
  );
}

/** Unit of an amount or of both ends of a range; large amounts of money are in millions or billions. */
function unitOfAmounts(
  first: Amount,
  last: Amount,
  scale: number,
): { readonly unit: string | null; readonly divide: number; readonly form: QuantityForm | null } {
  const unit = last.unit ?? first.unit;
  if (unit !== 'money') return { unit, divide: 1, form: unit === null ? null : 'percent' };
  const currency = first.currency ?? last.currency ?? 'eur';
  if (scale >= 1e9) return { unit: `${currency}-bn`, divide: 1e9, form: 'money' };
  if (scale >= 1e6) return { unit: `${currency}-mln`, divide: 1e6, form: 'money' };
  return { unit: currency, divide: 1, form: 'money' };
}

/** `een tiental`, `een dozijn`: about so many. */
function tallyWord(t: ScanText, i: number): boolean {
  const { low, isWord } = t;
  return (
    isWord(i) && /^(tiental|vijftiental|twintigtal|dertigtal|veertigtal|vijftigtal|honderdtal)$/.test(low(i))
  );
}

/** `10 jaar`, `tienjarig`, `10-jarig`, `10-year`, `vijf tot zes weken`. */
function durationAt(t: ScanText, at: number): { readonly unit: string; readonly to: number } | null {
  const { low, word, glued } = t;
  const hyphen = low(at) === '-' && glued(at) ? at + 1 : at;
  const unit = unitOf.get(word(hyphen));
  if (unit !== undefined && durationUnits.has(unit)) return { unit, to: hyphen + 1 };
  if (/^jarige?$/.test(word(hyphen))) return { unit: 'years', to: hyphen + 1 };
  return null;
}

/** A bare small number still counts where the words around it make it a quantity. */
function worthKeeping(t: ScanText, i: number, to: number, value: number): boolean {
  const { tokens, low, word } = t;
  const before = word(i - 1);
  // `Van de 260 kamers zijn er vijftien nog niet klaar`
  if (before === 'er' && tokens[i]?.kind === 'word') return true;
  // A mark or grade: `een 8,4`.
  if (tokens[i]?.kind === 'number' && rawOf(t, i).includes(t.notation === 'comma' ? ',' : '.')) return true;
  // The text counts what it spoke of before: `11 lopen achter en 6 zijn nog niet klaar`, `three do not`.
  if (value >= 2 && auxiliary.test(word(to))) {
    return tokens[i]?.kind === 'word' || /^(,|;|en|and|er)$/.test(low(i - 1));
  }
  if (
    /^(van|naar|tot|met|op|from|to|by|of|is|was|zijn|are|were|bedraagt|tussen|between|slechts|only|totaal|total|al|waarvan|gemiddeld|waren|aan)$/.test(
      before,
    )
  ) {
    return !(value < 10 && /^(op|met|aan|of|by)$/.test(before)) || tokens[i]?.kind === 'word';
  }
  // In brackets or a row of a table, before `(`, or strung to another number.
  const block = tokens[i]?.block;
  if (low(i - 1) === '(' && low(to) === ')') return value > 31 || tokens[i]?.kind === 'word';
  if (low(i - 1) === '\u2003' || low(to) === '\u2003') return true;
  if (low(i - 1) === ':' || low(i - 1) === '=') return block !== undefined;
  if (/^(,|en|and|of|or|naar|versus|tot|to|van)$/.test(low(to)) && amountLike(t, to + 1)) return true;
  return tokens[i]?.kind === 'word' ? /^(van|of|tot|naar)$/.test(word(to)) : value >= 32;
}

function amountLike(t: ScanText, i: number): boolean {
  const { tokens, low, isWord, bareAt } = t;
  return (
    tokens[i]?.kind === 'number' || currencySigns[low(i)] !== undefined || (isWord(i) && bareAt(i) !== null)
  );
}

/** The upper end of a range whose lower end is `first`, or null. */
function rangeBehind(t: ScanText, i: number, first: Amount): Amount | null {
  const { low, isWord, word, glued, free } = t;
  const at = first.to;
  const sign = /^[-–—]$/.test(low(at)) && !isWord(at);
  let next = -1;
  let weak = false;
  if (sign && (glued(at) === glued(at + 1) || low(at) !== '-')) next = at + 1;
  else if (word(at) === 'tot' && word(at + 1) === 'en' && word(at + 2) === 'met') next = at + 3;
  else if (word(at) === 't' && low(at + 1) === '/' && word(at + 2) === 'm') next = at + 3;
  else if (/^(tot|à|to)$/.test(word(at))) {
    next = at + 1;
    // `stijgt van 10 tot 15`: two levels, not a range.
    if (/^(van|from)$/.test(word(i - 1)) && isLevel(t, i - 1)) return null;
  } else if (/^(en|and)$/.test(word(at)) && startsBetween(t, i)) next = at + 1;
  else if (/^(of|or)$/.test(word(at))) {
    next = at + 1;
    weak = true;
  }
  if (next < 0 || !free(next)) return null;
  const time = timeAt(t, next);
  if (time !== null) return null;
  const last = amountAt(t, next);
  if (last === null) return null;
  const a = first.scale === 1 && first.value < last.value ? first.value * last.scale : magnitude(first);
  const b = magnitude(last);
  if (!(a < b)) return null;
  if (first.unit !== null && last.unit !== null && first.unit !== last.unit) return null;
  if (first.unit !== null && first.unit !== 'money' && last.unit === null && !sign) return null;
  if (weak && !(Number.isInteger(a) && b <= a + 2 && b <= 100)) return null;
  if (sign && !glued(at) && low(at) === '-' && first.written === 'words') return null;
  return last;
}

function startsBetween(t: ScanText, i: number): boolean {
  const { word } = t;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (/^(tussen|between)$/.test(word(k))) return true;
  }
  return false;
}

export const numberRules: readonly ScanRule[] = [
  { name: 'a number with its unit, or a range', read: numberAt },
];
