import { describe, expect, it } from 'vitest';
import { course, small } from '../../test/small-model.ts';

describe('pulses that begin halfway between two steps', () => {
  // Steps of 1, so what happens at 1.5 is between times 1 and 2; PULSE asks Time + 0.5 > 1.5.
  it('have PULSE on at the later step', () => {
    expect(course(small('y = PULSE(1.5, 2) ~~|'), 'y')).toEqual([0, 0, 1, 0, 0]);
  });

  it('have each pulse of PULSE TRAIN begin as PULSE does: pulses at 0, 1.5, 3 and 4.5', () => {
    expect(course(small('y = PULSE TRAIN(0, 1.2, 1.5, 9) ~~|'), 'y')).toEqual([1, 0, 1, 1, 0]);
  });

  it('leave no gap where a pulse outlasts the interval', () => {
    expect(course(small('y = PULSE TRAIN(0, 2, 1.5, 9) ~~|'), 'y')).toEqual([1, 1, 1, 1, 1]);
  });
});
