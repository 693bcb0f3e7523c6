import { at, numberAt, Unreachable } from '@schaalsprong/words';
import type { Component, EncodedRow, GroupSet } from '../system/oracle.ts';

/**
 * `lower <= sum of factors x columns <= upper` in scaled quantities: two rows of a component that differ only in sign
 * are one range, which halves the work. Holds when all of its groups are taken.
 */
export interface Range {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
  readonly groups: readonly number[];
  /** the row of the component that each bound came from, -1 for none */
  readonly lowerRow: number;
  readonly upperRow: number;
}

/** `product = times x factor x (other + plus)` in scaled quantities. */
export interface ScaledProduct {
  readonly product: number;
  readonly factor: number;
  readonly other: number;
  readonly times: number;
  readonly plus: number;
  readonly groups: readonly number[];
}

/** A component ready for doubles: quantities near 1, rows near 1, bounds without groups as a box. */
export interface Ranges {
  readonly columns: number;
  /** unscaled value = scale x scaled value; powers of two, so that scaling rounds nothing */
  readonly scale: Float64Array;
  /** what every quantity can be at all */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly ranges: readonly Range[];
  /** per column the ranges that contain it */
  readonly of: readonly (readonly number[])[];
  readonly products: readonly ScaledProduct[];
  /** per column the products that contain it */
  readonly productsOf: readonly (readonly number[])[];
  readonly groups: number;
}

/** A strict bound is moved inward by this much of its scaled row, so that merely touching counts as not holding. */
export const STRICT = 1e-7;

/** `at` for the factors of a row in hot loops: it meets plain arrays only, so the engine inlines it. */
export function factorAt(factors: readonly number[], index: number): number {
  const factor = factors[index];
  if (factor === undefined) throw new Unreachable(`no factor ${index} of ${factors.length}`);
  return factor;
}

const powerOfTwo = (x: number): number => 2 ** Math.round(Math.log2(x));

/** What size each quantity has: from the bounds on it alone, and for the others from the rows that bind them to these. */
function sizes(component: Component): Float64Array {
  const sums = new Float64Array(component.variables.length);
  const counts = new Float64Array(component.variables.length);
  for (const { columns, factors, bound } of component.rows) {
    const [column, factor] = [columns[0], factors[0]];
    if (columns.length !== 1 || column === undefined || factor === undefined || bound === 0) continue;
    sums[column] = numberAt(sums, column) + Math.log2(Math.abs(bound / factor));
    counts[column] = numberAt(counts, column) + 1;
  }
  const size = sums.map((sum, column) => {
    const count = numberAt(counts, column);
    return count > 0 ? 2 ** (sum / count) : 0;
  });
  const rowsOf: number[][] = component.variables.map(() => []);
  component.rows.forEach((row, index) => {
    if (row.columns.length > 1) for (const column of row.columns) at(rowsOf, column).push(index);
  });
  const spread = (row: EncodedRow): number | undefined => {
    let unknown: { readonly column: number; readonly factor: number } | undefined;
    let largest = Math.abs(row.bound);
    for (const [n, column] of row.columns.entries()) {
      const known = numberAt(size, column);
      const factor = factorAt(row.factors, n);
      if (known > 0) largest = Math.max(largest, known * Math.abs(factor));
      else if (unknown !== undefined) return undefined;
      else unknown = { column, factor };
    }
    if (unknown === undefined || largest === 0) return undefined;
    size[unknown.column] = largest / Math.abs(unknown.factor);
    return unknown.column;
  };
  // an array grows while it is iterated: rows of a size just found are visited again
  const queue = [...component.rows.keys()];
  for (const index of queue) {
    const row = at(component.rows, index);
    const found = row.columns.length > 1 ? spread(row) : undefined;
    if (found !== undefined) queue.push(...at(rowsOf, found));
  }
  return size.map((s) => (s > 0 && Number.isFinite(s) ? powerOfTwo(s) : 1));
}

