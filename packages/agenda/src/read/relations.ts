import type { Placed } from './find.ts';
import type { Flow } from './flow.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import type { FoundQuantity, FoundRelation } from './types.ts';

/** `waarvan`, `of which`: the parts behind it are at most the whole before it. */
const ofWhich = new Set(['waarvan', 'daarvan', 'hiervan', 'waaronder', 'daaronder']);
/** `opgebouwd uit`, `consists of`: the parts behind it are the whole before it. */
const madeOfPairs: readonly (readonly [string, string])[] = [
  ['opgebouwd', 'uit'],
  ['samengesteld', 'uit'],
  ['bestaat', 'uit'],
  ['bestaan', 'uit'],
  ['bestaande', 'uit'],
  ['verdeeld', 'over'],
  ['verdeeld', 'in'],
  ['uitgesplitst', 'in'],
  ['consists', 'of'],
  ['consisting', 'of'],
  ['composed', 'of'],
  ['comprised', 'of'],
  ['up', 'of'],
  ['divided', 'into'],
  ['divided', 'between'],
  ['split', 'into'],
  ['split', 'between'],
];
const madeOf = new Map<string, string[]>();
for (const [first, second] of madeOfPairs) madeOf.set(first, [...(madeOf.get(first) ?? []), second]);
/** More than so many figures in one sentence are a table, not a sum. */
const most = 40;

const family = (unit: string): string => unit.replace(/^(eur|usd|gbp)(-mln|-bn)?/, '$1');
const scaleOf = (unit: string): number => (/-bn/.test(unit) ? 1e9 : /-mln/.test(unit) ? 1e6 : 1);

/** Bounds of a figure in the plain unit; infinite where it has none. */
function bounds({ interval, unit }: FoundQuantity): readonly [number, number] {
  const scale = scaleOf(unit);
  return [
    (interval.min ?? Number.NEGATIVE_INFINITY) * scale,
    (interval.max ?? Number.POSITIVE_INFINITY) * scale,
  ];
}

/** Whether figures can add up to another, as wide as their words are. */
function canAdd(parts: readonly FoundQuantity[], whole: FoundQuantity): boolean {
  let low = 0;
  let high = 0;
  for (const part of parts) {
    const [min, max] = bounds(part);
    low += min;
    high += max;
  }
  const [min, max] = bounds(whole);
  const slack = 1e-9 * Math.abs(whole.value * scaleOf(whole.unit));
  return low <= max + slack && high >= min - slack;
}

const plain = (found: FoundQuantity): number => found.value * scaleOf(found.unit);
const isShare = (found: FoundQuantity): boolean => found.unit === 'percent';
const isCount = (one: Placed): boolean =>
  one.item !== null &&
  !/^(percent|percent-point|year|rank|ratio|times|years|months|weeks|days|hours|minutes)$/.test(
    one.found.unit,
  );
/** A part without a noun of its own (`18.500` in brackets) may count what the whole counts. */
const likeWhole = (part: Placed, whole: Placed): boolean =>
  isCount(part) && (family(part.found.unit) === family(whole.found.unit) || part.found.unit === 'count');

/**
 * Sums, shares and growth that the text seems to make. `fits` says whether the figures can hold together, as wide as their
 * qualifiers are.
 *
 * - sum: the whole, and its parts; with the reason `of-which` the parts need not be all of it
 * - share: the whole and the percentage (and the amount, where both stand); with `whole-not-stated` the part instead of
 *   the whole
 * - growth: the end value, then the beginning and the percentage; where the text gives no end, the percentage and the
 *   beginning
 */
