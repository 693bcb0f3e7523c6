/**
 * Elementary functions of the kernel: each written once over lanes, so that plain numbers, JavaScript text and f64x2
 * instructions give the same bits on every machine. Accuracy: docs/performance.md, "Mathematics".
 */
import { type MathFunction, type MathMode, type MathName, mathFunctions } from './functions.ts';
import { numbers } from './numbers.ts';
import { compiled } from './text.ts';

export { reduceAngle } from './angle.ts';
export { constantPower } from './constant-power.ts';
export type { MathFunction, MathMode, MathName } from './functions.ts';
export { mathFunctions } from './functions.ts';
export { emitMath, importReduceAngle, linkMath, type TableName, tableNumbers } from './link.ts';

export type MathLibrary = Readonly<Record<MathName, (x: number, y?: number) => number>>;

const libraries = new Map<MathMode, MathLibrary>();
let textAllowed = true;

function made(fn: MathFunction): (x: number, y?: number) => number {
  if (textAllowed) {
    try {
      return compiled(fn);
    } catch {
      textAllowed = false;
    }
  }
  return (x, y = 0) => fn.program(numbers, x, y);
}

/**
 * * The functions for JavaScript, each compiled lazily: from text where the engine allows `eval`, else interpreted, with the same
 * bits.
 */
export function mathJs(mode: MathMode): MathLibrary {
  const known = libraries.get(mode);
  if (known !== undefined) return known;
  const library = {} as Record<MathName, (x: number, y?: number) => number>;
  for (const fn of mathFunctions(mode)) {
    Object.defineProperty(library, fn.name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = made(fn);
        Object.defineProperty(library, fn.name, { value, enumerable: true });
        return value;
      },
    });
  }
  libraries.set(mode, library);
  return library;
}