/** The ranges of the rows whose groups are all among those taken. */
export function rangesOf(component: Component, among: GroupSet): Ranges {
  const count = component.variables.length;
  const scale = sizes(component);
  const lower = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  component.variables.forEach(({ bounds }, column) => {
    const unit = numberAt(scale, column);
    if (bounds.min !== null) lower[column] = bounds.min / unit + (bounds.minOpen ? STRICT : 0);
    if (bounds.max !== null) upper[column] = bounds.max / unit - (bounds.maxOpen ? STRICT : 0);
  });

  const made: Range[] = [];
  const known = new Map<string, number>();
  component.rows.forEach((row, index) => {
    if (!row.groups.every((group) => among[group] === 1)) return;
    let factors = row.columns.map((column, n) => factorAt(row.factors, n) * numberAt(scale, column));
    // normalize: the sign of the first coefficient distinguishes lower from upper bounds; the scale is the largest coefficient
    const unit = powerOfTwo(Math.max(...factors.map(Math.abs))) * Math.sign(factors[0] ?? 1);
    factors = factors.map((factor) => factor / unit);
    const bound = row.bound / unit;
    const isUpper = unit > 0;
    const room = row.strict ? STRICT : 0;
    if (row.columns.length === 1 && row.groups.length === 0) {
      const column = at(row.columns, 0);
      const value = bound / factorAt(factors, 0);
      if (isUpper) upper[column] = Math.min(numberAt(upper, column), value - room);
      else lower[column] = Math.max(numberAt(lower, column), value + room);
      return;
    }
    const value = isUpper ? bound - room : bound + room;
    let key = `${row.groups.join()}|${row.columns.join()}|${factors.join()}`;
    // a claim that contradicts itself stays two ranges: each of them can hold
    const sameAs = (): Range | undefined => {
      const index = known.get(key);
      return index === undefined ? undefined : at(made, index);
    };
    for (let same = sameAs(); same !== undefined; same = sameAs()) {
      if (isUpper ? value >= same.lower : value <= same.upper) break;
      key += '|';
    }
    const before = known.get(key);
    const old = before === undefined ? undefined : at(made, before);
    // -1: no row bounds the range on this side yet
    const range: Range = {
      columns: row.columns,
      factors,
      groups: row.groups,
      lower: old?.lower ?? Number.NEGATIVE_INFINITY,
      upper: old?.upper ?? Number.POSITIVE_INFINITY,
      lowerRow: old?.lowerRow ?? -1,
      upperRow: old?.upperRow ?? -1,
      ...(isUpper && value < (old?.upper ?? Number.POSITIVE_INFINITY)
        ? { upper: value, upperRow: index }
        : {}),
      ...(!isUpper && value > (old?.lower ?? Number.NEGATIVE_INFINITY)
        ? { lower: value, lowerRow: index }
        : {}),
    };
    if (before === undefined) known.set(key, made.push(range) - 1);
    else made[before] = range;
  });

  const of: number[][] = Array.from({ length: count }, () => []);
  made.forEach((range, index) => {
    for (const column of range.columns) at(of, column).push(index);
  });
  const products = component.products
    .filter((product) => product.groups.every((group) => among[group] === 1))
    .map(({ product, factor, other, times, plus, groups }) => {
      const unit = numberAt(scale, other);
      return {
        product,
        factor,
        other,
        times: (times * numberAt(scale, factor) * unit) / numberAt(scale, product),
        plus: plus / unit,
        groups,
      };
    });
  const productsOf: number[][] = Array.from({ length: count }, () => []);
  products.forEach(({ product, factor, other }, index) => {
    for (const column of new Set([product, factor, other])) at(productsOf, column).push(index);
  });
  return {
    columns: count,
    scale,
    lower,
    upper,
    ranges: made,
    of,
    products,
    productsOf,
    groups: component.groups.length,
  };
}

/** The residual of a product at a point. */
export const offAt = ({ product, factor, other, times, plus }: ScaledProduct, point: Float64Array): number =>
  numberAt(point, product) - times * numberAt(point, factor) * (numberAt(point, other) + plus);

/** The value of a range at a point. */
export function valueAt({ columns, factors }: Range, point: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const column of columns) {
    sum += factorAt(factors, n) * numberAt(point, column);
    n += 1;
  }
  return sum;
}
