import type { Operation, Scalar } from '../ir/scalar.ts';
import { constantPower } from '../math/index.ts';

/** A number. */
export const num = (v: number): Scalar => ({ k: 'n', v });

/** The value of an element. */
export const ref = (e: number): Scalar => ({ k: 'r', e });

/** The time. */
export const now: Scalar = { k: 't' };

/** An operation on scalars. */
export const op = (f: Operation, ...a: Scalar[]): Scalar => ({ k: 'f', f, a });

/** A power. Where the exponent is written as a number such as 2 or 0.5, a product or a root is nearer and quicker. */
export const power = (base: Scalar, exponent: Scalar): Scalar =>
  (exponent.k === 'n' ? constantPower(base, exponent.v, 'exact') : undefined) ?? op('pow', base, exponent);

/** The same expression with another scalar in the place of one element. */
export function withInstead(s: Scalar, element: number, other: Scalar): Scalar {
  if (s.k === 'r') return s.e === element ? other : s;
  if (s.k === 'l') return { ...s, x: withInstead(s.x, element, other) };
  if (s.k !== 'f' && s.k !== 'g') return s;
  return { ...s, a: s.a.map((a) => withInstead(a, element, other)) };
}
