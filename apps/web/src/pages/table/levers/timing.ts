import { useWords } from '../../../lib/hooks.tsx';
import { useTexts } from '../texts.ts';

/** Says by how many years a measure comes earlier, or below 0 later. */
export function useShiftWords(): (years: number) => string {
  const { count } = useWords();
  const c = useTexts();
  return (years) => {
    const n = Math.abs(years);
    if (n === 0) return c('when.planned');
    if (years > 0) return n === 1 ? c('when.earlier.one') : c('when.earlier', { n: count(n) });
    return n === 1 ? c('when.later.one') : c('when.later', { n: count(n) });
  };
}
