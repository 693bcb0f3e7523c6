import { at, type Interval, type Text } from '@schaalsprong/words';
import {
  add,
  ceil,
  divide,
  floor,
  multiply,
  negate,
  one,
  print,
  type Rational,
  ratio,
  rational,
  sign,
  toNumber,
  zero,
} from '../certify/exact/rational.ts';
import type { Constraint, Logic, ProductConstraint, TaggedConstraint } from './logic.ts';

/** An invalid logic; a fault of its producer, with a text in both languages because a reader may meet it. */
export class LogicError extends Error {
  readonly code: string;
  readonly text: Text;
  /** ids of the constraints, variables or groups that it is about */
  readonly about: readonly string[];

  constructor(code: string, text: Text, about: readonly string[]) {
    super(`${code}: ${text.en}`);
    this.name = 'LogicError';
    this.code = code;
    this.text = text;
    this.about = about;
  }
}

/** An inequality in exact numbers: `sum of times x column <= bound`, `<` where strict. */
export interface Inequality {
  /** column and coefficient, columns rising, no coefficient zero */
  readonly terms: readonly (readonly [number, Rational])[];
  readonly bound: Rational;
  readonly strict: boolean;
}

/** How a row came about. A cut is made by branching and holds in one branch only. */
export type RowKind = 'constraint' | 'bound' | 'known-factor' | 'mccormick' | 'cut';

/** An inequality that holds when its groups are taken, and the limit on a linear form that it amounts to. */
export interface ExactRow extends Inequality {
  readonly kind: RowKind;
  /** positions in the logic's groups, rising; empty for what always holds */
  readonly groups: readonly number[];
  readonly because: readonly string[];
  /** the product that it was derived for, -1 for none */
  readonly product: number;
  /** the form, its first coefficient 1: rows with the same form bound the same expression */
  readonly form: readonly (readonly [number, Rational])[];
  readonly key: string;
  readonly side: 'lower' | 'upper';
  /** `form <= limit` or `form >= limit`, strict likewise */
  readonly limit: Rational;
  /** the row's terms are `times` x the form */
  readonly times: Rational;
  /** the limit and the form's coefficients as the nearest doubles */
  readonly near: { readonly limit: number; readonly form: readonly number[] };
}

export interface EncodedProduct {
  readonly id: string;
  readonly product: number;
  readonly factor: number;
  readonly other: number;
  readonly times: Rational;
  readonly plus: Rational;
  readonly groups: readonly number[];
}

export interface Encoded {
  readonly variables: readonly string[];
  readonly whole: readonly boolean[];
  readonly groups: readonly string[];
  /** number of the choice per group, -1 for none */
  readonly choices: readonly number[];
  readonly rows: readonly ExactRow[];
  readonly products: readonly EncodedProduct[];
}

const refuse = (code: string, nl: string, en: string, about: readonly string[]): never => {
  throw new LogicError(code, { nl, en }, about);
};

const exact = (x: number, of: string): Rational =>
  Number.isFinite(x)
    ? rational(x)
    : refuse(
        'LOGIC_NOT_FINITE',
        `Bij ${of} staat ${x}. Een getal moet eindig zijn; een grens die er niet is, is null.`,
        `${of} has ${x}. A number must be finite; a bound that is not there is null.`,
        [of],
      );

const positions = (ids: readonly string[], what: { nl: string; en: string }): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const [position, id] of ids.entries()) {
    if (found.has(id)) {
      refuse('LOGIC_ID_TWICE', `${what.nl} ${id} staat er twee keer.`, `${what.en} ${id} is there twice.`, [
        id,
      ]);
    }
    found.set(id, position);
  }
  return found;
};

const sorted = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/** Adds up terms of the same column, drops what cancels, and puts columns in order. */
function collect(terms: Iterable<readonly [number, Rational]>): [number, Rational][] {
  const sums = new Map<number, Rational>();
  for (const [column, times] of terms) sums.set(column, add(sums.get(column) ?? zero, times));
  return [...sums].filter(([, times]) => times.n !== 0n).sort(([a], [b]) => a - b);
}

