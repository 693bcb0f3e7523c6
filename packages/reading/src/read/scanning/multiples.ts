import { at } from '@schaalsprong/words';
import { dutchNumber, englishNumber } from '../numbers.ts';
import { noteBehind } from '../times.ts';
import { lookBack } from './look-back.ts';
import { type Item, make, type ScanRule, type ScanText } from './scan-rule.ts';

function multiple(
  t: ScanText,
  i: number,
  to: number,
  value: number,
  unit = 'ratio',
  confidence = 0.85,
): Item {
  const back = lookBack(t, i);
  return make(
    {
      from: i,
      to,
      form: 'number',
      value,
      range: null,
      unit,
      note: noteBehind(t, to),
      confidence,
      reasons: [],
    },
    back.key,
    back,
  );
}

function dutchMultiple(t: ScanText, i: number): Item | null | undefined {
  const { language, low, isWord, word } = t;
  if (language !== 'nl' || !isWord(i)) return undefined;
  const here = low(i);
  const maal = /^(twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(maal|voud|voudig|voudige)$/.exec(here);
  const times = maal === null ? null : dutchNumber(at(maal, 1));
  if (times !== null) return multiple(t, i, i + 1, times);
  if (/^(verdubbel(en|t|d|de|ing)?|verdubbeld)$/.test(here)) return multiple(t, i, i + 1, 2, 'ratio', 0.75);
  if (/^verdrievoudig(en|t|d|ing)?$/.test(here)) return multiple(t, i, i + 1, 3, 'ratio', 0.75);
  if (/^(halver(en|ing)|halveert|gehalveerd)$/.test(here)) return multiple(t, i, i + 1, 0.5, 'ratio', 0.75);
  if (here === 'dubbel' && word(i + 1) === 'zo') return multiple(t, i, i + 1, 2);
  const jarig = /^([a-zëé]+)jarige?$/.exec(here);
  if (jarig !== null && here.length < 40) {
    const years = dutchNumber(at(jarig, 1));
    return years === null ? null : { ...multiple(t, i, i + 1, years, 'years', 0.8), form: 'duration' };
  }
  return undefined;
}

function englishMultiple(t: ScanText, i: number): Item | null | undefined {
  const { language, low, isWord, word } = t;
  if (language !== 'en' || !isWord(i)) return undefined;
  const here = low(i);
  if (here === 'twice') return multiple(t, i, i + 1, 2);
  if (here === 'thrice') return multiple(t, i, i + 1, 3);
  if (/^(two|three|four|five|six|ten)fold$/.test(here))
    return multiple(t, i, i + 1, englishNumber([here.slice(0, -4)])?.value ?? 2);
  if (
    /^(doubl(e|es|ed|ing))$/.test(here) &&
    !/^(counting|glazing|count|check|bass|decker|dip|room)$/.test(word(i + 1))
  ) {
    return multiple(t, i, i + 1, 2, 'ratio', 0.7);
  }
  if (/^(tripl(e|es|ed|ing))$/.test(here) && word(i + 1) !== 'helix')
    return multiple(t, i, i + 1, 3, 'ratio', 0.7);
  if (/^(halv(e|es|ed|ing))$/.test(here)) return multiple(t, i, i + 1, 0.5, 'ratio', 0.7);
  return undefined;
}

function timesAs(t: ScanText, i: number): Item | null | undefined {
  const { low, word, glued, bareAt } = t;
  const bare = bareAt(i);
  if (bare === null) return null;
  if (/^(maal|keer|times)$/.test(word(bare.to)) || (low(bare.to) === '×' && !glued(bare.to + 1))) {
    const next = word(bare.to + 1);
    const compares =
      /^(zo|zoveel|zovaak|zolang|as|meer|groter|hoger|the|more|larger|higher|bigger|sneller|faster|over|het|de)$/.test(
        next,
      );
    return multiple(t, i, bare.to + 1, bare.value, compares || low(bare.to) === '×' ? 'ratio' : 'times');
  }
  return null;
}

/** So many times something. */
export const multipleRules: readonly ScanRule[] = [
  { name: 'drievoud, verdubbelt, tienjarig', read: dutchMultiple },
  { name: 'twice, threefold, doubling', read: englishMultiple },
  { name: 'drie keer zo veel, 3 times', read: timesAs },
];
