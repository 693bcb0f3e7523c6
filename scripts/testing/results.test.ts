import { describe, expect, it } from 'vitest';
import { fileResults, lostFiles, slowest } from './results.ts';

const file = (name: string, statuses: readonly string[], status = 'passed'): object => ({
  name,
  status,
  assertionResults: statuses.map((of, i) => ({ status: of, fullName: `${name} ${i}`, duration: 1500 })),
});
const results = (...files: readonly object[]): ReturnType<typeof fileResults> =>
  fileResults({ testResults: files });

describe('files to run once more', () => {
  it('are those of which a test did not end, and those of which nothing is known', () => {
    const ran = results(file('a', ['passed']), file('b', ['passed', 'pending']));
    expect(lostFiles(ran, ['a', 'b', 'c'])).toEqual(['b', 'c']);
  });

  it('are none where a test failed, or a file did not load', () => {
    const lost = file('b', ['pending']);
    expect(lostFiles(results(file('a', ['failed', 'passed'], 'failed'), lost), ['a', 'b'])).toEqual([]);
    expect(lostFiles(results(file('a', [], 'failed'), lost), ['a', 'b'])).toEqual([]);
  });

  it('are none after a whole run', () => {
    expect(lostFiles(results(file('a', ['passed']), file('b', ['passed', 'skipped'])), ['a', 'b'])).toEqual(
      [],
    );
  });
});

it('the slowest files come first, at most ten', () => {
  const many = results(...Array.from({ length: 12 }, (_, i) => file(`f${i}`, Array(i + 1).fill('passed'))));
  expect(slowest(many).map(({ path, seconds }) => [path, seconds])[0]).toEqual(['f11', 18]);
  expect(slowest(many)).toHaveLength(10);
});
