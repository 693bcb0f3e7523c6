import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  toNumber,
  zero,
} from '../certify/exact/rational.ts';
import type { Component, GroupSet } from '../system/oracle.ts';

/** What must hold with equality: a sum of terms, or a product. */
export type Equation =
  | {
      readonly kind: 'sum';
      readonly terms: readonly (readonly [number, Rational])[];
      readonly is: Rational;
      readonly columns: readonly number[];
      readonly groups: readonly number[];
    }
  | {
      readonly kind: 'product';
      readonly product: number;
      readonly factor: number;
      readonly other: number;
      readonly times: Rational;
      readonly plus: Rational;
      readonly columns: readonly number[];
      readonly groups: readonly number[];
    };

/** Values in exact numbers, by column. */
export type ExactPoint = ReadonlyMap<number, Rational>;

/**
 * Turns points in doubles into points in exact numbers, and checks them against every row and product of a component
 * with fractions only. Nothing here trusts the solver.
 */
export interface Witnesses {
  /**
   * A point near the one given at which all equalities that are wanted hold, with what is fixed left as it is: each
   * equality is solved for a quantity that no other one needs, and the others are rounded. Null where equalities hang
   * together in a circle, which this does not solve.
   */
  exact(
    columns: readonly number[],
    near: (column: number) => number,
    fixed: (column: number) => Rational | undefined,
    wanted: (equation: Equation) => boolean,
  ): ExactPoint | null;
  /** The rows in which a column occurs, bounds included. */
  rowsOf(columns: Iterable<number>): readonly number[];
  /** The sum of a row's terms. */
  value(row: number, at: (column: number) => Rational): Rational;
  /** Whether a row holds with so much of its bound taken by others. */
  holds(row: number, value: Rational, used: Rational): boolean;
  groups(row: number): readonly number[];
  columns(row: number): readonly number[];
  /** Whether all required products of these columns are satisfied. */
  meets(
    columns: Iterable<number>,
    at: (column: number) => Rational,
    wanted: (product: { readonly groups: readonly number[]; readonly columns: readonly number[] }) => boolean,
  ): boolean;
}

const productOf = (
  { times, plus }: { times: Rational; plus: Rational },
  factor: Rational,
  other: Rational,
): Rational => multiply(times, multiply(factor, add(other, plus)));

/** @returns null where the component comes without exact rows */
export function witnesses(component: Component, among: GroupSet): Witnesses | null {
  const exactRows = component.exact;
  if (exactRows === undefined) return null;
  const { rows, variables } = component;
  const isTaken = (groups: readonly number[]): boolean => groups.every((group) => among[group] === 1);
  const perColumn: number[][] = variables.map(() => []);
  rows.forEach((row, at) => {
    if (isTaken(row.groups)) for (const column of row.columns) perColumn[column]?.push(at);
  });
  const equations = equationsOf(component, isTaken);
  const equationsIn: number[][] = variables.map(() => []);
  equations.forEach(({ columns }, at) => {
    for (const column of columns) equationsIn[column]?.push(at);
  });

  const termsOf = (row: number) => exactRows[row]?.terms ?? [];
  return {
    exact: (columns, near, fixed, wanted) => solveAll(equations, equationsIn, columns, near, fixed, wanted),
    rowsOf(columns) {
      const found = new Set<number>();
      for (const column of columns) for (const row of perColumn[column] ?? []) found.add(row);
      return [...found];
    },
    value: (row, at) =>
      termsOf(row).reduce<Rational>((sum, [column, factor]) => add(sum, multiply(factor, at(column))), zero),
    holds(row, value, used) {
      const order = compare(add(value, used), exactRows[row]?.bound ?? zero);
      return order < 0 || (order === 0 && rows[row]?.strict === false);
    },
    groups: (row) => rows[row]?.groups ?? [],
    columns: (row) => rows[row]?.columns ?? [],
    meets(columns, at, wanted) {
      const pending = new Set<number>();
      for (const column of columns) for (const equation of equationsIn[column] ?? []) pending.add(equation);
      for (const index of pending) {
        const equation = equations[index];
        if (equation?.kind !== 'product' || !wanted(equation)) continue;
        if (!isMet(equation, at)) return false;
      }
      return true;
    },
  };
}

function equationsOf(component: Component, isTaken: (groups: readonly number[]) => boolean): Equation[] {
  const derived = new Set(component.products.map(({ id }) => id));
  const found: Equation[] = [];
  const seen = new Map<string, { bound: Rational; terms: readonly (readonly [number, Rational])[] }[]>();
  component.rows.forEach((row, at) => {
    const exact = component.exact?.[at];
    if (exact === undefined || !isTaken(row.groups) || row.because.some((id) => derived.has(id))) return;
    const mark = `${row.groups.join()}|${row.columns.join()}`;
    const before = seen.get(mark) ?? [];
    const opposite = before.find(
      (other) =>
        compare(other.bound, negate(exact.bound)) === 0 &&
        other.terms.every(([, factor], n) => compare(factor, negate(exact.terms[n]?.[1] ?? zero)) === 0),
    );
    if (opposite !== undefined) {
      found.push({
        kind: 'sum',
        terms: exact.terms,
        is: exact.bound,
        columns: row.columns,
        groups: row.groups,
      });
    }
    seen.set(mark, [...before, exact]);
  });
  for (const { product, factor, other, times, plus, groups } of component.products) {
    if (!isTaken(groups)) continue;
    found.push({
      kind: 'product',
      product,
      factor,
      other,
      times: rational(times),
      plus: rational(plus),
      columns: [...new Set([product, factor, other])],
      groups,
    });
  }
  return found;
}

