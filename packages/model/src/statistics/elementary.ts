import { type MathName, mathFunctions } from '../math/index.ts';
import { numbers } from '../math/numbers.ts';

const program = (name: MathName): ((x: number, y?: number) => number) => {
  const found = mathFunctions('exact').find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no program for ${name}`);
  return (x, y = 0) => found.program(numbers, x, y);
};

/** e to the power x, by our own implementation: the same bits in every engine, as draws must be. */
export const exp = program('exp');
/** The natural logarithm of x, by our own implementation: the same bits in every engine. */
export const ln = program('ln');
/** x to the power y, by our own implementation: the same bits in every engine. */
export const pow = program('pow');
/** The sine of x in radians, by our own implementation: the same bits in every engine. */
export const sin = program('sin');
