import { describe, expect, it } from 'vitest';
import { strideOf } from './model-session.ts';

describe('the points of a small chart', () => {
  it('begin and end with those of the large one, and are twenty or more where that can be', () => {
    // 84 quarters are 21 years; a prime number of steps has no other divisor.
    expect([84, 80, 83, 10, 1, 0, 400].map(strideOf)).toEqual([4, 4, 1, 1, 1, 1, 20]);
  });
});
