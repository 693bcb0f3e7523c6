import type { Program } from '@schaalsprong/model';
import type { Scalar } from '@schaalsprong/model/graph';
import { numberAt } from '@schaalsprong/words';
import { backwardOrder, needsOf } from './order.ts';
import type { Courses } from './series.ts';
import { type Moment, splitExpression } from './split.ts';

/** Per element, what a unit of its difference at step k in future i is worth: `[k * count + i]`. */
export type Worths = ReadonlyMap<number, Float64Array>;

/** What comes of going back through some equations. */
export interface Swept {
  /** Elements outside that these equations read, and what their differences are worth. */
  readonly worths: Map<number, Float64Array>;
  /** Per future, what inputs of one equation brought only together before it was divided over them. */
  readonly together: Float64Array;
}

/**
 * Goes back through the equations of some elements, over all steps: from what a difference of those elements is worth to what
 * a difference of each element outside is worth, so that worth times difference adds up to the same. A stock passes on the
 * worth of all later steps to its flows, times the step: exact under Euler. Helpers and stocks among the elements are passed
 * through, so that an element may come back to itself by them.
 *
 * @param inside elements whose equations are gone through; all they read must have been fetched
 * @param worths what differences of them are worth; the arrays are not changed
 * @param lastStep last step with a worth
 * @yields after every step, so that a page can do other work in between
 */
export function* sweep(
  program: Program,
  courses: Courses,
  inside: readonly number[],
  worths: Worths,
  count: number,
  lastStep: number,
): Generator<undefined, Swept, undefined> {
  const { start: begin, step } = program.time;
  const size = (lastStep + 1) * count;
  const within = new Set(inside);
  const own = new Map(inside.map((e) => [e, Float64Array.from(worths.get(e) ?? new Float64Array(size))]));
  const outside = new Map<number, Float64Array>();
  const together = new Float64Array(count);
  const worthOf = (e: number): Float64Array => {
    const known = own.get(e) ?? outside.get(e);
    if (known !== undefined) return known;
    const made = new Float64Array(size);
    outside.set(e, made);
    return made;
  };
  const read = [...new Set(inside.flatMap((e) => [e, ...needsOf(program, e)]))];
  // By element, as this is read most of all.
  const from: Float64Array[] = [];
  const to: Float64Array[] = [];
  for (const e of read) {
    from[e] = courses.get('from', e);
    to[e] = courses.get('to', e);
  }
  let at = 0;
  let now = 0;
  let future = 0;
  const moment: Moment = {
    get time() {
      return begin + now * step;
    },
    from: (e) => from[e]?.[at] ?? Number.NaN,
    to: (e) => to[e]?.[at] ?? Number.NaN,
  };
  const split = {
    add(e: number, slope: number): void {
      const worth = worthOf(e);
      worth[at] = numberAt(worth, at) + slope;
    },
    together(amount: number): void {
      together[future] = numberAt(together, future) + amount;
    },
  };
  const pass = (s: Scalar, weight: number, k: number, i: number): void => {
    at = k * count + i;
    now = k;
    future = i;
    splitExpression(s, weight, moment, program, split);
  };
  const { values, states, atStart } = backwardOrder(program, within);
  const passState = (e: number, k: number, i: number): void => {
    const element = program.elements[e];
    const worth = own.get(e);
    const here = worth?.[k * count + i] ?? 0;
    if (element === undefined || worth === undefined || here === 0) return;
    const { kind, expr } = element;
    const before = (k - 1) * count + i;
    switch (kind) {
      case 'stock':
        worth[before] = numberAt(worth, before) + here;
        pass(expr, here * step, k - 1, i);
        break;
      case 'initial':
        worth[before] = numberAt(worth, before) + here;
        break;
      case 'memory':
        pass(expr, here, k - 1, i);
        break;
      case 'delay': {
        const steps = courses.delay(e, i);
        if (steps === null) break;
        // What went in before the run is the start of the delay.
        if (k < steps) worth[i] = numberAt(worth, i) + here;
        else pass(expr, here, k - steps, i);
        break;
      }
      case 'value':
        break;
    }
  };
  const passValue = (e: number, k: number): void => {
    const element = program.elements[e];
    const worth = own.get(e);
    if (element === undefined || worth === undefined) return;
    for (let i = 0; i < count; i++) pass(element.expr, numberAt(worth, k * count + i), k, i);
  };
  // Before that nothing differs, so nothing is passed on.
  const first = Math.min(...read.map((e) => courses.firstDifference(e)));
  for (let k = lastStep; k > 0 && k >= first; k--) {
    yield;
    for (const e of values) passValue(e, k);
    for (const e of states) for (let i = 0; i < count; i++) passState(e, k, i);
  }
  for (const e of first > 0 ? [] : atStart) {
    const element = program.elements[e];
    if (element === undefined) continue;
    const start = element.kind === 'value' ? element.expr : (element.init ?? element.expr);
    for (let i = 0; i < count; i++) pass(start, own.get(e)?.[i] ?? 0, 0, i);
  }
  return { worths: outside, together };
}
