import { describe, expect, it } from 'vitest';
import { holds } from '../reference-tests/reference-test.ts';
import { whyReferenceTests } from './reference-tests.ts';

describe('the reference tests of why', () => {
  for (const check of whyReferenceTests) {
    it(`${check.id}: ${check.title.en}`, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
