import type { TargetStatus } from '@schaalsprong/monitor';

/** How a target stands by what is measured, from good to bad. */
export const statuses = [
  'reached',
  'on-course',
  'lagging',
  'off-course',
  'away',
  'unknown',
] as const satisfies readonly TargetStatus[];

/** How many targets have each status, the statuses that none has left out, from good to bad. */
export function tally(
  standings: readonly { readonly computed: TargetStatus }[],
): readonly { readonly status: TargetStatus; readonly count: number }[] {
  return statuses
    .map((status) => ({ status, count: standings.filter(({ computed }) => computed === status).length }))
    .filter(({ count }) => count > 0);
}
