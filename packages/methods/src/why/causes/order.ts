import type { Program } from '@schaalsprong/model';
import { eachReference, expressionsOf, type Scalar } from '@schaalsprong/model/graph';
import { at } from '@schaalsprong/words';

/** Elements that an element's equations read. */
export function needsOf(program: Program, element: number): number[] {
  const needs = new Set<number>();
  for (const s of expressionsOf(at(program.elements, element))) eachReference(s, (e) => needs.add(e));
  return [...needs];
}

/** Elements in reverse topological orders: each after those that read it. */
export interface BackwardOrder {
  /** Variables that are recomputed each step (not states or constants). */
  readonly values: readonly number[];
  /** State variables, which carry a value from one step to the next; in any order. */
  readonly states: readonly number[];
  /** All, by their dependencies at the start of a run. */
  readonly atStart: readonly number[];
}

/** The orders in which equations are traversed backward. */
export function backwardOrder(program: Program, within: ReadonlySet<number>): BackwardOrder {
  const isValue = (e: number): boolean => at(program.elements, e).kind === 'value';
  const sorted = (from: Iterable<number>, readBy: (e: number) => Scalar | undefined): number[] => {
    const done: number[] = [];
    const seen = new Set<number>();
    const visit = (e: number): void => {
      if (seen.has(e)) return;
      seen.add(e);
      const read = readBy(e);
      if (read !== undefined) {
        eachReference(read, (other) => {
          if (within.has(other)) visit(other);
        });
      }
      done.push(e);
    };
    for (const e of from) visit(e);
    return done.reverse();
  };
  const stepOf = (e: number): Scalar | undefined => (isValue(e) ? at(program.elements, e).expr : undefined);
  const startOf = (e: number): Scalar => {
    const { kind, expr, init } = at(program.elements, e);
    return kind === 'value' ? expr : (init ?? expr);
  };
  return {
    values: sorted(within, stepOf).filter(isValue),
    states: [...within].filter((e) => !isValue(e)),
    atStart: sorted(within, startOf),
  };
}
