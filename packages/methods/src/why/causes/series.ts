import type { EachAsk, Program } from '@schaalsprong/model';
import { delaySteps, type Element, evaluate } from '@schaalsprong/model/graph';
import { at, numberAt } from '@schaalsprong/words';
import { givenAt, type ModelRunner, type Position } from '../change/model-game.ts';
import { needsOf } from './order.ts';

/** Which of the two settings. */
export type Side = 'from' | 'to';

/** Inputs of the runs of both settings. */
export interface TwoRuns {
  readonly runner: ModelRunner;
  readonly program: Program;
  readonly count: number;
  readonly from: Position;
  readonly to: Position;
  /** Last step that is needed. */
  readonly lastStep: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Time series of elements in both settings, fetched lazily and cached: value at step k of future i at `[k * count + i]`. Hidden
 * helpers of functions such as SMOOTH are not model outcomes; they are recomputed here.
 */
export class Courses {
  readonly #runs: TwoRuns;
  readonly #known = { from: new Map<number, Float64Array>(), to: new Map<number, Float64Array>() };

  readonly #firsts = new Map<number, number>();

  constructor(runs: TwoRuns) {
    this.#runs = runs;
  }

  /** The series of an element that was fetched. */
  get(side: Side, element: number): Float64Array {
    const course = this.#known[side].get(element);
    if (course === undefined) throw new RangeError(`element ${element} was not fetched`);
    return course;
  }

  /** The first step at which an element differs in some future; Infinity where it does not. */
  firstDifference(element: number): number {
    const known = this.#firsts.get(element);
    if (known !== undefined) return known;
    const [from, to] = [this.get('from', element), this.get('to', element)];
    const at = from.findIndex((value, i) => value !== to[i]);
    const first = at < 0 ? Number.POSITIVE_INFINITY : Math.floor(at / this.#runs.count);
    this.#firsts.set(element, first);
    return first;
  }

  isHidden(element: number): boolean {
    return at(this.#runs.program.elements, element).hidden === true;
  }

  /** An element's helpers, and theirs: hidden elements that it reads, directly or through others. */
  helpersOf(elements: readonly number[]): number[] {
    const found = new Set<number>();
    const todo = elements.flatMap((e) => needsOf(this.#runs.program, e));
    for (let e = todo.pop(); e !== undefined; e = todo.pop()) {
      if (!this.isHidden(e) || found.has(e)) continue;
      found.add(e);
      todo.push(...needsOf(this.#runs.program, e));
    }
    return [...found];
  }

  /** Fetches the courses of elements, of all that they read and of their helpers. */
  async fetch(elements: readonly number[]): Promise<void> {
    const { runner, program, count, from, to, lastStep, signal } = this.#runs;
    const helpers = this.helpersOf(elements);
    const wanted = new Set([
      ...elements,
      ...[...elements, ...helpers].flatMap((e) => needsOf(this.#runs.program, e)),
    ]);
    const missing = [...wanted].filter((e) => !this.isHidden(e) && !this.#known.from.has(e));
    if (missing.length > 0) {
      const { start, step } = program.time;
      const times = Array.from({ length: lastStep + 1 }, (_, k) => start + k * step);
      const asks = missing.map(
        (e): EachAsk => ({
          take: 'each',
          outcome: at(program.elements, e).name,
          reading: { of: 'series' },
        }),
      );
      const sides = (['from', 'to'] as const).map(async (side) => {
        const setting = givenAt(side === 'from' ? from : to, count);
        const { answers } = await runner.run({ ...setting, at: times, asks }, { signal });
        missing.forEach((e, i) => {
          this.#known[side].set(e, at(answers, i).values);
        });
      });
      await Promise.all(sides);
    }
    const unknown = helpers.filter((e) => !this.#known.from.has(e));
    if (unknown.length > 0) {
      this.#compute('from', unknown);
      this.#compute('to', unknown);
    }
  }

  /** Computes helpers step by step, as the model does under Euler. */
  #compute(side: Side, helpers: readonly number[]): void {
    const { program, count, lastStep } = this.#runs;
    const { start, step } = program.time;
    const known = this.#known[side];
    for (const e of helpers) known.set(e, new Float64Array((lastStep + 1) * count));
    const done = new Set<number>();
    for (let i = 0; i < count; i++) {
      for (let k = 0; k <= lastStep; k++) {
        done.clear();
        const place = k * count + i;
        const read = (e: number): number => {
          const course = this.get(side, e);
          if (helpers.includes(e) && !done.has(e)) {
            done.add(e);
            course[place] = worked(e, course);
          }
          return numberAt(course, place);
        };
        const now = (s: Element['expr']): number => evaluate(s, program, read, start + k * step);
        const before = (s: Element['expr'], back: number): number =>
          evaluate(
            s,
            program,
            (e) => numberAt(this.get(side, e), (k - back) * count + i),
            start + (k - back) * step,
          );
        const worked = (e: number, course: Float64Array): number => {
          const { kind, expr, init, delay } = at(program.elements, e);
          if (kind === 'value') return now(expr);
          if (k === 0) return now(init ?? expr);
          const last = numberAt(course, place - count);
          if (kind === 'initial') return last;
          if (kind === 'stock') return last + step * before(expr, 1);
          if (kind === 'memory') return before(expr, 1);
          const steps = this.#delayOf(side, delay, i);
          return k < steps ? numberAt(course, i) : before(expr, steps);
        };
        for (const e of helpers) read(e);
      }
    }
  }

  #delayOf(side: Side, delay: Element['delay'], future: number): number {
    const { program } = this.#runs;
    if (delay === undefined) return 1;
    const { start, step } = program.time;
    const read = (e: number): number => numberAt(this.get(side, e), future);
    return delaySteps(evaluate(delay, program, read, start), step);
  }

  /** Steps of a delay of fixed time in one future; null where the two settings differ in it. */
  delay(element: number, future: number): number | null {
    const { delay } = at(this.#runs.program.elements, element);
    const from = this.#delayOf('from', delay, future);
    return from === this.#delayOf('to', delay, future) ? from : null;
  }
}
