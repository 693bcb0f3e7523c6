import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../apps/cli/src/commands.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/review-answers.md'), 'utf8');
const rows = [...page.matchAll(/^\| ([A-Z\d][^|]*?) \| ([^|]+?) \| (.+) \|$/gm)];
/** The numbered points of each review that may not be left out. */
const points = {
  House: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'C', 'D', 'E', 'G', 'H', '5', '8'],
  Kernel: Array.from({ length: 12 }, (_, i) => `${i + 1}`),
  Use: Array.from({ length: 25 }, (_, i) => `${i + 1}`),
  Hardening: [
    ...['H1', 'H2'],
    ...Array.from({ length: 8 }, (_, i) => `M${i + 1}`),
    ...['M10'],
    ...Array.from({ length: 9 }, (_, i) => `L${i + 1}`),
  ],
};

describe('the answers to the reviews', () => {
  it.each(Object.entries(points))('leave out no point of %s', (review, expected) => {
    const section = page.split(`\n## ${review}\n`)[1]?.split('\n## ')[0] ?? '';
    const answered = [...section.matchAll(/^\| ([^|]+?) \|/gm)].map(([, point]) => point);
    expect(expected.filter((point) => !answered.includes(point))).toEqual([]);
    expect(answered).toEqual([...new Set(answered)]);
  });

  it('name only files that exist', () => {
    const named = [
      ...page.matchAll(/`((?:packages|apps|docs|scripts|bench|\.ci)\/[^`\s]+|[\w.-]+\.(?:md|ts|mjs))`/g),
    ];
    expect(named.length).toBeGreaterThan(60);
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('name only decisions that exist', () => {
    const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
    const named = [...page.matchAll(/\b(00\d\d)\b/g)].map(([, number = '']) => number);
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((number) => !list.includes(`[${number}]`))).toEqual([]);
  });

  it('name only scripts and commands that exist', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const scripts = [...page.matchAll(/`npm run ([\w:]+)`/g)].map(([, name = '']) => name);
    expect(scripts.filter((name) => !manifest.includes(`"${name}": `))).toEqual([]);
    const known = new Set(commands.map(({ name }) => name));
    for (const name of ['simulate', 'discover', 'robustness', 'sensitivity']) expect(known).toContain(name);
  });

  it('say of each point whether it is done, and what is missing where it is open', () => {
    const silent = rows.filter(
      ([, point, , answer = '']) =>
        point !== 'point' && !/\b(done|otherwise|refuted|open|no fault|see|\d \S)\b/.test(answer),
    );
    expect(silent.map(([, point]) => point)).toEqual([]);
    expect(rows.length).toBeGreaterThan(70);
  });
});
