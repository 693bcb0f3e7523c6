import type { GroupName } from '../groups/group-functions.ts';
import type { ModelProblem } from '../problems/problems.ts';

/** Operations that are elementary functions: `math/` has a program for each. */
export type MathName =
  | 'exp'
  | 'ln'
  | 'pow'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh';

/** The operations of a scalar expression; every function of a model is rewritten to these. */
export type Operation =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'square'
  | 'neg'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'eq'
  | 'ne'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'min'
  | 'max'
  | 'abs'
  | 'sqrt'
  | 'trunc'
  | 'floor'
  | 'ceil'
  | 'sign'
  | 'mod'
  | 'xidz'
  | MathName;

/**
 * How a lookup is read.
 * - `linear`: between points on the line, held at both ends
 * - `extrapolate`: as `linear`, and the first and last segment go on beyond the ends
 * - `forward`: between points the y of the next point; held at both ends
 * - `backward`: between points the y of the point before; held at both ends
 */
export type LookupMode = 'linear' | 'extrapolate' | 'forward' | 'backward';

/**
 * An expression of one element: subscripts are gone, names are element numbers.
 * - `n` a number, `r` the value of an element, `t` the time, `f` an operation, `l` a lookup
 * - `d` a random draw, uniform between 0 and 1 (both excluded), fixed by seed, future, stream and time step alone
 * - `g` output `i` of the `n` outputs of a group function on inputs `a`, with settings `p`. Outputs of one call hold
 *   the same `a` object, so that it is computed once.
 */
export type Scalar =
  | { readonly k: 'n'; readonly v: number }
  | { readonly k: 'r'; readonly e: number }
  | { readonly k: 't' }
  | { readonly k: 'f'; readonly f: Operation; readonly a: readonly Scalar[] }
  | { readonly k: 'l'; readonly t: number; readonly x: Scalar; readonly m?: LookupMode }
  | { readonly k: 'd'; readonly stream: number }
  | {
      readonly k: 'g';
      readonly fn: GroupName;
      readonly a: readonly Scalar[];
      readonly p?: readonly number[];
      readonly n: number;
      readonly i: number;
    };

/**
 * One number per future and time.
 * - `value`: computed each step from `expr` (at the start from `init`, if given).
 * - `stock`: starts at `init`, then grows by `expr` times the step.
 * - `memory`: starts at `init`, then takes what `expr` was one step before.
 * - `initial`: `expr` at the start, kept.
 * - `delay`: `init` for `delay` time units, then what `expr` was that long ago.
 */
export interface Element {
  readonly name: string;
  readonly kind: 'value' | 'stock' | 'memory' | 'initial' | 'delay';
  /** Number of the variable whose equation made it. */
  readonly variable: number;
  /** Line of that equation. */
  readonly line: number;
  readonly expr: Scalar;
  readonly init?: Scalar;
  readonly delay?: Scalar;
  /** A helper of a function such as SMOOTH, not a name of the model. */
  readonly hidden?: boolean;
  /** A constant of the model: may be given a value from outside. */
  readonly constant?: boolean;
  /** A constant that shaped the program (a time setting, the order of a delay): it cannot be given from outside. */
  readonly fixed?: boolean;
}

/** A lookup: x strictly rising, `slope[i]` holds from x[i] to x[i + 1]; the last slope is 0. */
export interface Table {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly slope: readonly number[];
  /** Distance between neighbouring x when it is the same everywhere, else 0. */
  readonly spacing: number;
}

/** How stocks are carried over a step: Euler, or Runge-Kutta of second or fourth order with a fixed step. */
export type Method = 'euler' | 'rk2' | 'rk4';

/** When a run begins and ends, its step, and how often values are kept; in the unit of TIME STEP. */
export interface TimeSettings {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly saveEvery: number;
  readonly method: Method;
}

/** What a variable is: `constant` can be given from outside, `stock` is a state, `lookup` a table, and `auxiliary` the rest. */
export type VariableKind = 'constant' | 'auxiliary' | 'stock' | 'lookup';

/** What is known of one variable of the model, for pages and for people. */
export interface VariableInfo {
  readonly name: string;
  readonly kind: VariableKind;
  readonly units: string;
  readonly comment: string;
  /** Vensim group in which its first equation stands; empty if none. */
  readonly sector: string;
  readonly line: number;
  /** Names of its dimensions, in order. */
  readonly subscripts: readonly string[];
  /** Full names of its elements: `builders[SGE]`, or the bare name. */
  readonly elements: readonly string[];
  /** Its equations as written, one per line. */
  readonly equation: string;
  readonly uses: readonly string[];
  readonly usedBy: readonly string[];
  /** Of a constant: its values, in the order of `elements`. */
  readonly values?: readonly number[];
  /** Of a constant without subscripts: its value. */
  readonly value?: number;
  /** Of a constant that shaped the program: no run can be given another value. */
  readonly fixed?: boolean;
}

/** A subscript range with its elements in order. */
export interface DimensionInfo {
  readonly name: string;
  readonly elements: readonly string[];
  readonly line: number;
}

/** A resolved model: plain data (structured-cloneable), so that a worker needs not parse again. */
export interface Program {
  readonly file: string;
  readonly time: TimeSettings;
  readonly dimensions: readonly DimensionInfo[];
  readonly variables: readonly VariableInfo[];
  readonly elements: readonly Element[];
  readonly tables: readonly Table[];
  readonly warnings: readonly ModelProblem[];
}

/** What an element is worth at the start of a run. */
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
 * Numbers in an order in which each comes after those it needs, or the loop that forbids it.
 * Depth first from the roots, so that neighbours in the model become neighbours in the kernel.
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

/** Everything that some elements need, themselves included. What is given from outside needs nothing. */
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
