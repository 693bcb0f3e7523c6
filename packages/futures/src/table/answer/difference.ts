import { medianOf } from '@schaalsprong/methods/distributions';
import { FuturesError } from '@schaalsprong/methods/problems';
import { at } from '@schaalsprong/words';
import { tableProblems } from '../problems.ts';
import type { TableAnswer, TableTarget } from '../types.ts';

/** What changed of a target between two settings, future by future. */
export interface TargetDifference {
  readonly id: string;
  /** Median over futures of the one minus the other, in the unit of the target. */
  readonly median: number;
  /** Futures in which the target comes out higher, and lower. */
  readonly higherIn: number;
  readonly lowerIn: number;
  /** Futures more that meet it; null where the agenda gives no number. */
  readonly met: number | null;
}

/** What changed between two settings. */
export interface TableDifference {
  readonly count: number;
  readonly targets: readonly TargetDifference[];
  /** By outcome the difference of the medians over time, at the times that both answers have. */
  readonly medians: Readonly<
    Record<string, { readonly time: readonly number[]; readonly p50: readonly number[] }>
  >;
}

/**
 * The difference between two settings on the same futures, so that it shows the setting and never the draw.
 *
 * @param answer what is looked at
 * @param other what it is compared with; targets that it lacks are left out
 * @throws FuturesError where the two are not over the same futures
 */
export function difference(answer: TableAnswer, other: TableAnswer): TableDifference {
  if (answer.count !== other.count || answer.seed !== other.seed) {
    throw new FuturesError([tableProblems.otherFutures(answer.count, answer.seed, other.count, other.seed)]);
  }
  const before = new Map(other.targets.map((target) => [target.id, target]));
  const targets = answer.targets.flatMap((target) => {
    const old = before.get(target.id);
    return old === undefined ? [] : [targetDifference(target, old)];
  });
  const medians: Record<string, { time: number[]; p50: number[] }> = {};
  for (const [outcome, band] of Object.entries(answer.bands)) {
    const old = other.bands[outcome];
    if (old === undefined) continue;
    const then = new Map(old.time.map((time, k) => [time, at(old.p50, k)]));
    const line: { time: number[]; p50: number[] } = { time: [], p50: [] };
    band.time.forEach((time, k) => {
      const was = then.get(time);
      if (was === undefined) return;
      line.time.push(time);
      line.p50.push(at(band.p50, k) - was);
    });
    medians[outcome] = line;
  }
  return { count: answer.count, targets, medians };
}

/** One target on the same futures under two settings. */
export function targetDifference(target: TableTarget, old: TableTarget): TargetDifference {
  const count = target.values.length;
  const changes = new Float64Array(count);
  let higherIn = 0;
  let lowerIn = 0;
  // Read plainly: a page does this for every target at every answer, ten thousand futures each.
  for (let future = 0; future < count; future++) {
    const change = (target.values[future] ?? Number.NaN) - (old.values[future] ?? Number.NaN);
    changes[future] = change;
    if (change > 0) higherIn += 1;
    else if (change < 0) lowerIn += 1;
  }
  // Where less than half goes either way, both places around the median hold a zero.
  const isStill = count > 0 && 2 * higherIn < count && 2 * lowerIn < count;
  return {
    id: target.id,
    median: isStill ? 0 : medianOf(changes),
    higherIn,
    lowerIn,
    met: target.met === null || old.met === null ? null : target.met.count - old.met.count,
  };
}
