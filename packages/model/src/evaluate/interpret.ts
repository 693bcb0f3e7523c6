import { at, numberAt } from '@schaalsprong/words';
import { groupFunction } from '../groups/group-functions.ts';
import type { Element, Program } from '../ir/program.ts';
import { needsAtStart, needsEachStep, order, startOf } from '../ir/references.ts';
import type { Operation, Scalar } from '../ir/scalar.ts';
import { type MathName, mathFunctions } from '../math/index.ts';
import { numbers } from '../math/numbers.ts';
import { exactPower } from '../math/plain-powers.ts';
import { uniform } from '../statistics/philox.ts';
import { readLookup } from './lookup.ts';

/** Walking the programs of the functions needs no text as code, which a page may forbid. */
const math = Object.fromEntries(
  mathFunctions('exact').map((fn) => [fn.name, (x: number, y = 0) => fn.program(numbers, x, y)]),
) as Record<MathName, (x: number, y?: number) => number>;

/** One operation on numbers, independent of the code generators: tests hold them bit-identical. */
export function operate(f: Operation, a: number, b: number, c: number): number {
  switch (f) {
    case 'add':
      return a + b;
    case 'sub':
      return a - b;
    case 'mul':
      return a * b;
    case 'div':
      return a / b;
    case 'pow':
      return exactPower(a, b, math.pow);
    case 'square':
      return a * a;
    case 'neg':
      return -a;
    case 'lt':
      return a < b ? 1 : 0;
    case 'le':
      return a <= b ? 1 : 0;
    case 'gt':
      return a > b ? 1 : 0;
    case 'ge':
      return a >= b ? 1 : 0;
    case 'eq':
      return a === b ? 1 : 0;
    case 'ne':
      return a !== b ? 1 : 0;
    case 'and':
      return a !== 0 && b !== 0 ? 1 : 0;
    case 'or':
      return a !== 0 || b !== 0 ? 1 : 0;
    case 'not':
      return a !== 0 ? 0 : 1;
    case 'if':
      return a !== 0 ? b : c;
    case 'min':
      return Math.min(a, b);
    case 'max':
      return Math.max(a, b);
    case 'abs':
      return Math.abs(a);
    case 'exp':
      return math.exp(a);
    case 'ln':
      return math.ln(a);
    case 'sqrt':
      return Math.sqrt(a);
    case 'trunc':
      return Math.trunc(a);
    case 'floor':
      return Math.floor(a);
    case 'ceil':
      return Math.ceil(a);
    case 'sign':
      return Math.sign(a);
    case 'mod':
      return a % b;
    case 'sin':
      return math.sin(a);
    case 'cos':
      return math.cos(a);
    case 'tan':
      return math.tan(a);
    case 'asin':
      return math.asin(a);
    case 'acos':
      return math.acos(a);
    case 'atan':
      return math.atan(a);
    case 'sinh':
      return math.sinh(a);
    case 'cosh':
      return math.cosh(a);
    case 'tanh':
      return math.tanh(a);
    case 'xidz':
      return Math.abs(b) < 1e-6 ? c : a / b;
  }
}

/** The random draw of a stream, here and now. */
export type Draw = (stream: number) => number;

const noDraw: Draw = () => Number.NaN;

/** The value of an expression when `read` gives the value of each element and `time` is now. */
export function evaluate(
  s: Scalar,
  program: Pick<Program, 'lookups'>,
  read: (element: number) => number,
  time: number,
  draw: Draw = noDraw,
): number {
  switch (s.k) {
    case 'n':
      return s.v;
    case 'r':
      return read(s.e);
    case 't':
      return time;
    case 'l': {
      const x = evaluate(s.x, program, read, time, draw);
      return readLookup(at(program.lookups, s.t), x, s.m);
    }
    case 'f': {
      const [a, b, c] = s.a;
      const value = (x: Scalar | undefined): number =>
        x === undefined ? 0 : evaluate(x, program, read, time, draw);
      if (s.f === 'if') return value(a) !== 0 ? value(b) : value(c);
      return operate(s.f, value(a), value(b), value(c));
    }
    case 'g': {
      const inputs = Float64Array.from(s.a, (x) => evaluate(x, program, read, time, draw));
      const outputs = new Float64Array(s.n);
      groupFunction(s.fn)(inputs, outputs, s.p ?? []);
      return numberAt(outputs, s.i);
    }
    case 'd':
      return draw(s.stream);
  }
}

/** Steps of a delay of fixed time: the nearest whole number, a half upward, at least one. So rounds Vensim. */
export const delaySteps = (delay: number, step: number): number =>
  Math.max(1, Math.floor(delay / step + 0.5 + 1e-6));

/** Called for every value computed, in order; `phase` is whether it is a start value or one of a step. */
export type Watch = (element: number, value: number, step: number, phase: 'start' | 'step') => void;

/** Key of the random draws: seed and index of the future. */
export interface DrawKey {
  readonly seed: number;
  readonly future: number;
}

/** Runs one future: see {@link interpreter}. */
export type Interpreter = (
  overrides: ReadonlyMap<number, number>,
  outcomes: readonly number[],
  watch?: Watch,
  drawKey?: DrawKey,
) => Float64Array[];

/**
 * Makes a runner of one future at a time that goes equation by equation and walks the expressions: slow and plain.
 * It is the yardstick of the kernels, finds the first bad number when a run fails, and is the naive side of the
 * benchmark. It takes value by element number for constants, and gives for each outcome element its value at each
 * step k = 0 .. steps.
 */
