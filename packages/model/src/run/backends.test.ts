import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, randomCase } from '../../test/random-programs.ts';
import { compile } from '../compile.ts';
import { wasmKernel } from '../emit/wasm/kernel.ts';
import { makers } from './backends.ts';

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
      { numRuns: 100 },
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
      { numRuns: 100 },
    );
  });

  it('gives the same bits however its code is cut in functions', () => {
    fc.assert(
      fc.property(randomCase, fc.constantFrom(0, 5, 30), ({ program, shape, question }, pieceCost) => {
        const whole = answerOf(wasmKernel(program, shape, 'exact'), question);
        const cut = answerOf(wasmKernel(program, shape, 'exact', pieceCost), question);
        expect(difference(whole.values, cut.values)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a model of which very much is asked', () => {
  it('keeps by a table what it keeps one by one where little is asked, and stays small', () => {
    const count = 700;
    const lines = Array.from(
      { length: count },
      (_, i) => `v${i} = ${i % 3 === 0 ? 'Time' : `v${i - 1}`} * share + ${i} ~~|`,
    );
    const model = compile(
      `share = 0.5 ~~|\n${lines.join('\n')}\nINITIAL TIME = 0 ~~|\nFINAL TIME = 4 ~~|\nTIME STEP = 1 ~~|\n`,
      { units: 'off' },
    );
    const outcomes = [...Array.from({ length: count }, (_, i) => `v${i}`), 'share', 'FINAL TIME', 'v3'];
    const values = { share: Float64Array.from({ length: 70 }, (_, f) => f / 70) };
    const request = { futures: { count: 70, values }, outcomes };
    const all = model.run({ ...request, backend: 'wasm' });
    const reference = model.run({ ...request, backend: 'plain' });
    for (const name of outcomes) expect(all.get(name)).toEqual(reference.get(name));
  });

  it('names the first number that is not finite among them', () => {
    const lines = Array.from({ length: 300 }, (_, i) => `v${i} = ${i} * x / MAX(0, 3 - Time) ~~|`);
    const model = compile(
      `${lines.join('\n')}\nx = 1 ~~|\nINITIAL TIME = 0 ~~|\nFINAL TIME = 4 ~~|\nTIME STEP = 1 ~~|\n`,
      { units: 'off' },
    );
    const outcomes = Array.from({ length: 299 }, (_, i) => `v${i + 1}`);
    expect(() =>
      model.run({
        futures: { count: 2, values: { x: Float64Array.of(1, 2) } },
        outcomes,
        backend: 'wasm',
      }),
    ).toThrow(/v1 is Infinity at time 3/);
  });
});
