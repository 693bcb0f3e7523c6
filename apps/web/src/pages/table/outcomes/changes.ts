import { type TableAnswer, type TableTarget, targetDifference } from '@schaalsprong/futures/table';
import type { Target } from '@schaalsprong/wire';
import { isPairedChange } from '../../../lib/noise.ts';
import type { Sample } from './Change.tsx';

/** What a setting does to one target, in the same futures as what it is compared with. */
export interface TargetChange {
  readonly target: string;
  /** Median over futures of the one minus the other, in the unit of the target. */
  readonly shift: number;
  /** The shift as a part of the width of the band (10 to 90 %) that it is compared with: how targets of different units are put in order. */
  readonly size: number;
  /** What the present middle was read from. */
  readonly sample: Sample;
  /** Futures more that meet it; null where the agenda gives no number. */
  readonly more: number | null;
  /** How many meet it now; null where the agenda gives no number. */
  readonly met: TableTarget['met'];
  /** Whether more or fewer futures meet it than chance explains. */
  readonly isCounted: boolean;
}

/** Futures that meet the target and did not, and the other way round. */
function turned(
  { value, direction }: Target,
  now: TableTarget,
  before: TableTarget,
): { readonly gained: number; readonly lost: number } {
  let gained = 0;
  let lost = 0;
  if (value === null) return { gained, lost };
  const meets = (of: number): boolean => (direction === 'at-least' ? of >= value : of <= value);
  now.values.forEach((of, future) => {
    const is = meets(of);
    if (is === meets(before.values[future] ?? Number.NaN)) return;
    if (is) gained += 1;
    else lost += 1;
  });
  return { gained, lost };
}

const known = new WeakMap<TableTarget, { readonly before: TableTarget; readonly change: TargetChange }>();

/** The change of one target; memoized, since a card, a tile and the list ask for the same. Both are over the same futures. */
export function targetChange(target: Target, now: TableTarget, before: TableTarget): TargetChange {
  const old = known.get(now);
  if (old !== undefined && old.before === before) return old.change;
  const { median: shift, met: more } = targetDifference(now, before);
  const { gained, lost } = turned(target, now, before);
  const width = before.projected.p90 - before.projected.p10;
  const change: TargetChange = {
    target: target.id,
    shift,
    size: shift === 0 ? 0 : Math.abs(shift) / width,
    more,
    sample: sampleOf(now),
    met: now.met,
    isCounted: isPairedChange(gained, lost),
  };
  known.set(now, { before, change });
  return change;
}

/** What the middle of a target was read from. */
const sampleOf = ({ projected, values }: TableTarget): Sample => ({ ...projected, of: values.length });

/**
 * What changed between two answers over the same futures, the largest first: targets whose middle shifts by something that is seen, or
 * that more or fewer futures meet than chance explains.
 *
 * @param isSeen whether a difference in a unit survives rounding for display, and is more than chance
 */
export function targetChanges(
  targets: ReadonlyMap<string, Target>,
  answer: TableAnswer,
  before: TableAnswer,
  isSeen: (difference: number, unit: string, sample: Sample) => boolean,
): readonly TargetChange[] {
  const was = new Map(before.targets.map((target) => [target.id, target]));
  return answer.targets
    .flatMap((now): TargetChange[] => {
      const target = targets.get(now.id);
      const old = was.get(now.id);
      if (target === undefined || old === undefined || old === now) return [];
      const change = targetChange(target, now, old);
      return change.isCounted || isSeen(change.shift, target.unit, change.sample) ? [change] : [];
    })
    .sort(
      (a, b) =>
        b.size - a.size ||
        Math.abs(b.more ?? 0) - Math.abs(a.more ?? 0) ||
        a.target.localeCompare(b.target, 'en'),
    );
}
