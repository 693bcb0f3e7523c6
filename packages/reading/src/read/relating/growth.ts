import type { Placed } from '../placed.ts';
import type { Sentence } from '../sentences.ts';
import type { FoundQuantity } from '../types.ts';
import {
  bounds,
  bracketBefore,
  family,
  isCount,
  isShare,
  type RelationRule,
  type RelationText,
  type SentenceFigures,
} from './relation-rule.ts';

function growth(t: RelationText, { sentence, all }: SentenceFigures): void {
  const { low, add } = t;
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
    const open = bracketBefore(t, change.to, Math.min(base.from, change.to + 12));
    if (open < 0 || base.from - open > 2 || base.found.period === null || !changes(t, sentence, change))
      continue;
    add('growth', change, [base], true, 0.6, ['end-not-stated']);
  }
}

function changes(t: RelationText, sentence: Sentence, change: Placed): boolean {
  const { tokens, low } = t;
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
  // `at most 5 %` says nothing of a decline: its lower end is no change
  const { min, max } = change.interval;
  const [least, most] = [min ?? 0, max ?? Number.POSITIVE_INFINITY];
  // A decrease is often stated without its sign.
  return [1, -1].some((sign) => {
    const [x, y] = [1 + (sign * least) / 100, 1 + (sign * most) / 100];
    return d >= a * Math.min(x, y) && c <= b * Math.max(x, y);
  });
}

export const growthRule: RelationRule = {
  name: 'from one figure to another, or a growth and its beginning',
  find: growth,
};
