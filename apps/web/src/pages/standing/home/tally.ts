import type { Target, TargetStanding } from '@schaalsprong/wire';
import { metDegree } from '@schaalsprong/words';

/** How a target that can be computed stands; `never` is the part of seldom in which no future meets it. */
export type TallyGroup = 'most' | 'some' | 'few' | 'never';

/** One target that is counted. */
export interface Counted {
  readonly target: Target;
  readonly met: { readonly count: number; readonly of: number };
}

/** Targets that the futures can count, grouped by how often they are met. */
export interface Tally {
  readonly groups: Readonly<Record<TallyGroup, readonly Counted[]>>;
  readonly counted: number;
  /** Targets without a number or without a model: nothing is counted. */
  readonly uncounted: number;
}

/** Groups in the order of the sentence. */
export const tallyGroups = ['most', 'some', 'few', 'never'] as const satisfies readonly TallyGroup[];

const groupOf = (met: Counted['met']): TallyGroup =>
  met.count === 0 ? 'never' : (metDegree(met) ?? 'never');

/**
 * Counts targets by how often they are met; within a group those that are met most come first, ties in the order of the agenda.
 *
 * @param standingOf the standing of a target; undefined where there is none yet
 */
export function tallyOf(
  targets: readonly Target[],
  standingOf: (id: string) => TargetStanding | undefined,
): Tally {
  const counted = targets.flatMap((target): Counted[] => {
    const met = standingOf(target.id)?.met ?? null;
    return met === null || met.of === 0 ? [] : [{ target, met }];
  });
  const group = (name: TallyGroup): readonly Counted[] =>
    counted
      .filter(({ met }) => groupOf(met) === name)
      .sort((a, b) => b.met.count / b.met.of - a.met.count / a.met.of);
  return {
    groups: { most: group('most'), some: group('some'), few: group('few'), never: group('never') },
    counted: counted.length,
    uncounted: targets.length - counted.length,
  };
}