/** Least common multiple of denominators over greatest common divisor of numerators: makes a form's numbers whole. */
function integral(form: readonly (readonly [number, Rational])[]): Rational {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  let denominator = 1n;
  let numerator = 0n;
  for (const [, { n, d }] of form) {
    denominator = (denominator * d) / gcd(denominator, d);
    numerator = gcd(n < 0n ? -n : n, numerator);
  }
  return numerator === 0n ? one : ratio(denominator, numerator);
}

/**
 * Makes a row of an inequality. Where every quantity in it is counted in whole numbers and so are the multiples, the
 * bound is drawn in to the nearest whole number that can be reached (a cut of Chvatal and Gomory).
 */
export function makeRow(
  inequality: {
    readonly terms: Iterable<readonly [number, Rational]>;
    readonly bound: Rational;
    readonly strict: boolean;
  },
  whole: readonly boolean[],
  rest: Pick<ExactRow, 'kind' | 'groups' | 'because' | 'product'>,
): ExactRow {
  const terms = collect(inequality.terms);
  const first = terms[0]?.[1] ?? one;
  const form = terms.map(([column, times]) => [column, divide(times, first)] as const);
  let limit = divide(inequality.bound, first);
  let { strict } = inequality;
  const side = sign(first) > 0 ? 'upper' : 'lower';
  if (terms.length > 0 && terms.every(([column]) => whole[column])) {
    const unit = integral(form);
    const inUnits = multiply(limit, unit);
    const drawn = side === 'upper' ? floor(inUnits) : ceil(inUnits);
    const step = strict && inUnits.d === 1n ? (side === 'upper' ? -1n : 1n) : 0n;
    limit = divide(ratio(drawn + step), unit);
    strict = false;
  }
  return {
    terms,
    bound: multiply(limit, first),
    strict,
    ...rest,
    form,
    key: form.map(([column, times]) => `${column}*${print(times)}`).join(' '),
    side,
    limit,
    times: first,
    near: { limit: toNumber(limit), form: form.map(([, times]) => toNumber(times)) },
  };
}

/** The one or two inequalities of `terms in interval`. */
function inequalities(
  terms: readonly (readonly [number, Rational])[],
  interval: Interval,
  of: string,
): Inequality[] {
  const found: Inequality[] = [];
  if (interval.max !== null) {
    found.push({ terms, bound: exact(interval.max, of), strict: interval.maxOpen });
  }
  if (interval.min !== null) {
    found.push({
      terms: terms.map(([column, times]) => [column, negate(times)] as const),
      bound: negate(exact(interval.min, of)),
      strict: interval.minOpen,
    });
  }
  return found;
}

/** `x >= at` (lower) or `x <= at` (upper), and what it takes for it to hold. */
export interface Edge {
  readonly side: 'lower' | 'upper';
  readonly at: Rational;
  readonly strict: boolean;
  readonly groups: readonly number[];
  readonly because: readonly string[];
}

export const edgeOf = (row: ExactRow): Edge => ({
  side: row.side,
  at: row.limit,
  strict: row.strict,
  groups: row.groups,
  because: row.because,
});

/** The sign that an edge gives a quantity, `strict` where it cannot be zero; null where none of them does. */
function knownSign(
  edges: readonly Edge[],
  plus: Rational,
): { readonly sign: -1 | 1; readonly strict: boolean; readonly edge: Edge } | null {
  let found: { readonly sign: -1 | 1; readonly strict: boolean; readonly edge: Edge } | null = null;
  for (const edge of edges) {
    const s = sign(add(edge.at, plus));
    const says = edge.side === 'lower' ? (s >= 0 ? 1 : 0) : s <= 0 ? -1 : 0;
    const strict = s !== 0 || edge.strict;
    if (says !== 0 && (found === null || (strict && !found.strict))) found = { sign: says, strict, edge };
  }
  return found;
}

/** `factor x (other + plus)` is at most (or at least) `a x factor + b x (other + plus) + c`, as a row of the product. */
function productRow(
  { product, factor, other, times, plus, groups, id }: EncodedProduct,
  at: number,
  whole: readonly boolean[],
  bound: { most: boolean; a: Rational; b: Rational; c: Rational; strict: boolean },
  kind: RowKind,
  edges: readonly Pick<Edge, 'groups' | 'because'>[],
): ExactRow {
  const upper = bound.most === sign(times) > 0;
  const turn = upper ? one : negate(one);
  const factored = multiply(negate(times), turn);
  return makeRow(
    {
      terms: [
        [product, turn],
        [factor, multiply(factored, bound.a)],
        [other, multiply(factored, bound.b)],
      ],
      bound: negate(multiply(factored, add(bound.c, multiply(bound.b, plus)))),
      strict: bound.strict,
    },
    whole,
    {
      kind,
      groups: sorted([...groups, ...edges.flatMap((edge) => edge.groups)]),
      because: [...new Set([id, ...edges.flatMap((edge) => edge.because)])],
      product: at,
    },
  );
}

