import type { AuditReading } from '@schaalsprong/agenda/claims';
import { compareTexts, must } from '@schaalsprong/words';
import type { View } from '../facts/facts-search.ts';
import type { Fact } from '../facts/facts-types.ts';
import type { AuditContinuation } from '../types.ts';
import { type Lookup, stakeOf, targetsOf } from './found.ts';

const nothing: Omit<Fact, 'id' | 'kind' | 'taken' | 'targets'> = {
  assumptions: [],
  relations: [],
  core: null,
  widest: 'generous',
  readings: {},
  everyReading: true,
  remaining: [],
  demands: null,
  continuation: null,
  gap: null,
};

/** A claim in the reading that is looked at first. */
const firstReading = (claim: string, view: View): { claim: string; reading: string } => ({
  claim,
  reading: view.domains.get(claim)?.[0] ?? 'as-written',
});

/** The subject of a reading (quantity, entity and unit), without its period. */
const subjectOf = ({ variable, unit }: AuditReading): string =>
  [...variable.split('@').slice(0, 2), unit].join('@');

/**
 * In which readings a claim and the one that it goes on from speak of something else; null where they do in none of those
 * that the view leaves open.
 */
function continuedReadings(
  { claim, of }: AuditContinuation,
  view: View,
  by: Lookup,
): Pick<Fact, 'readings' | 'everyReading' | 'remaining'> | null {
  const { readings: own } = must(by.claims, claim);
  const { readings: before } = must(by.claims, of);
  const combinations = own.flatMap((a) =>
    before.map((b) => ({ [claim]: a.id, [of]: b.id, apart: subjectOf(a) !== subjectOf(b) })),
  );
  const isOpen = (combination: (typeof combinations)[number]) =>
    [claim, of].every((id) => view.domains.get(id)?.includes(String(combination[id])) === true);
  if (!combinations.some((combination) => combination.apart && isOpen(combination))) return null;
  const several = [claim, of].filter((id) => must(by.claims, id).readings.length > 1);
  const named = (combination: (typeof combinations)[number]) =>
    Object.fromEntries(several.map((id) => [id, String(combination[id])]));
  const remaining = combinations.filter((combination) => !combination.apart).map(named);
  const readings = Object.fromEntries(
    several.map((id) => [
      id,
      must(by.claims, id)
        .readings.map((reading) => reading.id)
        .filter((reading) =>
          combinations.every((combination) => combination.apart || combination[id] !== reading),
        ),
    ]),
  );
  return { readings, everyReading: remaining.length === 0, remaining };
}

/** Continuations that speak of something else, gaps, and what is said twice. */
export function wordFacts(
  view: View,
  by: Lookup,
): { readonly fact: Fact; readonly claims: readonly string[] }[] {
  const { input } = view;
  const definitions = input.continuations
    .filter((one) => one.differs.length > 0)
    .flatMap((continuation) => {
      const claims = [continuation.claim, continuation.of];
      const readings = continuedReadings(continuation, view, by);
      if (readings === null) return [];
      const fact: Fact = {
        ...nothing,
        ...readings,
        id: `definition--${claims.join('--')}`,
        kind: 'definition',
        taken: claims.map((claim) => firstReading(claim, view)),
        targets: targetsOf(claims, stakeOf(claims, by), by),
        continuation,
      };
      return { fact, claims };
    });
  const missing = input.gaps.map((gap) => ({
    claims: gap.claims,
    fact: {
      ...nothing,
      id: `missing--${gap.id}`,
      kind: 'missing',
      taken: gap.claims.map((claim) => firstReading(claim, view)),
      targets: gap.targets,
      gap,
    } satisfies Fact,
  }));
  const duplicates = duplicatesOf(view, by).map((claims) => ({
    claims,
    fact: {
      ...nothing,
      id: `duplicate--${[...stakeOf(claims, by), ...claims.filter((c) => !stakeOf(claims, by).includes(c)).toSorted(compareTexts)].join('--')}`,
      kind: 'duplicate',
      taken: claims.map((claim) => firstReading(claim, view)),
      targets: targetsOf(claims, stakeOf(claims, by), by),
    } satisfies Fact,
  }));
  return [...definitions, ...missing, ...duplicates];
}

/** Claims of one quantity, or of quantities that are the same, with the same interval. */
function duplicatesOf(view: View, by: Lookup): string[][] {
  const parent = new Map<string, string>();
  const rootOf = (variable: string): string => {
    const up = parent.get(variable);
    return up === undefined || up === variable ? variable : rootOf(up);
  };
  for (const relation of view.input.relations) {
    if (relation.kind !== 'same' || relation.when.length > 0) continue;
    const [first, ...rest] = relation.of;
    for (const of of rest) if (first !== undefined) parent.set(rootOf(of), rootOf(first));
  }
  const same = new Map<string, string[]>();
  for (const claim of view.input.claims) {
    const [reading] = view.domains.get(claim.id) ?? [];
    const found = reading === undefined ? undefined : by.reading(claim.id, reading);
    if (!found || reading === undefined) continue;
    const interval = view.intervalAt(view.setting)(claim.id, reading);
    const key = JSON.stringify([
      rootOf(found.variable),
      interval.min,
      interval.max,
      interval.minOpen,
      interval.maxOpen,
    ]);
    same.set(key, [...(same.get(key) ?? []), claim.id]);
  }
  return [...same.values()].filter((claims) => claims.length > 1);
}
