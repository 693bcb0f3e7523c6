import type { Target, TargetStanding } from '@schaalsprong/wire';
import { type MetDegree, metDegree } from '@schaalsprong/words';

/** How often a target is met over the futures. `unknown`: the model does not speak of it; `pending`: not computed yet. */
export type Status = MetDegree | 'unknown' | 'pending';

const byWeight: readonly Status[] = ['few', 'some', 'most', 'pending', 'unknown'];

/** Status of a count of futures; null where nothing is counted. */
export function statusOfMet(met: { readonly count: number; readonly of: number } | null): Status {
  return metDegree(met) ?? 'unknown';
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
