import type { Target, TargetStanding } from '@schaalsprong/wire';
import { useComputed, useNames, useWords } from '../lib/hooks.tsx';

/** How often a target is met, by how much it is missed, and what holds it back most. */
export function TargetSentence({ target, found }: { target: Target; found: TargetStanding | undefined }) {
  const { t, metOf, period } = useWords();
  const computed = useComputed();
  const names = useNames();
  if (found === undefined) return <p className="lead lead--waiting">{t('target.sentence.pending')}</p>;
  const parts: string[] = [];
  if (found.met !== null) parts.push(t('target.sentence.met', { met: metOf(found.met) }));
  else parts.push(t('target.sentence.notModelled'));
  if (found.gap !== null) {
    const gap = computed.difference(Math.abs(found.gap), target.unit);
    if (found.projected === null && found.observed !== null) {
      const when = period(found.observed.period);
      parts.push(
        found.gap < 0
          ? t('target.sentence.observedGap', { gap, period: when })
          : t('target.sentence.observedMet', { period: when }),
      );
    } else if (found.gap === 0) parts.push(t('target.sentence.exact'));
    else if (target.direction === 'at-least') {
      parts.push(t(found.gap < 0 ? 'target.sentence.short' : 'target.sentence.over', { gap }));
    } else {
      parts.push(t(found.gap < 0 ? 'target.sentence.overMost' : 'target.sentence.underMost', { gap }));
    }
  }
  const first = found.binding[0];
  if (first !== undefined && first.share > 0) {
    parts.push(t('target.sentence.binding', { constraint: names.brake(first.constraint) }));
  }
  return <p className="lead">{parts.join(' ')}</p>;
}
