/** How often something is met over futures. */
export type MetDegree = 'most' | 'some' | 'few';

/**
 * From two thirds of the futures on a target counts as mostly met, below one third as seldom met. The one definition for pages, policy
 * table and commands, and our choice: pages say it beside the words.
 */
export const metBounds = { most: 2 / 3, some: 1 / 3 } as const;

/**
 * How often a target is met, by the count of futures.
 *
 * @returns null where nothing is counted
 *
 * @example
 * import { metDegree } from '@schaalsprong/words';
 * metDegree({ count: 713, of: 1000 }); // => 'most'
 */
export function metDegree(met: { readonly count: number; readonly of: number } | null): MetDegree | null {
  if (met === null || met.of === 0) return null;
  const share = met.count / met.of;
  if (share >= metBounds.most) return 'most';
  return share >= metBounds.some ? 'some' : 'few';
}
