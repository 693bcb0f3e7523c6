import { publisherOf } from '@schaalsprong/agenda/offices';
import type { VintageFact } from '@schaalsprong/monitor';
import type { TargetStanding } from '@schaalsprong/wire';
import { useWords } from '../lib/hooks.tsx';
import { Kind } from './Kind.tsx';

/** How sure a figure is: measured, or the word that says why it is less than that; who says it where no office measured it. */
export function FigureKind({ fact }: { fact: Pick<VintageFact, 'standing' | 'source'> }) {
  const { t } = useWords();
  return fact.standing === 'reported' ? (
    <Kind of="stated" word={t('observed.reportedBy', { source: publisherOf(fact.source) })} />
  ) : (
    <Kind of="observed" word={t(`observed.${fact.standing}`)} />
  );
}

/** When the last observed figure of a target was, and what kind of figure it is. */
export function WhenObserved({ found }: { found: TargetStanding }) {
  const { period } = useWords();
  const { observed, observedStatus } = found;
  if (observed === null) return null;
  return (
    <>
      {period(observed.period)}{' '}
      <FigureKind fact={{ standing: observedStatus ?? 'observed', source: observed.source }} />
    </>
  );
}
