import { describe, expect, it } from 'vitest';
import { holds } from '../../checks/check.ts';
import { designChecks } from './index.ts';

describe('the acceptance checks of designs and distributions', () => {
  for (const check of designChecks) {
    it(`${check.id}: ${check.title.en}`, () => {
      const values = check.run();
      expect(values.length).toBeGreaterThan(0);
      expect(values.filter((value) => !holds(value))).toEqual([]);
    });
  }
});
