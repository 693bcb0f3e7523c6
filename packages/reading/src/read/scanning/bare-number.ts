import { durationUnits, fractionSigns, scales, stops, unitOf } from '../lexicon.ts';
import { dutchNumber, englishNumber, printedNumber } from '../numbers.ts';
import { noteOf, rawOf } from '../times.ts';
import type { BareNumber, ScanText } from './scan-rule.ts';

/** The number in digits or words that begins at a token. */
export function bareNumberAt(t: ScanText, i: number): BareNumber | null {
  const { tokens, language, low, free } = t;
  const token = tokens[i];
  if (token === undefined || !free(i)) return null;
  if (token.kind === 'number') {
    const printed = printedNumber(rawOf(t, i), t.notation);
    if (printed === null) return null;
    const half = fractionSigns[low(i + 1)];
    const note = noteOf(t, i) ?? (printed.rest === '' ? null : printed.rest);
    if (half !== undefined && Number.isInteger(printed.value)) {
      return { to: i + 2, value: printed.value + half, written: 'digits', grouped: false, note };
    }
    return { to: i + 1, value: printed.value, written: 'digits', grouped: printed.grouped, note };
  }
  if (token.kind === 'sign') {
    const value = fractionSigns[token.raw];
    return value === undefined ? null : { to: i + 1, value, written: 'digits', grouped: false, note: null };
  }
  if (token.kind !== 'word') return null;
  return language === 'nl' ? dutchNumberAt(t, i) : englishNumberAt(t, i);
}

function dutchNumberAt(t: ScanText, i: number): BareNumber | null {
  const { tokens, word } = t;
  const token = tokens[i];
  if (token === undefined) return null;
  const numberOf = (value: number, to = i + 1): BareNumber => ({
    to,
    value,
    written: 'words',
    grouped: false,
    note: null,
  });
  if (token.low === 'anderhalf' || token.low === 'anderhalve') return numberOf(1.5);
  const unit = unitOf.get(word(i + 1));
  if (
    token.low === 'half' &&
    (scales[word(i + 1)] !== undefined || (unit !== undefined && durationUnits.has(unit)))
  ) {
    return numberOf(0.5);
  }
  if (token.low === 'dozijn') return numberOf(12);
  if (token.low === 'een') return scales[word(i + 1)] !== undefined ? numberOf(1) : null;
  if (token.low.length > 3 && token.low.endsWith('tal') && token.low !== 'aantal') {
    const value = dutchNumber(token.low.slice(0, -3));
    return value === null || value < 2 ? null : numberOf(value);
  }
  const value = dutchNumber(token.low);
  if (value === null) return null;
  if (value === 1) {
    // `één van de`, `één deel van`, `in één keer`, and a second part: `één en dezelfde`
    const next = word(i + 1);
    if (/^(van|deel|en|of|keer|klap|geheel|oogopslag|op|ding|kant|lijn|voor)$/.test(next) || next === '')
      return null;
    if (/^(als|op|nummer|die|dat|elk|ieder|geen|deze)$/.test(word(i - 1))) return null;
  }
  if (
    token.low === 'acht' &&
    (/^(neemt|nemen|genomen|slaan|geslagen|te|het|de|wij|hij|zij|ik|men)$/.test(word(i + 1)) ||
      /^(in|ik|men|raad)$/.test(word(i - 1)))
  ) {
    return null;
  }
  if (token.low === 'vier' && /^(het|de|je|dit|mee)$/.test(word(i + 1))) return null;
  // `twee honderd`, `drie duizend`
  if (word(i + 1) === 'honderd' && value < 100) return numberOf(value * 100, i + 2);
  return numberOf(value);
}

function englishNumberAt(t: ScanText, i: number): BareNumber | null {
  const { tokens, word } = t;
  const token = tokens[i];
  if (token === undefined) return null;
  const numberOf = (value: number, to: number): BareNumber => ({
    to,
    value,
    written: 'words',
    grouped: false,
    note: null,
  });
  if (token.low === 'a' || token.low === 'an') {
    const next = word(i + 1);
    if (next === 'hundred') return numberOf(100, i + 2);
    if (next === 'dozen') return numberOf(12, i + 2);
    return next === 'thousand' || next === 'million' || next === 'billion' ? numberOf(1, i + 1) : null;
  }
  if (token.low === 'half' && word(i + 1) === 'a' && scales[word(i + 2)] !== undefined)
    return numberOf(0.5, i + 2);
  if (token.low === 'dozen') return numberOf(12, i + 1);
  if (englishNumber([token.low]) === null) return null;
  const ahead: string[] = [];
  for (let k = 0; k < 14; k++) {
    const next = tokens[i + k];
    if (next === undefined || next.kind === 'break' || (next.raw === '-' && !next.glued)) break;
    ahead.push(next.low);
  }
  const read = englishNumber(ahead);
  if (read === null) return null;
  if (read.value === 1) {
    if (
      /^(this|that|which|no|any|every|each|the|another|other|only|someone|as|at|number|is|was|was|day)$/.test(
        word(i - 1),
      )
    )
      return null;
    const next = word(i + 1);
    if (next === '' || stops.has(next) || /^(another|thing|hand|day|side|way|side|such)$/.test(next))
      return null;
  }
  const dozen = word(i + read.taken) === 'dozen';
  return dozen ? numberOf(read.value * 12, i + read.taken + 1) : numberOf(read.value, i + read.taken);
}
