import { toNumber } from '../certify/exact/rational.ts';
import type { Encoded, EncodedProduct, ExactRow } from './encode.ts';
import type { Variable } from './logic.ts';
import type { Component } from './oracle.ts';

/** Rows that share no quantity with any other part: what cannot hold within it cannot hold at all, and only there. */
export interface Part {
  /** positions of its quantities in the logic, rising */
  readonly columns: readonly number[];
  readonly rows: readonly ExactRow[];
  /** positions of the groups that occur in its rows, rising; a group may occur in several parts */
  readonly groups: readonly number[];
  /** positions of its products in `Encoded.products` */
  readonly products: readonly number[];
}

/** Splits what was encoded by shared quantities, in the order of the quantities. */
export function split(encoded: Encoded): Part[] {
  const parent = encoded.variables.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] as number;
    for (let step = at; step !== top; ) {
      const next = parent[step] as number;
      parent[step] = top;
      step = next;
    }
    return top;
  };
  const join = (columns: readonly number[]) => {
    const [first, ...others] = columns;
    for (const other of others) parent[root(other)] = root(first as number);
  };
  for (const row of encoded.rows) join(row.terms.map(([column]) => column));
  for (const { product, factor, other } of encoded.products) join([product, factor, other]);

  const parts = new Map<
    number,
    { columns: number[]; rows: ExactRow[]; groups: Set<number>; products: number[] }
  >();
  const partOf = (column: number) => {
    const top = root(column);
    const known = parts.get(top) ?? { columns: [], rows: [], groups: new Set<number>(), products: [] };
    parts.set(top, known);
    return known;
  };
  for (const column of encoded.variables.keys()) partOf(column).columns.push(column);
  // A row whose terms cancel contains no quantity: a component of its own.
  const constant = { columns: [], rows: [] as ExactRow[], groups: new Set<number>(), products: [] };
  for (const row of encoded.rows) {
    const [first] = row.terms;
    const part = first === undefined ? constant : partOf(first[0]);
    part.rows.push(row);
    for (const group of row.groups) part.groups.add(group);
  }
  for (const [at, { product, groups }] of encoded.products.entries()) {
    const part = partOf(product);
    part.products.push(at);
    for (const group of groups) part.groups.add(group);
  }
  return [...parts.values(), ...(constant.rows.length > 0 ? [constant] : [])].map((part) => ({
    ...part,
    groups: [...part.groups].sort((a, b) => a - b),
  }));
}

/** A part in doubles and with positions of its own, for an oracle from outside. */
export function componentOf(part: Part, encoded: Encoded, variables: readonly Variable[]): Component {
  const columnAt = new Map(part.columns.map((column, at) => [column, at]));
  const groupAt = new Map(part.groups.map((group, at) => [group, at]));
  const column = (of: number) => columnAt.get(of) as number;
  const groups = (of: readonly number[]) => of.map((group) => groupAt.get(group) as number);
  return {
    variables: part.columns.map((at) => variables[at] as Variable),
    groups: part.groups.map((at) => encoded.groups[at] as string),
    choices: part.groups.map((at) => encoded.choices[at] as number),
    rows: part.rows.map((row) => ({
      columns: row.terms.map(([at]) => column(at)),
      factors: row.terms.map(([, times]) => toNumber(times)),
      bound: toNumber(row.bound),
      strict: row.strict,
      groups: groups(row.groups),
      because: row.because,
    })),
    exact: part.rows.map(({ terms, bound }) => ({
      terms: terms.map(([at, times]) => [column(at), times] as const),
      bound,
    })),
    products: part.products.map((at) => {
      const product = encoded.products[at] as EncodedProduct;
      return {
        id: product.id,
        product: column(product.product),
        factor: column(product.factor),
        other: column(product.other),
        times: toNumber(product.times),
        plus: toNumber(product.plus),
        groups: groups(product.groups),
      };
    }),
  };
}
