import { describe, expect, it } from 'vitest';
import { holds } from '../../reference-tests/reference-test.ts';
import { discoveryReferenceTests } from './index.ts';

describe('the reference tests of scenario discovery', () => {
  for (const check of discoveryReferenceTests) {
    it(check.title.en, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
