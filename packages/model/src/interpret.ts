import { groupFunction } from './groups.ts';
import {
  type Element,
  needsAtStart,
  needsEachStep,
  type Operation,
  order,
  type Program,
  type Scalar,
  startOf,
} from './program.ts';
import { readTable } from './table.ts';

/** One operation on numbers. Written apart from the kernel's text: tests hold the two to the same bits. */
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
      return a ** b;
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
      return Math.exp(a);
    case 'ln':
      return Math.log(a);
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
      return Math.sin(a);
    case 'cos':
      return Math.cos(a);
    case 'tan':
      return Math.tan(a);
    case 'asin':
      return Math.asin(a);
    case 'acos':
      return Math.acos(a);
    case 'atan':
      return Math.atan(a);
    case 'sinh':
      return Math.sinh(a);
    case 'cosh':
      return Math.cosh(a);
    case 'tanh':
      return Math.tanh(a);
    case 'xidz':
      return Math.abs(b) < 1e-6 ? c : a / b;
  }
}

/** The value of an expression when `read` gives the value of each element and `time` is now. */
export function evaluate(
  s: Scalar,
  program: Pick<Program, 'tables'>,
  read: (element: number) => number,
  time: number,
): number {
  switch (s.k) {
    case 'n':
      return s.v;
    case 'r':
      return read(s.e);
    case 't':
      return time;
    case 'l': {
      const table = program.tables[s.t];
      const x = evaluate(s.x, program, read, time);
      return table === undefined ? Number.NaN : readTable(table, x);
    }
    case 'f': {
      const [a, b, c] = s.a;
      const value = (x: Scalar | undefined): number =>
        x === undefined ? 0 : evaluate(x, program, read, time);
      if (s.f === 'if') return value(a) !== 0 ? value(b) : value(c);
      return operate(s.f, value(a), value(b), value(c));
    }
    case 'g': {
      const inputs = Float64Array.from(s.a, (x) => evaluate(x, program, read, time));
      const outputs = new Float64Array(s.n);
      groupFunction(s.fn)(inputs, outputs, s.p ?? []);
      return outputs[s.i] ?? Number.NaN;
    }
    case 'd':
      throw new Error('no draws yet');
  }
}

/** Steps of a delay of fixed time: the nearest whole number, a half upward, at least one. So rounds Vensim. */
export const delaySteps = (delay: number, step: number): number =>
  Math.max(1, Math.floor(delay / step + 0.5 + 1e-6));

/** Called for every value computed, in order; `phase` tells start values from those of a step. */
export type Watch = (element: number, value: number, step: number, phase: 'start' | 'step') => void;

/** Runs one future: see {@link interpreter}. */
export type Interpreter = (
  overrides: ReadonlyMap<number, number>,
  outcomes: readonly number[],
  watch?: Watch,
) => Float64Array[];

/**
 * Makes a runner of one future at a time that goes equation by equation and walks the expressions: slow and plain.
 * It is the yardstick of the kernel, finds the first bad number when a run fails, and is the naive side of the
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
  const stepOrder = orderOf(needsEachStep);
  return (overrides, outcomes, watch) => runOne(program, startOrder, stepOrder, overrides, outcomes, watch);
}

function runOne(
  program: Program,
  startOrder: readonly number[],
  stepOrder: readonly number[],
  overrides: ReadonlyMap<number, number>,
  outcomes: readonly number[],
  watch: Watch | undefined,
): Float64Array[] {
  const { elements, time } = program;
  const steps = Math.round((time.stop - time.start) / time.step);
  const values = new Float64Array(elements.length);
  const read = (e: number): number => values[e] ?? Number.NaN;
  const at = (e: number): Element | undefined => elements[e];
  const calculate = (s: Scalar, t: number): number => evaluate(s, program, read, t);
  const inputs = new Map<number, { steps: number; start: number; past: number[] }>();
  for (const e of startOrder) {
    const element = at(e);
    if (element === undefined) continue;
    values[e] = overrides.get(e) ?? calculate(startOf(element), time.start);
    if (element.kind === 'delay' && element.delay !== undefined) {
      const n = delaySteps(calculate(element.delay, time.start), time.step);
      inputs.set(e, { steps: n, start: read(e), past: [] });
    }
    watch?.(e, read(e), 0, 'start');
  }
  const result = outcomes.map(() => new Float64Array(steps + 1));
  const next = new Float64Array(elements.length);
  for (let k = 0; k <= steps; k++) {
    const t = time.start + k * time.step;
    for (const e of stepOrder) {
      const element = at(e);
      if (element?.kind !== 'value' || overrides.has(e)) continue;
      values[e] = calculate(element.expr, t);
      watch?.(e, read(e), k, 'step');
    }
    outcomes.forEach((e, o) => {
      const row = result[o];
      if (row !== undefined) row[k] = read(e);
    });
    if (k === steps) break;
    elements.forEach((element, e) => {
      if (element.kind === 'stock') next[e] = read(e) + time.step * calculate(element.expr, t);
      else if (element.kind === 'memory') next[e] = calculate(element.expr, t);
      else if (element.kind === 'delay') {
        const line = inputs.get(e);
        if (line === undefined) return;
        line.past[k] = calculate(element.expr, t);
        next[e] = k + 1 >= line.steps ? (line.past[k + 1 - line.steps] ?? Number.NaN) : line.start;
      }
    });
    elements.forEach((element, e) => {
      if (element.kind === 'value' || element.kind === 'initial') return;
      values[e] = next[e] ?? Number.NaN;
      watch?.(e, read(e), k + 1, 'step');
    });
  }
  return result;
}
