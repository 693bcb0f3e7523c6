import { at } from '@schaalsprong/words';
import { num } from '../functions/scalar.ts';
import { functionTexts } from '../functions/texts.ts';
import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { DataFault, type DataSource } from '../read/data-source.ts';
import { readTexts } from '../read/texts.ts';
import type { Equation, Expression, Point } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import { type Absent, FileMissing, flatLine, withoutData } from './absent.ts';
import type { Arena } from './arena.ts';
import { constantsFrom, seriesFrom } from './cells.ts';
import { notAvailable, readSeries } from './data-series.ts';
import { type Faults, partKey, Stop, TooLarge } from './faults.ts';
import type { Ranges } from './ranges.ts';
import type { Scope } from './scope.ts';
import { resolveTexts } from './texts.ts';
import { externalKind, type Variable, type Variables } from './variables.ts';

/** One subscript of a left side. */
interface LeftAxis {
  /** Key of the range, where it is one. */
  readonly range?: string;
  readonly elements: readonly string[];
}

/** Content of the elements of one equation that is known before right sides are resolved, by index in the equation. */
type Given =
  | { readonly kind: 'expression' }
  | { readonly kind: 'constants'; readonly values: readonly number[]; readonly missing?: Absent }
  | { readonly kind: 'lookups'; readonly lookups: readonly (number | undefined)[]; readonly missing?: Absent }
  | {
      readonly kind: 'courses';
      readonly courses: readonly (readonly Point[])[];
      readonly missing?: Absent;
    };

/** First pass: declares every element of the left sides, so that right sides can refer to them in any order. */
export class Declarer {
  /** Work list: elements whose right side is not resolved yet. */
  readonly jobs = new Map<number, Scope>();
  /** Keys of variables of which an equation is at fault. */
  readonly faulty = new Set<string>();
  /** By key of a variable from data over time, or of a lookup, whose data is missing. */
  readonly absent = new Map<string, Absent>();
  /** Elements that are read from a missing file, by index: a run can give constants. */
  readonly unread = new Map<number, Absent>();
  readonly #ranges: Ranges;
  readonly #variables: Variables;
  readonly #arena: Arena;
  readonly #data: DataSource | undefined;
  readonly #faults: Faults;

  constructor(
    ranges: Ranges,
    variables: Variables,
    arena: Arena,
    data: DataSource | undefined,
    faults: Faults,
  ) {
    this.#ranges = ranges;
    this.#variables = variables;
    this.#arena = arena;
    this.#data = data;
    this.#faults = faults;
  }

  /** @param numberOf the index of the variable as users see it */
  declare(variable: Variable, numberOf: number): void {
    const lines = new Map<string, number>();
    const first = at(variable.equations, 0);
    const width = first.subs.length;
    for (const equation of variable.equations) {
      const { subs, line } = equation;
      if (subs.length !== width) {
        this.#variables.subscriptCount(equation.name, width, subs.length, line, first?.line ?? line);
        continue;
      }
      try {
        this.#equation(variable, equation, lines, numberOf);
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        this.faulty.add(variable.key);
      }
    }
  }

