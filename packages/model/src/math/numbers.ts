import { numberAt } from '@schaalsprong/words';
import { reduceAngle } from './angle.ts';
import { type Lanes, pointMagic, wholeMagic } from './lanes.ts';
import { roots } from './rows.ts';

const view = new DataView(new ArrayBuffer(8));

/** The high word of a double: sign, exponent, and the first 20 bits of the fraction. */
export function highWord(x: number): number {
  view.setFloat64(0, x);
  return view.getInt32(0);
}

/** 2 ** (i - 1074) for i from 0 to 2097: every power of two that a double can be. */
export const powersOfTwo = Float64Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074));

/** By the exponent field of a double: its power of two; 0 and infinity at the ends. */
export const byExponentField = Float64Array.from({ length: 2048 }, (_, i) =>
  i === 0 ? 0 : i === 2047 ? Number.POSITIVE_INFINITY : 2 ** (i - 1023),
);

/** Plain numbers: runs a function at once, without text or WebAssembly. */
export const numbers: Lanes<number, boolean> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: Math.sqrt,
  abs: Math.abs,
  neg: (a) => -a,
  floor: Math.floor,
  atMost: (a, b) => (b < a ? b : a),
  atLeast: (a, b) => (a < b ? b : a),
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  eq: (a, b) => a === b,
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  not: (a) => !a,
  select: (m, a, b) => (m ? a : b),
  negateWhere: (m, v) => (m ? -v : v),
  signed: (v, s) => (highWord(s) < 0 ? -v : v),
  powerOfTwo: (z) => numberAt(byExponentField, ((z - wholeMagic) | 0) & 2047),
  bit: (z, bit) => (((z - wholeMagic) | 0) & (1 << bit)) !== 0,
  split: (x, from) => {
    const k = (highWord(x) - from) >> 20;
    // Only a number that is not positive and normal misses the table, and what is computed of it is selected away.
    return [k, x * (powersOfTwo[1074 - k] ?? 0)];
  },
  row: ({ numbers: of, width, columns }, z) => {
    const at = ((((z - pointMagic) * 256) | 0) & 255) * width;
    return Array.from({ length: columns }, (_, i) => numberAt(of, at + i));
  },
  root: (z, magic) => {
    const n = ((z - magic) * (wholeMagic / magic)) | 0;
    const at = 2 * (n & 255);
    const of = roots();
    return [numberAt(of, at) * numberAt(byExponentField, ((n >> 8) + 1023) & 2047), numberAt(of, at + 1)];
  },
  apart: (m, value, fn, x, y) => (m ? fn(numbers, x, y) : value),
  rare: (m, values, instead) => [...(m ? instead() : values)],
  reduceAngle,
};
