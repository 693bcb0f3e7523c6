import { describe, expect, it } from 'vitest';
import { holds } from '../reference-tests/reference-test.ts';
import { searchReferenceTests } from './reference-tests.ts';

describe('the reference tests of the search', () => {
  for (const check of searchReferenceTests) {
    it(check.title.en, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
