import type { Asks, AuditInput, ConflictKind } from '../types.ts';

/** The document that results of a model or scenario count as. */
export const resultsDocument = 'results';

/** The most telling first: years and meanings explain a clash better than a sum that falls short. */
const order: readonly Asks[] = ['horizon', 'definition', 'shortfall'];

/** Kind of each relation by its id, those of assumptions included. */
export function asksOf(input: AuditInput): ReadonlyMap<string, Asks> {
  const relations = [...input.relations, ...input.assumptions.map((assumption) => assumption.relation)];
  return new Map(relations.map(({ id, asks }) => [id, asks]));
}

/**
 * The kind of a clash: what its relations ask, those of its assumptions first. Where they ask nothing else it is a
 * contradiction; one that needs an assumption is never called that without saying so. A text and results that do not agree are no
 * contradiction of the text: they fall short of each other.
 */
export function kindOf(
  relations: readonly string[],
  assumptions: readonly string[],
  input: AuditInput,
  asks: ReadonlyMap<string, Asks>,
  documents: readonly (string | null)[] = [],
): Exclude<ConflictKind, 'dominance' | 'missing' | 'near' | 'duplicate'> {
  const assumed = new Set(
    input.assumptions.filter((a) => assumptions.includes(a.id)).map((a) => a.relation.id),
  );
  const own = relations.filter((id) => assumed.has(id));
  for (const among of [own, relations]) {
    const found = order.find((ask) => among.some((id) => asks.get(id) === ask));
    if (found !== undefined) return found as 'horizon' | 'definition' | 'shortfall';
  }
  if (documents.includes(resultsDocument)) return 'shortfall';
  return assumptions.length > 0 ? 'contradiction-under-assumption' : 'contradiction';
}
