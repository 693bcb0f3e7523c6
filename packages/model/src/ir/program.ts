import type { ModelProblem } from '../problems/problems.ts';
import type { Scalar } from './scalar.ts';

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

/** An element that needs missing data, and the variable that lacks it. */
export interface Lacking {
  readonly element: number;
  /** The variable whose data is missing, and the line of its equation. */
  readonly name: string;
  readonly line: number;
  /** The missing file; undefined for a variable without equation. */
  readonly file?: string;
  /** The equation of the element itself reads the missing data; other elements need it only through their references. */
  readonly root?: true;
}

/** A lookup: x strictly rising, `slope[i]` holds from x[i] to x[i + 1]; the last slope is 0. */
export interface Lookup {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly slope: readonly number[];
  /** Distance between neighbouring x when it is the same everywhere, else 0. */
  readonly spacing: number;
}

/** Integration method: Euler, or Runge-Kutta of second or fourth order with a fixed step. */
export type Method = 'euler' | 'rk2' | 'rk4';

/** When a run begins and ends, its step, and how often values are kept; in the unit of TIME STEP. */
export interface TimeSettings {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly saveEvery: number;
  readonly method: Method;
}

/** What a variable is: `constant` can be given from outside, `stock` is a state, `lookup` a function given by points, and `auxiliary` the rest. */
export type VariableKind = 'constant' | 'auxiliary' | 'stock' | 'lookup';

/** Metadata of one variable of the model, for display. */
export interface VariableInfo {
  readonly name: string;
  readonly kind: VariableKind;
  readonly units: string;
  readonly comment: string;
  /** Vensim group of its first equation; empty if none. */
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
  readonly lookups: readonly Lookup[];
  readonly warnings: readonly ModelProblem[];
  /** Elements that need missing data: no run may ask for them, unless it gives the constants that are missing. */
  readonly lacking?: readonly Lacking[];
}
