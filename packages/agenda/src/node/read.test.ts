import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { synthetic, syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, type Problem, RegionError } from '../index.ts';
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

it('a folder on disk loads as the same content in memory does', async () => {
  const files = readRegionFolder(`${dir}/`);
  expect([...files.list()].sort()).toEqual(Object.keys(synthetic).sort());
  expect(files.root).toBe(dir);
  expect((await loadRegion(files)).hashes).toEqual((await loadRegion(syntheticWith())).hashes);
});

it('an error names the file so that it can be opened from where the command was given', async () => {
  writeFileSync(join(dir, 'unknowns.yaml'), 'unknowns: []\n');
  await expect(loadRegion(readRegionFolder(dir))).rejects.toSatisfy(
    (error) => error instanceof RegionError && error.problems[0]?.file === `${dir}/unknowns.yaml`,
  );
});

it('a folder that is not there is an error of the file system, not an empty region', () => {
  expect(() => readRegionFolder(join(dir, 'nowhere'))).toThrow(/ENOENT/);
});

it('a folder without region.yaml is not searched, since it might be the whole disk', () => {
  const other = join(dir, 'node_modules/other');
  mkdirSync(join(other, 'deep/deeper'), { recursive: true });
  writeFileSync(join(other, 'deep/deeper/claims.yaml'), 'claims: []\n');
  expect(readRegionFolder(other).list()).toEqual([]);
  expect(readRegionFolder('/').list()).not.toContain('region.yaml');
});

describe('a file that is no file of content is a fault with its name, and is not read', () => {
  const other = join(dir, 'node_modules/linked');
  /** The problems of the synthetic region on disk, its tree.yaml made by the test. */
  async function problemsWith(makeTree: (path: string) => void): Promise<readonly Problem[]> {
    rmSync(other, { recursive: true, force: true });
    for (const [path, text] of Object.entries(synthetic)) {
      mkdirSync(dirname(join(other, path)), { recursive: true });
      writeFileSync(join(other, path), text);
    }
    rmSync(join(other, 'tree.yaml'));
    makeTree(join(other, 'tree.yaml'));
    const error = await loadRegion(readRegionFolder(other)).catch((error: unknown) => error);
    return error instanceof RegionError ? error.problems : [];
  }

  it.each([
    ['nothing', join(other, 'nowhere.yaml'), 'ENOENT'],
    ['a device', '/dev/zero', 'pipe, device'],
    ['a folder', dir, 'EISDIR'],
  ])('a link to %s', async (_name, target, found) => {
    expect(await problemsWith((path) => symlinkSync(target, path))).toMatchObject([
      { code: 'REGION_FILE_UNREADABLE', file: `${other}/tree.yaml`, found },
    ]);
  });

  it('a link to a pipe', async () => {
    const pipe = join(dir, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await problemsWith((path) => symlinkSync(pipe, path))).toMatchObject([
      { code: 'REGION_FILE_UNREADABLE', file: `${other}/tree.yaml`, found: 'pipe, device' },
    ]);
  });

  it('a file of more than four megabytes', async () => {
    const long = '# ten bytes\n'.repeat(400_000);
    expect(await problemsWith((path) => writeFileSync(path, long))).toMatchObject([
      { code: 'REGION_FILE_TOO_LARGE', file: `${other}/tree.yaml`, found: '5', expected: '4 MB' },
    ]);
  });
});
