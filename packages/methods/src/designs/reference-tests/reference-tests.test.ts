import { describe, expect, it } from 'vitest';
import { holds } from '../../reference-tests/reference-test.ts';
import { designReferenceTests } from './index.ts';

describe('the reference tests of designs and distributions', () => {
  for (const check of designReferenceTests) {
    it(`${check.id}: ${check.title.en}`, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
