import { describe, expect, it } from 'vitest';
import { small } from '../../test/small-model.ts';
import type { Backend } from './request.ts';

/** Two outcomes at 1,001 times: 16,016 bytes a future. */
const model = small('level = INTEG(rate * level, 1) ~~|\ntwice = 2 * level ~~|\nrate = 0.001 ~~|', {
  stop: 1000,
});
const outcomes = ['level', 'twice'];
const rates = (count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => i / 1e4);

describe.each<Backend>(['wasm', 'js', 'plain'])('what %s keeps', (backend) => {
  it('takes room for the futures that there are, where they are fewer than a block', () => {
    const one = model.memoryFor({ futures: { count: 1 }, outcomes, backend }, 'blocks');
    const many = model.memoryFor({ futures: { count: 1000 }, outcomes, backend }, 'blocks');
    // The kernel in WebAssembly computes pairs, and has a column more for what is not asked.
    expect(one).toBeLessThan(3 * 16_016 + 60_000);
    expect(many - one).toBeGreaterThanOrEqual(15 * 16_016 - 8);
  });

  it.each([1, 2, 3, 15, 65])('is the same in a run of %i as in one of 200', (count) => {
    const futures = (n: number) => ({ count: n, values: { rate: rates(n) } });
    const whole = model.run({ futures: futures(200), outcomes, backend });
    const wholes = outcomes.map((name) => whole.get(name));
    let seen = 0;
    for (const block of model.blocks({ futures: futures(count), outcomes, backend })) {
      for (let i = 0; i < block.count; i++) {
        for (let row = 0; row < 2002; row++) {
          const wanted = wholes[Math.floor(row / 1001)]?.[(row % 1001) * 200 + block.from + i];
          if (block.data[row * block.lanes + i] !== wanted)
            expect.fail(`row ${row} of future ${block.from + i}`);
        }
      }
      seen += block.count;
    }
    expect(seen).toBe(count);
  });
});
