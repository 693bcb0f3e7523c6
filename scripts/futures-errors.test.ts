import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { futuresProblems, futuresTable } from './futures-errors.ts';
import { globTracked } from './tracked.ts';

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

it('docs/errors.md holds every code of the futures, as npm run schemas writes it', async () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(page, 'run `npm run schemas`').toContain(
    `<!-- futures: begin -->\n${await futuresTable()}\n<!-- futures: end -->`,
  );
});

it('each code is there once, with the same filled in in both languages, and nothing left that is no text', async () => {
  const problems = await futuresProblems();
  expect(problems.length).toBeGreaterThan(150);
  const codes = problems.map(({ code }) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  for (const { code, message, expected, hint } of problems) {
    for (const text of [message, expected, hint]) {
      expect(blanks(text.en), code).toEqual(blanks(text.nl));
      expect(`${text.nl} ${text.en}`, code).not.toMatch(/NaN|undefined|null|\[object|\}\d/);
    }
  }
});

it('no code of the futures is told outside these catalogues', async () => {
  const known = new Set((await futuresProblems()).map(({ code }) => code));
  const root = new URL('../', import.meta.url);
  const files = globTracked(
    ['packages/{methods,futures}/src/**/*.ts', 'apps/*/src/**/*.ts'],
    fileURLToPath(root),
  ).filter((file) => !/\.test\.ts$|problems\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(200);
  const told = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/FUTURES_[A-Z_]*(\$\{)?/g)].map(([code]) => code),
  );
  expect(told.filter((code) => !known.has(code))).toEqual([]);
});
