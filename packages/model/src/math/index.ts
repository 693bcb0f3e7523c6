/**
 * Elementary functions of the kernel: each written once over lanes, so that plain numbers, JavaScript text and f64x2
 * instructions give the same bits on every machine. Accuracy: docs/performance.md, "Mathematics".
 */
import { type MathMode, type MathName, mathFunctions } from './functions.ts';
import { numbers } from './numbers.ts';
import { compiled } from './text.ts';

export { reduceAngle } from './angle.ts';
export { type ConstantPower, constantPower } from './constant-power.ts';
export type { MathFunction, MathMode, MathName } from './functions.ts';
export { mathFunctions } from './functions.ts';
export { emitMath, importReduceAngle, linkMath } from './link.ts';

export type MathLibrary = Readonly<Record<MathName, (x: number, y?: number) => number>>;

const libraries = new Map<MathMode, MathLibrary>();

/**
 * The functions for JavaScript, made once per mode: from text where the engine allows it, else by walking the
 * program, with the same bits.
 */
export function mathJs(mode: MathMode): MathLibrary {
  const known = libraries.get(mode);
  if (known !== undefined) return known;
  const entries = mathFunctions(mode).map((fn) => {
    try {
      return [fn.name, compiled(fn)] as const;
    } catch {
      return [fn.name, (x: number, y = 0): number => fn.program(numbers, x, y)] as const;
    }
  });
  const library = Object.fromEntries(entries) as Record<MathName, (x: number, y?: number) => number>;
  libraries.set(mode, library);
  return library;
}
