import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wasmKernel } from '../wasm/kernel.ts';
import { makers } from './backend.ts';
import { answerOf, randomCase } from './test-programs.ts';

/** The first difference to the last bit; NaN is like NaN whatever its bits. */
function difference(a: Float64Array, b: Float64Array): string | undefined {
  if (a.length !== b.length) return 'lengths';
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return `${i}: ${a[i]} ${b[i]}`;
  return undefined;
}

describe('a random program', () => {
  it('gives the same bits in WebAssembly, in JavaScript and by a plain walk', () => {
    fc.assert(
      fc.property(randomCase, ({ program, shape, question }) => {
        const plain = answerOf(makers.plain(program, shape, 'exact'), question);
        for (const name of ['js', 'wasm'] as const) {
          const got = answerOf(makers[name](program, shape, 'exact'), question);
          expect(difference(plain.values, got.values), name).toBeUndefined();
          expect(got.bad, name).toBe(plain.bad);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same bits in WebAssembly and in JavaScript in fast mode too', () => {
    fc.assert(
      fc.property(randomCase, ({ program, shape, question }) => {
        const [js, wasm] = (['js', 'wasm'] as const).map((name) =>
          answerOf(makers[name](program, shape, 'fast'), question),
        );
        if (js === undefined || wasm === undefined) throw new Error('no answer');
        expect(difference(js.values, wasm.values)).toBeUndefined();
        expect(wasm.bad).toBe(js.bad);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same bits however its code is cut in functions', () => {
    fc.assert(
      fc.property(randomCase, fc.constantFrom(0, 5, 30), ({ program, shape, question }, pieceCost) => {
        const whole = answerOf(wasmKernel(program, shape, 'exact'), question);
        const cut = answerOf(wasmKernel(program, shape, 'exact', pieceCost), question);
        expect(difference(whole.values, cut.values)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });
});
