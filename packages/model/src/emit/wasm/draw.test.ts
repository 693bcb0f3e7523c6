import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uniform } from '../../statistics/philox.ts';
import { ModuleBuilder } from '../../wasm/encoder.ts';
import { addDraw, drawKeyBytes, writeDrawKey } from './draw.ts';

it('a draw in WebAssembly is the one of the generator to the last bit, for any seed, future, stream and step', () => {
  const module = new ModuleBuilder();
  module.importMemory('env', 'memory', 1);
  const at = 2 * drawKeyBytes;
  module.export('draw', addDraw(module, at));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.finish()), { env: { memory } });
  const draw = exports.draw as (stream: number, step: number, lane: number) => number;
  const word = fc.nat({ max: 2 ** 32 - 1 });
  const seed = fc.oneof(fc.nat({ max: 10 }), fc.maxSafeNat());
  const first = fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: 2 ** 53 - 100 }));
  fc.assert(
    fc.property(seed, first, word, fc.nat({ max: 1e6 }), fc.nat({ max: 63 }), (s, f, stream, step, lane) => {
      writeDrawKey(memory.buffer, at, s, f);
      expect(draw(stream, step, lane)).toBe(uniform(s, f + lane, stream, step));
    }),
    { numRuns: 3000 },
  );
});