/**
 * Rows for one edge of one factor where the other keeps its sign: from `f <= b` and `w >= 0` follows `f w <= b w`.
 * @param on which factor the edge limits
 * @param signs edges of the other one, of which one may give its sign
 */
export function knownFactorRow(
  product: EncodedProduct,
  at: number,
  whole: readonly boolean[],
  edge: Edge,
  on: 'factor' | 'other',
  signs: readonly Edge[],
): ExactRow | null {
  const known = knownSign(signs, on === 'factor' ? product.plus : zero);
  if (known === null) return null;
  const value = on === 'factor' ? edge.at : add(edge.at, product.plus);
  return productRow(
    product,
    at,
    whole,
    {
      most: (edge.side === 'upper') === known.sign > 0,
      a: on === 'factor' ? zero : value,
      b: on === 'factor' ? value : zero,
      c: zero,
      strict: edge.strict && known.strict,
    },
    'known-factor',
    [edge, known.edge],
  );
}

/**
 * The row of McCormick (1976) for an edge of each factor: with w = other + plus, `(f - a)(w - l) >= 0` and its three
 * sisters.
 */
export function mccormickRow(
  product: EncodedProduct,
  at: number,
  whole: readonly boolean[],
  onFactor: Edge,
  onOther: Edge,
): ExactRow {
  const f = onFactor.at;
  const w = add(onOther.at, product.plus);
  // (f - f0)(w - w0) has the sign of the two sides together: f w >= or <= w0 f + f0 w - f0 w0
  return productRow(
    product,
    at,
    whole,
    {
      most: onFactor.side !== onOther.side,
      a: w,
      b: f,
      c: negate(multiply(f, w)),
      strict: onFactor.strict && onOther.strict,
    },
    'mccormick',
    [onFactor, onOther],
  );
}

function checkInterval(interval: Interval, of: string): void {
  if (interval.min !== null) exact(interval.min, of);
  if (interval.max !== null) exact(interval.max, of);
}

/** Whether no choice has two of its groups among these, so that they can be taken together. */
export function compatible(groups: readonly number[], choices: readonly number[]): boolean {
  const seen = new Set<number>();
  for (const group of groups) {
    const choice = at(choices, group);
    if (choice === -1) continue;
    if (seen.has(choice)) return false;
    seen.add(choice);
  }
  return true;
}

/**
 * Turns a logic into inequalities in exact numbers. Every row is true whenever its groups are taken, so what the rows
 * cannot satisfy the logic cannot either; the other way round holds only where no product of two unknowns is involved.
 * @throws LogicError for ids that are unknown or there twice, numbers that are not finite and empty lists of terms
 */
