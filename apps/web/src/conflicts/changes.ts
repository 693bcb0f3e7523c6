import type { Conflict } from '@schaalsprong/audit';

/** What a choice did to the list of conflicts. */
export interface Changes {
  readonly gone: readonly Conflict[];
  readonly come: readonly Conflict[];
}

/** Conflicts of the first list that the second lacks, and the other way round, by their ids. */
export function changesBetween(before: readonly Conflict[], after: readonly Conflict[]): Changes {
  const ids = (conflicts: readonly Conflict[]) => new Set(conflicts.map(({ id }) => id));
  const [was, is] = [ids(before), ids(after)];
  return {
    gone: before.filter(({ id }) => !is.has(id)),
    come: after.filter(({ id }) => !was.has(id)),
  };
}

/**
 * The list with those that are gone at the places where they stood, so that a reader who makes one vanish sees it
 * vanish and can bring it back.
 */
export function withGone(
  now: readonly Conflict[],
  before: readonly Conflict[],
): readonly { readonly conflict: Conflict; readonly gone: boolean }[] {
  const list = now.map((conflict) => ({ conflict, gone: false }));
  const { gone } = changesBetween(before, now);
  for (const conflict of gone) {
    const place = before.indexOf(conflict);
    const previous = before
      .slice(0, place)
      .findLast(({ id }) => list.some((item) => item.conflict.id === id));
    const at = list.findIndex((item) => item.conflict.id === previous?.id);
    list.splice(at + 1, 0, { conflict, gone: true });
  }
  return list;
}

/** Structural sharing: unchanged items keep their identity, so that memoized components skip rendering. */
export function keepSame<T extends { readonly id: string }>(
  old: readonly T[],
  next: readonly T[],
): readonly T[] {
  const known = new Map(old.map((item) => [item.id, item]));
  return next.map((item) => {
    const before = known.get(item.id);
    return before !== undefined && JSON.stringify(before) === JSON.stringify(item) ? before : item;
  });
}
