import type { Interval } from '@schaalsprong/words';
import { groupOf, logicOf } from '../facts/facts-logic.ts';
import type { Fact, FactContext } from '../facts/facts-types.ts';
import { createEngine } from '../search/engine.ts';
import type { Engine, Logic, TaggedConstraint } from '../system/logic.ts';

/** The logic of one minimal unsatisfiable subset, queried repeatedly with other intervals for its claims. */
export interface SetLogic {
  readonly logic: Logic;
  /** groups of the claims, in the order of `Fact.taken` */
  readonly claims: readonly string[];
  readonly groups: readonly string[];
}

export function setLogic(fact: Fact, context: FactContext): SetLogic {
  const claims = fact.taken.map((t) => groupOf(t.claim, t.reading));
  const logic = logicOf(context.input, context.intervalOf, {
    claims: new Set(fact.taken.map((t) => t.claim)),
    readings: new Set(claims),
    relations: new Set(fact.relations),
    assumptions: new Set(fact.assumptions),
  });
  return {
    logic,
    claims,
    groups: logic.groups.map((g) => g.id),
  };
}

/** The same logic with other intervals, one per claim of `SetLogic.claims`. */
export function withIntervals(set: SetLogic, intervals: readonly Interval[]): Logic {
  const at = new Map(set.claims.map((group, i) => [group, intervals[i]]));
  return {
    ...set.logic,
    constraints: set.logic.constraints.map((tagged): TaggedConstraint => {
      const interval = at.get(tagged.id);
      if (!interval || tagged.constraint.kind !== 'linear') return tagged;
      return { ...tagged, constraint: { ...tagged.constraint, interval } };
    }),
  };
}

export const engineFor = (logic: Logic): Engine => createEngine(logic);

/** What the quantity of a claim can be when the others of the set hold; null where they cannot. */
export function rangeWithout(fact: Fact, context: FactContext, claim: string): Interval | null {
  const set = setLogic(fact, context);
  const taken = fact.taken.find((t) => t.claim === claim);
  if (!taken) return null;
  const own = groupOf(taken.claim, taken.reading);
  const constraint = set.logic.constraints.find((c) => c.id === own)?.constraint;
  const variable = constraint?.kind === 'linear' ? constraint.terms[0]?.of : undefined;
  if (variable === undefined) return null;
  return engineFor(set.logic).range(
    variable,
    set.groups.filter((g) => g !== own),
  );
}