export function encode(logic: Logic): Encoded {
  const variables = logic.variables.map(({ id }) => id);
  const groups = logic.groups.map(({ id }) => id);
  const variableAt = positions(variables, { nl: 'De grootheid', en: 'The quantity' });
  const groupAt = positions(groups, { nl: 'De groep', en: 'The group' });
  positions(
    logic.constraints.map(({ id }) => id),
    { nl: 'De eis', en: 'The constraint' },
  );
  const whole = logic.variables.map((variable) => variable.whole);
  const choiceAt = new Map<string, number>();
  const choices = logic.groups.map(({ choice }) => {
    if (choice === undefined) return -1;
    const known = choiceAt.get(choice) ?? choiceAt.size;
    choiceAt.set(choice, known);
    return known;
  });
  const column = (id: string, of: string): number =>
    variableAt.get(id) ??
    refuse(
      'LOGIC_VARIABLE_UNKNOWN',
      `De eis ${of} noemt de grootheid ${id}, die er niet is.`,
      `The constraint ${of} names the quantity ${id}, which is not there.`,
      [of, id],
    );
  const group = (id: string, of: string): number =>
    groupAt.get(id) ??
    refuse(
      'LOGIC_GROUP_UNKNOWN',
      `De eis ${of} noemt de groep ${id}, die er niet is.`,
      `The constraint ${of} names the group ${id}, which is not there.`,
      [of, id],
    );

  const rows: ExactRow[] = [];
  for (const [at, { id, bounds }] of logic.variables.entries()) {
    checkInterval(bounds, id);
    for (const inequality of inequalities([[at, one]], bounds, id)) {
      rows.push(makeRow(inequality, whole, { kind: 'bound', groups: [], because: [id], product: -1 }));
    }
  }
  const products: EncodedProduct[] = [];
  const linear = (tagged: TaggedConstraint, constraint: Extract<Constraint, { kind: 'linear' }>) => {
    const { id } = tagged;
    if (constraint.terms.length === 0) {
      refuse(
        'LOGIC_NO_TERMS',
        `De eis ${id} heeft geen termen. Noem minstens een grootheid.`,
        `The constraint ${id} has no terms. Name at least one quantity.`,
        [id],
      );
    }
    checkInterval(constraint.interval, id);
    const terms = collect(
      constraint.terms.map(({ of, times }) => [column(of, id), exact(times, id)] as const),
    );
    for (const inequality of inequalities(terms, constraint.interval, id)) {
      rows.push(
        makeRow(inequality, whole, {
          kind: 'constraint',
          groups: sorted(tagged.groups.map((name) => group(name, id))),
          because: [id],
          product: -1,
        }),
      );
    }
  };
  const product = (tagged: TaggedConstraint, constraint: ProductConstraint) => {
    const { id } = tagged;
    products.push({
      id,
      product: column(constraint.product, id),
      factor: column(constraint.factor, id),
      other: column(constraint.other, id),
      times: exact(constraint.times, id),
      plus: exact(constraint.plus, id),
      groups: sorted(tagged.groups.map((name) => group(name, id))),
    });
  };
  for (const tagged of logic.constraints) {
    if (tagged.constraint.kind === 'linear') linear(tagged, tagged.constraint);
    else product(tagged, tagged.constraint);
  }

  const edges = edgesOf(rows, variables.length);
  for (const [at, made] of products.entries()) {
    for (const row of productRows(made, at, whole, edges)) {
      if (compatible(row.groups, choices)) rows.push(row);
    }
  }
  return { variables, whole, groups, choices, rows, products };
}

/** Per column the rows that limit it alone. */
export function edgesOf(rows: readonly ExactRow[], columns: number): Edge[][] {
  const edges: Edge[][] = Array.from({ length: columns }, () => []);
  for (const row of rows) {
    const [first, second] = row.form;
    if (first !== undefined && second === undefined) edges[first[0]]?.push(edgeOf(row));
  }
  return edges;
}

/** The rows of a product that hold without looking at what else is taken. */
function productRows(
  product: EncodedProduct,
  at: number,
  whole: readonly boolean[],
  edges: readonly (readonly Edge[])[],
): ExactRow[] {
  if (product.times.n === 0n) {
    return [one, negate(one)].map((turn) =>
      makeRow({ terms: [[product.product, turn]], bound: zero, strict: false }, whole, {
        kind: 'known-factor',
        groups: product.groups,
        because: [product.id],
        product: at,
      }),
    );
  }
  const onFactor = edges[product.factor] ?? [];
  const onOther = edges[product.other] ?? [];
  const always = (edge: Edge) => edge.groups.length === 0;
  const rows: ExactRow[] = [];
  for (const edge of onFactor) {
    const row = knownFactorRow(product, at, whole, edge, 'factor', onOther.filter(always));
    if (row !== null) rows.push(row);
  }
  for (const edge of onOther) {
    const row = knownFactorRow(product, at, whole, edge, 'other', onFactor.filter(always));
    if (row !== null) rows.push(row);
  }
  for (const a of onFactor.filter(always)) {
    for (const b of onOther.filter(always)) rows.push(mccormickRow(product, at, whole, a, b));
  }
  const seen = new Set<string>();
  return rows.filter((row) => {
    const mark = `${row.key} ${row.side} ${print(row.limit)} ${row.strict} ${row.groups.join(',')}`;
    return seen.has(mark) ? false : seen.add(mark);
  });
}
