import {
  isCount,
  isShare,
  likeWhole,
  type RelationRule,
  type RelationText,
  type SentenceFigures,
  shareFits,
} from './relation-rule.ts';

/** `22.600 medewerkers (bijna 20 % van het totaal)`, `3.600 woningen (30%)` */
function shares(t: RelationText, { all }: SentenceFigures): void {
  const { low, add } = t;
  for (const [i, part] of all.entries()) {
    const share = all[i + 1];
    if (share === undefined || !isCount(part) || !isShare(share.found) || share.from - part.to > 8) continue;
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

export const shareRule: RelationRule = { name: 'a per cent in brackets behind its amount', find: shares };
