/** For tests, accuracy runs and measurements: a function of the kernel as f64x2 code over many numbers. */
import { ModuleBuilder } from '../wasm/encoder.ts';
import { reduceAngle } from './angle.ts';
import type { MathMode, MathName } from './functions.ts';
import type { LaneFunction } from './lanes.ts';
import { emitMath, importReduceAngle, linkMath, type TableName, tableNumbers } from './link.ts';
import { Vectors } from './vectors.ts';

/** Numbers that fit in one batch. */
export const batchSize = 4096;
const poolAt = 24 * batchSize;
const tablesAt = poolAt + 4096;
const tableBytes = 8192;

export interface Batch {
  /** Arguments, to be filled. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly result: Float64Array;
  /** Computes the first `count` results; `count` even. */
  run(count: number): void;
  /** Size of the module in bytes. */
  readonly bytes: number;
}

/**
 * Makes the module.
 * @param how `inline` with constants in locals before the loop, or a `call` per pair
 */
export function batch(mode: MathMode, name: MathName, how: 'inline' | 'call'): Batch {
  const module = new ModuleBuilder();
  const reduce = importReduceAngle(module);
  module.importMemory('math', 'memory', 4);
  const two = name === 'pow';
  const pool: number[] = [];
  const addressOf = (constant: number): number => {
    const known = pool.findIndex((v) => Object.is(v, constant));
    return poolAt + 8 * (known < 0 ? pool.push(constant) - 1 : known);
  };
  const tables: TableName[] = [];
  const tableAt = (table: TableName): number => {
    if (!tables.includes(table)) tables.push(table);
    return tablesAt + tableBytes * tables.indexOf(table);
  };
  const linked =
    how === 'call' ? linkMath(module, mode, [name], reduce, { addressOf, tableAt }).get(name) : undefined;
  const addFunction = (fn: LaneFunction): number =>
    module.function(['v128', 'v128'], ['v128'], (f) =>
      f.get(fn(new Vectors({ f, reduceAngle: reduce, tableAt }), { local: 0 }, { local: 1 }).local),
    );
  const [xAt, yAt, resultAt] = [0, 8 * batchSize, 16 * batchSize];
  const run = module.function(['i32'], [], (f) => {
    const at = f.local('i32');
    const end = f.local('i32');
    const constants = new Map<number | string, number>();
    const constant = (value: number): void => {
      const key = Object.is(value, -0) ? '-0' : value;
      const known = constants.get(key);
      if (known === undefined) throw new Error('a constant came up only the second time');
      f.get(known);
    };
    if (linked === undefined) {
      for (const value of constantsOf(mode, name)) {
        const local = f.local('v128');
        f.f64x2(value).set(local);
        constants.set(Object.is(value, -0) ? '-0' : value, local);
      }
    }
    f.get(0).i32(3).op('i32.shl').set(end);
    f.loop();
    f.get(at).get(at).memory('v128.load', xAt);
    const x = f.local('v128');
    f.set(x);
    const y = f.local('v128');
    if (two) f.get(at).memory('v128.load', yAt).set(y);
    if (linked === undefined)
      f.get(emitMath({ f, reduceAngle: reduce, tableAt, addFunction, constant }, mode, name, x, y));
    else if (two) f.get(x).get(y).call(linked);
    else f.get(x).call(linked);
    f.memory('v128.store', resultAt);
    f.get(at).i32(16).op('i32.add').tee(at).get(end).op('i32.lt_u').brIf(0).op('end');
  });
  module.export('run', run);
  const bytes = module.finish();
  const memory = new WebAssembly.Memory({ initial: 4 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { math: { reduceAngle, memory } });
  const view = (at: number): Float64Array => new Float64Array(memory.buffer, at, batchSize);
  new Float64Array(memory.buffer, poolAt, pool.length).set(pool);
  for (const table of tables) {
    const numbers = tableNumbers(table);
    new Float64Array(memory.buffer, tableAt(table), numbers.length).set(numbers);
  }
  return {
    x: view(xAt),
    y: view(yAt),
    result: view(resultAt),
    run: instance.exports.run as (count: number) => void,
    bytes: bytes.length,
  };
}

function constantsOf(mode: MathMode, name: MathName): number[] {
  const found: number[] = [];
  const scratch = new ModuleBuilder();
  scratch.function(['v128', 'v128'], [], (f) => {
    const constant = (value: number): void => {
      if (!found.some((other) => Object.is(other, value))) found.push(value);
    };
    emitMath({ f, reduceAngle: 0, tableAt: () => 0, addFunction: () => 0, constant }, mode, name, 0, 1);
  });
  return found;
}
