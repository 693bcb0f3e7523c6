import { describe, expect, it } from 'vitest';
import { holds } from '../checks/check.ts';
import { whyChecks } from './checks.ts';

describe('the acceptance checks of why', () => {
  for (const check of whyChecks) {
    it(`${check.id}: ${check.title.en}`, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