export function interpreter(program: Program): Interpreter {
  const { elements } = program;
  const orderOf = (needs: (element: Element) => number[]): number[] => {
    const found = order(elements.keys(), (e) => {
      const element = elements[e];
      return element === undefined ? [] : needs(element);
    });
    if ('loop' in found) throw new Error('a loop was not refused');
    return found.order;
  };
  const startOrder = orderOf(needsAtStart);
  const stepOrder = orderOf(needsEachStep).filter((e) => elements[e]?.kind === 'value');
  return (overrides, outcomes, watch, drawKey = { seed: 0, future: 0 }) =>
    new Run(program, startOrder, stepOrder, overrides, drawKey, watch).course(outcomes);
}

/** State of the simulation of one future. */
class Run {
  readonly #program: Program;
  readonly #startOrder: readonly number[];
  readonly #stepOrder: readonly number[];
  readonly #overrides: ReadonlyMap<number, number>;
  readonly #drawKey: DrawKey;
  readonly #watch: Watch | undefined;
  readonly #values: Float64Array;
  readonly #delays = new Map<number, { steps: number; start: number; past: number[] }>();

  constructor(
    program: Program,
    startOrder: readonly number[],
    stepOrder: readonly number[],
    overrides: ReadonlyMap<number, number>,
    drawKey: DrawKey,
    watch: Watch | undefined,
  ) {
    this.#program = program;
    this.#startOrder = startOrder;
    this.#stepOrder = stepOrder;
    this.#overrides = overrides;
    this.#drawKey = drawKey;
    this.#watch = watch;
    this.#values = new Float64Array(program.elements.length);
  }

  course(outcomes: readonly number[]): Float64Array[] {
    const { start, stop, step } = this.#program.time;
    const steps = Math.round((stop - start) / step);
    this.#begin();
    const result = outcomes.map(() => new Float64Array(steps + 1));
    for (let k = 0; k <= steps; k++) {
      this.#calculateValues(start + k * step, k, true);
      outcomes.forEach((e, o) => {
        const row = result[o];
        if (row !== undefined) row[k] = this.#read(e);
      });
      if (k < steps) this.#advance(k);
    }
    return result;
  }

  readonly #read = (e: number): number => numberAt(this.#values, e);

  #calculate(s: Scalar, t: number, k: number): number {
    const { seed, future } = this.#drawKey;
    return evaluate(s, this.#program, this.#read, t, (stream) => uniform(seed, future, stream, k));
  }

  #begin(): void {
    const { elements, time } = this.#program;
    for (const e of this.#startOrder) {
      const element = elements[e];
      if (element === undefined) continue;
      const value = this.#overrides.get(e) ?? this.#calculate(startOf(element), time.start, 0);
      this.#values[e] = value;
      if (element.kind === 'delay' && element.delay !== undefined) {
        const steps = delaySteps(this.#calculate(element.delay, time.start, 0), time.step);
        this.#delays.set(e, { steps, start: value, past: [] });
      }
      this.#watch?.(e, value, 0, 'start');
    }
  }

  #calculateValues(t: number, k: number, seen: boolean): void {
    for (const e of this.#stepOrder) {
      const element = this.#program.elements[e];
      if (element === undefined || this.#overrides.has(e)) continue;
      const value = this.#calculate(element.expr, t, k);
      this.#values[e] = value;
      if (seen) this.#watch?.(e, value, k, 'step');
    }
  }

  /** The rates of all stocks as they are now. */
  #rates(t: number, k: number): Float64Array {
    return Float64Array.from(this.#program.elements, ({ kind, expr }) =>
      kind === 'stock' ? this.#calculate(expr, t, k) : 0,
    );
  }

  #setStocks(base: Float64Array, by: (e: number) => number): void {
    this.#program.elements.forEach(({ kind }, e) => {
      if (kind === 'stock') this.#values[e] = numberAt(base, e) + by(e);
    });
  }

  /** Advances from step k to the next. Stocks are updated at every stage, memories and delays only at the end. */
  #advance(k: number): void {
    const { elements, time } = this.#program;
    const { start, step, method } = time;
    const t = start + k * step;
    const remembered = new Map<number, number>();
    elements.forEach(({ kind, expr }, e) => {
      if (kind === 'memory') remembered.set(e, this.#calculate(expr, t, k));
      const line = this.#delays.get(e);
      if (line === undefined) return;
      line.past[k] = this.#calculate(expr, t, k);
      remembered.set(e, k + 1 >= line.steps ? at(line.past, k + 1 - line.steps) : line.start);
    });
    const base = this.#values.slice();
    const next = (rates: Float64Array, ahead: number, time: number): Float64Array => {
      this.#setStocks(base, (e) => step * ahead * numberAt(rates, e));
      this.#calculateValues(time, k, false);
      return this.#rates(time, k);
    };
    const first = this.#rates(t, k);
    if (method === 'euler') this.#setStocks(base, (e) => step * numberAt(first, e));
    if (method === 'rk2') {
      const second = next(first, 1, start + (k + 1) * step);
      this.#setStocks(base, (e) => (step / 2) * (numberAt(first, e) + numberAt(second, e)));
    }
    if (method === 'rk4') {
      const half = start + k * step + step / 2;
      const second = next(first, 0.5, half);
      const third = next(second, 0.5, half);
      const fourth = next(third, 1, start + (k + 1) * step);
      this.#setStocks(
        base,
        (e) =>
          (step / 6) *
          (numberAt(first, e) + 2 * numberAt(second, e) + 2 * numberAt(third, e) + numberAt(fourth, e)),
      );
    }
    for (const [e, value] of remembered) this.#values[e] = value;
    elements.forEach(({ kind }, e) => {
      if (kind !== 'value' && kind !== 'initial') this.#watch?.(e, this.#read(e), k + 1, 'step');
    });
  }
}
