import { Unreachable } from '@schaalsprong/words';
import type { Element, TimeSettings } from '../ir/program.ts';
import type { GroupName, LookupMode, Scalar } from '../ir/scalar.ts';
import type { ProblemCode } from '../problems/problems.ts';
import type { Text } from '../problems/say.ts';
import type { Expression, Point } from '../syntax/ast.ts';
import type { Measure } from '../syntax/unit.ts';

/** What an equation does in each step: the parts of an element that a builder gives. */
export type Parts = Partial<Element> & { readonly expr: Scalar };

/** A subscript range, and the position of the current element in it. */
export interface Axis {
  /** As written in the model. */
  readonly name: string;
  /** Binding key: pass it to {@link Call.scalarOf} in `bound`. */
  readonly key: string;
  /** Keys of its elements, in order. */
  readonly elements: readonly string[];
  /** Index of the current element, from 0; -1 where it is not determined. */
  readonly at: number;
}

/** All elements of a variable, in the order of its dimensions. */
export interface WholeArray {
  readonly all: readonly Scalar[];
  readonly at: number;
  readonly sizes: readonly number[];
}

/** Bindings of ranges to elements, which take precedence over those of the left side. */
export type Bound = ReadonlyMap<string, string>;

/**
 * Context of one call of a function in one element of an equation. Subscripts of the left side are bound to one element, so that every
 * argument is a scalar.
 */
export interface Call {
  /** Canonical name of the function as called. */
  readonly fn: string;
  /** Arguments as written. */
  readonly args: readonly Expression[];
  /** How many arguments were written. */
  readonly count: number;
  /** Full name of the element that is written out. */
  readonly owner: string;
  /** Number of that element. */
  readonly self: number;
  readonly line: number;
  readonly time: TimeSettings;

  /** The ranges of the left side, in order; elements that it names have no part in it. */
  readonly left: readonly Axis[];

  /** Argument `i`, from 0. Where it was not written: 0; ask `count` first. */
  scalar(i: number): Scalar;
  /** Any expression, with some ranges standing for the elements given. */
  scalarOf(e: Expression, bound?: Bound): Scalar;

  /** A separate helper element, so that its value is computed once and can be a state. */
  hide(parts: Parts, label: string): Scalar;
  /** As {@link hide}, unless the scalar is a name, a number or the time already. */
  lift(s: Scalar, label: string): Scalar;
  /** Gives a hidden element other parts: for states that depend on what is made after them. */
  replace(at: Scalar, parts: Partial<Element>): void;

  /**
   * The number that argument `i` is, where it is made of constants alone; else undefined. Those constants become fixed: a run cannot
   * override them.
   */
  constant(i: number): number | undefined;
  /** The same of a scalar. */
  known(s: Scalar): number | undefined;
  /** As {@link constant}, of what argument `i` is at the start of a run, whatever it becomes later. */
  atStart(i: number): number | undefined;
  /** Whether a scalar is the same at all times of a run. */
  steady(s: Scalar): boolean;

  /** The index of the lookup with these points. */
  lookup(points: readonly Point[]): number;
  /** The index of the lookup that argument `i` names (with subscripts or not) or holds as written points. */
  lookupOf(i: number): number;
  /** The index of the lookup over time of the data variable that argument `i` names; undefined for anything else. */
  dataOf(i: number): number | undefined;
  /** The points of a lookup by its index. */
  pointsOf(lookup: number): readonly Point[];
  /** Reads a lookup. */
  read(lookup: number, x: Scalar, mode?: LookupMode): Scalar;

  /** A range by its name as a subscript or argument; undefined where the name is no range. */
  axis(name: string): Axis | undefined;
  /** The ranges marked with `!` in these expressions, each once, in order of appearance. */
  markedAxes(...expressions: readonly Expression[]): readonly Axis[];
  /**
   * The whole of the variable that argument `i` names, where the element named is in it, and the size of each of
   * its dimensions; the last runs fastest. What the model does not define of it is NaN. Fails for anything else.
   */
  array(i: number, bound?: Bound): WholeArray;
  /**
   * Every combination of the ranges marked in the arguments named: a row with the scalar of each of them.
   * Fails where nothing is marked. Rows are in order, the last mark running fastest.
   */
  over(...arguments_: readonly number[]): readonly (readonly Scalar[])[];
  /** Every combination of the elements of some axes, for {@link scalarOf}; the last axis runs fastest. */
  combinations(axes: readonly Axis[]): readonly Bound[];
  /**
   * Memoizes over all elements of the equation that differ only in `free`, so that they share one group of inputs, and so one computation.
   */
  once<T>(free: readonly Axis[], make: () => T): T;

  /** Stream number of the random draws of this call, from owner and label alone. */
  stream(label?: string): number;
  /** The outputs of a group function. Inputs are lifted; call within {@link once} where elements share them. */
  group(fn: GroupName, inputs: readonly Scalar[], outputs: number, settings?: readonly number[]): Scalar[];

  /** Reports a problem at the line of the equation and abandons this expression. */
  fail(code: ProblemCode, message: Text, hint: Text, expected?: Text): never;
}

/** The units of the arguments of a call, for the rule of a function. `i` counts from 0. */
export interface UnitCall {
  readonly count: number;
  /** The unit that the place of the call expects; `any` where it expects none. */
  readonly wanted: Measure;
  /** The unit of time. */
  readonly time: Measure;
  /** The unit of argument `i`; `wanted` is taken where it has no unit of its own. */
  of(i: number, wanted?: Measure): Measure;
  /** Demands that argument `i` has no unit. */
  bare(i: number): void;
  /** Demands that argument `i` is a time. */
  inTime(i: number): void;
  /** Demands that argument `i` has this unit. */
  as(i: number, unit: Measure): void;
  /** Unifies two units; `any` after a mismatch, so that one problem is reported once. */
  alike(a: Measure, b: Measure): Measure;
  /** The unit of argument `base` to the power that argument `exponent` is. */
  power(base: number, exponent: number): Measure;
}

/** A function of the language. */
export interface Builder {
  /** How it is written, for messages: `STEP(height, time)`. */
  readonly form: string;
  /** Least and most arguments. */
  readonly minArguments: number;
  readonly maxArguments: number;
  /** Ranges marked with `!` in its arguments are its own, as those of SUM. */
  readonly bindsMarked?: boolean;
  /** The call within an expression. */
  build(call: Call): Scalar;
  /** The call as the whole right side, where that makes the variable itself a state. */
  asEquation?(call: Call): Parts;
  /** The unit of the result, after looking at those of the arguments. */
  units(call: UnitCall): Measure;
}

/** Makes a builder. The number of arguments follows from `form` unless `minArguments` and `maxArguments` override it. */
export function builder(
  form: string,
  units: Builder['units'],
  build: Builder['build'],
  more: Partial<Pick<Builder, 'minArguments' | 'maxArguments' | 'asEquation' | 'bindsMarked'>> = {},
): Builder {
  const inside = form.slice(form.indexOf('(') + 1, -1).trim();
  const written = inside === '' ? 0 : inside.split(',').length;
  return { form, minArguments: written, maxArguments: written, build, units, ...more };
}

/**
 * A number that a reader itself wrote in a call, such as a place within a conveyor.
 * @throws Unreachable where the argument is no number
 */
export function setting(call: Call, i: number): number {
  const value = call.constant(i);
  if (value === undefined) throw new Unreachable(`argument ${i} of ${call.fn} is no number`);
  return value;
}
