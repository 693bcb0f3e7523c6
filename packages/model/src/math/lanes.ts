import { at } from '@schaalsprong/words';

/** A value of the lanes, or one number for all of them. */
export type In<V> = V | number;

/**
 * What an elementary function may do, so that each is written once and means the same to the last bit on plain
 * numbers, as JavaScript text and as f64x2 instructions: every operation is exact or rounded once, as IEEE 754 says.
 * No fused multiply-add. `V` is a value, `M` a truth per lane.
 */
export interface Lanes<V, M> {
  add(a: In<V>, b: In<V>): V;
  sub(a: In<V>, b: In<V>): V;
  mul(a: In<V>, b: In<V>): V;
  div(a: In<V>, b: In<V>): V;
  sqrt(a: V): V;
  abs(a: V): V;
  neg(a: V): V;
  floor(a: V): V;
  /** `b < a ? b : a`, so that a NaN in `a` stays. */
  atMost(a: V, b: In<V>): V;
  /** `a < b ? b : a`, so that a NaN in `a` stays. */
  atLeast(a: V, b: In<V>): V;
  lt(a: In<V>, b: In<V>): M;
  le(a: In<V>, b: In<V>): M;
  eq(a: In<V>, b: In<V>): M;
  and(a: M, b: M): M;
  or(a: M, b: M): M;
  not(a: M): M;
  /** `m ? a : b`; both are computed. */
  select(m: M, a: In<V>, b: In<V>): V;
  /** Turns the sign of `v` where `m` holds. */
  negateWhere(m: M, v: V): V;
  /** Turns the sign of `v` where the sign bit of `s` is set. */
  signed(v: V, s: V): V;
  /** 2 ** n for a whole n from -1022 to 1023, given as `n + ` {@link exponentMagic}. */
  powerOfTwo(z: V): V;
  /** Whether bit `bit` of a whole n is set, given as `n + ` {@link wholeMagic}; abs(n) < 2 ** 31. */
  bit(z: V, bit: 0 | 1): M;
  /**
   * Whole k and m with `x = m * 2 ** k` and m from c to 2c, where `high` is the high word of c, below 1; x positive
   * and normal.
   */
  split(x: V, high: number): [k: V, m: V];
  /** The row of a table for the nearest of the points from 181/256, given as the number it is of plus {@link firstPoint}. */
  row(table: LaneTable, z: V): V[];
  /**
   * 2 ** (n / 256), from -1022 to 1023, as a double and the truth over it, less 1; given as `n + ` {@link wholeMagic} or
   * `n / 256 + ` {@link pointMagic}, which is the `magic`.
   */
  root(z: V, magic: number): [root: V, rest: V];
  /** `fn(x, y)` where `m` holds, else `value`: code of its own, which runs only if `m` holds in some lane. */
  apart(m: M, value: V, fn: LaneFunction, x: V, y: V): V;
  /** Other values where `m` holds, computed only if it holds in some lane. */
  rare(m: M, values: readonly In<V>[], instead: () => readonly In<V>[]): V[];
  /** Part of the exact reduction of an angle: see `reduceAngle`. */
  reduceAngle(x: V, part: 0 | 1 | 2): V;
}

/** Numbers in rows, one row for each point from 181/256 to 362/256. */
export interface LaneTable {
  readonly name: 'lnRows' | 'log2Rows';
  /** Row after row. */
  readonly numbers: Float64Array;
  /** Doubles in a row, a power of two; and how many of them mean something. */
  readonly width: 2 | 4;
  readonly columns: number;
}

/** Added to a number below 2 ** 51 it leaves the nearest whole number in the low bits. */
export const wholeMagic = 1.5 * 2 ** 52;

/** {@link wholeMagic} with the bias of a double's exponent. */
export const exponentMagic = wholeMagic + 1023;

/** Added to a number below 2 ** 43 it leaves the nearest whole number of parts of 1/256 in the low bits. */
export const pointMagic = wholeMagic / 256;

/** The same, counted from the first point of a {@link LaneTable}. */
export const firstPoint = pointMagic - 181 / 256;

/** Added to a number from 1/2 to 2 and taken off again, it leaves 25 bits after the point. */
export const halfMagic = 2 ** -25 * wholeMagic;

/** A function of one or two values, written over lanes. */
export type LaneFunction = <V, M>(l: Lanes<V, M>, x: V, y: V) => V;

/** c[0] + c[1] x + c[2] x^2 ... : even and odd part apart, so that two chains run beside each other. */
export function polynomial<V, M>(l: Lanes<V, M>, x: V, x2: V, c: readonly number[]): V {
  const chain = (from: number): In<V> => {
    let sum: In<V> = at(c, from);
    for (let i = from - 2; i >= 0; i -= 2) sum = l.add(l.mul(sum, x2), at(c, i));
    return sum;
  };
  const last = c.length - 1;
  const [even, odd] = last % 2 === 0 ? [chain(last), chain(last - 1)] : [chain(last - 1), chain(last)];
  return l.add(even, l.mul(odd, x));
}

/**
 * The upper bits of a number (Veltkamp), 26 of them so that a product of two such numbers is exact;
 * abs(x) < 2 ** 990.
 */
export function head<V, M>(l: Lanes<V, M>, x: V, bits = 26): V {
  const c = l.mul(x, 2 ** (53 - bits) + 1);
  return l.sub(c, l.sub(c, x));
}