export function relationsOf(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  flow: Flow,
  placed: readonly Placed[],
): readonly FoundRelation[] {
  const index = new Map(placed.map((one, i) => [one, i] as const));
  const relations: FoundRelation[] = [];
  const seen = new Set<string>();
  const low = (i: number): string => tokens[i]?.low ?? '';
  const add = (
    kind: FoundRelation['kind'],
    whole: Placed,
    parts: readonly Placed[],
    fits: boolean,
    confidence: number,
    reasons: readonly string[],
  ): void => {
    const indexes = parts.map((part) => index.get(part) ?? -1);
    const at = index.get(whole) ?? -1;
    const key = `${kind} ${at} ${indexes.join(' ')}`;
    if (at < 0 || indexes.length === 0 || indexes.includes(-1) || indexes.includes(at) || seen.has(key))
      return;
    seen.add(key);
    relations.push({ kind, whole: at, parts: indexes, fits, confidence, reasons });
  };

  const bySentence = new Map<number, Placed[]>();
  for (const one of placed) {
    if (one.item === null) continue;
    const list = bySentence.get(one.sentence);
    if (list === undefined) bySentence.set(one.sentence, [one]);
    else list.push(one);
  }

  for (const [number, all] of bySentence) {
    const sentence = sentences[number];
    if (sentence === undefined || all.length > most) continue;
    const earlier = bySentence.get(number - 1) ?? [];
    parted(sentence, all, earlier);
    bracketed(all);
    growth(sentence, all);
    shares(all);
    adjacent(all);
  }
  underTotals();
  return relations;

  function parted(sentence: Sentence, all: readonly Placed[], earlier: readonly Placed[]): void {
    for (let i = sentence.from; i < sentence.to; i++) {
      const word = low(i);
      const some =
        ofWhich.has(word) ||
        (word === 'of' && /^(which|whom|these|those|them)$/.test(low(i + 1))) ||
        (word === 'onder' && low(i + 1) === 'wie');
      const made = madeOf.get(word)?.includes(low(i + 1)) === true;
      if (!some && !made) continue;
      const before = all.filter((one) => one.to <= i && (isCount(one) || !made));
      // `Daarvan` at the beginning speaks of the sentence before.
      const near = [...before].reverse().filter(isCount);
      const far = i - sentence.from < 6 || made ? earlier.filter(isCount) : [];
      const whole = near[0] ?? (made ? far.find((one) => adds(i, sentence, all, one)) : undefined) ?? far[0];
      if (whole === undefined) continue;
      const behind = all.filter((one) => one.from > i && one !== whole);
      const until = nextStop(i, sentence);
      const inside = behind.filter((one) => one.from < until);
      const share = inside.find((one) => isShare(one.found));
      const parts = inside.filter((one) => likeWhole(one, whole));
      if (parts.length > 0) {
        const figures = parts.map((part) => part.found);
        const exact = canAdd(figures, whole.found);
        const [, largest] = bounds(whole.found);
        const least = figures.reduce((sum, figure) => sum + bounds(figure)[0], 0);
        const fits = made ? exact : least <= largest || !Number.isFinite(least);
        const reasons = made
          ? ['made-of']
          : exact && parts.length > 1
            ? ['of-which', 'adds-up']
            : ['of-which'];
        add('sum', whole, parts, fits, fits ? (exact ? 0.9 : 0.75) : 0.6, reasons);
      }
      if (share !== undefined && some) {
        const amount = parts.find((part) => part.from - share.to <= 2 && part.from > share.from);
        const fits = amount === undefined || shareFits(amount.found, whole.found, share.found);
        add('share', whole, amount === undefined ? [share] : [share, amount], fits, 0.75, ['of-which']);
      }
    }
  }

  /** Whether what stands behind a token adds up to a figure. */
  function adds(from: number, sentence: Sentence, all: readonly Placed[], whole: Placed): boolean {
    const until = nextStop(from, sentence);
    const parts = all.filter((one) => one.from > from && one.from < until && likeWhole(one, whole));
    return (
      parts.length > 1 &&
      canAdd(
        parts.map((part) => part.found),
        whole.found,
      )
    );
  }

  /** A list of parts ends at `;` or at the end of the sentence. */
  function nextStop(from: number, sentence: Sentence): number {
    for (let i = from; i < sentence.to; i++) if (tokens[i]?.raw === ';') return i;
    return sentence.to;
  }

  function shareFits(part: FoundQuantity, whole: FoundQuantity, share: FoundQuantity): boolean {
    const [min, max] = bounds(part);
    const [low, high] = bounds(whole);
    const [least, largest] = [share.interval.min ?? 0, share.interval.max ?? Number.POSITIVE_INFINITY];
    return max >= (low * least) / 100 && min <= (high * largest) / 100;
  }

  /** `71.200 arbeidsplaatsen in de sector (43.485 op mbo en 27.715 op hbo)` */
  function bracketed(all: readonly Placed[]): void {
    for (const [i, whole] of all.entries()) {
      if (!isCount(whole)) continue;
      const next = all[i + 1];
      if (next === undefined || next.from - whole.to > 14) continue;
      const open = bracketBefore(whole.to, next.from);
      if (open < 0) continue;
      const close = bracketAfter(open);
      const parts = all.slice(i + 1).filter((one) => one.to <= close && likeWhole(one, whole));
      if (parts.length < 2) continue;
      const fits = canAdd(
        parts.map((part) => part.found),
        whole.found,
      );
      if (fits) add('sum', whole, parts, true, 0.85, ['in-brackets', 'adds-up']);
    }
  }

  function bracketBefore(from: number, to: number): number {
    for (let i = from; i < to; i++) if (tokens[i]?.raw === '(') return i;
    return -1;
  }
  function bracketAfter(from: number): number {
    for (let i = from; i < from + 80 && i < tokens.length; i++) if (tokens[i]?.raw === ')') return i;
    return from;
  }

  function growth(sentence: Sentence, all: readonly Placed[]): void {
    for (const [i, start] of all.entries()) {
      const end = all[i + 1];
      if (end === undefined || end.from - start.to > 10) continue;
      const opens = /^(van|from)$/.test(low(start.from - 1));
      const closes = /^(naar|tot|to)$/.test(low(end.from - 1));
      if (!opens || !closes || start.found.form === 'rank') continue;
      if (family(start.found.unit) !== family(end.found.unit) && start.found.unit !== 'count') continue;
      const change = [all[i - 1], all[i + 2]].find(
        (one): one is Placed => one !== undefined && isShare(one.found),
      );
      const sizes = isShare(start.found) ? undefined : change;
      if (sizes === undefined) {
        add('growth', end, [start], true, 0.8, ['from-to']);
        continue;
      }
      const fits = growthFits(start.found, end.found, sizes.found);
      add('growth', end, [start, sizes], fits, fits ? 0.9 : 0.6, ['from-to', 'with-percentage']);
    }
    // `met 20% toeneemt (€ 9,9 mld. in 2019)`: the growth and its beginning, without an end.
    for (const [i, change] of all.entries()) {
      const base = all[i + 1];
      if (base === undefined || !isShare(change.found) || !isCount(base)) continue;
      const open = bracketBefore(change.to, Math.min(base.from, change.to + 12));
      if (open < 0 || base.from - open > 2 || base.found.period === null || !changes(sentence, change))
        continue;
      add('growth', change, [base], true, 0.6, ['end-not-stated']);
    }
  }

  function changes(sentence: Sentence, change: Placed): boolean {
    for (let i = Math.max(sentence.from, change.from - 4); i < Math.min(sentence.to, change.to + 5); i++) {
      if (
        /^(toeneem|toenem|toename|groei|stijg|verhog|increase|grow|rise|rising|afneem|daal|daling|decrease|fall)/.test(
          low(i),
        )
      )
        return true;
      if (tokens[i]?.raw === '+') return true;
    }
    return change.found.text.startsWith('+');
  }

  function growthFits(start: FoundQuantity, end: FoundQuantity, change: FoundQuantity): boolean {
    const [a, b] = bounds(start);
    const [c, d] = bounds(end);
    const size = [change.interval.min ?? 0, change.interval.max ?? Number.POSITIVE_INFINITY] as const;
    // A fall is often given without its sign.
    return [1, -1].some((sign) => {
      const factors = size.map((one) => 1 + (sign * one) / 100).sort((x, y) => x - y);
      return d >= a * (factors[0] ?? 1) && c <= b * (factors[1] ?? 1);
    });
  }

  /** `22.600 medewerkers (bijna 20 % van het totaal)`, `3.600 woningen (30%)` */
  function shares(all: readonly Placed[]): void {
    for (const [i, part] of all.entries()) {
      const share = all[i + 1];
      if (share === undefined || !isCount(part) || !isShare(share.found) || share.from - part.to > 8)
        continue;
      if (low(share.from - 1) !== '(' || share.found.text.startsWith('+') || share.found.text.startsWith('-'))
        continue;
      const whole = all
        .slice(0, i)
        .reverse()
        .find((one) => likeWhole(part, one) && shareFits(part.found, one.found, share.found));
      if (whole !== undefined) add('share', whole, [share, part], true, 0.7, ['in-brackets']);
      else add('share', part, [share], true, 0.6, ['in-brackets', 'whole-not-stated']);
    }
  }

  /** Figures side by side whose sum stands right before or behind them, to the last digit. */
  function adjacent(all: readonly Placed[]): void {
    const counts = all.filter((one) => isCount(one) && one.item?.range === null && plain(one.found) >= 10);
    for (let i = 0; i < counts.length; i++) {
      for (let size = 2; size <= 6 && i + size <= counts.length; size++) {
        const parts = counts.slice(i, i + size);
        const sum = parts.reduce((total, part) => total + plain(part.found), 0);
        for (const whole of [counts[i - 1], counts[i + size]]) {
          if (whole === undefined || sum < 100 || Math.abs(plain(whole.found) - sum) > 1e-9 * sum) continue;
          if (!parts.every((part) => likeWhole(part, whole) || whole.found.unit === 'count')) continue;
          add('sum', whole, parts, true, 0.55, ['adds-up']);
        }
      }
    }
  }

  /** A total before a list, and a figure of its kind in every item. */
  function underTotals(): void {
    const byBlock = new Map<number, Placed[]>();
    for (const one of placed) {
      const block = one.item === null ? undefined : tokens[one.from]?.block;
      if (block === undefined) continue;
      const list = byBlock.get(block);
      if (list === undefined) byBlock.set(block, [one]);
      else list.push(one);
    }
    for (const [block, figures] of byBlock) {
      const own = flow.blocks[block];
      if (own === undefined || own.kind === 'item' || flow.text[own.end - 1] !== ':') continue;
      const parts: (readonly Placed[])[] = [];
      for (let next = block + 1; flow.blocks[next]?.kind === 'item' && parts.length < most; next++) {
        parts.push(byBlock.get(next) ?? []);
      }
      if (parts.length < 2) continue;
      for (const whole of figures.slice(-3)) {
        if (!isCount(whole) || plain(whole.found) < 10) continue;
        const firsts = parts.map((list) => list.find((one) => likeWhole(one, whole)));
        const known = firsts.filter((one): one is Placed => one !== undefined);
        if (known.length < firsts.length) continue;
        const fits = canAdd(
          known.map((one) => one.found),
          whole.found,
        );
        add(
          'sum',
          whole,
          known,
          fits,
          fits ? 0.85 : 0.5,
          fits ? ['list-under-total', 'adds-up'] : ['list-under-total'],
        );
      }
    }
  }
}
