import { describe, expect, it } from 'vitest';
import { course, small } from '../../test/small-model.ts';

// 0.3 / 0.1 is a bit less than 3 and 0.3 * (1 / 0.1) is 3: rounded down they differ by one.
describe('fast mode divides where a whole step hangs on the last bit', () => {
  const model = small(
    `level = INTEG(0.1, 0) ~~|
unit = 0.1 ~~|
whole = INTEGER(level / unit) ~~|
share = level / unit ~~|
reached = IF THEN ELSE(share >= 3, 1, 0) ~~|
rest = MODULO(share, 1) ~~|
steps = QUANTUM(level, unit) ~~|
twice = 2 * level / unit ~~|`,
    { stop: 50 },
  );
  const compared = ['whole', 'reached', 'rest', 'steps'];

  it.each(compared)('%s is that of exact mode', (name) => {
    const futures = { count: 1 };
    const fast = model.run({ futures, outcomes: [...compared, 'twice'], mode: 'fast' });
    expect([...fast.get(name)]).toEqual(course(model, name));
  });

  it('though other divisions are multiplications', () => {
    const fast = model.run({ futures: { count: 1 }, outcomes: ['twice'], mode: 'fast' });
    expect([...fast.get('twice')]).not.toEqual(course(model, 'twice'));
  });
});
