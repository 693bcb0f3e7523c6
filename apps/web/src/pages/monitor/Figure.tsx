import { publisherOf } from '@schaalsprong/agenda/offices';
import type { ValueState, VintageFact } from '@schaalsprong/monitor';
import { Kind } from '../../components/Kind.tsx';
import { useNumber, useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';

/** A figure, or why there is none, in words. */
export function useFigure(): (
  fact: { readonly value: number | null; readonly state: ValueState },
  unit: string,
) => string {
  const c = useTexts();
  const show = useNumber();
  return (fact, unit) =>
    fact.value === null || fact.state !== 'value'
      ? c(`state.${fact.state === 'value' ? 'missing' : fact.state}`)
      : show(fact.value, unit, { precise: true });
}

/** How sure a figure is: measured, or the word that says why it is less than that; who says it where no office measured it. */
export function FigureKind({ fact }: { fact: Pick<VintageFact, 'standing' | 'source'> }) {
  const { t } = useWords();
  return fact.standing === 'reported' ? (
    <Kind of="stated" word={t('observed.reportedBy', { source: publisherOf(fact.source) })} />
  ) : (
    <Kind of="observed" word={t(`observed.${fact.standing}`)} />
  );
}

/** A day that something was done on, or the words for a day that nobody knows. */
export function useDay(): (day: string | null) => string {
  const c = useTexts();
  const { period } = useWords();
  return (day) => (day === null || day === '' ? c('day.unknown') : period(day.slice(0, 10)));
}
