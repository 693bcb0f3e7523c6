import type { AuditReading } from '@schaalsprong/agenda/claims';
import { compareTexts } from '@schaalsprong/words';
import type { Fact } from '../facts/facts-types.ts';
import { asksOf } from '../facts/kinds.ts';
import { type AuditClaim, type AuditInput, widths } from '../types.ts';

/** Everything by its id, made once for a report. */
export interface Lookup {
  readonly claims: ReadonlyMap<string, AuditClaim>;
  readonly place: ReadonlyMap<string, number>;
  readonly asks: ReturnType<typeof asksOf>;
  reading(claim: string, reading: string): AuditReading | undefined;
}

/** Indexes the input of an audit. */
export function lookupOf(input: AuditInput): Lookup {
  const claims = new Map(input.claims.map((claim) => [claim.id, claim]));
  return {
    claims,
    place: new Map(input.claims.map((claim, i) => [claim.id, i])),
    asks: asksOf(input),
    reading: (claim, reading) => claims.get(claim)?.readings.find((r) => r.id === reading),
  };
}

/** A fact, and the claims that it is about: more than `taken` where readings are ruled out by different others. */
export interface Found {
  readonly fact: Fact;
  readonly claims: readonly string[];
  readonly stake: readonly string[];
  /** a plain reading gets out of it */
  readonly escapes: boolean;
}

/** Claims at stake: what is to be reached first, then what was agreed, each by id, so that no order of files shows. */
export function stakeOf(claims: readonly string[], by: Lookup): string[] {
  const of = (kind: string) => claims.filter((id) => by.claims.get(id)?.kind === kind).toSorted(compareTexts);
  return [...of('target'), ...of('commitment')];
}

/** Targets of the claims at stake, else of all claims. */
export function targetsOf(claims: readonly string[], stake: readonly string[], by: Lookup): string[] {
  const of = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => by.claims.get(id)?.targets ?? []))];
  const own = of(stake);
  return own.length > 0 ? own : of(claims);
}

const bySeverity = (a: Found, b: Found): number =>
  Number(a.fact.demands !== null) - Number(b.fact.demands !== null) ||
  Number(a.escapes) - Number(b.escapes) ||
  a.fact.assumptions.length - b.fact.assumptions.length ||
  widths.indexOf(b.fact.widest) - widths.indexOf(a.fact.widest) ||
  Number(b.fact.everyReading) - Number(a.fact.everyReading) ||
  a.claims.length - b.claims.length ||
  compareTexts(a.claims.toSorted(compareTexts).join(' '), b.claims.toSorted(compareTexts).join(' '));

/** Relations that two facts share, and at least half of the claims of the smaller. */
function overlap(a: Found, b: Found): boolean {
  const shared = a.claims.filter((id) => b.claims.includes(id)).length;
  const half = Math.min(a.claims.length, b.claims.length) / 2;
  return shared > 0 && shared >= half && a.fact.relations.some((id) => b.fact.relations.includes(id));
}

/** Whether two facts are equivalent: about the same targets and commitments, or about no target with much overlap. */
const alike = (a: Found, b: Found): boolean =>
  (a.fact.kind === 'dominance') === (b.fact.kind === 'dominance') &&
  (a.stake.length > 0 || b.stake.length > 0 ? keyOf(a) === keyOf(b) : overlap(a, b));

/**
 * Facts of the same arithmetic: the same targets and commitments at stake under the same assumptions, or more of them, by
 * other baselines or routes. The one that needs least goes first, the others are its variants.
 */
export function clustered(found: readonly Found[]): (readonly [Found, ...Found[]])[] {
  const clusters: [Found, ...Found[]][] = [];
  for (const one of found.toSorted(bySeverity)) {
    const same = clusters.find(
      ([first]) =>
        alike(first, one) && first.fact.assumptions.every((id) => one.fact.assumptions.includes(id)),
    );
    if (same === undefined) clusters.push([one]);
    else if (!same.some((other) => setOf(other) === setOf(one))) same.push(one);
  }
  return clusters;
}

/** Two claims with a choice may lead to one and the same set. */
const setOf = ({ claims, fact }: Found): string =>
  JSON.stringify([claims.toSorted(compareTexts), fact.assumptions]);

/** Key of what a fact is about: facts with one key are variants of each other. */
export const keyOf = ({ stake, claims }: Found): string =>
  (stake.length > 0 ? stake : claims.toSorted(compareTexts)).join('--');

/** Gives each id once: where two facts have the same stake, the later one also names its assumptions, else its number. */
export class Ids {
  readonly #taken = new Set<string>();
  give(base: string, assumptions: readonly string[]): string {
    const wishes = [base, ...(assumptions.length > 0 ? [[base, ...assumptions].join('--')] : [])];
    const free = wishes.find((wish) => !this.#taken.has(wish));
    let id = free ?? base;
    for (let nth = 2; this.#taken.has(id); nth++) id = `${base}--${nth}`;
    this.#taken.add(id);
    return id;
  }
}

/** A near set with the same stake as a conflict, or with less: that conflict explains it in full. */
export function tellsTheSame(near: Found, other: Found): boolean {
  if (near.stake.length > 0) return near.stake.every((id) => other.claims.includes(id));
  return near.claims.every((id) => other.claims.includes(id));
}
