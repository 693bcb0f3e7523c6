import type { ValueState } from '@schaalsprong/monitor';
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

/** A day that something was done on, or the words for a day that nobody knows. */
export function useDay(): (day: string | null) => string {
  const c = useTexts();
  const { period } = useWords();
  return (day) => (day === null || day === '' ? c('day.unknown') : period(day.slice(0, 10)));
}