  #equation(variable: Variable, equation: Equation, lines: Map<string, number>, numberOf: number): void {
    const axes = this.#axes(equation.subs, equation.line);
    const size = axes.reduce((all, axis) => all * axis.elements.length, 1);
    if (this.#arena.elements.length + size > this.#arena.maxElements) throw new TooLarge();
    const excepted = this.#exceptions(equation);
    const combinations = this.#arena.product(axes.map((axis) => axis.elements));
    const given = this.#given(variable, equation, axes, combinations);
    combinations.forEach((subs, i) => {
      if (excepted.has(subs.join(','))) return;
      const key = partKey(variable.key, subs);
      const earlier = lines.get(key);
      if (earlier !== undefined) {
        this.#faults.duplicate(this.#variables.fullName(variable, subs), earlier, equation.line);
        return;
      }
      lines.set(key, equation.line);
      if (given.kind === 'lookups') {
        const lookup = given.lookups[i];
        if (lookup === undefined) return;
        this.#arena.lookupOf.set(key, lookup);
        variable.own.push({ element: -1, subs });
        return;
      }
      const name = this.#variables.fullName(variable, subs);
      const points = given.kind === 'courses' ? (given.courses[i] ?? []) : [];
      const course = given.kind === 'courses' ? this.#course(points, equation) : undefined;
      const element = this.#arena.add({
        name,
        kind: 'value',
        variable: numberOf,
        line: equation.line,
        expr: course?.expr ?? num(constantOf(given, i)),
        ...(variable.hidden ? { hidden: true } : {}),
        ...(given.kind === 'constants' && !variable.hidden ? { constant: true } : {}),
      });
      this.#arena.elementOf.set(key, element);
      if (given.kind !== 'expression' && given.missing !== undefined) this.unread.set(element, given.missing);
      if (course !== undefined) this.#arena.addSeries(element, key, points, course.lookup);
      variable.own.push({ element, subs });
      if (given.kind !== 'expression') return;
      this.jobs.set(element, {
        owner: name,
        element,
        equation,
        variable: numberOf,
        left: axes.flatMap((axis, position) =>
          axis.range === undefined ? [] : [{ range: axis.range, element: at(subs, position) }],
        ),
        bound: new Map(),
        counter: { next: 0 },
      });
    });
  }

  #axes(subs: readonly string[], line: number): LeftAxis[] {
    return subs.map((sub) => {
      const key = canonical(sub);
      const range = this.#ranges.get(key);
      if (range !== undefined) return { range: key, elements: range.elements };
      if (this.#ranges.isElement(key)) return { elements: [key] };
      this.#ranges.notAnIndex(sub, line);
      throw new Stop();
    });
  }

  #exceptions(equation: Equation): Set<string> {
    const excepted = new Set<string>();
    for (const set of equation.except) {
      const axes = this.#axes(set, equation.line);
      if (axes.length !== equation.subs.length) {
        const wanted = equation.subs.length;
        this.#variables.subscriptCount(':EXCEPT:', wanted, axes.length, equation.line, equation.line);
      }
      for (const combination of this.#arena.product(axes.map((axis) => axis.elements)))
        excepted.add(combination.join(','));
    }
    return excepted;
  }

  #given(
    variable: Variable,
    equation: Equation,
    axes: readonly LeftAxis[],
    combinations: readonly (readonly string[])[],
  ): Given {
    const { right } = equation;
    const count = combinations.length;
    switch (right.kind) {
      case 'list':
        return { kind: 'constants', values: this.#list(equation, right.rows, axes, count) };
      case 'table': {
        const lookup = this.#lookup(right.points, equation);
        return { kind: 'lookups', lookups: combinations.map(() => lookup) };
      }
      case 'data':
        return this.#series(variable, equation, combinations);
      case 'expression': {
        const external = externalKind(right.expression);
        if (external !== undefined) {
          try {
            return this.#external(external, right.expression, equation, axes, count);
          } catch (error) {
            if (!(error instanceof FileMissing)) throw error;
            return this.#withoutFile(external, error.absent, variable, count);
          }
        }
        if (!variable.lookup) return { kind: 'expression' };
        return this.#faults.stop(
          'MODEL_SYNTAX',
          equation.line,
          say(resolveTexts.lookupMixed, { name: equation.name }),
          say(resolveTexts.lookupMixedHint),
          say(commonTexts.expectedTable),
        );
      }
    }
  }

  #list(
    equation: Equation,
    rows: readonly (readonly number[])[],
    axes: readonly LeftAxis[],
    wanted: number,
  ): number[] {
    const values = rows.flat();
    // `a[Area, Level, one element]`: the columns are those of Level.
    const columns = axes.findLast((axis) => axis.elements.length > 1)?.elements.length ?? 1;
    const rowsFit = rows.length === 1 || rows.every((row) => row.length === columns);
    if (values.length === wanted && rowsFit && values.every((v) => Number.isFinite(v))) return values;
    this.#faults.report(
      'MODEL_SUBSCRIPT',
      equation.line,
      say(resolveTexts.listLength, { name: equation.name, got: rows.map((row) => row.length).join(' ; ') }),
      equation.subs.length === 0
        ? say(resolveTexts.listWithoutSubscripts, { name: equation.name })
        : say(resolveTexts.listLengthHint, { dims: equation.subs.join(', ') }),
      say(resolveTexts.listLengthExpected, {
        wanted: axes.map((axis) => axis.elements.length).join(' x ') || '1',
      }),
    );
    // The problem above prevents a run; zeros let the rest of the model be checked.
    return Array.from({ length: wanted }, () => 0);
  }

  #lookup(points: readonly Point[], equation: Equation): number | undefined {
    const lookup = this.#arena.lookup(points);
    if (typeof lookup === 'number') return lookup;
    this.#badLookup(equation, lookup.fault);
    // The problem above prevents a run; a flat line avoids follow-on problems.
    const flat = this.#arena.lookup(flatLine);
    return typeof flat === 'number' ? flat : undefined;
  }

  #badLookup({ name, line }: Equation, detail: string): void {
    this.#faults.report(
      'MODEL_TABLE',
      line,
      say(functionTexts.badTable, { name, detail }),
      say(readTexts.badTableHint),
    );
  }

  #external(
    kind: 'constants' | 'data' | 'lookups',
    expression: Expression,
    equation: Equation,
    axes: readonly LeftAxis[],
    count: number,
  ): Given {
    const call = expression.kind === 'parens' ? expression.of : expression;
    if (call.kind !== 'call') throw new Stop();
    const { name, line } = equation;
    const request = { call, name, line, data: this.#data, faults: this.#faults };
    if (kind === 'constants') {
      const sizes = axes.map((axis) => axis.elements.length);
      return { kind: 'constants', values: constantsFrom(request, sizes) };
    }
    const courses = seriesFrom(request, count);
    if (kind === 'data') return { kind: 'courses', courses };
    return { kind: 'lookups', lookups: courses.map((points) => this.#lookup(points, equation)) };
  }

  /** Placeholder for the content of a missing file, so that the rest of the model is checked and can run. */
  #withoutFile(
    kind: 'constants' | 'data' | 'lookups',
    missing: Absent,
    variable: Variable,
    count: number,
  ): Given {
    if (kind === 'constants') {
      return { kind: 'constants', values: Array.from({ length: count }, () => Number.NaN), missing };
    }
    this.absent.set(variable.key, missing);
    if (kind === 'data') return { kind: 'courses', courses: [], missing };
    const lookup = this.#arena.lookup(flatLine);
    const index = typeof lookup === 'number' ? lookup : undefined;
    return { kind: 'lookups', lookups: Array.from({ length: count }, () => index), missing };
  }

  /** A variable without right side: its time series come from the data source, by full name. */
  #series(variable: Variable, equation: Equation, combinations: readonly (readonly string[])[]): Given {
    const { line } = equation;
    const courses = combinations.map((subs) => {
      try {
        return this.#data?.series?.(this.#variables.fullName(variable, subs)) ?? [];
      } catch (error) {
        if (!(error instanceof DataFault)) throw error;
        return this.#faults.stop('MODEL_DATA', line, error.text, error.hint, error.expected);
      }
    });
    if (courses.every((points) => points.length === 0)) this.absent.set(variable.key, withoutData(equation));
    return { kind: 'courses', courses };
  }

  #course(points: readonly Point[], equation: Equation): { expr: Scalar; lookup?: number } {
    const course = readSeries(points, equation.mode ?? 'interpolate', this.#arena);
    if (!('fault' in course)) return course;
    this.#badLookup(equation, course.fault);
    return { expr: num(notAvailable) };
  }
}

const constantOf = (given: Given, i: number): number =>
  given.kind === 'constants' ? at(given.values, i) : 0;
