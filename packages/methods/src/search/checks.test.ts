import { describe, expect, it } from 'vitest';
import { holds } from '../checks/check.ts';
import { searchChecks } from './checks.ts';

describe('the acceptance checks of the search', () => {
  for (const check of searchChecks) {
    it(check.title.en, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
