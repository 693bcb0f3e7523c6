import type { MathMode } from './functions.ts';
import type { Lanes } from './lanes.ts';

/** A power of a fixed exponent, written over lanes. */
export type ConstantPower = <V, M>(l: Lanes<V, M>, x: V) => V;

/** The root of -infinity is infinity and that of -0 is 0, as the rules of powers say; those of `sqrt` differ. */
const root: ConstantPower = (l, x) => {
  const infinite = l.eq(x, Number.NEGATIVE_INFINITY);
  return l.add(l.select(infinite, Number.POSITIVE_INFINITY, l.sqrt(x)), 0);
};

const rounded: ReadonlyMap<number, ConstantPower> = new Map<number, ConstantPower>([
  [0, (l, x) => l.select(l.eq(x, x), 1, 1)],
  [1, (_, x) => x],
  [2, (l, x) => l.mul(x, x)],
  [-1, (l, x) => l.div(1, x)],
  [0.5, root],
]);

const quick: ReadonlyMap<number, ConstantPower> = new Map<number, ConstantPower>([
  ...rounded,
  [3, (l, x) => l.mul(l.mul(x, x), x)],
  [4, (l, x) => l.mul(l.mul(x, x), l.mul(x, x))],
  [-2, (l, x) => l.div(1, l.mul(x, x))],
]);

/**
 * x ** y for a y known beforehand: in `exact` mode where the result is rounded only once (0, 1, -1, 2, 1/2), in `fast`
 * mode also 3, 4 and -2 (below 2.5 ulp, but for results within a factor 4 of the largest double, where -2 may lose
 * two more bits). Undefined for every other y: take the general power. Its bits are not those of the general
 * power, so all back ends must take the same of the two.
 */
export const constantPower = (y: number, mode: MathMode = 'exact'): ConstantPower | undefined =>
  (mode === 'exact' ? rounded : quick).get(y);
