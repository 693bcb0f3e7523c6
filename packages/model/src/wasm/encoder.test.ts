import { describe, expect, it } from 'vitest';
import { Bytes } from './bytes.ts';
import { type FunctionBuilder, ModuleBuilder } from './encoder.ts';
import { type Instruction, instructions } from './instructions.ts';

/** A module of one exported function on a memory of one page. */
function made(
  build: (f: FunctionBuilder) => unknown,
  params: readonly ('f64' | 'i32')[] = [],
): { run: (...args: number[]) => number; memory: WebAssembly.Memory } {
  const module = new ModuleBuilder();
  module.importMemory('env', 'memory', 1);
  module.export('run', module.function(params, ['f64'], build));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.finish()), { env: { memory } });
  return { run: instance.exports.run as (...args: number[]) => number, memory };
}

describe('the encoder of WebAssembly', () => {
  it('writes whole numbers of any size as LEB128', () => {
    const written = (write: (b: Bytes) => void): number[] => {
      const b = new Bytes();
      write(b);
      return [...b.view()];
    };
    // From the examples of the DWARF standard, where the encoding comes from.
    expect(written((b) => b.unsigned(127))).toEqual([127]);
    expect(written((b) => b.unsigned(128))).toEqual([0x80, 1]);
    expect(written((b) => b.unsigned(12857))).toEqual([0xb9, 0x64]);
    expect(written((b) => b.unsigned(2 ** 32 - 1))).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
    expect(written((b) => b.signed(-2))).toEqual([0x7e]);
    expect(written((b) => b.signed(127))).toEqual([0xff, 0]);
    expect(written((b) => b.signed(-129))).toEqual([0xff, 0x7e]);
    expect(written((b) => b.signed64(-(2n ** 63n)))).toHaveLength(10);
  });

  it('makes a function that adds', () => {
    expect(made((f) => f.get(0).f64(0.5).op('f64.add'), ['f64']).run(2)).toBe(2.5);
  });

  it('computes two lanes at once, through memory', () => {
    const { run, memory } = made((f) =>
      f
        .i32(0)
        .i32(0)
        .memory('v128.load', 16)
        .f64x2(10, 100)
        .op('f64x2.mul')
        .memory('v128.store', 32)
        .i32(0)
        .memory('f64.load', 40),
    );
    const numbers = new Float64Array(memory.buffer);
    numbers.set([3, 4], 2);
    expect(run()).toBe(400);
    expect([...numbers.subarray(4, 6)]).toEqual([30, 400]);
  });

  it('loops, branches, calls and keeps locals', () => {
    const module = new ModuleBuilder();
    const seen: number[] = [];
    const note = module.importFunction('env', 'note', ['i32'], []);
    const twice = module.function(['f64'], ['f64'], (f) => f.get(0).get(0).op('f64.add'));
    const run = module.function(['i32'], ['f64'], (f) => {
      const value = f.local('f64');
      f.f64(1).set(value).block().loop();
      f.get(0).op('i32.eqz').brIf(1);
      f.get(0).call(note).get(value).call(twice).set(value);
      f.get(0).i32(1).op('i32.sub').set(0).br(0).op('end', 'end');
      f.get(value).f64(1000).op('f64.gt').if('f64').f64(-1).op('else').get(value).op('end');
    });
    module.export('run', run);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(module.finish()), {
      env: { note: (n: number) => seen.push(n) },
    });
    const power = instance.exports.run as (n: number) => number;
    expect([power(3), power(10)]).toEqual([8, -1]);
    expect(seen.slice(0, 3)).toEqual([3, 2, 1]);
  });

  it('takes lanes of two vectors in any order', () => {
    const lane = (low: 0 | 1 | 2 | 3, high: 0 | 1 | 2 | 3, of: number): number =>
      made((f) => f.f64x2(1, 2).f64x2(3, 4).shuffle64(low, high).lane('f64x2.extract_lane', of)).run();
    expect([lane(1, 2, 0), lane(1, 2, 1), lane(3, 0, 0), lane(3, 0, 1)]).toEqual([2, 3, 4, 1]);
  });

  it('puts data in memory', () => {
    const module = new ModuleBuilder();
    module.importMemory('env', 'memory', 1);
    module.data(1000, Uint8Array.of(1, 2, 3));
    const memory = new WebAssembly.Memory({ initial: 1 });
    new WebAssembly.Instance(new WebAssembly.Module(module.finish()), { env: { memory } });
    expect([...new Uint8Array(memory.buffer, 999, 5)]).toEqual([0, 1, 2, 3, 0]);
  });

  it('writes every vector instruction as the engine knows it', () => {
    const shift = /\.(?:shl|shr_[su])$/;
    const toScalar = /(?:any_true|all_true|bitmask)$/;
    const one = /\.(?:abs|neg|sqrt|ceil|floor|trunc|nearest|not|trunc_sat\w+|convert\w+)$/;
    for (const name of Object.keys(instructions) as Instruction[]) {
      if (instructions[name] < 0xfd00 || name.endsWith('splat')) continue;
      const module = new ModuleBuilder();
      const result = toScalar.test(name) ? 'i32' : 'v128';
      const make = module.function(['v128', 'v128', 'v128'], [result], (f) => {
        f.get(0);
        if (shift.test(name)) f.i32(1);
        else if (!one.test(name) && !toScalar.test(name)) f.get(1);
        if (name === 'v128.bitselect') f.get(2);
        f.op(name);
      });
      module.export('run', make);
      expect(WebAssembly.validate(module.finish()), name).toBe(true);
    }
  });
});
