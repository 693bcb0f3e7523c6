import { toNumber } from '../certify/exact/rational.ts';
import { encode } from '../system/encode.ts';
import type { Logic } from '../system/logic.ts';
import type { Component } from '../system/oracle.ts';

/** A whole logic as one component, in doubles. */
export function componentOf(logic: Logic): Component {
  const encoded = encode(logic);
  return {
    variables: logic.variables,
    groups: encoded.groups,
    choices: encoded.choices,
    rows: encoded.rows.map((row) => ({
      columns: row.terms.map(([column]) => column),
      factors: row.terms.map(([, factor]) => toNumber(factor)),
      bound: toNumber(row.bound),
      strict: row.strict,
      groups: row.groups,
      because: row.because,
    })),
    exact: encoded.rows.map(({ terms, bound }) => ({ terms, bound })),
    products: encoded.products.map((product) => ({
      ...product,
      times: toNumber(product.times),
      plus: toNumber(product.plus),
    })),
  };
}
