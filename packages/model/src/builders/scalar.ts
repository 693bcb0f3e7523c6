import type { Operation, Scalar } from '../program.ts';

/** A number. */
export const num = (v: number): Scalar => ({ k: 'n', v });

/** The value of an element. */
export const ref = (e: number): Scalar => ({ k: 'r', e });

/** The time. */
export const now: Scalar = { k: 't' };

/** An operation on scalars. */
export const op = (f: Operation, ...a: Scalar[]): Scalar => ({ k: 'f', f, a });

/** A power. x^2 is by far the most used one; as a product it is exact and quick, everywhere the same. */
export const power = (base: Scalar, exponent: Scalar): Scalar =>
  exponent.k === 'n' && exponent.v === 2 ? op('square', base) : op('pow', base, exponent);
