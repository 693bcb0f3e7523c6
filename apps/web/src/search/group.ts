import type { SearchHit } from '@schaalsprong/search';

/** Hits of one kind. */
export interface HitGroup {
  readonly kind: string;
  readonly hits: readonly SearchHit[];
}

/** Hits by kind, the kind of the best hit first; within a kind the best first. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return [...groups].map(([kind, of]) => ({ kind, hits: of }));
}
