import type { Placed } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import {
  bounds,
  bracketAfter,
  bracketBefore,
  canAdd,
  isCount,
  isShare,
  likeWhole,
  most,
  plain,
  type RelationRule,
  type RelationText,
  type SentenceFigures,
  shareFits,
} from './relation-rule.ts';

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
function parted(t: RelationText, { sentence, all, earlier }: SentenceFigures): void {
  const { low, add } = t;
  for (let i = sentence.from; i < sentence.to; i++) {
    const word = low(i);
    const some =
      ofWhich.has(word) ||
      (word === 'of' && /^(which|whom|these|those|them)$/.test(low(i + 1))) ||
      (word === 'onder' && low(i + 1) === 'wie');
    const made = madeOf.get(word)?.includes(low(i + 1)) === true;
    if (!some && !made) continue;
    const before = all.filter((one) => one.to <= i && (isCount(one) || !made));
    // `Daarvan` at the beginning refers to the previous sentence.
    const near = [...before].reverse().filter(isCount);
    const far = i - sentence.from < 6 || made ? earlier.filter(isCount) : [];
    const whole = near[0] ?? (made ? far.find((one) => adds(t, i, sentence, all, one)) : undefined) ?? far[0];
    if (whole === undefined) continue;
    const behind = all.filter((one) => one.from > i && one !== whole);
    const until = nextStop(t, i, sentence);
    const inside = behind.filter((one) => one.from < until);
    const share = inside.find((one) => isShare(one.found));
    const parts = inside.filter((one) => likeWhole(one, whole));
    if (parts.length > 0) {
      const figures = parts.map((part) => part.found);
      const exact = canAdd(figures, whole.found);
      const [, largest] = bounds(whole.found);
      const least = figures.reduce((sum, figure) => sum + bounds(figure)[0], 0);
      const fits = made ? exact : least <= largest || !Number.isFinite(least);
      const reasons = made ? ['made-of'] : exact && parts.length > 1 ? ['of-which', 'adds-up'] : ['of-which'];
      add('sum', whole, parts, fits, fits ? (exact ? 0.9 : 0.75) : 0.6, reasons);
    }
    if (share !== undefined && some) {
      const amount = parts.find((part) => part.from - share.to <= 2 && part.from > share.from);
      const fits = amount === undefined || shareFits(amount.found, whole.found, share.found);
      add('share', whole, amount === undefined ? [share] : [share, amount], fits, 0.75, ['of-which']);
    }
  }
}

/** Whether what is behind a token adds up to a figure. */
function adds(
  t: RelationText,
  from: number,
  sentence: Sentence,
  all: readonly Placed[],
  whole: Placed,
): boolean {
  const until = nextStop(t, from, sentence);
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
function nextStop(t: RelationText, from: number, sentence: Sentence): number {
  const { tokens } = t;
  for (let i = from; i < sentence.to; i++) if (tokens[i]?.raw === ';') return i;
  return sentence.to;
}

/** `71.200 arbeidsplaatsen in de sector (43.485 op mbo en 27.715 op hbo)` */
function bracketed(t: RelationText, { all }: SentenceFigures): void {
  const { add } = t;
  for (const [i, whole] of all.entries()) {
    if (!isCount(whole)) continue;
    const next = all[i + 1];
    if (next === undefined || next.from - whole.to > 14) continue;
    const open = bracketBefore(t, whole.to, next.from);
    if (open < 0) continue;
    const close = bracketAfter(t, open);
    const parts = all.slice(i + 1).filter((one) => one.to <= close && likeWhole(one, whole));
    if (parts.length < 2) continue;
    const fits = canAdd(
      parts.map((part) => part.found),
      whole.found,
    );
    if (fits) add('sum', whole, parts, true, 0.85, ['in-brackets', 'adds-up']);
  }
}

/** Adjacent figures whose exact sum directly precedes or follows them. */
function adjacent(t: RelationText, { all }: SentenceFigures): void {
  const { add } = t;
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
export function underTotals(t: RelationText): void {
  const { tokens, flow, placed, add } = t;
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

export const partRules: readonly RelationRule[] = [
  { name: 'parts behind of which or consists of', find: parted },
  { name: 'parts in brackets', find: bracketed },
];
export const adjacentRule: RelationRule = {
  name: 'figures side by side that add up to another',
  find: adjacent,
};
