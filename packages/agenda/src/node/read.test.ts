import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { synthetic, syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, RegionError } from '../index.ts';
import { readRegionFolder } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'schaalsprong-region-'));
afterAll(() => rmSync(dir, { recursive: true }));
for (const [path, text] of Object.entries({
  ...synthetic,
  'README.md': '# not content',
  'content.test.ts': '// not content',
  'node_modules/x/tree.yaml': 'not: content',
  '.hidden/tree.yaml': 'not: content',
})) {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

test('a folder on disk loads as the same content in memory does', async () => {
  const files = readRegionFolder(`${dir}/`);
  expect([...files.list()].sort()).toEqual(Object.keys(synthetic).sort());
  expect(files.root).toBe(dir);
  expect((await loadRegion(files)).hashes).toEqual((await loadRegion(syntheticWith())).hashes);
});

test('an error names the file so that it can be opened from where the command was given', async () => {
  writeFileSync(join(dir, 'unknowns.yaml'), 'unknowns: []\n');
  await expect(loadRegion(readRegionFolder(dir))).rejects.toSatisfy(
    (error) => error instanceof RegionError && error.problems[0]?.file === `${dir}/unknowns.yaml`,
  );
});

test('a folder that is not there is an error of the file system, not an empty region', () => {
  expect(() => readRegionFolder(join(dir, 'nowhere'))).toThrow(/ENOENT/);
});
