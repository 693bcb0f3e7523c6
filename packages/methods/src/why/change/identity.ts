import { ln } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import { rowsOf } from '../../statistics/rows.ts';
import { problems } from '../problems.ts';

/** A factor of a product at two moments: one value, or one per part where the whole is a sum of products. */
export interface Factor {
  readonly id: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What each factor brings to the change of the whole. */
export interface IdentityChange {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** In the order of the factors; adds up to the change. */
  readonly factors: readonly { readonly id: string; readonly value: number }[];
}

/**
 * The logarithmic mean of two numbers above zero, (a - b) / (ln a - ln b), and a where they are equal.
 * Near each other the quotient loses its digits, so there the series of artanh is used.
 */
export function logarithmicMean(a: number, b: number): number {
  const z = (a - b) / (a + b);
  // (a - b) / ln(a / b) = (a + b) / 2 / (artanh(z) / z); the next term is below 1e-16.
  if (Math.abs(z) < 1e-3) return (a + b) / 2 / (1 + z * z * (1 / 3 + z * z * (1 / 5 + (z * z) / 7)));
  return (a - b) / ln(a / b);
}

/**
 * Divides the change of a product (value added = jobs x productivity), or of a sum of products over parts, over its factors:
 * the logarithmic mean Divisia index, additive form I. No remainder; it does not matter which moment comes first. Where
 * a product is zero at one moment the limit is taken: its whole change goes to the factors that are zero there, evenly.
 *
 * Sources: B. Ang, 'The LMDI approach to decomposition analysis: a practical guide', Energy Policy 33 (2005); zeros: R. Wood,
 * M. Lenzen, 'Zero-value problems of the logarithmic mean Divisia index decomposition method', Energy Policy 34 (2006).
 *
 * @throws FuturesError where a factor is negative or no number, or has another number of parts
 *
 * @example
 * ```ts
 * import { explainIdentity } from '@schaalsprong/methods/why';
 *
 * // Added value is jobs times productivity.
 * const { change, factors } = explainIdentity([
 *   { id: 'jobs', from: [100], to: [110] },
 *   { id: 'productivity', from: [2], to: [2] },
 * ]);
 * change; // => 20
 * factors.map(({ id, value }) => [id, Math.round(value)]); // => [['jobs', 20], ['productivity', 0]]
 * ```
 */
export function explainIdentity(factors: readonly Factor[]): IdentityChange {
  const parts = rowsOf(factors.map(({ from }) => from));
  const faults = factors.flatMap(({ id, from, to }) => {
    const wrong = [...from, ...to].find((value) => !(value >= 0 && Number.isFinite(value)));
    if (wrong !== undefined) return [problems.factor(id, wrong)];
    return from.length === parts && to.length === parts ? [] : [problems.factor(id, Number.NaN)];
  });
  if (faults.length > 0) throw new FuturesError(faults);
  const values = new Float64Array(factors.length);
  const add = (f: number, amount: number): void => {
    values[f] = numberAt(values, f) + amount;
  };
  let [whole0, whole1] = [0, 0];
  for (let part = 0; part < parts; part++) {
    const sideOf = (side: 'from' | 'to'): number[] => factors.map((factor) => at(factor[side], part));
    const [from, to] = [sideOf('from'), sideOf('to')];
    const product = (of: readonly number[]): number => of.reduce((total, value) => total * value, 1);
    const [before, after] = [product(from), product(to)];
    whole0 += before;
    whole1 += after;
    if (before === 0 && after === 0) continue;
    if (before === 0 || after === 0) {
      const zero = (before === 0 ? from : to).flatMap((value, f) => (value === 0 ? [f] : []));
      for (const f of zero) add(f, (after - before) / zero.length);
      continue;
    }
    const mean = logarithmicMean(after, before);
    factors.forEach((_, f) => {
      add(f, mean * ln(at(to, f) / at(from, f)));
    });
  }
  return {
    from: whole0,
    to: whole1,
    change: whole1 - whole0,
    factors: factors.map(({ id }, f) => ({ id, value: numberAt(values, f) })),
  };
}
