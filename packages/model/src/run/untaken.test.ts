import { describe, expect, it } from 'vitest';
import { small } from '../../test/small-model.ts';

describe('a stock that only an untaken branch reads', () => {
  it.each(['plain', 'js', 'wasm'] as const)('does not stop a run by its infinity (%s)', (backend) => {
    const model = small('level = INTEG(1, 1 / Time) ~~|\ny = IF THEN ELSE(1 > 2, level, 3) ~~|');
    const result = model.run({ futures: { count: 2 }, outcomes: ['y'], backend });
    expect([...result.get('y')]).toEqual(new Array(10).fill(3));
    expect(() => model.run({ futures: { count: 2 }, outcomes: ['level'], backend })).toThrow('level');
  });
});
