import { describe, expect, it } from 'vitest';
import { holds } from '../checks/check.ts';
import { robustnessChecks } from './checks.ts';

describe('the acceptance checks of robustness', () => {
  for (const check of robustnessChecks) {
    it(check.title.en, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
