import type { Measure } from '@schaalsprong/wire';
import { useDeferredValue, useMemo } from 'react';
import { useAgenda } from '../../../lib/hooks.tsx';
import { endOf } from '../../../lib/time.ts';
import { useTablePart } from '../context.tsx';
import { useSeenDifference } from '../outcomes/Change.tsx';
import { targetChanges } from '../outcomes/changes.ts';
import type { Shown } from '../outcomes/shown.ts';
import { useTexts } from '../texts.ts';

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
 * What a lever says that was moved and changes none of the targets shown, in sight and beyond chance. Only where it is the one thing
 * that differs from the beginning, since then what was computed is its own effect; of several levers nobody knows which did what.
 */
export function useIdle(shown: Shown): ReadonlyMap<string, string> {
  const c = useTexts();
  const agenda = useAgenda();
  const isSeen = useSeenDifference();
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  const setting = useTablePart((state) => state.setting);
  const stale = useTablePart((state) => state.stale);
  const year = useTablePart((state) => state.year);
  return useMemo(() => {
    const none: ReadonlyMap<string, string> = new Map();
    if (stale || answer === null || compared === null || compared.answer.count !== answer.count) return none;
    const before = compared.setting;
    const moved = agenda.measures.filter(
      ({ id }) => setting.levers[id] !== before.levers[id] || setting.timings[id] !== before.timings[id],
    );
    const [measure] = moved;
    const isAlone =
      moved.length === 1 &&
      setting.viewpoint === before.viewpoint &&
      JSON.stringify(setting.assumptions) === JSON.stringify(before.assumptions);
    if (measure === undefined || !isAlone) return none;
    const targets = new Map(
      [...agenda.targetById].filter(([, { outcome }]) => outcome !== null && shown.includes(outcome)),
    );
    if (targets.size === 0 || targetChanges(targets, answer, compared.answer, isSeen).length > 0) return none;
    const start = Number(agenda.region.document.published.slice(0, 4));
    const from = worksAfter(
      measure,
      start,
      [...targets.values()].map(({ horizon }) => year ?? horizon),
      setting.timings[measure.id],
    );
    const said =
      from === null
        ? c('lever.idle')
        : c('lever.late', { year: String(Math.round(from)), n: String(from - start) });
    return new Map([[measure.id, said]]);
  }, [agenda, answer, compared, setting, stale, year, shown, isSeen, c]);
}
