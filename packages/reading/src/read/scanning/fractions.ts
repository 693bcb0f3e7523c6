import { fractionWords, scales, stops } from '../lexicon.ts';
import { dutchNumber } from '../numbers.ts';
import { qualifierBefore } from '../qualifiers.ts';
import { noteBehind, timeAt } from '../times.ts';
import { lookBack, wordBefore } from './look-back.ts';
import { clean, type Item, make, type ScanRule, type ScanText } from './scan-rule.ts';

/** A share in per cent; the word `tot` before it gives the level and no upper end. */
function fraction(t: ScanText, i: number, to: number, share: number, confidence = 0.9, from = i): Item {
  const back = lookBack(t, from);
  const key = back.key === 'tot' ? null : back.key;
  return make(
    {
      from,
      to,
      form: 'fraction',
      value: clean(100 * share),
      range: null,
      unit: 'percent',
      note: noteBehind(t, to),
      confidence,
      reasons: [],
    },
    key ?? 'about-word',
    back,
  );
}

function dutchFraction(t: ScanText, i: number): Item | null | undefined {
  const { language, low, isWord, word } = t;
  const here = low(i);
  // driekwart, tweederde, eenderde
  if (language === 'nl' && isWord(i)) {
    if (here === 'driekwart') return fraction(t, i, i + 1, 0.75);
    const glue = /^(een|één|twee|drie|vier)(derde|vierde|vijfde|achtste|tiende)$/.exec(here);
    if (glue !== null) {
      const [, over = '', under = ''] = glue;
      return fraction(t, i, i + 1, (dutchNumber(over) ?? 1) / (fractionWords[under] ?? 1));
    }
    if (here === 'helft' || here === 'helften') {
      if (/^(eerste|tweede|andere|beide|ene|laatste)$/.test(low(i - 1))) return null;
      return fraction(t, i, i + 1, 0.5, 0.85, /^(de)$/.test(low(i - 1)) ? i - 1 : i);
    }
    if (here === 'kwart' && !/^(één|een|drie|twee)$/.test(low(i - 1))) {
      return word(i + 1) === 'van' || /^(het|ruim|bijna)$/.test(low(i - 1))
        ? fraction(t, i, i + 1, 0.25)
        : null;
    }
    if (/^(een|één|eén)$/.test(here)) {
      if (word(i + 1) === 'kwart' && word(i + 2) !== 'eeuw' && word(i + 2) !== 'jaar')
        return fraction(t, i, i + 2, 0.25);
      const under = /^(derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twintigste|derdedeel)$/.test(
        word(i + 1),
      )
        ? fractionWords[word(i + 1)]
        : undefined;
      if (under !== undefined) {
        const next = i + 2;
        if (word(next) === 'deel') return fraction(t, i, next + 1, 1 / under);
        const ends =
          !isWord(next) ||
          /^(van|is|zijn|wordt|werd|was|tot|op|minder|meer|hoger|lager|heeft|daarvan|hiervan|en|of|in)$/.test(
            word(next),
          );
        return ends ? fraction(t, i, next, 1 / under) : null;
      }
      const odds = oddsBehind(t, i + 1);
      if (odds !== null) return fraction(t, i, odds.to, 1 / odds.of);
      return null;
    }
  }
  return undefined;
}

function englishFraction(t: ScanText, i: number): Item | null | undefined {
  const { language, low, isWord, word } = t;
  const here = low(i);
  if (language === 'en' && isWord(i)) {
    if (here === 'half') {
      const next = word(i + 1);
      const wide = qualifierBefore(wordBefore(t, i)) !== null;
      if (/^(of|the|all|its|their|our)$/.test(next) || (wide && next !== 'a')) {
        return /^(first|second|other|latter)$/.test(low(i - 1)) ? null : fraction(t, i, i + 1, 0.5, 0.85);
      }
      return /^(by|in|to)$/.test(low(i - 1)) && !isWord(i + 1) ? fraction(t, i, i + 1, 0.5, 0.7) : null;
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
          ? fraction(t, i, hyphen + 1, 1 / under)
          : null;
      }
      if (here === 'a') return null;
      const odds = oddsBehind(t, i + 1);
      if (odds !== null) return fraction(t, i, odds.to, 1 / odds.of);
    }
  }
  return undefined;
}

