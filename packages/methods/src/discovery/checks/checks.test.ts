import { describe, expect, it } from 'vitest';
import { holds } from '../../checks/check.ts';
import { discoveryChecks } from './index.ts';

describe('the acceptance checks of scenario discovery', () => {
  for (const check of discoveryChecks) {
    it(check.title.en, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
