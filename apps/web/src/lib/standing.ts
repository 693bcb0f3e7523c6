import type { Target, TargetStanding } from '@schaalsprong/wire';

/** How often a target is met over the futures. `unknown`: the model does not speak of it; `pending`: not computed yet. */
export type Status = 'most' | 'some' | 'few' | 'unknown' | 'pending';

/** From two thirds of the futures a target counts as met in most, below one third as met in few. Our choice, said on screen. */
const statusBounds = { most: 2 / 3, some: 1 / 3 } as const;

const byWeight: readonly Status[] = ['few', 'some', 'most', 'pending', 'unknown'];

/** Status of a count of futures; null where nothing is counted. */
export function statusOfMet(met: { readonly count: number; readonly of: number } | null): Status {
  if (met === null || met.of === 0) return 'unknown';
  const share = met.count / met.of;
  if (share >= statusBounds.most) return 'most';
  return share >= statusBounds.some ? 'some' : 'few';
}

/** Status of one target; its standing is undefined while there is none yet. */
export function statusOf(target: Pick<Target, 'outcome'>, standing: TargetStanding | undefined): Status {
  if (target.outcome === null) return 'unknown';
  return standing === undefined ? 'pending' : statusOfMet(standing.met);
}

/** An opgave stands where its weakest target stands; targets that are not modelled do not speak, unless all are. */
export function weakest(statuses: readonly Status[]): Status {
  return byWeight.find((status) => statuses.includes(status)) ?? 'unknown';
}
