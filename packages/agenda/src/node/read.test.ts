import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

test('a folder without region.yaml is not searched, since it might be the whole disk', () => {
  const other = join(dir, 'node_modules/other');
  mkdirSync(join(other, 'deep/deeper'), { recursive: true });
  writeFileSync(join(other, 'deep/deeper/claims.yaml'), 'claims: []\n');
  expect(readRegionFolder(other).list()).toEqual([]);
  expect(readRegionFolder('/').list()).not.toContain('region.yaml');
});

test('a link to what is not there is a fault of content with the name of the link', async () => {
  const other = join(dir, 'node_modules/linked');
  mkdirSync(other, { recursive: true });
  for (const [path, text] of Object.entries(synthetic)) {
    mkdirSync(dirname(join(other, path)), { recursive: true });
    writeFileSync(join(other, path), text);
  }
  rmSync(join(other, 'tree.yaml'));
  symlinkSync(join(other, 'nowhere.yaml'), join(other, 'tree.yaml'));
  await expect(loadRegion(readRegionFolder(other))).rejects.toSatisfy(
    (error) =>
      error instanceof RegionError &&
      error.problems[0]?.code === 'REGION_FILE_UNREADABLE' &&
      error.problems[0].file === `${other}/tree.yaml`,
  );
});