function oneThingIn(t: ScanText, i: number): Item | null | undefined {
  const { low, isWord, word } = t;
  const here = low(i);
  // one child in eight, één kind op de acht
  if (/^(één|eén|one|1)$/.test(here) && isWord(i + 1) && !stops.has(word(i + 1))) {
    const odds = oddsBehind(t, i + 2);
    if (odds !== null && odds.of <= 100) return fraction(t, i, odds.to, 1 / odds.of, 0.8);
  }
  return undefined;
}

function numberOver(t: ScanText, i: number): Item | null | undefined {
  const { tokens, language, low, word, glued, free, bareAt } = t;
  // twee derde, two-thirds, drie kwart, 2/3, 2 op de 5, two in five
  const over = bareAt(i);
  if (over === null || !Number.isInteger(over.value) || over.value < 1 || over.value > 1000) return null;
  if (low(over.to) === '/' && glued(over.to) && tokens[over.to + 1]?.kind === 'number' && free(over.to + 1)) {
    const under = bareAt(over.to + 1);
    if (under === null || under.value <= over.value || under.value > 10 || !Number.isInteger(under.value))
      return null;
    return /^(van|deel|of|the|majority|meerderheid)$/.test(word(under.to)) ||
      /^(de|het)$/.test(word(under.to))
      ? fraction(t, i, under.to, over.value / under.value)
      : null;
  }
  const hyphen = low(over.to) === '-' && glued(over.to) ? over.to + 1 : over.to;
  const under = fractionWords[word(hyphen)];
  if (under !== undefined && over.value >= 2 && over.value < under && over.written === 'words') {
    if (language === 'en' ? word(hyphen).endsWith('s') : true) {
      const part = word(hyphen + 1) === 'deel' ? hyphen + 2 : hyphen + 1;
      return fraction(t, i, part, over.value / under);
    }
  }
  const odds = oddsBehind(t, over.to);
  if (odds !== null && over.value < odds.of && timeAt(t, i) === null)
    return fraction(t, i, odds.to, over.value / odds.of);
  return null;
}

/** `op de vijf`, `van de tien`, `in five`, `out of every ten`: the number that goes below the line. */
function oddsBehind(t: ScanText, at: number): { readonly to: number; readonly of: number } | null {
  const { language, low, word, free, bareAt } = t;
  let next = -1;
  if (language === 'nl') {
    if (word(at) === 'op') next = /^(de|elke|iedere)$/.test(word(at + 1)) ? at + 2 : at + 1;
    else if (word(at) === 'van' && /^(de|elke|iedere)$/.test(word(at + 1))) next = at + 2;
  } else if (word(at) === 'in') next = /^(every|each)$/.test(word(at + 1)) ? at + 2 : at + 1;
  else if (word(at) === 'out' && word(at + 1) === 'of') {
    next = /^(every|each)$/.test(word(at + 2)) ? at + 3 : at + 2;
  } else if (word(at) === 'of' && word(at + 1) === 'every') next = at + 2;
  if (next < 0 || !free(next) || timeAt(t, next) !== null) return null;
  const bare = bareAt(next);
  if (bare === null || !Number.isInteger(bare.value) || bare.value < 2 || bare.value > 1000) return null;
  if (bare.value >= 1000 && bare.written === 'digits' && !bare.grouped) return null;
  if (low(bare.to) === '%' || scales[word(bare.to)] !== undefined) return null;
  const plain =
    low(next) !== word(next) || bare.written === 'words' || bare.value <= 10 || bare.value % 10 === 0;
  return plain ? { to: bare.to, of: bare.value } : null;
}

/** Shares in words or as a fraction. */
export const fractionRules: readonly ScanRule[] = [
  { name: 'driekwart, tweederde, eenderde, de helft, een kwart van, een op de vijf', read: dutchFraction },
  { name: 'half of, a third, one in five', read: englishFraction },
  { name: 'one child in eight, één kind op de acht', read: oneThingIn },
  { name: 'twee derde, two-thirds, 2/3, 2 op de 5', read: numberOver },
];
