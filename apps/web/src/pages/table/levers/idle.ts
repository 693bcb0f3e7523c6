import { sameSetting } from '@schaalsprong/futures/table';
import type { Measure } from '@schaalsprong/wire';
import { useDeferredValue, useMemo } from 'react';
import { useAgenda } from '../../../lib/hooks.tsx';
import { endOf } from '../../../lib/time.ts';
import { useTablePart } from '../context.tsx';
import { useSeenDifference } from '../outcomes/Change.tsx';
import { targetChanges } from '../outcomes/changes.ts';
import type { Shown } from '../outcomes/shown.ts';
import { useTexts } from '../texts.ts';
import { useSeenEffects } from './effects.ts';
import { isMovedFrom } from './grouping.ts';

/**
 * The year from which a measure works, where that is after the horizon of every target that is shown; null where it works in time, or
 * where its lead time is not known.
 *
 * @param start decimal year in which it begins
 * @param horizons of the targets that are shown, as periods
 * @param earlier years by which it comes earlier, below 0 later
 */
export function worksAfter(
  { leadTimeYears }: Pick<Measure, 'leadTimeYears'>,
  start: number,
  horizons: readonly string[],
  earlier = 0,
): number | null {
  if (leadTimeYears === null || horizons.length === 0) return null;
  const from = start + leadTimeYears.value - earlier;
  return horizons.every((horizon) => (endOf(horizon) ?? Number.POSITIVE_INFINITY) <= from) ? from : null;
}

/**
 * What levers say that change none of the targets shown, before anybody moves them: from end to end it is computed once. That holds where
 * everything else stands as it did there, so that it is not said once another lever or an assumption differs; that a lever works mostly after
 * the year that is read, by the time that its measure takes, is. A lever that was moved alone is judged by its own answer.
 */
export function useIdle(shown: Shown): ReadonlyMap<string, string> {
  const c = useTexts();
  const agenda = useAgenda();
  const isSeen = useSeenDifference();
  const seen = useSeenEffects();
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  const setting = useTablePart((state) => state.setting);
  const base = useTablePart((state) => state.base);
  const stale = useTablePart((state) => state.stale);
  const year = useTablePart((state) => state.year);
  const targets = useMemo(
    () =>
      new Map(
        [...agenda.targetById].filter(([, { outcome }]) => outcome !== null && shown.includes(outcome)),
      ),
    [agenda, shown],
  );
  const start = Number(agenda.region.document.published.slice(0, 4));
  const { timings } = setting;
  const late = useMemo(() => {
    const horizons = [...targets.values()].map(({ horizon }) => year ?? horizon);
    return new Map(
      agenda.measures.flatMap((measure): [string, number][] => {
        const from = worksAfter(measure, start, horizons, timings[measure.id]);
        return from === null ? [] : [[measure.id, Math.round(from)]];
      }),
    );
  }, [agenda, start, targets, timings, year]);
  return useMemo(() => {
    const notes = new Map<string, string>();
    if (targets.size === 0) return notes;
    const moved = agenda.measures.filter(({ id }) => isMovedFrom(id, setting, base));
    const isAssumed =
      setting.viewpoint !== base.viewpoint ||
      JSON.stringify(setting.assumptions) !== JSON.stringify(base.assumptions);
    const idle = ({ id }: Measure, otherwise: 'lever.idle' | 'lever.idle.range'): string => {
      const from = late.get(id);
      return from === undefined
        ? c(otherwise)
        : c('lever.late', { year: String(from), n: String(from - start) });
    };
    for (const measure of agenda.measures) {
      const { id } = measure;
      const from = late.get(id);
      const isAlone = !isAssumed && moved.every((one) => one.id === id);
      const moves = seen?.get(id)?.some(({ target }) => targets.has(target)) ?? false;
      if (seen !== null && isAlone && !moves) notes.set(id, idle(measure, 'lever.idle.range'));
      else if (seen !== null && from !== undefined) notes.set(id, c('lever.mostly', { year: String(from) }));
    }
    const [alone] = moved;
    if (
      alone !== undefined &&
      moved.length === 1 &&
      !isAssumed &&
      !stale &&
      answer !== null &&
      compared !== null &&
      compared.answer.count === answer.count &&
      sameSetting(compared.setting, base) &&
      targetChanges(targets, answer, compared.answer, isSeen).length === 0
    ) {
      notes.set(alone.id, idle(alone, 'lever.idle'));
    }
    return notes;
  }, [agenda, answer, base, compared, late, seen, setting, stale, start, targets, isSeen, c]);
}
