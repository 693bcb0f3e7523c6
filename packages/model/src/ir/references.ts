import type { Element, Lacking, Program } from './program.ts';
import type { Scalar } from './scalar.ts';

/** Expression of the initial value of an element. */
export const startOf = (element: Element): Scalar => element.init ?? element.expr;

/** Every expression of an element. */
export const expressionsOf = ({ expr, init, delay }: Element): readonly Scalar[] =>
  [expr, init, delay].filter((s) => s !== undefined);

/** Calls `visit` for every element that an expression reads. */
export function eachReference(s: Scalar, visit: (element: number) => void): void {
  if (s.k === 'r') visit(s.e);
  else if (s.k === 'f' || s.k === 'g') for (const a of s.a) eachReference(a, visit);
  else if (s.k === 'l') eachReference(s.x, visit);
}

/**
 * Topological sort, or the cycle that prevents it. Depth-first from the roots, so that neighbours in the model become neighbours in the
 * kernel.
 */
export function order(
  roots: Iterable<number>,
  needs: (element: number) => readonly number[],
): { order: number[] } | { loop: number[] } {
  const done = new Set<number>();
  const open = new Set<number>();
  const result: number[] = [];
  for (const root of roots) {
    if (done.has(root)) continue;
    const stack: { element: number; needs: readonly number[]; at: number }[] = [];
    const enter = (element: number): void => {
      open.add(element);
      stack.push({ element, needs: needs(element), at: 0 });
    };
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.needs[top.at++];
      if (next === undefined) {
        stack.pop();
        open.delete(top.element);
        done.add(top.element);
        result.push(top.element);
      } else if (open.has(next)) {
        const from = stack.findIndex((frame) => frame.element === next);
        return { loop: stack.slice(from).map((frame) => frame.element) };
      } else if (!done.has(next)) {
        enter(next);
      }
    }
  }
  return { order: result };
}

/** Transitive dependencies of some elements, themselves included. Inputs of the run have none. */
export function reachedFrom(
  elements: readonly Element[],
  roots: readonly number[],
  given: ReadonlySet<number> = new Set(),
): Set<number> {
  const reached = new Set<number>();
  const todo = [...roots];
  for (let e = todo.pop(); e !== undefined; e = todo.pop()) {
    if (reached.has(e)) continue;
    reached.add(e);
    const element = elements[e];
    if (element === undefined || given.has(e)) continue;
    for (const s of expressionsOf(element)) {
      eachReference(s, (other) => {
        todo.push(other);
      });
    }
  }
  return reached;
}

/** Transitive dependents of some elements, themselves included, with the value of the root that each was reached from. */
export function dependentsOf<T>(elements: readonly Element[], roots: ReadonlyMap<number, T>): Map<number, T> {
  const users = new Map<number, number[]>();
  for (const [e, element] of elements.entries()) {
    for (const s of expressionsOf(element)) {
      eachReference(s, (other) => {
        const known = users.get(other);
        if (known === undefined) users.set(other, [e]);
        else known.push(e);
      });
    }
  }
  const found = new Map(roots);
  // Iteration of a map includes entries that are added meanwhile.
  for (const [e, brought] of found) {
    for (const user of users.get(e) ?? []) if (!found.has(user)) found.set(user, brought);
  }
  return found;
}

/**
 * Elements that no run may ask for, with the missing data that each needs.
 * @param given constants that the run gives values for: what needs nothing else that is missing can be asked
 */
export function lackingWithout(
  { lacking = [], elements }: Pick<Program, 'elements' | 'lacking'>,
  given: { has(element: number): boolean },
): ReadonlyMap<number, Lacking> {
  const needed = lacking.some(({ element, root }) => root === true && given.has(element));
  const entries = lacking
    .filter(({ element, root }) => !needed || (root === true && !given.has(element)))
    .map((one) => [one.element, one] as const);
  return needed ? dependentsOf(elements, new Map(entries)) : new Map(entries);
}

/** What an element needs before it can be computed at the start of a run. */
export function needsAtStart(element: Element): number[] {
  const needs = new Set<number>();
  const add = (e: number): void => {
    needs.add(e);
  };
  eachReference(startOf(element), add);
  if (element.delay !== undefined) eachReference(element.delay, add);
  return [...needs];
}

/** What an element needs of the same time step. States need nothing: they were made the step before. */
export function needsEachStep(element: Element): number[] {
  const needs = new Set<number>();
  if (element.kind === 'value') {
    eachReference(element.expr, (e) => {
      needs.add(e);
    });
  }
  return [...needs];
}
