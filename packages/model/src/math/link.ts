import type { FunctionBuilder, ModuleBuilder } from '../wasm/encoder.ts';
import { type MathMode, type MathName, mathFunctions } from './functions.ts';
import type { LaneFunction } from './lanes.ts';
import { type TableName, type VectorSetting, Vectors } from './vectors.ts';

export { type TableName, tableNumbers } from './vectors.ts';

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

/** Where in memory the mathematics of a module finds its numbers. */
export interface MathMemory {
  /** A double that holds a constant: a load is nearer than an immediate, and makes a call as fast as code in place. */
  readonly addressOf: (constant: number) => number;
  /** The numbers of {@link tableNumbers}, 16 bytes aligned. */
  readonly tableAt: (name: TableName) => number;
}

/**
 * Adds functions `(v128[, v128]) -> v128` to a module.
 * @returns the number of each by which `call` knows it
 */
export function linkMath(
  module: ModuleBuilder,
  mode: MathMode,
  names: Iterable<MathName>,
  reduceAngle: number,
  { addressOf, tableAt }: MathMemory,
): Map<MathName, number> {
  const apart = new Map<LaneFunction, number>();
  const settingOf = (f: FunctionBuilder): VectorSetting => ({
    f,
    reduceAngle,
    tableAt,
    addFunction,
    constant: (value) => f.i32(0).memory('v128.load64_splat', addressOf(value)),
  });
  const addFunction = (fn: LaneFunction): number => {
    const known = apart.get(fn);
    if (known !== undefined) return known;
    const made = module.function(['v128', 'v128'], ['v128'], (f) =>
      f.get(fn(new Vectors(settingOf(f)), { local: 0 }, { local: 1 }).local),
    );
    apart.set(fn, made);
    return made;
  };
  const numbers = new Map<MathName, number>();
  for (const name of names) {
    const { params } = programOf(mode, name);
    const types = params === 1 ? (['v128'] as const) : (['v128', 'v128'] as const);
    numbers.set(
      name,
      module.function(types, ['v128'], (f) => f.get(emitMath(settingOf(f), mode, name, 0, params - 1))),
    );
  }
  return numbers;
}
