import type { Operation, Scalar } from '../ir/scalar.ts';
import type { MathMode } from './functions.ts';

const op = (f: Operation, ...a: Scalar[]): Scalar => ({ k: 'f', f, a });
const num = (v: number): Scalar => ({ k: 'n', v });

/**
 * base ** y for a y known beforehand, by operations that are quicker and not less exact: in `exact` mode where the
 * result is rounded only once (0, 1, 2, -1, 1/2), in `fast` mode also 3, 4, -2, 3/2 and -1/2 (below 2.5 ulp; near the
 * largest double -2 loses two more bits). Undefined for every other y. Only for a base of -infinity, which no run
 * lets through, a root gives NaN where a power gives infinity or 0.
 */
export function constantPower(base: Scalar, y: number, mode: MathMode): Scalar | undefined {
  const square = op('square', base);
  // The root of -0 is -0, its power 0.
  const root = op('add', op('sqrt', base), num(0));
  switch (y) {
    case 0:
      return num(1);
    case 1:
      return base;
    case 2:
      return square;
    case -1:
      return op('div', num(1), base);
    case 0.5:
      return root;
  }
  if (mode === 'exact') return undefined;
  switch (y) {
    case 3:
      return op('mul', square, base);
    case 4:
      return op('square', square);
    case -2:
      return op('div', num(1), square);
    case 1.5:
      return op('mul', base, op('sqrt', base));
    case -0.5:
      return op('div', num(1), root);
  }
  return undefined;
}
