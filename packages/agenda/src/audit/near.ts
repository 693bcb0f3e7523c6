import { within } from './dominance.ts';
import { type Blocked, blockedSets } from './facts.ts';
import { type Search, searchOf, type View } from './facts-search.ts';

/**
 * What just fits: blocked with the figures as printed, and no longer so at the width that was chosen. Nothing where the bare
 * figures were chosen themselves.
 */
export function nearSets(
  view: View,
  conflicts: readonly Blocked[],
): { readonly set: Blocked; readonly search: Search }[] {
  if (view.setting === 'bare') return [];
  const search = searchOf(view, 'bare');
  const { sets } = blockedSets(search.nogoods, view.domains);
  return sets.filter((set) => !within(set, conflicts)).map((set) => ({ set, search }));
}
