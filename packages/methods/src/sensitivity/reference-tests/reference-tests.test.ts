import { describe, expect, it } from 'vitest';
import { holds } from '../../reference-tests/reference-test.ts';
import { sensitivityReferenceTests } from './index.ts';

describe('sensitivity against published values', () => {
  it.each(sensitivityReferenceTests.map((check) => [check.id, check] as const))('%s', (_, check) => {
    const values = check.run();
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !holds(value))).toEqual([]);
  });
});
