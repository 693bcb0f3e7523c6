import type { Scalar } from '../ir/scalar.ts';
import { constantPower } from './index.ts';

/**
 * Exponents of which the power is made of products and roots, wherever the exponent comes from: so a model gives the same
 * bits whether an exponent is a constant, a lever or a number per future. At most 1.5 units in the last place from the true
 * value (4); the others are rounded once or twice.
 */
export const plainExponents = [1, 2, 3, 4, -1, 0.5] as const;

export type PlainExponent = (typeof plainExponents)[number];

/** x ** y, where `power` computes what is not plain. */
export function exactPower(x: number, y: number, power: (x: number, y: number) => number): number {
  switch (y) {
    case 1:
      return x;
    case 2:
      return x * x;
    case 3:
      return x * x * x;
    case 4:
      return x * x * (x * x);
    case -1:
      return 1 / x;
    case 0.5:
      // The root of -0 is -0, its power 0.
      return Math.sqrt(x) + 0;
    default:
      return power(x, y);
  }
}

/** The same for an exponent that is known beforehand, by operations; undefined where it is not plain. */
export const plainPower = (base: Scalar, y: number): Scalar | undefined =>
  plainExponents.some((plain) => plain === y)
    ? constantPower(base, y, y === 3 || y === 4 ? 'fast' : 'exact')
    : undefined;
