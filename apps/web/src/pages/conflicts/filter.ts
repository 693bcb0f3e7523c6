import type { AuditClaim, Conflict } from '@schaalsprong/audit';
import type { Text } from '@schaalsprong/wire';

/** What a reader looks for; empty texts ask for nothing. */
export interface Filter {
  readonly text: string;
  readonly kind: string;
  readonly pillar: string;
  readonly target: string;
}

/** Names of the filter in the address. */
const names = { text: 'zoek', kind: 'soort', pillar: 'pijler', target: 'doel' } as const;
const parts = ['text', 'kind', 'pillar', 'target'] as const;

/** Reads the filter of an address. */
export const readFilter = (search: URLSearchParams): Filter => ({
  text: search.get(names.text) ?? '',
  kind: search.get(names.kind) ?? '',
  pillar: search.get(names.pillar) ?? '',
  target: search.get(names.target) ?? '',
});

/** The address with this filter instead of the one that it had. */
export function writeFilter(search: URLSearchParams, filter: Filter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const part of parts) {
    if (filter[part] === '') next.delete(names[part]);
    else next.set(names[part], filter[part]);
  }
  return next;
}

/** True where nothing is looked for. */
export const looksForAll = (filter: Filter): boolean => parts.every((part) => filter[part].trim() === '');

/** Whether a conflict is what the reader looks for: every word stands somewhere in it, whatever the case. */
export function matches(
  conflict: Pick<Conflict, 'id' | 'kind' | 'targets' | 'claims' | 'explanation' | 'arithmetic'>,
  filter: Filter,
  agenda: {
    readonly targetById: ReadonlyMap<string, { readonly pillar: string; readonly title: Text }>;
  },
  claimById: ReadonlyMap<string, AuditClaim>,
): boolean {
  if (filter.kind !== '' && conflict.kind !== filter.kind) return false;
  if (filter.target !== '' && !conflict.targets.includes(filter.target)) return false;
  if (
    filter.pillar !== '' &&
    !conflict.targets.some((id) => agenda.targetById.get(id)?.pillar === filter.pillar)
  ) {
    return false;
  }
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const hay = [
    conflict.id,
    conflict.explanation.nl,
    conflict.explanation.en,
    conflict.arithmetic.nl,
    conflict.arithmetic.en,
    ...conflict.targets.flatMap((id) => {
      const title = agenda.targetById.get(id)?.title;
      return title === undefined ? [id] : [id, title.nl, title.en];
    }),
    ...conflict.claims.flatMap(({ id }) => {
      const claim = claimById.get(id);
      return claim === undefined ? [id] : [id, claim.text.nl, claim.text.en, ...claim.figure];
    }),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => hay.includes(word));
}
