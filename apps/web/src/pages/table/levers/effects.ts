import type { LeverEffect } from '@schaalsprong/futures/table';
import { useMemo } from 'react';
import { useAgenda } from '../../../lib/hooks.tsx';
import { isCountChange } from '../../../lib/noise.ts';
import { useTablePart } from '../context.tsx';
import { useSeenDifference } from '../outcomes/Change.tsx';

/** How large an effect is, as a part of the width of the band: how effects on targets of different units are put in order. */
export const sizeOf = ({ shift, p10, p90 }: LeverEffect): number =>
  shift === 0 ? 0 : Math.abs(shift) / (p90 - p10);

/**
 * What each lever moves at the year that is read, from end to end, in sight and beyond chance; null until it was computed. By measure, the
 * largest effect first. A shift is judged by as many futures as the table shows once the hand rests, so that nothing is called idle that
 * would show.
 */
export function useSeenEffects(): ReadonlyMap<string, readonly LeverEffect[]> | null {
  const { targetById } = useAgenda();
  const isSeen = useSeenDifference();
  const effects = useTablePart((state) => state.effects);
  const year = useTablePart((state) => state.year);
  const of = useTablePart((state) => state.of);
  return useMemo(() => {
    if (effects === null) return null;
    const found = new Map<string, LeverEffect[]>();
    for (const effect of effects.effects) {
      const { measure, target, shift, met, p10, p90 } = effect;
      const unit = targetById.get(target)?.unit ?? '';
      const isMoved =
        isSeen(shift, unit, { p10, p90, of }) ||
        (met !== null && isCountChange(met.lower, met.upper, effects.futures));
      if (effect.year === year && isMoved) found.set(measure, [...(found.get(measure) ?? []), effect]);
    }
    for (const each of found.values()) each.sort((a, b) => sizeOf(b) - sizeOf(a));
    return found;
  }, [effects, year, of, targetById, isSeen]);
}
