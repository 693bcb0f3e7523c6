import {
  changeWords,
  currencySigns,
  currencyWords,
  durationUnits,
  fractionSigns,
  fractionWords,
  letterScales,
  months,
  ordinalEndings,
  ordinals,
  percentWords,
  pointWords,
  rankNouns,
  scales,
  stops,
  unitOf,
} from './lexicon.ts';
import { dutchNumber, englishNumber, type Notation, printedNumber } from './numbers.ts';
import { qualifierBefore, qualifierBehind } from './qualifiers.ts';
import { noteBehind, noteOf, type Place, rawOf, type Time, timeAt } from './times.ts';
import type { QuantityForm } from './types.ts';

/** A quantity in tokens, before it is known what it counts and when. */
export interface Item {
  /** tokens of the figure, and of the words that belong to it (qualifier, unit) */
  readonly from: number;
  readonly to: number;
  readonly form: QuantityForm;
  readonly value: number;
  /** value in the other notation, where it is not certain which one the document keeps to */
  readonly alternative?: number;
  /** ends of a range; null for one number */
  readonly range: readonly [number, number] | null;
  /** null where the noun behind it says what it counts */
  unit: string | null;
  readonly qualifier: string;
  readonly negated: boolean;
  readonly note: string | null;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

export interface Scan {
  readonly items: Item[];
  readonly times: Time[];
}

interface Amount {
  readonly to: number;
  readonly value: number;
  readonly scale: number;
  readonly unit: 'percent' | 'percent-point' | 'money' | 'promille' | null;
  readonly currency: string | null;
  readonly written: 'digits' | 'words';
  readonly grouped: boolean;
  readonly note: string | null;
}

const auxiliary =
  /^(zijn|waren|hebben|hadden|worden|werden|lopen|gaan|doen|komen|kunnen|are|were|have|had|do|did|will|can|remain)$/;
const clean = (x: number): number => (Number.isInteger(x) ? x : Number(x.toPrecision(12)));

interface Bare {
  readonly to: number;
  readonly value: number;
  readonly written: 'digits' | 'words';
  readonly grouped: boolean;
  readonly note: string | null;
}

const starters = new Set(['+', '-', '−', '–', '±', '#', ...Object.keys(fractionSigns)]);
const single = new Set(
  'top kwartaal nummer number helft helften kwart driekwart half een één eén a an anderhalf anderhalve dozijn dozen twice thrice dubbel q k h euro'.split(
    ' ',
  ),
);

/** Whether a quantity or a time can begin with a word. */
function isStarter(word: string, language: 'nl' | 'en'): boolean {
  if (single.has(word) || rankNouns.has(word) || ordinals.has(word)) return true;
  if (Object.hasOwn(currencyWords, word) || Object.hasOwn(months, word)) return true;
  if (language === 'en') {
    return englishNumber([word]) !== null || /^(doubl|tripl|halv)|fold$/.test(word);
  }
  if (
    dutchNumber(word) !== null ||
    /^(verdubbel|verdrievoudig|halve|gehalv)|(maal|voud|voudige?|jarige?)$/.test(word)
  ) {
    return true;
  }
  if (/^(een|één|twee|drie|vier)(derde|vierde|vijfde|achtste|tiende)$/.test(word)) return true;
  return word.endsWith('tal') && dutchNumber(word.slice(0, -3)) !== null;
}

/** All quantities and times of a document, in order. */
export function scan(place: Place, notation: Notation): Scan {
  const { tokens, skip, language } = place;
  const known = new Map<string, boolean>();
  // Every rule asks for the number at the same place.
  let lastAt = -1;
  let lastBare: Bare | null = null;
  const items: Item[] = [];
  const times: Time[] = [];
  const low = (i: number): string => tokens[i]?.low ?? '';
  const isWord = (i: number): boolean => tokens[i]?.kind === 'word';
  const word = (i: number): string => (isWord(i) ? low(i) : '');
  const glued = (i: number): boolean => tokens[i]?.glued === true;
  const free = (i: number): boolean =>
    tokens[i] !== undefined && skip[i] !== 1 && tokens[i]?.kind !== 'break';

  for (let i = 0; i < tokens.length; ) {
    if (!free(i)) {
      i++;
      continue;
    }
    // Most words can begin nothing; they are passed over quickly.
    if (!begins(i)) {
      i++;
      continue;
    }
    const time = timeAt(place, i);
    if (time !== null) {
      if ('skip' in time) i = time.skip;
      else {
        times.push(time);
        i = time.to;
      }
      continue;
    }
    const found = rankAt(i) ?? fractionAt(i) ?? multipleAt(i) ?? numberAt(i);
    if (found !== null) {
      items.push(found);
      i = Math.max(i + 1, found.to);
      continue;
    }
    i++;
  }
  inherit();
  return { items, times };

  /** Whether a quantity or a time can begin at a token at all. */
  function begins(i: number): boolean {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.kind === 'number') return true;
    if (token.kind === 'sign') return starters.has(token.raw) || currencySigns[token.raw] !== undefined;
    return token.kind === 'word' && beginsWith(token.low);
  }

