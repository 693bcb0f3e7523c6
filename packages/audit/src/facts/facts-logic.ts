import type { Interval } from '@schaalsprong/words';
import type { Constraint, Group, LinearConstraint, Logic, TaggedConstraint, Term } from '../system/logic.ts';
import type { AuditClaim, AuditInput, AuditRelation } from '../types.ts';

/** The group of a claim in one of its readings. */
export const groupOf = (claim: string, reading: string): string => `${claim}#${reading}`;

/** The claim and the reading of a group; null for the group of an assumption, whose id is that of the assumption. */
export function readingOf(group: string): { readonly claim: string; readonly reading: string } | null {
  const at = group.indexOf('#');
  return at < 0 ? null : { claim: group.slice(0, at), reading: group.slice(at + 1) };
}

/** The relation that a constraint in a proof came from: one relation may be several constraints, `id`, `id:2`, `id:3`. */
export const relationOf = (constraint: string): string => constraint.replace(/:\d+$/, '');

/** The interval of a claim in a reading, in the unit of its variable. */
export type IntervalOf = (claim: string, reading: string) => Interval;

/** Which parts of the input to put in; what is left out has no groups and no constraints. All of it by default. */
export interface LogicParts {
  readonly claims?: ReadonlySet<string>;
  /** by group */
  readonly readings?: ReadonlySet<string>;
  /** relations and those of assumptions */
  readonly relations?: ReadonlySet<string>;
  readonly assumptions?: ReadonlySet<string>;
}

const exactly = (value: number): Interval => ({ min: value, max: value, minOpen: false, maxOpen: false });
const atLeast = (value: number, open = false): Interval => ({
  min: value,
  max: null,
  minOpen: open,
  maxOpen: false,
});
const atMost = (value: number, open = false): Interval => ({
  min: null,
  max: value,
  minOpen: false,
  maxOpen: open,
});
const term = (of: string, times = 1): Term => ({ of, times });
const linear = (terms: readonly Term[], interval: Interval): LinearConstraint => ({
  kind: 'linear',
  terms,
  interval,
});

/** The constraints that a relation means; a `same` of n quantities is n - 1 equalities. */
export function constraintsOf(relation: AuditRelation): readonly Constraint[] {
  switch (relation.kind) {
    case 'sum': {
      const terms = [term(relation.whole), ...relation.parts.map((p) => term(p.of, -p.times))];
      const rest = { all: exactly(0), some: atLeast(0), 'at-least-all': atMost(0) }[relation.covers];
      return [linear(terms, rest)];
    }
    case 'share':
      return [
        {
          kind: 'product',
          product: relation.part,
          factor: relation.share,
          other: relation.whole,
          times: relation.times,
          plus: 0,
        },
      ];
    case 'growth':
      return [
        {
          kind: 'product',
          product: relation.to,
          factor: relation.from,
          other: relation.growth,
          times: 0.01,
          plus: 100,
        },
      ];
    case 'product':
      return [
        {
          kind: 'product',
          product: relation.product,
          factor: relation.factors[0],
          other: relation.factors[1],
          times: relation.times,
          plus: 0,
        },
      ];
    case 'order':
      return [
        linear([term(relation.smaller), term(relation.larger, -relation.times)], atMost(0, relation.strict)),
      ];
    case 'same': {
      const [first = '', ...rest] = relation.of;
      return rest.map((of) => linear([term(first), term(of, -1)], exactly(0)));
    }
    case 'difference':
      return [linear([term(relation.to), term(relation.from, -1), term(relation.is, -1)], exactly(0))];
  }
}

/** Every combination of readings of the claims that a relation depends on: one list of groups each; one empty list where it depends on none. */
function waysOf(relation: AuditRelation, claims: ReadonlyMap<string, AuditClaim>): readonly string[][] {
  let combinations: string[][] = [[]];
  for (const { claim, reading } of relation.when) {
    const readings = (claims.get(claim)?.readings ?? [])
      .map((r) => r.id)
      .filter((id) => reading === null || id === reading);
    combinations = combinations.flatMap((combination) =>
      readings.map((id) => [...combination, groupOf(claim, id)]),
    );
  }
  return combinations;
}

/**
 * The logic of an audit: one group for each reading of each claim (readings of one claim exclude each other) and one
 * for each assumption; relations hold always, or where the claims of their `when` are taken. Only variables that
 * a constraint speaks of are in it. A claim's own constraint carries the id of its group, a relation's its own id (see
 * `relationOf`).
 * @param intervalOf the intervals to use: of a setting, or those that a repair tries
 */
export function logicOf(input: AuditInput, intervalOf: IntervalOf, parts: LogicParts = {}): Logic {
  const claims = new Map(
    input.claims.filter((c) => parts.claims?.has(c.id) ?? true).map((claim) => [claim.id, claim]),
  );
  const groups: Group[] = [];
  const constraints: TaggedConstraint[] = [];
  for (const claim of claims.values()) {
    for (const reading of claim.readings) {
      const id = groupOf(claim.id, reading.id);
      if (parts.readings?.has(id) === false) continue;
      groups.push({ id, choice: claim.id });
      const constraint = linear([term(reading.variable)], intervalOf(claim.id, reading.id));
      constraints.push({ id, constraint, groups: [id] });
    }
  }
  const taken = new Set(groups.map((g) => g.id));
  const add = (relation: AuditRelation, more: readonly string[]): void => {
    let nth = 1;
    for (const combination of waysOf(relation, claims)) {
      if (!combination.every((group) => taken.has(group))) continue;
      for (const constraint of constraintsOf(relation)) {
        const id = nth === 1 ? relation.id : `${relation.id}:${nth}`;
        constraints.push({ id, constraint, groups: [...combination, ...more] });
        nth += 1;
      }
    }
  };
  for (const relation of input.relations) {
    if (parts.relations?.has(relation.id) ?? true) add(relation, []);
  }
  for (const { id, relation } of input.assumptions) {
    if (!(parts.assumptions?.has(id) ?? true)) continue;
    groups.push({ id });
    add(relation, [id]);
  }
  const used = new Set(
    constraints.flatMap(({ constraint: c }) =>
      c.kind === 'linear' ? c.terms.map((t) => t.of) : [c.product, c.factor, c.other],
    ),
  );
  const variables = input.variables
    .filter((v) => used.has(v.id))
    .map(({ id, bounds, whole }) => ({ id, bounds, whole }));
  return { variables, groups, constraints };
}