/** How far an equation is from holding at a point in doubles, as a part of its largest term. */
export function offBy(equation: Equation, near: (column: number) => number): number {
  const terms =
    equation.kind === 'sum'
      ? [...equation.terms.map(([column, factor]) => toNumber(factor) * near(column)), -toNumber(equation.is)]
      : [
          near(equation.product),
          -toNumber(equation.times) *
            near(equation.factor) *
            (near(equation.other) + toNumber(equation.plus)),
        ];
  const largest = terms.reduce((most, term) => Math.max(most, Math.abs(term)), Number.MIN_VALUE);
  return Math.abs(terms.reduce((sum, term) => sum + term, 0)) / largest;
}

/** To ten digits, so that fractions stay short. */
const rounded = (x: number): Rational => rational(Number(x.toPrecision(10)));

function solveAll(
  equations: readonly Equation[],
  equationsIn: readonly (readonly number[])[],
  columns: readonly number[],
  near: (column: number) => number,
  fixed: (column: number) => Rational | undefined,
  wanted: (equation: Equation) => boolean,
): ExactPoint | null {
  const free = new Set(columns);
  const values = new Map<number, Rational>();
  const pending = new Set<number>();
  for (const column of columns) {
    for (const at of equationsIn[column] ?? []) {
      const equation = equations[at];
      if (equation !== undefined && wanted(equation)) pending.add(at);
    }
  }
  const at = (column: number): Rational => values.get(column) ?? fixed(column) ?? zero;
  // unit propagation: a product with one open quantity determines it, before any choice
  const queue = [...pending];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const equation = equations[next];
    const open = equation?.columns.filter((column) => free.has(column)) ?? [];
    const [column] = open;
    if (equation === undefined || column === undefined || open.length > 1 || !pending.has(next)) continue;
    const value = solvedOne(equation, column, at);
    if (value === null) continue;
    pending.delete(next);
    values.set(column, value);
    free.delete(column);
    queue.push(...(equationsIn[column] ?? []).filter((e) => pending.has(e)));
  }
  const left = new Map<number, number>();
  for (const column of free) {
    left.set(column, (equationsIn[column] ?? []).filter((at) => pending.has(at)).length);
  }
  const order: { equation: Equation; column: number }[] = [];
  const ready = [...free].filter((column) => left.get(column) === 1);
  while (ready.length > 0) {
    const column = ready.pop();
    if (column === undefined || left.get(column) !== 1) continue;
    const at = (equationsIn[column] ?? []).find((e) => pending.has(e));
    const equation = at === undefined ? undefined : equations[at];
    if (at === undefined || equation === undefined) continue;
    order.push({ equation, column });
    pending.delete(at);
    for (const other of equation.columns) {
      const count = (left.get(other) ?? 0) - 1;
      left.set(other, count);
      if (count === 1 && free.has(other)) ready.push(other);
    }
  }
  const solvedFor = new Set(order.map(({ column }) => column));
  for (const column of free) if (!solvedFor.has(column)) values.set(column, rounded(near(column)));
  for (const { equation, column } of order.reverse()) {
    const value = solvedOne(equation, column, at);
    if (value === null) return null;
    values.set(column, value);
  }
  // the rest is cyclic, or has only known quantities: it may be satisfied anyway
  for (const index of pending) {
    const equation = equations[index];
    if (equation !== undefined && !isMet(equation, at)) return null;
  }
  return values;
}

function isMet(equation: Equation, at: (column: number) => Rational): boolean {
  if (equation.kind === 'product') {
    const wanted = productOf(equation, at(equation.factor), at(equation.other));
    return compare(at(equation.product), wanted) === 0;
  }
  const sum = equation.terms.reduce<Rational>(
    (total, [column, factor]) => add(total, multiply(factor, at(column))),
    zero,
  );
  return compare(sum, equation.is) === 0;
}

/** The value of one column that makes an equation hold, or null where none does or many might. */
function solvedOne(equation: Equation, column: number, at: (column: number) => Rational): Rational | null {
  if (equation.kind === 'sum') {
    let rest = equation.is;
    let own = zero;
    for (const [other, factor] of equation.terms) {
      if (other === column) own = add(own, factor);
      else rest = subtract(rest, multiply(factor, at(other)));
    }
    return own.n === 0n ? null : divide(rest, own);
  }
  const { product, factor, other, times, plus } = equation;
  if ([product, factor, other].filter((c) => c === column).length !== 1) return null;
  if (column === product) return productOf(equation, at(factor), at(other));
  const known = column === factor ? multiply(times, add(at(other), plus)) : multiply(times, at(factor));
  if (known.n === 0n) return null;
  const quotient = divide(at(product), known);
  return column === factor ? quotient : subtract(quotient, plus);
}
