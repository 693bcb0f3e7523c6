import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');

it('every table that a page gives says where it is from: only here is one written and named as CSV', () => {
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !/\.test(-data)?\./.test(file));
  expect(files.length).toBeGreaterThan(100);
  const having = (text: RegExp): string[] =>
    files.filter((file) => text.test(readFileSync(join(source, file), 'utf8'))).sort();
  // A template to fill in has no figures yet.
  expect(having(/\bcsvText\(/)).toEqual(['charts/take.ts', 'pages/model/own.ts']);
  expect(having(/text\/csv;/)).toEqual(['charts/take.ts']);
});
