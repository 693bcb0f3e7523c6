import {
  add,
  compare,
  divide,
  multiply,
  negate,
  one,
  type Rational,
  sign,
  subtract,
  zero,
} from './rational.ts';

/**
 * What the simplex needs of its numbers. It is written once over this: doubles decide during the search, fractions
 * decide what doubles leave in doubt.
 */
export interface Field<N> {
  readonly zero: N;
  readonly one: N;
  readonly add: (a: N, b: N) => N;
  readonly subtract: (a: N, b: N) => N;
  readonly multiply: (a: N, b: N) => N;
  readonly divide: (a: N, b: N) => N;
  readonly negate: (a: N) => N;
  readonly isZero: (a: N) => boolean;
  /** 0 also for what may be the rest of rounding: no pivot is made on it */
  readonly sign: (a: N) => -1 | 0 | 1;
  /** size for choices that only cost time when they are wrong */
  readonly size: (a: N) => number;
  /**
   * Whether `value` is below (-1), at (0) or above (1) `limit`; null where rounding leaves it undecided, for which it looks
   * at the products that the value was added up from.
   */
  readonly order: (value: N, limit: N, row: readonly N[], values: readonly N[]) => -1 | 0 | 1 | null;
  /** no rounding: `order` always knows */
  readonly exact: boolean;
  readonly integer: (n: number) => N;
  /** target += factor x source */
  readonly combine: (target: N[], source: readonly N[], factor: N) => void;
  /** row := row x factor */
  readonly scale: (row: N[], factor: N) => void;
  readonly dot: (row: readonly N[], values: readonly N[]) => N;
}

/** What rounding may leave of a zero in a tableau whose entries are scaled to about 1. */
const rest = 1e-10;
/** Below this, relative to what was added up, doubles do not decide. */
const doubt = 1e-8;

export const doubles: Field<number> = {
  zero: 0,
  one: 1,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  negate: (a) => -a,
  isZero: (a) => a === 0,
  sign: (a) => (a > rest ? 1 : a < -rest ? -1 : 0),
  size: Math.abs,
  order: (value, limit, row, values) => {
    const difference = value - limit;
    const size = Math.max(Math.abs(value), Math.abs(limit), 1e-3);
    // Far apart for their size: only a sum of much larger numbers could have rounded this much.
    if (difference > 1e-3 * size) return 1;
    if (difference < -1e-3 * size) return -1;
    let reach = size;
    for (let at = 0; at < row.length; at++) reach += Math.abs((row[at] as number) * (values[at] as number));
    const room = doubt * reach;
    return difference > room ? 1 : difference < -room ? -1 : null;
  },
  exact: false,
  integer: (n) => n,
  combine: (target, source, factor) => {
    for (let at = 0; at < target.length; at++) {
      const from = source[at] as number;
      if (from === 0) continue;
      const sum = (target[at] as number) + factor * from;
      // What remains of equal numbers is noise, and noise must not grow into a pivot.
      target[at] = Math.abs(sum) < 1e-13 ? 0 : sum;
    }
  },
  scale: (row, factor) => {
    for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) * factor;
  },
  dot: (row, values) => {
    let sum = 0;
    for (let at = 0; at < row.length; at++) sum += (row[at] as number) * (values[at] as number);
    return sum;
  },
};

export const fractions: Field<Rational> = {
  zero,
  one,
  add,
  subtract,
  multiply,
  divide,
  negate,
  isZero: (a) => a.n === 0n,
  sign,
  size: (a) => Math.abs(Number(a.n) / Number(a.d)),
  order: (value, limit) => compare(value, limit),
  exact: true,
  integer: (n) => ({ n: BigInt(n), d: 1n }),
  combine: (target, source, factor) => {
    for (let at = 0; at < target.length; at++) {
      const from = source[at] as Rational;
      if (from.n !== 0n) target[at] = add(target[at] as Rational, multiply(from, factor));
    }
  },
  scale: (row, factor) => {
    for (let at = 0; at < row.length; at++) row[at] = multiply(row[at] as Rational, factor);
  },
  dot: (row, values) => {
    let sum = zero;
    for (let at = 0; at < row.length; at++) {
      const value = values[at] as Rational;
      if (value.n !== 0n) sum = add(sum, multiply(row[at] as Rational, value));
    }
    return sum;
  },
};
