import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { monitorEntries, monitorTable } from './monitor-errors.ts';
import { globTracked } from './tracked.ts';

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

it('docs/errors.md holds every code of the monitor, as npm run schemas writes it', async () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(page, 'run `npm run schemas`').toContain(
    `<!-- monitor: begin -->\n${await monitorTable()}\n<!-- monitor: end -->`,
  );
});

it('each code of the monitor is there once, with the same filled in in both languages', async () => {
  const entries = await monitorEntries();
  expect(entries.length).toBeGreaterThan(50);
  const codes = entries.map(([code]) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  for (const [code, { message, expected, hint }] of entries) {
    expect(code).toMatch(/^(MONITOR|STORE)_[A-Z_]+$/);
    for (const text of [message, hint, ...(expected === undefined ? [] : [expected])]) {
      expect(blanks(text.en), code).toEqual(blanks(text.nl));
    }
  }
});

it('no code of the monitor is told that has no text', async () => {
  const known = new Set((await monitorEntries()).map(([code]) => code));
  const root = new URL('../', import.meta.url);
  const files = globTracked(
    ['packages/{monitor,store}/src/**/*.ts', 'apps/{cli,server}/src/**/*.ts'],
    fileURLToPath(root),
  ).filter((file) => !/\.test\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(50);
  const told = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/'((?:MONITOR|STORE)_[A-Z_]+)'/g)].map(
      ([, code = '']) => code,
    ),
  );
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter((code) => !known.has(code))).toEqual([]);
});
