import { type MathName, mathFunctions } from '../math/index.ts';
import { numbers } from '../math/numbers.ts';

const program = (name: MathName): ((x: number, y?: number) => number) => {
  const found = mathFunctions('exact').find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no program for ${name}`);
  return (x, y = 0) => found.program(numbers, x, y);
};

/** e to the power x, ln x, x to the power y and sin x by our own programs: the same bits in every engine, as draws must be. */
export const exp = program('exp');
export const ln = program('ln');
export const pow = program('pow');
export const sin = program('sin');
