import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptKeys } from './keys.ts';

const root = join(import.meta.dirname, '../..');

/** Names that begin like those of what is kept, and keep nothing: measures of time, forms of files, a window. */
const noKeys = new Set([
  'schaalsprong-move',
  'schaalsprong-answer',
  'schaalsprong-switch',
  'schaalsprong-report',
  'schaalsprong-table-first',
  'schaalsprong-table-all',
  'schaalsprong-scherm-2',
]);

describe('the page on privacy', () => {
  it('names everything that the code keeps in a browser, and nothing else', () => {
    const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter(
      (name) => !/\.test(-data)?\.|pages\/about\//.test(name),
    );
    const named = files.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/['"`](schaalsprong-[a-z0-9-]*[a-z0-9])/g)].map(
        ([, key]) => key ?? '',
      ),
    );
    const kept = new Set(named.filter((key) => !noKeys.has(key)));
    expect([...kept].sort()).toEqual(keptKeys.map(([key]) => key as string).sort());
  });
});
