import type { FunctionBuilder, ModuleBuilder } from '../wasm/encoder.ts';
import { type MathMode, type MathName, mathFunctions } from './functions.ts';
import { type VectorSetting, Vectors } from './vectors.ts';

function programOf(mode: MathMode, name: MathName): ReturnType<typeof mathFunctions>[number] {
  const found = mathFunctions(mode).find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

/**
 * Emits a function in place on locals of type v128.
 * @returns the local that holds the result
 */
export function emitMath(setting: VectorSetting, mode: MathMode, name: MathName, x: number, y = x): number {
  const lanes = new Vectors(setting);
  return programOf(mode, name).program(lanes, { local: x }, { local: y }).local;
}

/** Imports `math.reduceAngle`, which {@link linkMath} and {@link emitMath} need; before any function of the module. */
export const importReduceAngle = (module: ModuleBuilder): number =>
  module.importFunction('math', 'reduceAngle', ['f64', 'i32'], ['f64']);

/**
 * Adds functions `(v128[, v128]) -> v128` to a module.
 * @param addressOf where in memory a double is that holds a constant: a load is nearer than an immediate, and makes a
 * call as fast as code in place
 * @returns the number of each by which `call` knows it
 */
export function linkMath(
  module: ModuleBuilder,
  mode: MathMode,
  names: Iterable<MathName>,
  reduceAngle: number,
  addressOf?: (constant: number) => number,
): Map<MathName, number> {
  const numbers = new Map<MathName, number>();
  for (const name of names) {
    const { params } = programOf(mode, name);
    const types = params === 1 ? (['v128'] as const) : (['v128', 'v128'] as const);
    const build = (f: FunctionBuilder): unknown => {
      const constant = (value: number): void => {
        if (addressOf === undefined) f.f64x2(value);
        else f.i32(0).memory('v128.load64_splat', addressOf(value));
      };
      return f.get(emitMath({ f, reduceAngle, constant }, mode, name, 0, params - 1));
    };
    numbers.set(name, module.function(types, ['v128'], build));
  }
  return numbers;
}
