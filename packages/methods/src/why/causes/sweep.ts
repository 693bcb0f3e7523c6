import type { Program } from '@schaalsprong/model';
import type { Scalar } from '@schaalsprong/model/graph';
import { at, must, numberAt, Unreachable } from '@schaalsprong/words';
import { backwardOrder, needsOf } from './order.ts';
import type { Courses } from './series.ts';
import { type Moment, type Split, splitExpression } from './split.ts';

/** Per element, what a unit of its difference at step k in future i is worth: `[k * count + i]`. */
export type Worths = ReadonlyMap<number, Float64Array>;

/** Result of a backward sweep. */
export interface Swept {
  /** Elements outside that these equations read, and what their differences are worth. */
  readonly worths: Map<number, Float64Array>;
  /** Per future, what inputs of one equation brought only together before it was divided over them. */
  readonly together: Float64Array;
}

/**
 * Propagates worth (sensitivity times share) backward through the equations of some elements, over all steps, like reverse-mode
 * differentiation with Shapley slopes: from what a difference of those elements is worth to what a difference of each element
 * outside is worth, so that worth times difference adds up to the same. A stock passes the worth of all later steps to its
 * flows, times the step: exact under Euler. Helpers and stocks among the elements are passed through, so that an element may feed
 * back to itself through them.
 *
 * @param inside elements whose equations are traversed; all they read must have been fetched
 * @param worths what differences of them are worth; the arrays are not changed
 * @param lastStep last step with a worth
 * @yields after every step, so that the caller can yield to the event loop
 */
export function* sweep(
  program: Program,
  courses: Courses,
  inside: readonly number[],
  worths: Worths,
  count: number,
  lastStep: number,
): Generator<undefined, Swept, undefined> {
  const read = [...new Set(inside.flatMap((e) => [e, ...needsOf(program, e)]))];
  const ledger = new Ledger(inside, worths, count, lastStep + 1);
  const pass = new BackwardPass(program, courses, read, ledger);
  const { values, states, atStart } = backwardOrder(program, new Set(inside));
  // Before the first difference there is nothing to pass on.
  const first = Math.min(...read.map((e) => courses.firstDifference(e)));
  for (let k = lastStep; k > 0 && k >= first; k--) {
    yield;
    for (const e of values) pass.value(e, k);
    for (const e of states) pass.state(e, k);
  }
  if (first <= 0) for (const e of atStart) pass.start(e);
  return { worths: ledger.outside, together: ledger.joint };
}

/** What differences of elements are worth, added to while the pass goes back. */
class Ledger {
  /** Number of futures. */
  readonly count: number;
  /** Of elements outside, once any worth has reached them. */
  readonly outside = new Map<number, Float64Array>();
  /** Per future, what inputs of one equation brought only together. */
  readonly joint: Float64Array;
  readonly #inside: ReadonlyMap<number, Float64Array>;
  readonly #size: number;

  constructor(inside: readonly number[], worths: Worths, count: number, steps: number) {
    this.count = count;
    this.joint = new Float64Array(count);
    this.#size = steps * count;
    // Helpers and loop stocks have no worth of their own: it only passes through them.
    this.#inside = new Map(inside.map((e) => [e, worths.get(e)?.slice() ?? new Float64Array(this.#size)]));
  }

  inside(element: number): Float64Array {
    return must(this.#inside, element);
  }

  of(element: number): Float64Array {
    const known = this.#inside.get(element) ?? this.outside.get(element);
    if (known !== undefined) return known;
    const made = new Float64Array(this.#size);
    this.outside.set(element, made);
    return made;
  }
}

/**
 * Passes worth from an element to what its equation reads. It is itself the moment at which an equation is split (both settings
 * at one step of one future) and the receiver of its parts: one object that moves along, as this is the hot loop.
 */
class BackwardPass implements Moment, Split {
  readonly #program: Program;
  readonly #courses: Courses;
  readonly #ledger: Ledger;
  // Indexed by element: faster than a map.
  readonly #from: Float64Array[] = [];
  readonly #to: Float64Array[] = [];
  #step = 0;
  #future = 0;
  /** Index of that step and future in a course. */
  #place = 0;

  constructor(program: Program, courses: Courses, read: readonly number[], ledger: Ledger) {
    this.#program = program;
    this.#courses = courses;
    this.#ledger = ledger;
    for (const e of read) {
      this.#from[e] = courses.get('from', e);
      this.#to[e] = courses.get('to', e);
    }
  }

  get time(): number {
    const { start, step } = this.#program.time;
    return start + this.#step * step;
  }

  readonly from = (element: number): number => valueAt(this.#from[element], this.#place);
  readonly to = (element: number): number => valueAt(this.#to[element], this.#place);

  add(element: number, slope: number): void {
    const worth = this.#ledger.of(element);
    worth[this.#place] = numberAt(worth, this.#place) + slope;
  }

  together(amount: number): void {
    const { joint } = this.#ledger;
    joint[this.#future] = numberAt(joint, this.#future) + amount;
  }

  #split(expression: Scalar, weight: number, k: number, i: number): void {
    this.#step = k;
    this.#future = i;
    this.#place = k * this.#ledger.count + i;
    splitExpression(expression, weight, this, this.#program, this);
  }

  /** A variable that is recomputed each step, at step k. */
  value(element: number, k: number): void {
    const { expr } = at(this.#program.elements, element);
    const worth = this.#ledger.inside(element);
    const { count } = this.#ledger;
    for (let i = 0; i < count; i++) this.#split(expr, numberAt(worth, k * count + i), k, i);
  }

  /** A variable that keeps something from one step to the next, at step k: its worth goes to an earlier step. */
  state(element: number, k: number): void {
    const worth = this.#ledger.inside(element);
    const { count } = this.#ledger;
    for (let i = 0; i < count; i++) {
      const here = numberAt(worth, k * count + i);
      if (here !== 0) this.#back(element, worth, here, k, i);
    }
  }

  #back(element: number, worth: Float64Array, here: number, k: number, i: number): void {
    const { kind, expr } = at(this.#program.elements, element);
    const before = (k - 1) * this.#ledger.count + i;
    switch (kind) {
      case 'stock':
        worth[before] = numberAt(worth, before) + here;
        this.#split(expr, here * this.#program.time.step, k - 1, i);
        break;
      case 'initial':
        worth[before] = numberAt(worth, before) + here;
        break;
      case 'memory':
        this.#split(expr, here, k - 1, i);
        break;
      case 'delay': {
        const steps = this.#courses.delay(element, i);
        if (steps === null) break;
        // What went in before the run is the start of the delay.
        if (k < steps) worth[i] = numberAt(worth, i) + here;
        else this.#split(expr, here, k - steps, i);
        break;
      }
      case 'value':
        break;
    }
  }

  /** Any element at the start of the run. */
  start(element: number): void {
    const { kind, expr, init } = at(this.#program.elements, element);
    const worth = this.#ledger.inside(element);
    const initial = kind === 'value' ? expr : (init ?? expr);
    for (let i = 0; i < this.#ledger.count; i++) this.#split(initial, numberAt(worth, i), 0, i);
  }
}

function valueAt(course: Float64Array | undefined, place: number): number {
  if (course === undefined) throw new Unreachable('an element that no equation here reads');
  return numberAt(course, place);
}
