import { within } from './dominance.ts';
import { type Blocked, blockedSets } from './facts.ts';
import type { Search, View } from './facts-search.ts';

/**
 * What just fits: blocked with the figures as printed, and no longer so at the width that was chosen. Nothing where the bare
 * figures were chosen themselves.
 */
export function nearSets(view: View, bare: Search, conflicts: readonly Blocked[]): Blocked[] {
  if (view.setting === 'bare') return [];
  return blockedSets(bare.nogoods, view.domains).sets.filter(
    (set) => set.claims.size > 0 && !within(set, conflicts),
  );
}
