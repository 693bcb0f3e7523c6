import { describe, expect, it } from 'vitest';
import { holds, methodGroups, referenceTests } from './index.ts';

describe('the reference tests', () => {
  it('have ids of their own, texts that differ in the two languages, and a source', () => {
    const ids = referenceTests.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, source } of referenceTests) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title.nl, id).not.toBe(title.en);
      expect(source.trim().length, id).toBeGreaterThan(5);
    }
  });

  it('cover every group of methods', () => {
    expect(methodGroups.filter((group) => !referenceTests.some(({ method }) => method === group))).toEqual(
      [],
    );
  });
});

describe('a reference value', () => {
  it('holds within its tolerance, also where it is infinite, and never where it is no number', () => {
    const value = { name: 'x', expected: 1, tolerance: 0.01 };
    expect(holds({ ...value, found: 1.009 })).toBe(true);
    expect(holds({ ...value, found: 1.02 })).toBe(false);
    expect(holds({ ...value, found: Number.NaN })).toBe(false);
    const endless = { name: 'x', expected: Number.POSITIVE_INFINITY, tolerance: 0 };
    expect(holds({ ...endless, found: Number.POSITIVE_INFINITY })).toBe(true);
    expect(holds({ ...endless, found: 1e9 })).toBe(false);
  });
});
