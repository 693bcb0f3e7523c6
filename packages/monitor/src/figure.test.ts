import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeasured, lastPublished, meets } from './figure.ts';

describe('whether a value meets a goal', () => {
  it('is so at the goal and on its good side', () => {
    expect(meets(100, 100, 'at-least')).toBe(true);
    expect(meets(101, 100, 'at-least')).toBe(true);
    expect(meets(99, 100, 'at-least')).toBe(false);
    expect(meets(100, 100, 'at-most')).toBe(true);
    expect(meets(99, 100, 'at-most')).toBe(true);
    expect(meets(101, 100, 'at-most')).toBe(false);
  });

  it('forgives rounding of a sum, and no more than that', () => {
    expect(meets(0.1 + 0.2 - 4e-11, 0.3, 'at-least')).toBe(true);
    expect(meets(100 - 1e-8, 100, 'at-least')).toBe(true);
    expect(meets(100 + 1e-8, 100, 'at-most')).toBe(true);
    expect(meets(100 - 1e-5, 100, 'at-least')).toBe(false);
    expect(meets(100 + 1e-5, 100, 'at-most')).toBe(false);
  });

  it('forgives it below zero as well', () => {
    expect(meets(-100 - 1e-8, -100, 'at-least')).toBe(true);
    expect(meets(-100 + 1e-8, -100, 'at-most')).toBe(true);
  });

  it('is so in one of the two directions at least, and both only at the goal', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, (value, goal) => {
        const both = [meets(value, goal, 'at-least'), meets(value, goal, 'at-most')];
        expect(both).toContain(true);
        if (!both.includes(false)) expect(Math.abs(value - goal)).toBeLessThanOrEqual(1e-9 * Math.abs(goal));
      }),
    );
  });
});

describe('a figure is measured', () => {
  it('unless it is expected, secret or missing', () => {
    expect(isMeasured({ state: 'value', value: 5, standing: 'final' })).toBe(true);
    expect(isMeasured({ state: 'value', value: 5, standing: 'expected' })).toBe(false);
    expect(isMeasured({ state: 'value', value: null, standing: 'final' })).toBe(false);
    expect(isMeasured({ state: 'secret', value: 5, standing: 'final' })).toBe(false);
  });
});

describe('the last publication of a line', () => {
  it('is the latest day, also where an older figure was revised after it', () => {
    const line = [{ published: '2025-06-01' }, { published: '2025-03-01' }];
    expect(lastPublished(line)).toBe('2025-06-01');
  });

  it('is not known where the newest figure has no day: the day of an older one is not the last', () => {
    expect(lastPublished([{ published: '2023-04-30' }, { published: null }])).toBeNull();
    expect(lastPublished([])).toBeNull();
  });
});