  function beginsWith(word: string): boolean {
    let is = known.get(word);
    if (is === undefined) {
      is = isStarter(word, language);
      // A hostile text has a new word every time; it may not fill the memory.
      if (known.size < 50_000) known.set(word, is);
    }
    return is;
  }

  // ---------------------------------------------------------------- numbers

  /** A number in digits or words, without unit. */
  function bareAt(i: number): Bare | null {
    if (i !== lastAt) {
      lastBare = readBare(i);
      lastAt = i;
    }
    return lastBare;
  }

  function readBare(i: number): Bare | null {
    const token = tokens[i];
    if (token === undefined || !free(i)) return null;
    if (token.kind === 'number') {
      const printed = printedNumber(rawOf(place, i), notation);
      if (printed === null) return null;
      const half = fractionSigns[low(i + 1)];
      const note = noteOf(place, i) ?? (printed.rest === '' ? null : printed.rest);
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
    return language === 'nl' ? dutchAt(i) : englishAt(i);
  }

  function dutchAt(i: number): Bare | null {
    const token = tokens[i];
    if (token === undefined) return null;
    const said = (value: number, to = i + 1): Bare => ({
      to,
      value,
      written: 'words',
      grouped: false,
      note: null,
    });
    if (token.low === 'anderhalf' || token.low === 'anderhalve') return said(1.5);
    if (
      token.low === 'half' &&
      (scales[word(i + 1)] !== undefined || durationUnits.has(unitOf.get(word(i + 1)) ?? ''))
    ) {
      return said(0.5);
    }
    if (token.low === 'dozijn') return said(12);
    if (token.low === 'een') return scales[word(i + 1)] !== undefined ? said(1) : null;
    if (token.low.length > 3 && token.low.endsWith('tal') && token.low !== 'aantal') {
      const value = dutchNumber(token.low.slice(0, -3));
      return value === null || value < 2 ? null : said(value);
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
    if (word(i + 1) === 'honderd' && value < 100) return said(value * 100, i + 2);
    return said(value);
  }

  function englishAt(i: number): Bare | null {
    const token = tokens[i];
    if (token === undefined) return null;
    const said = (value: number, to: number): Bare => ({
      to,
      value,
      written: 'words',
      grouped: false,
      note: null,
    });
    if (token.low === 'a' || token.low === 'an') {
      const next = word(i + 1);
      if (next === 'hundred') return said(100, i + 2);
      if (next === 'dozen') return said(12, i + 2);
      return next === 'thousand' || next === 'million' || next === 'billion' ? said(1, i + 1) : null;
    }
    if (token.low === 'half' && word(i + 1) === 'a' && scales[word(i + 2)] !== undefined)
      return said(0.5, i + 2);
    if (token.low === 'dozen') return said(12, i + 1);
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
    return dozen ? said(read.value * 12, i + read.taken + 1) : said(read.value, i + read.taken);
  }

  /** A number with its sign, currency, scale and per cent. */
  function amountAt(start: number): Amount | null {
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
      const raw = tokens[i]?.raw ?? '';
      if (currencyWords[low(i)] !== undefined && (raw === raw.toUpperCase() || low(i) === 'euro')) {
        currency = currencyWords[low(i)] ?? null;
        i++;
      }
    }
    if (currency !== null && /^[-−–]$/.test(low(i)) && tokens[i + 1]?.kind === 'number' && glued(i + 1)) {
      sign = -1;
      i++;
    }
    const bare = bareAt(i);
    if (bare === null) return null;
    let { to, note } = bare;
    let scale = 1;
    // `€ 500,-` and `€ 500,--`
    if (currency !== null && low(to) === ',' && /^[-–—]$/.test(low(to + 1)) && glued(to + 1)) {
      to += 2;
      while (/^[-–—]$/.test(low(to)) && glued(to)) to++;
    }
    const own = to;
    const named = scales[word(to)];
    if (named !== undefined) {
      scale = named;
      to++;
      if (low(to) === '.' && glued(to) && /^(mln|mld|mrd|mio)$/.test(word(to - 1)) && !endsHere(to)) to++;
    } else if (isWord(to) && letterScales[low(to)] !== undefined) {
      const moneyBehind = currencySigns[low(to + 1)] !== undefined && glued(to + 1);
      if ((currency !== null && glued(to)) || moneyBehind) {
        scale = letterScales[low(to)] ?? 1;
        to++;
      } else if (low(to) === 'k' && glued(to)) {
        scale = 1000;
        to++;
      }
    }
    if (currency === null) {
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
    if (note === null) note = noteBehind(place, to);
    let unit: Amount['unit'] = currency === null ? null : 'money';
    if (unit === null && scale === 1) {
      const hyphen = low(own) === '-' && glued(own) ? own + 1 : own;
      if (low(own) === '%') {
        to = own + 1;
        unit = 'percent';
        const point = low(to) === '-' ? to + 1 : to;
        if (/^(punt|punten|point|points)$/.test(word(point)) || pointWords.has(word(point))) {
          unit = 'percent-point';
          to = point + 1;
        }
      } else if (low(own) === '‰' || word(own) === 'promille') {
        to = own + 1;
        unit = 'promille';
      } else if (percentWords.has(word(hyphen))) {
        to = hyphen + 1;
        unit = 'percent';
        if (/^(point|points|punt|punten)$/.test(word(to))) {
          unit = 'percent-point';
          to++;
        }
      } else if (pointWords.has(word(own))) {
        to = own + 1;
        unit = 'percent-point';
      } else if (word(own) === 'per' && word(own + 1) === 'cent') {
        to = own + 2;
        unit = 'percent';
      } else if (/^(percentage)$/.test(word(hyphen)) && /^points?$/.test(word(hyphen + 1))) {
        to = hyphen + 2;
        unit = 'percent-point';
      }
      if (note === null) note = noteBehind(place, to);
    }
    return {
      to,
      value: sign * bare.value,
      scale,
      unit,
      currency,
      written: bare.written,
      grouped: bare.grouped,
      note,
    };
  }

  function endsHere(i: number): boolean {
    const next = tokens[i + 1];
    if (next === undefined || next.kind === 'break') return true;
    return next.kind === 'word' && next.raw !== next.low && !next.glued;
  }

  // ---------------------------------------------------------------- quantities

  function wordBefore(from: number): (distance: number) => string {
    return (distance) => {
      let at = from;
      for (let left = distance; left > 0; ) {
        at--;
        if (at < 0 || tokens[at]?.kind === 'break') return '';
        if (low(at) === '.' && glued(at)) continue;
        left--;
      }
      return low(at);
    };
  }

  /** Qualifier and negation before a figure that begins at `from`. */
  function lookBack(from: number): {
    readonly key: string | null;
    readonly at: number;
    readonly negated: boolean;
  } {
    let at = from;
    let key: string | null = null;
    // Of two words the inner one counts, and the outer one where it says more: `maar liefst ruim`, `tot maximaal`.
    for (let rounds = 0; rounds < 2; rounds++) {
      let skipTo = at;
      if (rounds === 0 && /^(een|a|an|de|the|totaal|liefst|al|reeds|de)$/.test(low(at - 1)) && key === null) {
        const behindArticle = qualifierBefore(wordBefore(at - 1));
        if (behindArticle !== null && qualifierBefore(wordBefore(at)) === null) skipTo = at - 1;
      }
      const found = qualifierBefore(wordBefore(skipTo));
      if (found === null) break;
      // `over` in Dutch, `rond de` a place: only where a number may follow.
      if (language === 'nl' && /^(over|some|about|around|above|below|under)$/.test(low(skipTo - 1))) break;
      if (language === 'en' && /^(onder|boven|rond|goed)$/.test(low(skipTo - 1))) break;
      if (key === null) key = found.key;
      // `not last longer than three years` is an upper end.
      const denied = [1, 2].some((distance) =>
        /^(not|niet|never|nooit)$/.test(low(skipTo - found.taken - distance)),
      );
      if (denied && key === 'meer-dan') key = 'maximaal';
      else if (denied && key === 'minder-dan') key = 'ten-minste';
      at = skipTo - found.taken;
      while (low(at) === '.' && at > 0) at--;
    }
    const negation = [1, 2, 3].some((distance) => {
      const before = low(at - distance);
      if (distance === 1) return /^(geen|niet|zonder|no|not|without|nooit|never)$/.test(before);
      return (
        distance === 2 &&
        /^(geen|zonder|without)$/.test(before) &&
        /^(extra|nieuwe|de|new|the|any)$/.test(low(at - 1))
      );
    });
    if (key === null && /^(tot|to)$/.test(low(at - 1)) && from === at) key = language === 'nl' ? 'tot' : null;
    // `leidt tot 12.000`, `komt tot 5.000`: what comes of it, not an upper end.
    const comesTo = /^(leidt|leiden|leidde|komt|komen|kwam|kwamen|brengt|brengen|besloten|besluit)$/.test(
      low(at - 2),
    );
    if (key === 'tot' && (comesTo || isLevel(at - 1))) key = null;
    return { key, at, negated: negation };
  }

  /** Whether `tot` at this token gives the level that something reaches: `stijgt tot 3 %`. */
  function isLevel(index: number): boolean {
    for (let k = index - 1; k >= Math.max(0, index - 14); k--) {
      if (tokens[k]?.kind === 'break' || low(k) === ';' || (low(k) === '.' && !glued(k + 1))) return false;
      if (changeWords.has(low(k)) && low(k) !== 'beperkt' && low(k) !== 'beperken') return true;
    }
    return false;
  }

  function magnitude(amount: Amount): number {
    return clean(amount.value * amount.scale);
  }

  function numberAt(i: number): Item | null {
    const first = amountAt(i);
    if (first === null) return null;
    const range = rangeBehind(i, first);
    const last = range ?? first;
    let { to } = last;
    const reasons: string[] = [];
    let confidence = 0.95;
    const back = lookBack(i);
    let qualifier = back.key;

    const unitBy = last.unit ?? first.unit;
    const currency = first.currency ?? last.currency;
    const scale = Math.max(first.scale, last.scale);
    let unit: string | null = null;
    let divide = 1;
    let form: QuantityForm = range === null ? 'number' : 'range';
    if (unitBy === 'money') {
      const big = scale >= 1e9 ? 'bn' : scale >= 1e6 ? 'mln' : null;
      unit = big === null ? (currency ?? 'eur') : `${currency ?? 'eur'}-${big}`;
      divide = big === 'bn' ? 1e9 : big === 'mln' ? 1e6 : 1;
      if (range === null) form = 'money';
    } else if (unitBy !== null) {
      unit = unitBy;
      if (range === null) form = 'percent';
    }
    const low1 = clean(
      (first.value *
        (first.scale === 1 && range !== null && first.value < last.value ? last.scale : first.scale)) /
        divide,
    );
    const high1 = range === null ? low1 : clean(magnitude(range) / divide);
    if (!Number.isFinite(low1) || !Number.isFinite(high1)) return null;

    const negative = low1 < 0 && range === null;
    // A lone small number without anything that it counts says little.
    const next = tokens[to];
    if (unit === null) {
      const glueUnit = next?.kind === 'word' && next.glued;
      if (glueUnit && ordinalEndings.has(next.low) && first.written === 'digits') {
        // 21e eeuw, 3rd: an ordinal, no count.
        return null;
      }
      if (next?.kind === 'word' && next.low === 'x' && next.glued) {
        return make(i, to + 1, 'number', low1, null, 'ratio', qualifier, back, first.note, 0.9, []);
      }
      const noun = next?.kind === 'word' && !stops.has(next.low);
      const hyphenated = next?.raw === '-' && next.glued && tokens[to + 1]?.kind === 'word';
      const hasQualifier =
        qualifier !== null || qualifierBehind((distance) => low(to - 1 + distance)) !== null;
      if (!noun && !hyphenated && !hasQualifier && !first.grouped && Math.abs(low1) < 1000 && scale === 1) {
        confidence = first.written === 'words' ? 0.55 : 0.6;
        reasons.push('no-noun');
        if (!worthKeeping(i, to, low1)) return null;
      }
      if (first.written === 'words' && Math.abs(low1) <= 1) {
        confidence = Math.min(confidence, 0.5);
        reasons.push('one');
      } else if (first.written === 'words') confidence = Math.min(confidence, 0.85);
    }
    if (unit === null) {
      const duration = durationAt(to);
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
    if (tallyWord(i)) qualifier ??= 'circa';
    return make(
      i,
      to,
      form,
      range === null ? low1 : clean((low1 + high1) / 2),
      range === null ? null : [low1, high1],
      unit,
      negative && qualifier === null ? 'none' : qualifier,
      back,
      range?.note ?? first.note,
      confidence,
      reasons,
    );
  }

  /** `een tiental`, `een dozijn`: about so many. */
  function tallyWord(i: number): boolean {
    return (
      isWord(i) &&
      /^(tiental|vijftiental|twintigtal|dertigtal|veertigtal|vijftigtal|honderdtal)$/.test(low(i))
    );
  }

  /** `10 jaar`, `tienjarig`, `10-jarig`, `10-year`, `vijf tot zes weken`. */
  function durationAt(at: number): { readonly unit: string; readonly to: number } | null {
    const hyphen = low(at) === '-' && glued(at) ? at + 1 : at;
    const unit = unitOf.get(word(hyphen));
    if (unit !== undefined && durationUnits.has(unit)) return { unit, to: hyphen + 1 };
    if (/^jarige?$/.test(word(hyphen))) return { unit: 'years', to: hyphen + 1 };
    return null;
  }

  /** A bare small number still counts where the words around it make it a quantity. */
  function worthKeeping(i: number, to: number, value: number): boolean {
    const before = word(i - 1);
    // `Van de 260 kamers zijn er vijftien nog niet klaar`
    if (before === 'er' && tokens[i]?.kind === 'word') return true;
    // A mark or grade: `een 8,4`.
    if (tokens[i]?.kind === 'number' && rawOf(place, i).includes(notation === 'comma' ? ',' : '.'))
      return true;
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
    if (/^(,|en|and|of|or|naar|versus|tot|to|van)$/.test(low(to)) && amountLike(to + 1)) return true;
    return tokens[i]?.kind === 'word' ? /^(van|of|tot|naar)$/.test(word(to)) : value >= 32;
  }

  function amountLike(i: number): boolean {
    return (
      tokens[i]?.kind === 'number' || currencySigns[low(i)] !== undefined || (isWord(i) && bareAt(i) !== null)
    );
  }

  /** The upper end of a range whose lower end is `first`, or null. */
  function rangeBehind(i: number, first: Amount): Amount | null {
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
      if (/^(van|from)$/.test(word(i - 1)) && isLevel(i - 1)) return null;
    } else if (/^(en|and)$/.test(word(at)) && startsBetween(i)) next = at + 1;
    else if (/^(of|or)$/.test(word(at))) {
      next = at + 1;
      weak = true;
    }
    if (next < 0 || !free(next)) return null;
    const time = timeAt(place, next);
    if (time !== null) return null;
    const last = amountAt(next);
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

  function startsBetween(i: number): boolean {
    for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (/^(tussen|between)$/.test(word(k))) return true;
    }
    return false;
  }

  function make(
    from: number,
    to: number,
    form: QuantityForm,
    value: number,
    range: readonly [number, number] | null,
    unit: string | null,
    qualifier: string | null,
    back: { readonly at: number; readonly negated: boolean },
    note: string | null,
    confidence: number,
    reasons: readonly string[],
  ): Item {
    return {
      from: Math.min(from, back.at),
      to,
      form,
      value,
      range,
      unit,
      qualifier: qualifier ?? 'none',
      negated: back.negated,
      note,
      confidence,
      reasons,
    };
  }

  // ---------------------------------------------------------------- ranks

  function rankAt(i: number): Item | null {
    const rank = (from: number, to: number, value: number, qualifier: string, confidence = 0.9): Item => ({
      from,
      to,
      form: 'rank',
      value,
      range: null,
      unit: 'rank',
      qualifier,
      negated: false,
      note: noteOf(place, to - 1) ?? noteBehind(place, to),
      confidence,
      reasons: [],
    });
    if (low(i) === 'top') {
      const at = low(i + 1) === '-' && glued(i + 1) ? i + 2 : i + 1;
      const bare = free(at) ? bareAt(at) : null;
      if (bare !== null && Number.isInteger(bare.value) && bare.value > 0 && bare.value <= 1000) {
        return low(bare.to) === '%' || percentWords.has(word(bare.to))
          ? null
          : rank(i, bare.to, bare.value, 'top-n');
      }
      return null;
    }
    if (low(i) === '#' && tokens[i + 1]?.kind === 'number' && glued(i + 1)) {
      const bare = free(i + 1) ? bareAt(i + 1) : null;
      return bare !== null && Number.isInteger(bare.value)
        ? rank(i, bare.to, bare.value, 'exact', 0.85)
        : null;
    }
    if (isWord(i) && rankNouns.has(low(i)) && !/plaatsen|ranglijst|ranking|notering/.test(low(i))) {
      const bare = free(i + 1) ? bareAt(i + 1) : null;
      if (bare === null || !Number.isInteger(bare.value) || bare.value < 1 || bare.value > 999) return null;
      if (scales[word(bare.to)] !== undefined || low(bare.to) === '%') return null;
      return rank(i, bare.to, bare.value, 'exact');
    }
    if (/^(nummer|number)$/.test(word(i)) && /^(op|de|the|als|at|is|as)$/.test(word(i - 1))) {
      const bare = free(i + 1) ? bareAt(i + 1) : null;
      const one = /^(één|een|one)$/.test(word(i + 1)) ? { to: i + 2, value: 1 } : null;
      const read = bare ?? one;
      return read !== null && Number.isInteger(read.value) && read.value <= 999
        ? rank(i, read.to, read.value, 'exact', 0.8)
        : null;
    }
    // tiende plaats, 10e plek, third place; ranks third; eerste van in totaal drie
    let value: number | null = null;
    let to = i + 1;
    if (isWord(i)) value = ordinals.get(low(i)) ?? null;
    else if (
      tokens[i]?.kind === 'number' &&
      /^\d{1,3}$/.test(rawOf(place, i)) &&
      glued(i + 1) &&
      ordinalEndings.has(low(i + 1))
    ) {
      value = Number(rawOf(place, i));
      to = i + 2;
    }
    if (value === null) return null;
    if (rankNouns.has(word(to)) && !/^(plaatsen|place|spot)$/.test(word(to)))
      return rank(i, to + 1, value, 'exact');
    if (word(to) === 'place' && !/^(in|the)$/.test(word(i - 1))) return rank(i, to + 1, value, 'exact');
    if (word(to) === 'place' && /^(in|the)$/.test(word(i - 1)) && (value > 1 || word(i - 1) === 'the'))
      return rank(i, to + 1, value, 'exact');
    if (
      /^(ranks|ranked|rank|ranking|came|comes|finished|staat|stond|eindigt|eindigde|werd|wordt)$/.test(
        word(i - 1),
      )
    ) {
      const ranked = /^rank/.test(word(i - 1));
      const ends =
        !isWord(to) ||
        stops.has(word(to)) ||
        /^(worldwide|nationally|wereldwijd|landelijk|europees)$/.test(word(to));
      if (ranked || (ends && value > 1)) return rank(i, to, value, 'exact', 0.75);
    }
    // The first of three: a place in a row that the text counts.
    if (/^(van|of)$/.test(word(to))) {
      let at = to + 1;
      while (/^(in|totaal|de|the|a|total|deze|these|hun|of)$/.test(word(at)) && at < to + 5) at++;
      const bare = free(at) ? bareAt(at) : null;
      if (
        bare !== null &&
        Number.isInteger(bare.value) &&
        bare.value > 1 &&
        bare.value < 100 &&
        low(bare.to) !== '%'
      ) {
        return {
          ...rank(i, to, value, 'exact', 0.7),
          form: 'count',
          unit: 'count',
          reasons: ['ordinal'],
        };
      }
    }
    return null;
  }

  // ---------------------------------------------------------------- fractions

  function fractionAt(i: number): Item | null {
    const fraction = (to: number, share: number, confidence = 0.9, from = i): Item => {
      const back = lookBack(from);
      const key = back.key === 'tot' ? null : back.key;
      return make(
        from,
        to,
        'fraction',
        clean(100 * share),
        null,
        'percent',
        key ?? 'about-word',
        back,
        noteBehind(place, to),
        confidence,
        [],
      );
    };
    const here = low(i);
    // driekwart, tweederde, eenderde
    if (language === 'nl' && isWord(i)) {
      if (here === 'driekwart') return fraction(i + 1, 0.75);
      const glue = /^(een|één|twee|drie|vier)(derde|vierde|vijfde|achtste|tiende)$/.exec(here);
      if (glue !== null) {
        const [, over = '', under = ''] = glue;
        return fraction(i + 1, (dutchNumber(over) ?? 1) / (fractionWords[under] ?? 1));
      }
      if (here === 'helft' || here === 'helften') {
        if (/^(eerste|tweede|andere|beide|ene|laatste)$/.test(low(i - 1))) return null;
        return fraction(i + 1, 0.5, 0.85, /^(de)$/.test(low(i - 1)) ? i - 1 : i);
      }
      if (here === 'kwart' && !/^(één|een|drie|twee)$/.test(low(i - 1))) {
        return word(i + 1) === 'van' || /^(het|ruim|bijna)$/.test(low(i - 1)) ? fraction(i + 1, 0.25) : null;
      }
      if (/^(een|één|eén)$/.test(here)) {
        if (word(i + 1) === 'kwart' && word(i + 2) !== 'eeuw' && word(i + 2) !== 'jaar')
          return fraction(i + 2, 0.25);
        const under =
          /^(derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twintigste|derdedeel)$/.test(
            word(i + 1),
          )
            ? fractionWords[word(i + 1)]
            : undefined;
        if (under !== undefined) {
          const next = i + 2;
          if (word(next) === 'deel') return fraction(next + 1, 1 / under);
          const ends =
            !isWord(next) ||
            /^(van|is|zijn|wordt|werd|was|tot|op|minder|meer|hoger|lager|heeft|daarvan|hiervan|en|of|in)$/.test(
              word(next),
            );
          return ends ? fraction(next, 1 / under) : null;
        }
        const odds = oddsBehind(i + 1);
        if (odds !== null) return fraction(odds.to, 1 / odds.of);
        return null;
      }
    }
    if (language === 'en' && isWord(i)) {
      if (here === 'half') {
        const next = word(i + 1);
        const wide = qualifierBefore(wordBefore(i)) !== null;
        if (/^(of|the|all|its|their|our)$/.test(next) || (wide && next !== 'a')) {
          return /^(first|second|other|latter)$/.test(low(i - 1)) ? null : fraction(i + 1, 0.5, 0.85);
        }
        return /^(by|in|to)$/.test(low(i - 1)) && !isWord(i + 1) ? fraction(i + 1, 0.5, 0.7) : null;
      }
      if (here === 'a' || here === 'one') {
        const hyphen = low(i + 1) === '-' ? i + 2 : i + 1;
        const under = /^(third|quarter|fifth|sixth|seventh|eighth|tenth)$/.test(word(hyphen))
          ? fractionWords[word(hyphen)]
          : undefined;
        if (under !== undefined) {
          const next = word(hyphen + 1);
          const ends =
            hyphen === i + 2 ||
            !isWord(hyphen + 1) ||
            /^(of|is|are|was|were|to|by|in|more|less|fewer|lower|higher|and|or|from|on|compared)$/.test(next);
          return ends && !(word(hyphen) === 'quarter' && /^(in|to)$/.test(next))
            ? fraction(hyphen + 1, 1 / under)
            : null;
        }
        if (here === 'a') return null;
        const odds = oddsBehind(i + 1);
        if (odds !== null) return fraction(odds.to, 1 / odds.of);
      }
    }
    // one child in eight, één kind op de acht
    if (/^(één|eén|one|1)$/.test(here) && isWord(i + 1) && !stops.has(word(i + 1))) {
      const odds = oddsBehind(i + 2);
      if (odds !== null && odds.of <= 100) return fraction(odds.to, 1 / odds.of, 0.8);
    }
    // twee derde, two-thirds, drie kwart, 2/3, 2 op de 5, two in five
    const over = bareAt(i);
    if (over === null || !Number.isInteger(over.value) || over.value < 1 || over.value > 1000) return null;
    if (
      low(over.to) === '/' &&
      glued(over.to) &&
      tokens[over.to + 1]?.kind === 'number' &&
      free(over.to + 1)
    ) {
      const under = bareAt(over.to + 1);
      if (under === null || under.value <= over.value || under.value > 10 || !Number.isInteger(under.value))
        return null;
      return /^(van|deel|of|the|majority|meerderheid)$/.test(word(under.to)) ||
        /^(de|het)$/.test(word(under.to))
        ? fraction(under.to, over.value / under.value)
        : null;
    }
    const hyphen = low(over.to) === '-' && glued(over.to) ? over.to + 1 : over.to;
    const under = fractionWords[word(hyphen)];
    if (under !== undefined && over.value >= 2 && over.value < under && over.written === 'words') {
      if (language === 'en' ? word(hyphen).endsWith('s') : true) {
        const part = word(hyphen + 1) === 'deel' ? hyphen + 2 : hyphen + 1;
        return fraction(part, over.value / under);
      }
    }
    const odds = oddsBehind(over.to);
    if (odds !== null && over.value < odds.of && !timeAtHere(i))
      return fraction(odds.to, over.value / odds.of);
    return null;
  }

  function timeAtHere(i: number): boolean {
    return timeAt(place, i) !== null;
  }

  /** `op de vijf`, `van de tien`, `in five`, `out of every ten`: the number that goes below the line. */
  function oddsBehind(at: number): { readonly to: number; readonly of: number } | null {
    let next = -1;
    if (language === 'nl') {
      if (word(at) === 'op') next = /^(de|elke|iedere)$/.test(word(at + 1)) ? at + 2 : at + 1;
      else if (word(at) === 'van' && /^(de|elke|iedere)$/.test(word(at + 1))) next = at + 2;
    } else if (word(at) === 'in') next = /^(every|each)$/.test(word(at + 1)) ? at + 2 : at + 1;
    else if (word(at) === 'out' && word(at + 1) === 'of') {
      next = /^(every|each)$/.test(word(at + 2)) ? at + 3 : at + 2;
    } else if (word(at) === 'of' && word(at + 1) === 'every') next = at + 2;
    if (next < 0 || !free(next) || timeAt(place, next) !== null) return null;
    const bare = bareAt(next);
    if (bare === null || !Number.isInteger(bare.value) || bare.value < 2 || bare.value > 1000) return null;
    if (bare.value >= 1000 && bare.written === 'digits' && !bare.grouped) return null;
    if (low(bare.to) === '%' || scales[word(bare.to)] !== undefined) return null;
    const plain =
      low(next) !== word(next) || bare.written === 'words' || bare.value <= 10 || bare.value % 10 === 0;
    return plain ? { to: bare.to, of: bare.value } : null;
  }

  // ---------------------------------------------------------------- multiples

  function multipleAt(i: number): Item | null {
    const multiple = (to: number, value: number, unit = 'ratio', confidence = 0.85, from = i): Item => {
      const back = lookBack(from);
      return make(
        from,
        to,
        'number',
        value,
        null,
        unit,
        back.key,
        back,
        noteBehind(place, to),
        confidence,
        [],
      );
    };
    const here = low(i);
    if (isWord(i)) {
      if (language === 'nl') {
        const maal = /^(twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(maal|voud|voudig|voudige)$/.exec(here);
        if (maal !== null) return multiple(i + 1, dutchNumber(maal[1] ?? '') ?? 2);
        if (/^(verdubbel(en|t|d|de|ing)?|verdubbeld)$/.test(here)) return multiple(i + 1, 2, 'ratio', 0.75);
        if (/^verdrievoudig(en|t|d|ing)?$/.test(here)) return multiple(i + 1, 3, 'ratio', 0.75);
        if (/^(halver(en|ing)|halveert|gehalveerd)$/.test(here)) return multiple(i + 1, 0.5, 'ratio', 0.75);
        if (here === 'dubbel' && word(i + 1) === 'zo') return multiple(i + 1, 2);
        const jarig = /^([a-zëé]+)jarige?$/.exec(here);
        if (jarig !== null && here.length < 40) {
          const years = dutchNumber(jarig[1] ?? '');
          return years === null ? null : { ...multiple(i + 1, years, 'years', 0.8), form: 'duration' };
        }
      } else {
        if (here === 'twice') return multiple(i + 1, 2);
        if (here === 'thrice') return multiple(i + 1, 3);
        if (/^(two|three|four|five|six|ten)fold$/.test(here))
          return multiple(i + 1, englishNumber([here.slice(0, -4)])?.value ?? 2);
        if (
          /^(doubl(e|es|ed|ing))$/.test(here) &&
          !/^(counting|glazing|count|check|bass|decker|dip|room)$/.test(word(i + 1))
        ) {
          return multiple(i + 1, 2, 'ratio', 0.7);
        }
        if (/^(tripl(e|es|ed|ing))$/.test(here) && word(i + 1) !== 'helix')
          return multiple(i + 1, 3, 'ratio', 0.7);
        if (/^(halv(e|es|ed|ing))$/.test(here)) return multiple(i + 1, 0.5, 'ratio', 0.7);
      }
    }
    const bare = bareAt(i);
    if (bare === null) return null;
    if (/^(maal|keer|times)$/.test(word(bare.to)) || (low(bare.to) === '×' && !glued(bare.to + 1))) {
      const next = word(bare.to + 1);
      const compares =
        /^(zo|zoveel|zovaak|zolang|as|meer|groter|hoger|the|more|larger|higher|bigger|sneller|faster|over|het|de)$/.test(
          next,
        );
      return multiple(bare.to + 1, bare.value, compares || low(bare.to) === '×' ? 'ratio' : 'times');
    }
    return null;
  }

  /** A number without a noun takes the unit of the next: `van 10 naar 15 procent`, `10, 12 en 15 MW`. */
  function inherit(): void {
    // `from nine years to six`: the second takes the unit of the first.
    for (let k = 1; k < items.length; k++) {
      const item = items[k];
      const before = items[k - 1];
      if (item === undefined || before === undefined || item.unit !== null || before.unit === null) continue;
      if (!/^(naar|tot|to)$/.test(low(item.from - 1)) || item.from - before.to > 2 || before.form === 'rank')
        continue;
      const noun = word(item.to);
      if (noun === '' || stops.has(noun)) item.unit = before.unit;
    }
    for (let k = items.length - 2; k >= 0; k--) {
      const item = items[k];
      const next = items[k + 1];
      if (item === undefined || next === undefined || item.unit !== null) continue;
      const joined = next.from - item.to;
      if (joined < 1 || joined > 2 || next.form === 'rank' || next.form === 'fraction') continue;
      if (!/^(,|en|and|of|or|naar|tot|to|versus|\/|resp)$/.test(low(item.to))) continue;
      if (next.unit !== null) item.unit = next.unit;
    }
  }
}
