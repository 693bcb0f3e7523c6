import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflictKinds, widths } from '../types.ts';
import { type Weighed, weightOf } from './weight.ts';

const base: Weighed = {
  kind: 'contradiction',
  setting: 'generous',
  everyReading: true,
  assumptions: [],
  targets: 0,
  size: 0,
};

it('a contradiction in every reading under the widest words weighs 100, and more with what is at stake', () => {
  expect(weightOf(base)).toBe(100);
  expect(weightOf({ ...base, targets: 2, size: 0.2 })).toBe(144);
  expect(weightOf({ ...base, targets: 90, size: 90 })).toBe(225);
});

it('less certain weighs less: a narrower setting, a reading that remains, one more assumption', () => {
  const any = fc.record({
    kind: fc.constantFrom(...conflictKinds),
    setting: fc.constantFrom(...widths),
    everyReading: fc.boolean(),
    assumptions: fc.array(fc.constant('a'), { maxLength: 3 }),
    targets: fc.nat(8),
    size: fc.double({ min: 0, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(any, (one) => {
      const weight = weightOf(one);
      expect(weightOf({ ...one, setting: 'generous' })).toBeGreaterThanOrEqual(weight);
      expect(weightOf({ ...one, everyReading: true })).toBeGreaterThanOrEqual(weight);
      expect(weightOf({ ...one, assumptions: one.assumptions.slice(1) })).toBeGreaterThanOrEqual(weight);
      expect(weightOf({ ...one, targets: one.targets + 1 })).toBeGreaterThanOrEqual(weight);
      expect(weightOf({ ...one, size: one.size + 0.1 })).toBeGreaterThanOrEqual(weight);
      expect(weight).toBeGreaterThan(0);
    }),
  );
});
